"""No regular expression of the package takes cubic time, or worse, on any text."""

from __future__ import annotations

import re
import re._constants as sre
import warnings
from typing import Any

import pytest

from patterns import Pattern, patterns
from slow_patterns import BOUNDED, attacks

with warnings.catch_warnings():  # it asks for modules of re by their older names
    warnings.simplefilter("ignore", DeprecationWarning)
    from regexploit.ast.sre import SreOpParser
    from regexploit.redos import find

MADE_WHEN_RUN = {
    "acts._targets",
    "acts.coming",
    "acts.editorial",
    "acts.rewording",
    "acts.sharing",
    "cases.tables",
    "corpus.code_parts",
    "corpus.code_scan",
    "importers._references",
    "model.citation",
    "model.numbers",
    "model.steady_patterns",
    "publishers.us_ct.future_law",
    "structure.wrap_up",
}
"""Modules that make expressions of words: of their own, of names and labels that were read,
or, in model, of the forms that a corpus states. A new one is looked at by hand."""


class Parser(SreOpParser):  # type: ignore[misc, unused-ignore]
    """Regexploit of 2021, with what regular expressions have learnt since.

    What has matched in a group that never gives back is tried once, so that a repeat in it
    counts as one occurrence; inside, the group is an expression of its own.
    """

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[Any] = []

    def from_POSSESSIVE_REPEAT(self, data: Any) -> Any:  # noqa: ANN401, N802 - its own names
        least, most, repeated = data
        self.inside.append(repeated)
        return self.from_MAX_REPEAT((least, most, _once(repeated)))

    def from_ATOMIC_GROUP(self, data: Any) -> Any:  # noqa: ANN401, N802 - its own names
        self.inside.append(data)
        return self.sequence_or_singleton(_once(data))


def _once(steps: Any) -> list[Any]:  # noqa: ANN401 - of a private module
    """Take each repeat for one occurrence."""
    found: list[Any] = []
    for operator, value in steps:
        if operator in {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}:
            found.append((sre.MAX_REPEAT, (min(value[0], 1), 1, _once(value[2]))))
        elif operator is sre.BRANCH:
            found.append((operator, (value[0], [_once(one) for one in value[1]])))
        elif operator is sre.ATOMIC_GROUP:
            found += _once(value)
        elif operator is sre.SUBPATTERN:
            found.append((operator, (*value[:3], _once(value[3]))))
        else:
            found.append((operator, value))
    return found


def blow_ups(pattern: re.Pattern[str] | re.Pattern[bytes]) -> list[str]:
    """Give texts on which an expression takes cubic time, or worse."""
    given = pattern.pattern
    text = given.decode("latin-1") if isinstance(given, bytes) else given
    flags = pattern.flags if isinstance(given, str) else pattern.flags & ~re.UNICODE
    reader = Parser()
    parsed = [reader.parse_sre(text, flags)]
    while reader.inside:
        parsed.append(reader.sequence_or_singleton(reader.inside.pop()))
    return [found.example() for one in parsed if one is not None for found in find(one)]


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(one, id=f"{one.module}:{one.line}")
        for one in patterns()
        if one.compiled is not None
    ],
)
def test_no_text_takes_cubic_time(pattern: Pattern) -> None:
    assert pattern.compiled is not None
    assert blow_ups(pattern.compiled) == []


@pytest.mark.parametrize(
    "bad", [r"(a+)+$", r"(?>(a+)+b)", r"\s*\s*\s*$", r"(?:\w+\s?)*\(", r"(?:(?:a+)*b)*+c"]
)
def test_a_blow_up_is_found(bad: str) -> None:
    assert blow_ups(re.compile(bad)) != []


def test_modules_that_make_expressions_of_words_are_known() -> None:
    assert {one.module for one in patterns() if one.compiled is None} == MADE_WHEN_RUN


def test_the_walk_sees_how_an_expression_is_used() -> None:
    found = {(one.module, one.source): one for one in patterns()}
    year = found["corpus.settings", repr(r"(?:[a-z]+-)*(\d{4}|\d\d)-")]
    assert (year.uses, year.tries_each_place) == (frozenset({"match"}), False)
    assert len(found) > 250


def test_what_bounds_a_text_is_told_of_modules_with_expressions() -> None:
    assert BOUNDED.keys() <= {one.module for one in patterns()}


def test_attacks_repeat_what_the_expression_repeats() -> None:
    pattern = Pattern(
        module="", line=1, compiled=re.compile(r"x(ab)+y"), source="", uses=frozenset()
    )
    assert "x" + "ab" * 5 in set(attacks(pattern, 10))
