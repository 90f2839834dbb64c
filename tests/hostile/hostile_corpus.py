"""Corpora whose every word is hostile: markup, formulas, and what steers a display."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.model.commencement import OnDate
from statuteline.model.published import Note, NoteKind
from statuteline.model.text import Paragraph, plain
from statuteline.model.work import Event, EventKind
from usual_text import LATER, usual_text

if TYPE_CHECKING:
    from pathlib import Path

MARKUP = "<script>alert(1)</script></p></ins>]]>&amp;"
STEERING = "\u202eturned\u202c\u200bhidden\x9b31mred"
WORDS = f'=HYPERLINK("http://192.0.2.1") {MARKUP} {STEERING} [a](javascript:alert(1)) |`*_'
SETTINGS = "\x1b[2J\x07 ::error::told"


def of_texts(world: Path) -> None:
    """Make a corpus of two texts of which no word means well."""
    root = world / "corpus"
    shutil.rmtree(root / "us-ct" / "cgs")
    (root / "SHA256SUMS").unlink()
    said = json.dumps(WORDS + SETTINGS)  # a TOML string too
    (root / "corpus.toml").write_text(
        f'name = {said}\ntext = "official"\npublisher = {json.dumps(WORDS)}\n'
        f"notice = {said}\n",
        "utf-8",
    )
    settings = root / "us-ct" / "jurisdiction.toml"
    told = settings.read_text("utf-8")
    title = 'title = "General Statutes of Connecticut"'
    author = 'author = "Connecticut General Assembly"'
    printed = 'printed = "C.G.S. § {number}{portion}"'
    assert all(one in told for one in (title, author, printed))
    shown = json.dumps("{number}{portion} " + WORDS.replace("{", "") + SETTINGS)
    told = told.replace(title, f"title = {said}", 1).replace(
        author, f"author = {json.dumps(WORDS)}", 1
    )
    settings.write_text(told.replace(printed, f"printed = {shown}", 1), "utf-8")
    corpus = open_corpus(root)
    first = usual_text()
    section = first.body[0]
    below = section.children[0]
    for day, words in ((first.id.version, "old"), (LATER, "new")):
        corpus.add(
            replace(
                first,
                id=replace(first.id, version=day),
                commencement=OnDate(day=day),
                events=(Event(day=day, kind=EventKind.AMENDMENT),),
                title=f"{WORDS} bell",
                notes=(Note(kind=NoteKind.SOURCE, words=plain(f"({WORDS})")),),
                body=(
                    replace(
                        section,
                        heading=plain(WORDS),
                        intro=(Paragraph(spans=plain(f"{WORDS} bell {words}")),),
                        children=(
                            replace(
                                below, intro=(Paragraph(spans=plain(f"{words} {WORDS}")),)
                            ),
                        ),
                    ),
                ),
            )
        )


def of_law(world: Path) -> None:
    """Make a copy of the shipped corpus, whose judges and cases do not mean well."""
    root = world / "corpus"
    shutil.rmtree(root)
    shutil.copytree(shipped(), root)
    said = json.dumps(WORDS + SETTINGS)
    path = root / "judgements.toml"
    told = path.read_text("utf-8")
    assert 'by = "the statuteline developers"' in told
    told = told.replace('by = "the statuteline developers"', f"by = {said}")
    lines = [
        line.partition('reason = "')[0]
        + f"reason = {said}"
        + line.partition('reason = "')[2].partition('"')[2]
        if 'reason = "' in line
        else line
        for line in told.splitlines()
    ]
    # Every tenth judgement is gone: something is left to be told.
    kept = [line for number, line in enumerate(lines) if number < 4 or number % 10]
    path.write_text("\n".join(kept) + "\n", "utf-8")
    settings = root / "corpus.toml"
    settings.write_text(
        f'name = {said}\ntext = "restated"\npublisher = {said}\nnotice = {said}\n', "utf-8"
    )
    for table in (root / "us-ct" / "cases").glob("*.toml"):
        text = table.read_text("utf-8")
        rows, count = [], 0
        for line in text.splitlines():
            if line.startswith(("name = ", "why = ", "signed_by = ")):
                count += 1
                key = line.partition(" ")[0]
                rows.append(f"{key} = {json.dumps(f'{WORDS}{SETTINGS} {count}')}")
            else:
                rows.append(line)
        table.write_text("\n".join(rows) + "\n", "utf-8")
