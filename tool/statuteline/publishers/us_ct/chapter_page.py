"""The page of a chapter, or of an article of title 42a, as the legislature prints it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.errors import SourceError
from statuteline.model.published import Heading, Note, NoteKind
from statuteline.publishers.us_ct.page import classes_of, page_body
from statuteline.publishers.us_ct.page_headings import Headings
from statuteline.publishers.us_ct.passages import passages_of
from statuteline.publishers.us_ct.printed_section import OpenSection

if TYPE_CHECKING:
    from lxml import etree

    from statuteline.model.published import Edition, PublishedSection
    from statuteline.publishers.us_ct.passages import Passage

_NOTES: Final = {
    f"{name}{place}": kind
    for place in ("", "-first")
    for name, kind in {
        "source": NoteKind.SOURCE,
        "history": NoteKind.HISTORY,
        "cross-ref": NoteKind.CROSS_REFERENCE,
        "annotation": NoteKind.ANNOTATION,
        "front-note": NoteKind.EDITORIAL,
    }.items()
}
_LEVEL: Final = re.compile(r"(title|chap|part|subpart)-(no|name)")
_TITLE: Final = re.compile(r"title_0{0,9}([0-9a-z]+)\.htm")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontNote:
    """A note on a chapter or part as a whole.

    Args:
        on: The number of the chapter or part, as printed.
        note: The note.
    """

    on: str
    note: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterPage:
    """All that a page says: each of its words is in one of these.

    Args:
        chapter: The chapter; of a title without chapters, the title.
        headings: The headings of its parts and subparts, in order.
        sections: Its sections, in order.
        anchors: The anchor of each section, in the same order.
        front_notes: Notes on the chapter and its parts.
        contents: The lines of its table of contents, and what stands among them.
        listed: The anchors that the table of contents leads to.
        navigation: The words that lead to other pages.
        rest: Words that are none of these: how a page differs from what is known.
    """

    chapter: Heading
    headings: tuple[Heading, ...]
    sections: tuple[PublishedSection, ...]
    anchors: tuple[str, ...]
    front_notes: tuple[FrontNote, ...]
    contents: tuple[str, ...]
    listed: tuple[str, ...]
    navigation: tuple[str, ...]
    rest: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The anchors in the contents that no section has: the page may be cut off."""
        return tuple(anchor for anchor in self.listed if anchor not in set(self.anchors))

    @property
    def wrong_anchors(self) -> tuple[tuple[str, str], ...]:
        """Anchors that have another number than the heading, each with that number."""
        return tuple(
            (anchor, section.number)
            for anchor, section in zip(self.anchors, self.sections, strict=True)
            if section.numbers[0].lower() not in anchor.lower().split("_")
        )


def read_chapter(
    data: bytes, edition: Edition, where: str, *, title_name: str = ""
) -> ChapterPage:
    """Read the page of a chapter, ``chap_001.htm``, or of an article, ``art_001.htm``.

    The page of a title without chapters that holds sections itself is read as well.
    The number in a heading counts, not that of its anchor. The heading of a part
    belongs to the sections behind it, wherever it stands.

    Args:
        data: The bytes of the page.
        edition: The edition that it is a page of; the page does not say.
        where: Its name, for ``source`` and messages.
        title_name: The name of the title, which the page does not say.

    Returns:
        All that the page says.

    Raises:
        SourceError: If it is no page of the code that can be read, or holds a section
            whose heading has no number.
    """
    body = page_body(data, where)
    reader = _Reader(body, edition, where, title_name)
    for passage in passages_of(body):
        reader.take(passage)
    return reader.page()


class _Reader:
    """Puts each passage of a page where it belongs."""

    def __init__(
        self, body: etree._Element, edition: Edition, where: str, title_name: str
    ) -> None:
        self._edition = edition
        self._where = where
        self._title = Heading(number=_title_number(body), name=title_name)
        self._listed = _listed(body)
        self._headings = Headings()
        self._sections: list[PublishedSection] = []
        self._anchors: list[str] = []
        self._open: OpenSection | None = None
        self._front: list[FrontNote] = []
        self._contents: list[str] = []
        self._navigation: list[str] = []
        self._rest: list[str] = []
        self._in_contents = True

    def take(self, passage: Passage) -> None:
        """Put one passage where it belongs."""
        level = next((m for name in passage.classes if (m := _LEVEL.fullmatch(name))), None)
        kind = next((k for name in passage.classes if (k := _NOTES.get(name))), None)
        if passage.catchline:
            self._start(passage)
        elif "chaps_pg_bar" in passage.classes:
            self._in_contents = False
        elif level and not (self._in_contents and level[1] in {"part", "subpart"}):
            self._close()
            self._headings.take(level[1], level[2], passage.words)
        elif kind:
            self._note(Note(kind=kind, words=passage.spans))
        elif "nav_tbl" in passage.classes:
            self._close()
            self._navigation.append(passage.words)
        elif self._in_contents:
            self._contents.append(passage.words)
        elif self._open is not None and passage.block is not None:
            self._open.blocks.append(passage.block)
        elif passage.block is not None:
            self._rest.append(passage.words)

    def page(self) -> ChapterPage:
        """Give all that was taken."""
        self._close()
        if not self._sections:
            raise SourceError(
                "The page holds no section",
                where=self._where,
                hint="expected is the page of a chapter; that of a title lists chapters",
            )
        return ChapterPage(
            chapter=self._headings.chapter,
            headings=self._headings.all,
            sections=tuple(self._sections),
            anchors=tuple(self._anchors),
            front_notes=tuple(self._front),
            contents=tuple(self._contents),
            listed=self._listed,
            navigation=tuple(self._navigation),
            rest=tuple(self._rest),
        )

    def _start(self, passage: Passage) -> None:
        """Begin a section; words behind its heading are its first paragraph."""
        self._close()
        self._in_contents = False
        self._open = OpenSection(
            catchline=passage.catchline,
            position=self._headings.position(self._title),
            edition=self._edition,
            source=f"{self._where}#{passage.anchor}",
            where=f"{self._where}:{passage.line}",
        )
        self._anchors.append(passage.anchor)
        if passage.block is not None:
            self._open.blocks.append(passage.block)

    def _close(self) -> None:
        """End the section that is open; a heading at its end belongs to the next."""
        if self._open is None:
            return
        section, heading = self._open.published()
        self._sections.append(section)
        self._open = None
        if heading:
            self._headings.take("subpart", "no", heading[0])
            self._headings.take("subpart", "name", heading[1])

    def _note(self, note: Note) -> None:
        if self._open is not None:
            self._open.notes.append(note)
        else:
            self._front.append(FrontNote(on=self._headings.last, note=note))


def _title_number(body: etree._Element) -> str:
    """Give the bare number of the title that a page belongs to; empty if it is silent."""
    own = _TITLE.fullmatch(body.get("id", ""))
    links = (_TITLE.fullmatch(link.get("href", "")) for link in body.iter("a"))
    found = own or next((match for match in links if match), None)
    return found[1] if found else ""


def _listed(body: etree._Element) -> tuple[str, ...]:
    """Give the anchors that the table of contents leads to."""
    return tuple(
        href.removeprefix("#")
        for line in body.iter("p")
        if "toc_catchln" in classes_of(line)
        for link in line.iter("a")
        if (href := link.get("href", "")).startswith("#sec")
    )
