"""Word files: the text with all tracked changes accepted, its numbers counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from statuteline.drafts._expression import draft_text
from statuteline.drafts._signs import is_word
from statuteline.drafts._word_body import Body
from statuteline.drafts._word_names import NAMESPACES, child
from statuteline.drafts._word_numbers import Numbers
from statuteline.drafts._word_package import Package
from statuteline.drafts._word_styles import Styles
from statuteline.drafts.base import Draft
from statuteline.errors import DraftError

if TYPE_CHECKING:
    from statuteline.drafts.base import DraftFile, DraftText

_NOTES: Final = {
    "del": "tracked deletions are left out, as if they were accepted",
    "ins": "tracked insertions are read, as if they were accepted",
    "numbered": "automatic numbers are counted, as Word prints them",
    "struck": "words that are only formatted as struck through are read as text",
    "hidden": "hidden words are left out",
    "symbols": "signs of a symbol font are left out: no letter stands for them",
    "boxes": "text boxes are left out: where on the page they belong is not known",
    "embedded": "documents and objects that are embedded are left out",
    "footnotes": "footnotes and endnotes are left out",
    "comments": "comments are left out",
}


def _read(file: DraftFile) -> DraftText:
    package = Package(file)
    main = package.main()
    root = package.read(main)
    body = child(root, "body")
    if str(root.tag).rpartition("}")[0].lstrip("{") not in NAMESPACES or body is None:
        raise DraftError("The Word file has no document in it", where=file.name)
    numbers = Numbers(package.beside(main, "numbering"))
    reader = Body(Styles(package.beside(main, "styles")), numbers)
    passages = tuple(reader.all_of(body))
    notes = [_NOTES[thing] for thing in _NOTES if reader.seen[thing]]
    if numbers.unknown:
        known = ", ".join(sorted(numbers.unknown))
        notes.append(f"automatic numbers of an unknown kind are left out: {known}")
    return draft_text(file, passages, tuple(notes))


DRAFT = Draft(
    summary="A Word file (.docx), tracked changes accepted.",
    suffixes=(".docx", ".docm", ".dotx"),
    recognises=is_word,
    read=_read,
)
