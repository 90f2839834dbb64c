"""The explanation of a predicate in lines: a mark, the clause, the value, the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from statuteline.audit.cited import quoted
from statuteline.cli._params import columns
from statuteline.publish._characters import visible
from statuteline.publish._wrap import Piece, wrap
from statuteline.rules.cell_words import value_words
from statuteline.rules.explaining import Verdict
from statuteline.rules.facts import Condition
from statuteline.rules.node_words import node_words
from statuteline.rules.predicates import Define

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.corpus.store import Corpus
    from statuteline.model.ids import WorkId
    from statuteline.rules.explaining import Explanation
    from statuteline.rules.facts import Constant
    from statuteline.rules.nodes import Cited
    from statuteline.rules.predicates import Predicate

MARKS: Final = {Verdict.MET: "+", Verdict.NOT_MET: "-", Verdict.UNKNOWN: "?"}
LEGEND: Final = "Marks: + met, - not met, ? unknown."
_COLOURS: Final = {Verdict.MET: "32", Verdict.NOT_MET: "31", Verdict.UNKNOWN: "33"}
_BOLD: Final = "1"
_DIM: Final = "2"
_STEP: Final = 2


class Page:
    """Lines for a terminal, and what has been shown in them.

    Args:
        corpus: The corpus, which knows how provisions are cited.
        work: The section at hand.
        colour: Whether to write terminal colours.
    """

    def __init__(self, corpus: Corpus, work: WorkId, *, colour: bool) -> None:
        self.corpus = corpus
        self.work = work
        self.lines: list[str] = []
        self.shown: dict[Predicate, str] = {}  # clauses, each by what to refer to it by
        self._colour = colour

    def gap(self) -> None:
        """Leave a line empty, once."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def say(self, words: str, depth: int = 0, *, lead: str = "", code: str = "") -> None:
        """Write a paragraph.

        Args:
            words: The paragraph.
            depth: How far to set it in, in steps.
            lead: What stands before it in bold.
            code: How the terminal shows it.
        """
        before = [Piece(f"{lead} ", self._code(_BOLD))] if lead else []
        hanging = 1 if lead or depth else 0
        self._wrapped([*before, Piece(words, self._code(code))], depth, hanging)

    def quote(self, cited: Cited, depth: int) -> None:
        """Write the words that something rests on, with their address."""
        self.say(quoted(self.corpus, cited, within=self.work), depth, code=_DIM)

    def verdict(self, words: str, verdict: Verdict, depth: int) -> None:
        """Write a clause behind the mark of how it stands."""
        mark = Piece(f"{MARKS[verdict]} ", self._code(_COLOURS[verdict]))
        self._wrapped([mark, Piece(words)], depth)

    def _code(self, code: str) -> str:
        return code if self._colour else ""

    def _wrapped(self, pieces: list[Piece], depth: int, hanging: int = 1) -> None:
        first, rest = " " * (_STEP * depth), " " * (_STEP * (depth + hanging))
        shown = [Piece(visible(text), code) for text, code in pieces]
        self.lines += wrap(shown, width=columns(), first=first, rest=rest)


def show_explanation(page: Page, told: Explanation, depth: int, name: str = "") -> None:
    """Write a tree: each clause with its mark, the words it rests on, what is below it.

    A clause that stands on the page already is not written twice.

    Args:
        page: The page.
        told: The tree.
        depth: How far to set it in, in steps.
        name: What the whole tree is called, to refer to it later; empty for nothing.
    """
    wrapped = tuple(_wrapped(told))
    inner = wrapped[-1]
    names = ", ".join(one.node.name for one in wrapped if isinstance(one.node, Define))
    known = page.shown.get(told.node) or page.shown.get(inner.node)
    above = () if told.node in page.shown else wrapped[:-1]
    if known is not None and inner.parts:
        page.verdict(f"{names or known}: as above", inner.verdict, depth)
        _quote(page, above, depth + 1)
        return
    page.verdict(_clause(names, wrapped), inner.verdict, depth)
    _quote(page, wrapped, depth + 1)
    for part in inner.parts:
        show_explanation(page, part, depth + 1)
    for one in (told, inner):
        page.shown[one.node] = name or names or node_words(inner.node)


def _wrapped(told: Explanation) -> Iterator[Explanation]:
    """Give a clause behind the names that it has: one line tells all of them."""
    while isinstance(told.node, Define):
        yield told
        (told,) = told.parts
    yield told


def _quote(page: Page, clauses: tuple[Explanation, ...], depth: int) -> None:
    for clause in clauses:
        for citation in clause.node.citations:
            page.quote(citation, depth)


def _clause(names: str, wrapped: tuple[Explanation, ...]) -> str:
    told = wrapped[-1]
    words = node_words(told.node)
    for one in wrapped:
        if one.node.element is not None:
            words = f"{words} [{one.node.element.value.replace('-', ' ')}]"
    if isinstance(told.node, Condition):
        words = f"{words} ({_given(told.node, told.value)})"
    return f"{names}: {words}" if names else words


def _given(node: Condition, value: Constant | None) -> str:
    if value is None:
        return "not known; for a court to find" if node.fact.judgement else "not known"
    told = f"given: {value_words(node.fact, value)}"
    return f"{told}; a court finding" if node.fact.judgement else told
