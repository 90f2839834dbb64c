"""Readers of what publishers print: pages and lines of a code, acts, summaries, answers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import lending_code
import seeds
from statuteline.acts.marks import readings
from statuteline.acts.on_corpus import ActFile, work_acts
from statuteline.acts.reading import read_act
from statuteline.corpus.store import open_corpus
from statuteline.importers.act_summary import IMPORTER as SUMMARY
from statuteline.importers.base import CodeReader, Importer, Source
from statuteline.importers.faq import IMPORTER as FAQ
from statuteline.importers.us_ct_general_statutes import IMPORTER as CODE
from statuteline.model.ids import WorkId
from statuteline.model.published import Edition, EditionKind
from statuteline.publishers.saved_pages import MANIFEST, PageFolder
from statuteline.publishers.us_ct.title_page import read_title, read_titles
from statuteline.pull._page import checked_address, redirected
from statuteline.pull._robots import robots
from target import Target, in_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from statuteline.importers.base import Lot
    from statuteline.model.work import Expression

_CORPUS = open_corpus(seeds.CORPUS)
_DAY = date(2026, 7, 1)
_EDITION = Edition(revised_to=date(2025, 1, 1), kind=EditionKind.REVISION)
_PAGE = "https://www.cga.ct.gov/current/pub/chap_009.htm"


def edition(name: str) -> Callable[[bytes], list[Lot]]:
    """Read a file of an edition of the code, as importing it does."""

    def read(data: bytes) -> list[Lot]:
        if not isinstance(CODE.read, CodeReader):
            raise TypeError
        return list(
            CODE.read.lots(Source(name=name, data=data, recorded=_DAY, edition=_EDITION))
        )

    return read


def act(name: str) -> Callable[[bytes], None]:
    """Read an act in all ways, and hold it against the shipped code."""

    def read(data: bytes) -> None:
        for section in read_act(data, name).sections:
            list(readings(section))
        work_acts(_CORPUS, (ActFile(name=name, data=data, sha256="0" * 64),), _DAY, ())

    return read


def document(importer: Importer, work: str) -> Callable[[bytes], Expression]:
    """Read a summary or a list of questions, as importing it does."""

    def read(data: bytes) -> Expression:
        if isinstance(importer.read, CodeReader):
            raise TypeError
        return importer.read(
            Source(
                name="source.txt",
                data=data,
                recorded=_DAY,
                received=_DAY,
                work=WorkId.parse(work),
                uris=_CORPUS.uris,
            )
        )

    return read


def address(data: bytes) -> None:
    """Follow an address that a server answers with, and rules that it sets."""
    words = data.decode(errors="replace")
    redirected(_PAGE, words)
    robots(data).allows(_PAGE)
    checked_address(words)


def pages_of(kind: str) -> Iterator[bytes]:
    """Give pages of a kind: of an invented code, and shortened ones of the publisher."""
    for name, page in lending_code.edition(2025, "").items():
        if kind in name:
            yield page
    yield from seeds.beside(f"ct-pages/*/*{kind.strip('_')}*.htm")


def acts() -> Iterator[bytes]:
    """Give acts as JSON runs."""
    yield (
        b'{"id": "pa-2026-regular-12", "approved": "Approved June 2, 2026", "blocks": ['
        b'{"type": "p", "page": 3, "anchor": "sec-4", "section": "4", "runs": ["Sec. 4. '
        b"Subsection (a) of section 54-95c of the general statutes is repealed and the "
        b"following is substituted in lieu thereof (Effective October 1, 2026):"
        b'"]}, {"type": "p", "page": 4, "runs": ["(a) A [bell] ", {"ins": "gong"}, " d."], '
        b'"section": "4"}]}'
    )
    yield from seeds.beside("ct-acts/*.json")


def act_pages() -> Iterator[bytes]:
    """Give acts as pages."""
    yield (
        b"<html><body><p>Public Act No. 26-12</p><p>AN ACT CONCERNING BELLS.</p><p>Be it "
        b"enacted by the Senate:</p><p><b>Section 1.</b> Section 54-95c of the general "
        b"statutes is repealed and the following is substituted in lieu thereof (<i>"
        b"Effective October 1, 2026</i>):</p><p>(a) A [bell] <u>gong</u> is needed.</p>"
        b"<table><tr><td>Section 1</td><td><i>October 1, 2026</i></td></tr></table>"
        b"</body></html>"
    )


def visits() -> Iterator[bytes]:
    """Give a list of saved pages."""
    yield (
        b'{"format": "statuteline/pages/1"}\n{"url": "https://example.org/chap_009.htm", '
        b'"edition": {"revised_to": "2025-01-01", "kind": "revision"}, "at": '
        b'"2026-07-01T08:00:00+00:00", "outcome": "new", "status": 200}\n'
        b'{"completed": "2026-07-01T08:00:00+00:00"}\n'
    )


TARGETS = (
    Target(
        name="chapter-page",
        read=edition("chap_009.htm"),
        seeds=lambda: pages_of("chap_"),
    ),
    Target(
        name="title-page",
        read=lambda data: read_title(data, "title_09.htm"),
        seeds=lambda: pages_of("title_"),
    ),
    Target(
        name="titles-page",
        read=lambda data: read_titles(data, "titles.htm"),
        seeds=lambda: pages_of("titles"),
    ),
    Target(name="code-lines", read=edition("code.jsonl"), seeds=seeds.code_lines),
    Target(
        name="printed-section",
        read=lambda data: edition("code.jsonl")(seeds.section_line(data)),
        seeds=seeds.printed_sections,
    ),
    Target(name="act-runs", read=act("act.json"), seeds=acts),
    Target(name="act-page", read=act("act.htm"), seeds=act_pages),
    Target(name="act-pdf", read=act("act.pdf"), seeds=seeds.pdf_files),
    Target(
        name="act-pdf-page",
        read=lambda data: act("act.pdf")(seeds.pdf_of(data)),
        seeds=seeds.drawings,
    ),
    Target(
        name="act-summary",
        read=document(SUMMARY, "us-ct/summary/pa-21-103"),
        seeds=lambda: seeds.files("tests/golden/importers/act-summary*/source.txt"),
    ),
    Target(
        name="faq",
        read=document(FAQ, "us-ct/faq/vacatur"),
        seeds=lambda: seeds.files("tests/golden/importers/faq*/source.txt"),
    ),
    Target(
        name="saved-pages",
        read=in_file(MANIFEST, lambda folder: PageFolder(folder).entries()),
        seeds=visits,
    ),
    Target(
        name="addresses",
        read=address,
        seeds=lambda: seeds.words(
            "https://www.cga.ct.gov/2026/sup/chap_009.htm",
            "User-agent: *\nDisallow: /private/\nCrawl-delay: 3\nRequest-rate: 1/5",
        ),
    ),
)
