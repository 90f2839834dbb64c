"""What stands behind a text: where it is from, what it rests on, and the editors' notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.audit.cited import provision_cited
from statuteline.model.provision import walk
from statuteline.model.published import NoteKind
from statuteline.model.text import canonical, prose_text
from statuteline.model.work import Grade
from statuteline.publish._wording import printed_as, whose
from statuteline.website import addresses
from statuteline.website.kinds._downloads import SUMS, alternates

if TYPE_CHECKING:
    from statuteline.corpus.seals import LastSeal
    from statuteline.model.ids import EId
    from statuteline.model.published import Heading
    from statuteline.model.work import Expression
    from statuteline.website.base import Alternate
    from statuteline.website.source import Source

_GRADES: Final = {
    Grade.OFFICIAL_TEXT: "the official text",
    Grade.HISTORY_NOTE: "the publisher's history note",
    Grade.ACT_SUMMARY: "a summary of the act",
    Grade.PUBLISHED_ACCOUNT: "a published account",
}
_NOTES: Final = {
    NoteKind.SOURCE: "Acts that made it",
    NoteKind.HISTORY: "History",
    NoteKind.CROSS_REFERENCE: "See also",
    NoteKind.EDITORIAL: "Editors' notes",
    NoteKind.ANNOTATION: "Decisions of courts that cite it",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rests:
    """What a provision rests on.

    Args:
        cited: The provision, as people cite it.
        anchor: Its id on the page; empty where the text has it not.
        grade: Where it was read, in words.
        note: A sentence; may be empty.
    """

    cited: str
    anchor: str
    grade: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Notes of one kind.

    Args:
        title: What they are.
        words: A paragraph each.
    """

    title: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """What stands behind a text.

    Args:
        whose: Whose words it holds.
        printed: What the publisher prints in place of its number; empty for law.
        former: The number it had before; empty for none.
        edition: The edition that it is from; empty for none.
        position: The levels above it, outermost first, in words.
        rests: What restated provisions rest on.
        notes: The publisher's notes, by kind.
        left_out: How many notes stand only on the page of the text itself.
        address: The page on which its words never change; with the address of the site
            where that is known.
        files: The text as files.
        digest: SHA-256 of the XML file.
        file_name: The name of that file.
        sums: The file of all digests; empty where the corpus has none.
        source: Where the XML file is kept on a code host; empty for nowhere.
        document: The file that it was imported from, with its digest; empty for none.
        seal: The last seal of the corpus, as it says of itself; None where there is none.
    """

    whose: str
    printed: str
    former: str
    edition: str
    position: tuple[str, ...]
    rests: tuple[Rests, ...]
    notes: tuple[Notes, ...]
    left_out: int
    address: str
    files: tuple[Alternate, ...]
    digest: str
    file_name: str
    sums: str
    source: str
    document: str
    seal: LastSeal | None


def behind_text(source: Source, text: Expression, *, all_notes: bool) -> Behind:
    """Gather what stands behind a text.

    Args:
        source: What the site is made from.
        text: The text.
        all_notes: Whether annotations are shown too, of which a section may have hundreds.
    """
    kinds = [one for one in NoteKind if all_notes or one is not NoteKind.ANNOTATION]
    shown = tuple(
        Notes(title=_NOTES[kind], words=words)
        for kind in kinds
        if (words := _words(text, kind))
    )
    origin = text.source
    has_sums = (source.corpus.root / SUMS).is_file()
    return Behind(
        whose=whose(text.words),
        printed=printed_as(text.status),
        former=text.former or "",
        edition=text.edition.name if text.edition else "",
        position=_position(text),
        rests=_rests(source, text),
        notes=shown,
        left_out=0 if all_notes else len(_words(text, NoteKind.ANNOTATION)),
        address=source.settings.address + addresses.of_version(text.id),
        files=alternates(source, text.id),
        digest=source.texts_of(text.id.work).digest(text.id),
        file_name=f"{text.id.label}.xml",
        sums=SUMS if has_sums else "",
        source=source.source_of(text.id),
        seal=source.seal,
        document=f"{origin.name}, SHA-256 {origin.sha256}" if origin else "",
    )


def _words(text: Expression, kind: NoteKind) -> tuple[str, ...]:
    return tuple(canonical(prose_text(one.words)) for one in text.notes if one.kind is kind)


def _position(text: Expression) -> tuple[str, ...]:
    place = text.position
    if place is None:
        return ()
    levels = (place.title, place.chapter, place.part, place.subpart)
    return tuple(_heading(one) for one in levels if one is not None)


def _heading(one: Heading) -> str:
    return f"{one.number}: {one.name}" if one.name else one.number


def _rests(source: Source, text: Expression) -> tuple[Rests, ...]:
    held = {one.eid for one in walk(text.body)}

    def cited(eid: EId) -> str:
        return provision_cited(source.corpus, text.id.work, eid, within=text.id.work)

    return tuple(
        Rests(
            cited=cited(one.about),
            anchor=one.about.text if one.about in held else "",
            grade=_GRADES[one.grade],
            note=one.note,
        )
        for one in text.evidence
    )
