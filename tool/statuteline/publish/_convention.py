"""How deleted and inserted words are marked in plain text, and the words made so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.model.change import RunKind
from statuteline.publish._characters import visible
from statuteline.publish._marked import BLANK, PILCROW, settle
from statuteline.publish._wrap import Piece

if TYPE_CHECKING:
    from statuteline.model.change import Run, Runs

NOTE: Final = ("⟨", "⟩")
"""What stands before and behind words of ours."""
CELL: Final = "│"
"""What parts the cells of a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """How deleted and inserted words are marked.

    Args:
        deleted: What stands before and behind deleted words.
        inserted: What stands before and behind inserted words.
        deleted_code: Terminal code for deleted words; empty for none.
        inserted_code: Terminal code for inserted words; empty for none.
        reserved: Characters of these marks, written with a backslash where they
            belong to the law's own words.
        legend: One sentence that explains the marks.
        new_sections: Whether a wholly new section is headed (NEW) and left
            unmarked.
    """

    deleted: tuple[str, str]
    inserted: tuple[str, str]
    deleted_code: str = ""
    inserted_code: str = ""
    reserved: str
    legend: str
    new_sections: bool = False

    def ready(self, runs: Runs) -> Runs:
        """Prepare runs for these marks: what would read as one has a backslash."""
        return settle(runs, self._escaped)

    def pieces(self, runs: Runs, *, colour: bool) -> list[Piece]:
        """Mark the words of one paragraph."""
        return [self._piece(run, colour=colour) for run in runs]

    def _piece(self, run: Run, *, colour: bool) -> Piece:
        text = f" {CELL} ".join(run.text.split("\t"))
        match run.kind:
            case RunKind.EQUAL:
                return Piece(text)
            case RunKind.DELETED:
                (start, end), code = self.deleted, self.deleted_code
            case RunKind.INSERTED:
                (start, end), code = self.inserted, self.inserted_code
        return Piece(f"{start}{text.strip(' ')}{end}", code if colour else "")

    def _escaped(self, text: str) -> str:
        reserved = {*self.reserved, *NOTE, "\\", BLANK, PILCROW, CELL}
        return "".join(f"\\{c}" if c in reserved else visible(c) for c in text)


TERMINAL: Final = Convention(
    deleted=("[", "]"),
    inserted=("{+", "+}"),
    deleted_code="31;9",
    inserted_code="32;4",
    reserved="[]{}",
    legend=(
        "Marks: [deleted words], {+inserted words+}, ⟨notes of ours⟩. A backslash "
        "before a mark: it belongs to the text."
    ),
)
