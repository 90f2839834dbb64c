"""Two editions of a real code as Akoma Ntoso: the base, and the supplement to it.

    python tests/real/connecticut.py FOLDER

reads the JSON lines of ``../shared/corpora/ct-general-statutes`` and writes ``base.xml``
and ``supplement.xml``. The words are law of others: the files belong in a temporary
folder, never in this repository.

Every provision is one section in its title and chapter, divided as far as its numbers tell.
What the data has that a code in one file cannot have is treated so:

* Bare headings (a number alone) are leftovers of the capture, and left out.
* A group (several numbers under one heading) of the base is one section whose eId names
  the first and the last number. Some of its numbers can stand elsewhere too, as sections of
  their own; their eIds differ.
* A group of the supplement replaces each section it names: it is written once for each,
  under that section's own number.
* Chapters of a title that do not follow each other are put together.
* A number that the supplement adds and the base has reserved on its own replaces it; one
  that the base has reserved within a range stands beside the range.
"""

from __future__ import annotations

import json
import lzma
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from statuteline.model.ids import EId, WId
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, block_text, plain, prose_text
from statuteline.structure.hierarchy import divide
from statuteline.structure.scheme import CONNECTICUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.text import Block

SOURCE = Path(__file__).parents[3] / "shared" / "corpora" / "ct-general-statutes"
EDITIONS = {"base": "base-2025.jsonl.xz", "supplement": "supplement-2026.jsonl.xz"}
DAYS = {"base": "2025-01-01", "supplement": "2026-01-01"}
HEAD = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<act name="code"><meta><identification source="#collection">
<FRBRWork><FRBRdate date="1958-01-01" name="revision"/><FRBRcountry value="us-ct"/>
</FRBRWork>
<FRBRExpression><FRBRdate date="{}" name="revised"/></FRBRExpression>
</identification></meta>
<body>
"""
NUMBER = re.compile(r"Secs?\.\s+.*?\.(\s+|$)")  # in front of a heading
TAIL = "</body></act></akomaNtoso>\n"


def chapters(edition: str) -> Iterator[dict[str, Any]]:
    """Read the chapters of an edition."""
    with lzma.open(SOURCE / EDITIONS[edition], "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def sections(edition: str, chapter: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the provisions of a chapter that are law, each with its eId."""
    for provision in chapter["provisions"]:
        numbers = provision["citations"]
        if not provision["heading"].startswith(("Sec. ", "Secs. ")):
            continue
        if provision["kind"] == "section":
            yield f"sec_{provision['citation']}", provision
        elif edition == "base":
            yield f"sec_{numbers[0]}-to-{numbers[-1]}", provision
        else:
            for number in numbers:
                yield f"sec_{number}", provision


def told(name: str, eid: str, num: str, heading: str) -> str:
    """Open a level of the code, with its number and heading."""
    head = f"<heading>{escape(heading)}</heading>" if heading else ""
    return f'<{name} eId="{escape(eid)}"><num>{escape(num)}</num>{head}\n'


def section(eid: str, provision: dict[str, Any]) -> str:
    """Write one section; its number stands in front of its heading."""
    heading = NUMBER.sub("", provision["heading"])
    num = f"Sec. {eid.removeprefix('sec_').replace('-to-', ' to ')}."
    top = Provision(
        level=Level.SECTION, eid=EId(eid), wid=WId(eid), num=num, heading=plain(heading)
    )
    blocks = tuple(Paragraph(spans=plain(words)) for words in provision["body"])
    return element(divide(top, blocks, CONNECTICUT))


def element(provision: Provision) -> str:
    """Write one provision with all below it."""
    name, num = provision.level.value, provision.num or ""
    parts = [told(name, provision.eid.text, num, prose_text(provision.heading))]
    if provision.children:
        parts.append(paragraphs("intro", provision.intro))
        parts += map(element, provision.children)
        parts.append(paragraphs("wrapUp", provision.wrap_up))
    else:
        parts.append(paragraphs("content", provision.intro))
    return "".join([*parts, f"</{name}>\n"])


def paragraphs(name: str, blocks: tuple[Block, ...]) -> str:
    """Write paragraphs, each one ``<p>``; nothing for none."""
    if not blocks:
        return ""
    body = "".join(f"<p>{escape(block_text(block))}</p>\n" for block in blocks)
    return f"<{name}>\n{body}</{name}>\n"


def write(edition: str, path: Path) -> int:
    """Write an edition; give the number of its sections."""
    count = 0
    seen: set[str] = set()
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD.format(DAYS[edition]))
        by_title: dict[str, list[dict[str, Any]]] = {}
        for chapter in chapters(edition):
            by_title.setdefault(chapter["title"]["number"], []).append(chapter)
        for title, within in by_title.items():
            name = within[0]["title"]["name"]
            file.write(told("title", f"title_{title}", f"Title {title}.", name))
            for chapter in within:
                number = chapter["number"]
                eid = f"chp_{number}"
                file.write(told("chapter", eid, f"Chapter {number}.", chapter["name"]))
                for name, provision in sections(edition, chapter):
                    if name in seen:
                        raise ValueError(f"{edition}: {name} stands twice")
                    seen.add(name)
                    file.write(section(name, provision))
                    count += 1
                file.write("</chapter>\n")
            file.write("</title>\n")
        file.write(TAIL)
    return count


def main() -> None:
    """Write both editions into the folder that is named."""
    if len(sys.argv) != 2:
        sys.exit("usage: python tests/real/connecticut.py FOLDER")
    if not SOURCE.is_dir():
        sys.exit(f"{SOURCE} is absent")
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for edition in EDITIONS:
        count = write(edition, folder / f"{edition}.xml")
        sys.stdout.write(f"{edition}.xml: {count} sections\n")


if __name__ == "__main__":
    main()
