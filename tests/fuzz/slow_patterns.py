"""Measure how the time of each regular expression grows with what it is given.

Each is tried with texts that are made of it: what begins like it, then one of its own
characters or repeats again and again, then nothing or a character that fits nowhere. One
whose time grows at least three times when the text doubles is told, unless BOUNDED says
what bounds its text. Times are of the processor, and a busy machine can tell too much.
"""

from __future__ import annotations

import re._constants as sre
import re._parser as parser
import sys
from itertools import islice
from time import process_time
from typing import TYPE_CHECKING, Any, Final

from patterns import Pattern, patterns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SIZE: Final = 16_000
"""Characters of the smaller text."""
_SLOW: Final = 0.02
"""Seconds for it from which growth is measured: work in line with the size is far below."""
_MOST_SECONDS: Final = 8.0
BOUNDED: Final = {
    "acts._rewording": "tried at one place of a clause only",
    "batch.duckdb": "read from messages of DuckDB, which quote the start of a line",
    "publishers.us_ct.status": "tried at the head of a paragraph only",
    "structure.markers": "tried at the head of a paragraph only",
    "structure.references": "read from the 120 characters beside a number",
}
"""Modules whose expressions are slow on long texts, and why they are given none."""
_CATEGORIES: Final = {
    sre.CATEGORY_DIGIT: "1",
    sre.CATEGORY_SPACE: " \n",
    sre.CATEGORY_WORD: "a1_",
    sre.CATEGORY_NOT_DIGIT: "a ",
    sre.CATEGORY_NOT_SPACE: "a.",
    sre.CATEGORY_NOT_WORD: " .",
}
_REPEATS: Final = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


def _characters(operator: Any, value: Any) -> str:  # noqa: ANN401 - of a private module
    """Give some characters that one step of an expression takes."""
    if operator is sre.LITERAL:
        return chr(value)
    if operator is sre.NOT_LITERAL:
        return "".join(one for one in "a <\n" if ord(one) != value)
    if operator is sre.ANY:
        return "a <"
    found = ""
    for kind, one in value if operator is sre.IN else ():
        if kind is sre.LITERAL:
            found += chr(one)
        elif kind is sre.RANGE:
            found += chr(one[0])
        elif kind is sre.CATEGORY:
            found += _CATEGORIES.get(one, "")
    if operator is sre.IN and value[0][0] is sre.NEGATE:
        return "".join(one for one in 'a 1.(<\n"' if one not in found)
    return found[:4]


def _steps(tree: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    for operator, value in tree:
        yield operator, value
        if operator in _REPEATS:
            yield from _steps(value[2])
        elif operator is sre.SUBPATTERN:
            yield from _steps(value[3])
        elif operator is sre.ATOMIC_GROUP:
            yield from _steps(value)
        elif operator is sre.BRANCH:
            for branch in value[1]:
                yield from _steps(branch)
        elif operator in {sre.ASSERT, sre.ASSERT_NOT}:
            yield from _steps(value[1])


def _sample(tree: Iterable[Any], variant: int) -> str:
    """Give a text that an expression may take."""
    found = ""
    for operator, value in tree:
        if operator in _REPEATS:
            found += _sample(value[2], variant) * max(1, value[0])
        elif operator is sre.SUBPATTERN:
            found += _sample(value[3], variant)
        elif operator is sre.ATOMIC_GROUP:
            found += _sample(value, variant)
        elif operator is sre.BRANCH:
            found += _sample(value[1][variant % len(value[1])], variant)
        elif signs := _characters(operator, value):
            found += signs[variant % len(signs)]
    return found


def attacks(pattern: Pattern, size: int) -> Iterator[str]:
    """Make texts of a size that an expression may be slow on."""
    if pattern.compiled is None:
        return
    tree = list(parser.parse(str(_text(pattern.compiled.pattern)), pattern.compiled.flags))
    starts = {_sample(tree[:end], one) for end in range(len(tree)) for one in range(3)}
    repeated = {
        _sample(value[2], one)
        for operator, value in _steps(tree)
        if operator in _REPEATS and value[1] > 100
        for one in range(4)
    }
    repeated |= {_sample(tree, one) for one in range(3)}
    repeated |= {sign for step in _steps(tree) for sign in _characters(*step)}
    for pump in islice(sorted(repeated - {""}), 60):
        for start in islice(sorted(starts | {""}, key=len), 14):
            for end in ("", "\0"):
                yield start + pump * (size // len(pump)) + end


def _text(pattern: str | bytes) -> str:
    return pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern


def seconds(pattern: Pattern, text: str) -> float:
    """Measure one use of an expression on a text."""
    found: Any = pattern.compiled
    given: Any = text
    if isinstance(found.pattern, bytes):
        given = text.encode("latin-1", "replace")
    start = process_time()
    if pattern.tries_each_place:
        for _ in found.finditer(given):
            pass
    elif "match" in pattern.uses:
        found.match(given)
    else:
        found.fullmatch(given)
    return process_time() - start


def slow(pattern: Pattern, size: int = SIZE) -> str:
    """Give the text, shortened, on which an expression is slow; empty if none is found."""
    began = process_time()
    for text, longer in zip(
        attacks(pattern, size), attacks(pattern, 2 * size), strict=True
    ):
        if seconds(pattern, text) > _SLOW:
            once = min(seconds(pattern, text) for _ in range(2))
            if seconds(pattern, longer) > 3 * once:
                return f"{text[:30]!r}…{text[-2:]!r}"
        if process_time() - began > _MOST_SECONDS:
            break
    return ""


def main() -> int:
    """Tell the expressions that are slow; 1 if there is one that nothing bounds."""
    found = 0
    made = [one for one in patterns() if one.compiled is not None]
    for pattern in made:
        if text := slow(pattern):
            why = BOUNDED.get(pattern.module, "")
            found += not why
            sys.stdout.write(f"{pattern.module}:{pattern.line}: {text}: {why or 'SLOW'}\n")
    sys.stdout.write(f"{len(made)} regular expressions, {found} slow on long texts\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
