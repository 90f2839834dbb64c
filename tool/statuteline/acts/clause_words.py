"""Printing a clause as acts do."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from statuteline.acts.clause import (
    Adds,
    Amends,
    Code,
    MakesNew,
    Repeals,
    Rewords,
    Uncodified,
    Unread,
)
from statuteline.acts.effective import effective_words
from statuteline.model.acts import ActKind
from statuteline.model.days import printed_day
from statuteline.model.published import EditionKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuteline.acts.clause import (
        ActSections,
        Clause,
        Deed,
        Portion,
        Stretch,
        Target,
    )
    from statuteline.model.acts import ActCited

_INCLUSIVE = ", inclusive"
_AMENDED = "repealed and the following is substituted in lieu thereof"


def clause_words(clause: Clause) -> str:
    """Print a clause.

    Returns:
        Words that :func:`statuteline.acts.clauses.read_clause` reads as this clause.

    Example:
        >>> from statuteline.acts.clauses import read_clause
        >>> from statuteline.model.acts import ActCited, ActKind, Session
        >>> act = ActCited(session=Session(year=2031), kind=ActKind.PUBLIC, number="7")
        >>> clause_words(read_clause("(NEW) (Effective from passage)", act))
        '(NEW) (Effective from passage)'
    """
    when = effective_words(clause.effective)
    effective = f"(Effective {when})" if when else ""
    does = deed_words(clause.deed)
    match clause.deed:
        case MakesNew():
            return f"(NEW) {effective}".strip()
        case Uncodified():
            return effective
        case Repeals() | Rewords() | Unread():
            return f"{does}. {effective}".strip()
        case Amends() | Adds():
            return f"{does} {effective}".strip() + ":"
        case _ as never:
            assert_never(never)


def deed_words(deed: Deed) -> str:
    """Print what a clause does, without when; empty for a section that stands alone."""
    match deed:
        case Amends(targets=targets):
            return _sentence(targets, f"{_is(targets)} {_AMENDED}")
        case Adds(target=target, added=added):
            verb = f"{_is((target,))} amended by adding {portions_words(added)} as follows"
            return _sentence((target,), verb)
        case Repeals(targets=targets):
            return _sentence(targets, f"{_is(targets)} repealed")
        case Rewords():
            return _rewording(deed)
        case Unread(words=words):
            return words
        case MakesNew() | Uncodified():
            return ""
        case _ as never:
            assert_never(never)


def target_words(target: Target) -> str:
    """Print what a clause is about, without what amended it before."""
    sections = f"{_plural('section', target.sections)} {_numbers(target.sections)}"
    whole = f"{_of(sections)} {_body(target.body)}"
    return f"{_of(portions_words(target.portions))} {whole}" if target.portions else whole


def portions_words(portions: tuple[Portion, ...]) -> str:
    """Print provisions, such as ``subdivision (2) of subsection (d)``."""
    return _listed(_portion(one) for one in portions)


def amenders_words(links: Iterable[ActSections]) -> str:
    """Print what amended a text, such as ``section 3 of this act``."""
    return _listed(map(_amender, links))


def act_words(act: ActCited) -> str:
    """Print an act as acts cite it: ``public act 31-7 of the June special session``."""
    kind = "public" if act.kind is ActKind.PUBLIC else "special"
    words = f"{kind} act {act.session.year % 100:02}-{act.number}"
    special = act.session.special
    return words if special is None else f"{words} of the {special} special session"


def _rewording(deed: Rewords) -> str:
    several = len(deed.pairs) > 1
    told = [
        f"{f'({place}) ' if several else ''}{'wherever' if place > 1 else 'Wherever'} the "
        f"words “{old}” are used in the following sections of the general statutes, the "
        f"words “{new}” shall be substituted in lieu thereof"
        for place, (old, new) in enumerate(deed.pairs, start=1)
    ]
    joined = "; and ".join(filter(None, ("; ".join(told[:-1]), told[-1])))
    return f"{joined}: {_numbers(deed.target.sections)}"


def _sentence(targets: tuple[Target, ...], verb: str) -> str:
    words = _listed(map(_with_chain, targets))
    if targets[-1].chain:
        words += ","
    return f"{words[0].upper()}{words[1:]} {verb}"


def _with_chain(target: Target) -> str:
    words = target_words(target)
    if not target.chain:
        return words
    return f"{words}, as amended by {amenders_words(target.chain)}"


def _amender(link: ActSections) -> str:
    act = "this act" if link.act is None else act_words(link.act)
    if not link.sections:
        return act
    sections = f"{_plural('section', link.sections)} {_numbers(link.sections)}"
    return f"{_of(sections)} {act}"


def _is(targets: tuple[Target, ...]) -> str:
    parts = [targets[0].portions, targets[0].sections]
    several = len(targets) > 1 or any(len(part) > 1 for part in parts)
    numbers = [p.labels for p in targets[0].portions] or [targets[0].sections]
    several = several or any(len(one) > 1 or one[0].last for one in numbers)
    return "are" if several else "is"


def _portion(portion: Portion) -> str:
    labels = _listed(_stretch(one, "({})") for one in portion.labels)
    words = f"{_plural(portion.level.value, portion.labels)} {labels}"
    for level, label in reversed(portion.within):
        words = f"{_of(words)} {level.value} ({label})"
    return words


def _body(body: Code | ActCited) -> str:
    if not isinstance(body, Code):
        return act_words(body)
    edition = body.edition
    if edition is None:
        return "the general statutes"
    if edition.kind is EditionKind.SUPPLEMENT:
        return f"the {edition.revised_to.year} supplement to the general statutes"
    return f"the general statutes, revised to {printed_day(edition.revised_to)}"


def _numbers(numbers: tuple[Stretch, ...]) -> str:
    return _listed(_stretch(one, "{}") for one in numbers)


def _stretch(one: Stretch, form: str) -> str:
    first = form.format(one.first)
    return first if one.last is None else f"{first} to {form.format(one.last)}{_INCLUSIVE}"


def _plural(word: str, numbers: tuple[Stretch, ...]) -> str:
    return word if len(numbers) == 1 and numbers[0].last is None else f"{word}s"


def _listed(words: Iterable[str]) -> str:
    """Print a list; what ends in "inclusive" has a comma behind it."""
    items = tuple(words)
    if len(items) == 1:
        return items[0]
    head = ", ".join(items[:-1])
    comma = "," if items[-2].endswith(_INCLUSIVE) else ""
    return f"{head}{comma} and {items[-1]}"


def _of(words: str) -> str:
    return f"{words}{',' if words.endswith(_INCLUSIVE) else ''} of"
