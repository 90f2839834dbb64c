"""Two editions of a real code as Akoma Ntoso: the base, and the supplement to it.

    python tests/real/connecticut.py FOLDER

reads the JSON lines of ``../shared/corpora/ct-general-statutes`` and writes ``base.xml``
and ``supplement.xml``. The words are law of others: the files belong in a temporary
folder, never in this repository.

Every section is one in its title and chapter, divided as far as its numbers tell. Leftovers
of the capture are left out. A group (several numbers under one heading) is one section,
whose eId names its numbers. Chapters of a title that do not follow each other are put
together.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from statuteline.model.published import Edition, EditionKind, PublishedSection
from statuteline.model.text import block_text, prose_text
from statuteline.publishers.us_ct.hierarchy import divide_section
from statuteline.publishers.us_ct.json_lines import read_json_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.provision import Provision
    from statuteline.model.published import Heading
    from statuteline.model.text import Block

SOURCE = Path(__file__).parents[3] / "shared" / "corpora" / "ct-general-statutes"
FILES = {"base": "base-2025.jsonl.xz", "supplement": "supplement-2026.jsonl.xz"}
EDITIONS = {
    "base": Edition(revised_to=date(2025, 1, 1), kind=EditionKind.REVISION),
    "supplement": Edition(revised_to=date(2026, 1, 1), kind=EditionKind.SUPPLEMENT),
}
HEAD = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<act name="code"><meta><identification source="#collection">
<FRBRWork><FRBRdate date="1958-01-01" name="revision"/><FRBRcountry value="us-ct"/>
</FRBRWork>
<FRBRExpression><FRBRdate date="{}" name="revised"/></FRBRExpression>
</identification></meta>
<body>
"""
TAIL = "</body></act></akomaNtoso>\n"


def sections(edition: str) -> Iterator[PublishedSection]:
    """Read the sections of an edition, without leftovers of the capture."""
    data = (SOURCE / FILES[edition]).read_bytes()
    for record in read_json_lines(data, EDITIONS[edition], FILES[edition]):
        if isinstance(record, PublishedSection):
            yield record


def told(name: str, eid: str, num: str, heading: str) -> str:
    """Open a level of the code, with its number and heading."""
    head = f"<heading>{escape(heading)}</heading>" if heading else ""
    return f'<{name} eId="{escape(eid)}"><num>{escape(num)}</num>{head}\n'


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
    titles: dict[Heading, dict[Heading, list[PublishedSection]]] = {}
    for one in sections(edition):
        chapters = titles.setdefault(one.position.title, {})
        chapters.setdefault(one.position.chapter, []).append(one)
        count += 1
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD.format(EDITIONS[edition].revised_to))
        for title, chapters in titles.items():
            number = title.number
            file.write(told("title", f"title_{number}", f"Title {number}.", title.name))
            for chapter, within in chapters.items():
                number = chapter.number
                file.write(
                    told("chapter", f"chp_{number}", f"Chapter {number}.", chapter.name)
                )
                for one in within:
                    file.write(element(divide_section(one).provision))
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
