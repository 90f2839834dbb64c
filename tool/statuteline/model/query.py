"""What somebody looks for: words, phrases, and how they belong together."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from statuteline.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST: Final = 2_000
"""Characters of a query: far more than anybody types."""
_DEEPEST: Final = 50
_NEARBY: Final = 10
"""Words that may lie between two that are near, where no number is given."""
_QUOTES: Final = '"“”„‟«»'
_PLAIN: Final = rf"[^\s(){_QUOTES}]"
# A bracket behind a letter belongs to the word, as in 54-95c(d)(2).
_LEXEME: Final = re.compile(
    rf"[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}](?P<star>\*?)"
    rf"|(?P<bracket>[()])"
    rf"|(?P<word>{_PLAIN}+(?:\({_PLAIN}*\){_PLAIN}*)*)"
)
_OPERATOR: Final = re.compile(r"AND|OR|NOT|NEAR(?:/(?P<distance>\d{1,4}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word, or words that stand one behind the other.

    Args:
        words: As typed; what is neither letter nor digit parts words, no more.
        prefix: Whether the last word may go on, as in ``librar*``.
    """

    words: str
    prefix: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Terms with few words between them, in any order.

    Args:
        terms: At least two.
        distance: How many words may lie between.
    """

    terms: tuple[Term, ...]
    distance: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf:
    """A text that has each of these."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf:
    """A text that has one of these at least."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Without:
    """A text that has the one and not the other."""

    wanted: Query
    unwanted: Query


Query: TypeAlias = Term | Near | AllOf | AnyOf | Without


def parse_query(text: str) -> Query:
    """Read what somebody looks for.

    Words belong together by AND, which need not be written; OR joins less closely, NOT
    leaves out what follows, ``NEAR/5`` asks for nearness; these words count in capitals
    only. Brackets group. Quotation marks, straight or curly, make a phrase; a star behind
    the last letters stands for any ending.

    Args:
        text: As typed.

    Returns:
        What it asks for.

    Raises:
        QueryError: If it names no word, or its marks and operators make no sense.

    Example:
        >>> parse_query("fee book*")
        AllOf(parts=(Term(words='fee', prefix=False), Term(words='book', prefix=True)))
    """
    if len(text) > LONGEST:
        raise QueryError(
            f"A text of {len(text):,} characters is too long to look for",
            hint=f"write at most {LONGEST:,}",
        )
    lexemes = tuple(_lexemes(unicodedata.normalize("NFC", text)))
    if not any(isinstance(one, Term) for one in lexemes):
        raise QueryError(
            "There is no word to look for",
            where=text.strip(),
            hint="write one or more words",
        )
    parser = _Parser(lexemes)
    found = parser.any_of()
    if parser.ahead is not None:
        raise QueryError(
            "A bracket is closed that was not opened",
            where=text,
            hint="brackets come in pairs; put words with a bracket in quotation marks",
        )
    return found


def _lexemes(text: str) -> Iterator[Term | str]:
    """Cut a query into terms, brackets and operators.

    What has neither letter nor digit, such as ``§``, is no word and is passed over.
    """
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        found = _LEXEME.match(text, at)
        if found is None:
            raise QueryError(
                "A quotation mark is opened and not closed",
                where=text[at:],
                hint="quotation marks come in pairs",
            )
        at = found.end()
        word, phrase = found.group("word"), found.group("phrase")
        if phrase is not None:
            yield _term(phrase + found.group("star"), found.group())
        elif word is None or _OPERATOR.fullmatch(word):
            yield found.group()
        elif any(map(str.isalnum, word)) or "*" in word:
            yield _term(word, word)


def _term(words: str, typed: str) -> Term:
    bare = words.removesuffix("*")
    if "*" in bare or (bare != words and not bare[-1:].isalnum()):
        raise QueryError(
            "A star can only stand behind the letters that a word begins with",
            where=typed,
            hint="write librar* for library, libraries and librarian",
        )
    if not any(map(str.isalnum, bare)):
        raise QueryError("A phrase holds no word", where=typed)
    # A control character would end the words where a database reads them.
    clean = "".join(c if c.isprintable() else " " for c in bare)
    return Term(words=" ".join(clean.split()), prefix=bare != words)


class _Parser:
    """Reads lexemes from the left; one method a level of the grammar."""

    def __init__(self, lexemes: tuple[Term | str, ...]) -> None:
        self._lexemes = lexemes
        self._at = 0
        self._depth = 0

    @property
    def ahead(self) -> Term | str | None:
        """The next lexeme; None at the end."""
        return self._lexemes[self._at] if self._at < len(self._lexemes) else None

    def any_of(self) -> Query:
        parts = [self._all_of()]
        while self._takes("OR"):
            parts.append(self._all_of())
        return parts[0] if len(parts) == 1 else AnyOf(parts=tuple(parts))

    def _all_of(self) -> Query:
        wanted: list[Query] = []
        unwanted: list[Query] = []
        while True:
            side = unwanted if self._takes("NOT") else wanted
            side.append(self._near())
            if not self._takes("AND") and self.ahead in {None, ")", "OR"}:
                break
        if not wanted:
            raise QueryError(
                "NOT leaves texts out, and nothing says of which",
                hint="name what you look for too: library NOT school",
            )
        found = wanted[0] if len(wanted) == 1 else AllOf(parts=tuple(wanted))
        if not unwanted:
            return found
        out = unwanted[0] if len(unwanted) == 1 else AnyOf(parts=tuple(unwanted))
        return Without(wanted=found, unwanted=out)

    def _near(self) -> Query:
        first = self._unit()
        terms, distances = [first], set()
        while isinstance(self.ahead, str) and self.ahead.startswith("NEAR"):
            found = _OPERATOR.fullmatch(self.ahead)
            given = found.group("distance") if found else None
            distances.add(int(given) if given else _NEARBY)
            self._at += 1
            terms.append(self._unit())
        if not distances:
            return first
        bare = tuple(term for term in terms if isinstance(term, Term))
        if len(bare) != len(terms) or len(distances) > 1:
            raise QueryError(
                "NEAR stands between words or phrases, with one distance for all",
                hint='write book NEAR/5 "late fee"',
            )
        return Near(terms=bare, distance=distances.pop())

    def _unit(self) -> Query:
        here = self.ahead
        self._at += 1
        if isinstance(here, Term):
            return here
        if here != "(":
            raise QueryError(
                f"A word is missing before {here}" if here else "A word is missing",
                where=" ".join(map(str, self._typed())),
                hint="AND, OR, NOT and NEAR need words on both sides; in small letters or "
                "quotation marks they are words themselves",
            )
        self._depth += 1
        if self._depth > _DEEPEST:
            raise QueryError(f"Brackets lie more than {_DEEPEST} deep in each other")
        found = self.any_of()
        self._depth -= 1
        if not self._takes(")"):
            raise QueryError(
                "A bracket is opened and not closed", hint="brackets come in pairs"
            )
        return found

    def _takes(self, lexeme: str) -> bool:
        if self.ahead != lexeme:
            return False
        self._at += 1
        return True

    def _typed(self) -> Iterator[str]:
        for lexeme in self._lexemes[: self._at]:
            yield lexeme.words if isinstance(lexeme, Term) else lexeme
