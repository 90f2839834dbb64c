"""The canonical JSON of facts and predicates, read back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, TypedDict

from statuteline.errors import IdentifierError, RuleError
from statuteline.model.ids import EId, WorkId
from statuteline.rules.facts import (
    Choice,
    Condition,
    Constant,
    Day,
    Fact,
    Money,
    Test,
    Whole,
    YesNo,
    values_hint,
)
from statuteline.rules.json_place import nearest
from statuteline.rules.nodes import Cited, Element
from statuteline.rules.predicates import (
    AllOf,
    AnyOf,
    AtLeast,
    Define,
    NoneOf,
    Not,
    Predicate,
    When,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from statuteline.rules.json_place import Place
    from statuteline.rules.nodes import Origin

DEPTH: Final = 100
"""How deep a predicate may be nested: far deeper than any statute."""

_LABELS = ("cites", "element")
_TESTS: dict[type[Fact], dict[str, Test]] = {
    kind: {test.value: test for test in tests}
    for kind, tests in (
        (YesNo, (Test.IS,)),
        (Choice, (Test.IS, Test.ONE_OF)),
        (Whole, (Test.AT_LEAST, Test.AT_MOST, Test.ABOVE, Test.BELOW)),
        (Money, (Test.AT_LEAST, Test.AT_MOST, Test.ABOVE, Test.BELOW)),
        (Day, (Test.AT_LEAST, Test.BELOW)),
    )
}
_KINDS: dict[str, tuple[str, ...]] = {
    "yes-no": (),
    "choice": ("values",),
    "whole": ("unit",),
    "money": ("unit",),
    "day": (),
}
_OPERATORS: dict[str, tuple[str, ...]] = {
    "fact": ("fact",),  # first: a comparison has names of operators too
    "all-of": ("all-of",),
    "any-of": ("any-of",),
    "none-of": ("none-of",),
    "at-least": ("at-least", "of"),
    "not": ("not",),
    "when": ("when", "then"),
    "define": ("define", "as"),
}


def facts_from(place: Place) -> dict[str, Fact]:
    """Read a table of facts by name.

    Raises:
        RuleError: If an entry is no fact.
    """
    return {name: _fact(name, entry) for name, entry in place.entries()}


def predicate_from(place: Place, facts: Mapping[str, Fact], depth: int = 0) -> Predicate:
    """Read a predicate.

    Args:
        place: The tree.
        facts: The facts that it may ask, by name.
        depth: How deep the tree stands in another one.

    Raises:
        RuleError: If it is no predicate over these facts, or nested deeper than
            ``DEPTH``; ``where`` is the address in the document.
    """
    if depth > DEPTH:
        raise place.fault(f"The predicate is nested deeper than {DEPTH}")
    carried: _Carried = {
        "origin": place.origin,
        "citations": _citations(place.at("cites")) if place.has("cites") else (),
        "element": _element(place.at("element")) if place.has("element") else None,
    }
    return _node(place, facts, depth, carried)


def cited_from(place: Place) -> Cited:
    """Read a citation.

    Raises:
        RuleError: If it is none.
    """
    place.keys(("eId", "words"), ("work",))
    words = place.at("words").text()
    if not words.strip():
        raise place.at("words").fault("A citation names no words")
    return Cited(
        eid=eid_from(place.at("eId")),
        words=words,
        work=work_from(place.at("work")) if place.has("work") else None,
        origin=place.origin,
    )


def eid_from(place: Place) -> EId:
    """Read the address of a provision.

    Raises:
        RuleError: If it is none.
    """
    try:
        return EId.parse(place.text())
    except IdentifierError as error:
        raise place.fault(error.what, hint=error.hint) from error


def work_from(place: Place) -> WorkId:
    """Read the short id of a work.

    Raises:
        RuleError: If it is none.
    """
    try:
        return WorkId.parse(place.text())
    except IdentifierError as error:
        raise place.fault(error.what, hint=error.hint) from error


def fact_named(place: Place, facts: Mapping[str, Fact]) -> Fact:
    """Find the fact that a place names.

    Raises:
        RuleError: If there is none; the hint names the nearest.
    """
    name = place.text()
    if name not in facts:
        raise place.fault(f"There is no fact {name!r}", hint=nearest(name, facts))
    return facts[name]


def _fact(name: str, place: Place) -> Fact:
    place.keys(("kind", "ask"), ("judgement", "values", "unit"))
    kind = place.at("kind").text()
    if kind not in _KINDS:
        raise place.at("kind").fault(
            f"There is no kind of fact {kind!r}", hint=nearest(kind, _KINDS)
        )
    own = _KINDS[kind]
    place.keys(("kind", "ask", *own), ("judgement",))
    ask = place.at("ask").text()
    judgement = place.has("judgement")
    if judgement and not place.at("judgement").flag():
        raise place.at("judgement").fault("Only true is written here")
    try:
        match kind:
            case "yes-no":
                return YesNo(name=name, ask=ask, judgement=judgement)
            case "choice":
                values = tuple(item.text() for item in place.at("values").items())
                return Choice(name=name, ask=ask, judgement=judgement, values=values)
            case "whole":
                unit = place.at("unit").text()
                return Whole(name=name, ask=ask, judgement=judgement, unit=unit)
            case "money":
                if place.at("unit").text() != "cents":
                    raise place.at("unit").fault("Money is counted in cents")
                return Money(name=name, ask=ask, judgement=judgement)
            case _:
                return Day(name=name, ask=ask, judgement=judgement)
    except RuleError as error:
        raise place.fault(error.what, hint=error.hint) from error


def _operator(place: Place) -> str:
    """Find which kind of node this is."""
    names = place.names()
    operator = next((word for word in _OPERATORS if word in names), None)
    if operator is None:
        found = next((key for key in names if key not in _LABELS), "")
        raise place.fault(
            f"There is no operator {found!r}" if found else "There is no operator here",
            hint=nearest(found, _OPERATORS),
        )
    return operator


class _Carried(TypedDict):
    """What every kind of node carries."""

    origin: Origin
    citations: tuple[Cited, ...]
    element: Element | None


def _node(  # noqa: PLR0911 - one answer a kind of node
    place: Place, facts: Mapping[str, Fact], depth: int, carried: _Carried
) -> Predicate:

    def below(key: str) -> Predicate:
        return predicate_from(place.at(key), facts, depth + 1)

    operator = _operator(place)
    if operator != "fact":
        place.keys(_OPERATORS[operator], _LABELS)
    match operator:
        case "fact":
            return _condition(place, facts, carried)
        case "all-of":
            return AllOf(parts=_parts(place.at(operator), facts, depth), **carried)
        case "any-of":
            return AnyOf(parts=_parts(place.at(operator), facts, depth), **carried)
        case "none-of":
            return NoneOf(parts=_parts(place.at(operator), facts, depth), **carried)
        case "at-least":
            return _at_least(place, facts, depth, carried)
        case "not":
            return Not(part=below("not"), **carried)
        case "when":
            return When(condition=below("when"), then=below("then"), **carried)
        case _:
            name = place.at("define").text()
            return Define(name=name, part=below("as"), **carried)


def _parts(place: Place, facts: Mapping[str, Fact], depth: int) -> tuple[Predicate, ...]:
    parts = tuple(predicate_from(item, facts, depth + 1) for item in place.items())
    if not parts:
        raise place.fault("There are no parts here")
    return parts


def _at_least(
    place: Place, facts: Mapping[str, Fact], depth: int, carried: _Carried
) -> AtLeast:
    parts = _parts(place.at("of"), facts, depth)
    count = place.at("at-least").whole(1)
    if count > len(parts):
        raise place.at("at-least").fault(
            f"{count} of {len(parts)} parts can never be met",
            hint=f"ask for 1 to {len(parts)}",
        )
    return AtLeast(count=count, parts=parts, **carried)


def _condition(place: Place, facts: Mapping[str, Fact], carried: _Carried) -> Condition:
    fact = fact_named(place.at("fact"), facts)
    tests = _TESTS[type(fact)]
    chosen = [key for key in place.names() if key not in {"fact", *_LABELS}]
    if len(chosen) != 1:
        raise place.fault(
            f"A condition on {fact.name} needs one comparison, not {len(chosen)}",
            hint=f"one of {', '.join(tests)}",
        )
    (key,) = chosen
    if key not in tests:
        raise place.fault(
            f"{fact.name} cannot be compared by {key!r}", hint=nearest(key, tests)
        )
    against = place.at(key)
    test = tests[key]
    compared = against.items() if test is Test.ONE_OF else (against,)
    if not compared:
        raise against.fault(f"A condition on {fact.name} names no value")
    constants = tuple(_constant(item, fact) for item in compared)
    return Condition(fact=fact, test=test, constants=constants, **carried)


def _constant(place: Place, fact: Fact) -> Constant:
    value = place.day() if isinstance(fact, Day) else place.value
    if not isinstance(value, bool | int | str | date) or not fact.admits(value):
        raise place.fault(
            f"{fact.name} cannot be {value!r}", hint=values_hint(fact, str(value))
        )
    return value


def _citations(place: Place) -> tuple[Cited, ...]:
    found = tuple(cited_from(item) for item in place.items())
    if not found:
        raise place.fault("There are no citations here")
    return found


def _element(place: Place) -> Element:
    known = {element.value: element for element in Element}
    word = place.text()
    if word not in known:
        raise place.fault(
            f"There is no kind of element {word!r}", hint=nearest(word, known)
        )
    return known[word]
