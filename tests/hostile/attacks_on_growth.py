"""Texts that grow: a reader that takes time by the square of their length never ends."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from attack import Attack, Limits

if TYPE_CHECKING:
    from collections.abc import Callable

TITLE = "Texts that grow"
GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "importers"
LENGTH = 300_000
"""Characters: by the square of that, no reader ends within its processor time."""
BOUNDS = Limits(mebibytes=3072, seconds=60)
PUMPS = {
    "full stops": ".",
    "brackets that are opened": "(",
    "labels": "(a) ",
    "numbers of sections": "1-1, ",
    "short words": "a ",
    "quotation marks": '"',
}
"""What is repeated, over and over."""


def draft(words: str) -> bytes:
    return f"Sec. 1. A bell. {words}".encode()


def lines(words: str) -> bytes:
    """Write a chapter of one section, whose body and notes grow."""
    section = {
        "heading": "Sec. 9-1. Fees.",
        "status": "active",
        "body": [f"A fee is due. {words}"],
        "sourceNotes": [f"(P.A. 99-1, S. 2; {words})"],
        "history": [f"History: P.A. 99-1 {words}"],
    }
    title = {"number": "09", "name": "Books"}
    chapter = {"number": "1", "name": "Loans", "title": title, "provisions": [section]}
    return json.dumps(chapter).encode() + b"\n"


def page(words: str) -> bytes:
    """Write a page of one section, whose words and notes grow."""
    shown = words.replace('"', "&quot;")
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Chapter 9l</title></head>'
        '<body><div id="chap_009l.htm"><h2 class="chap-no">CHAPTER 9<i>l</i></h2>'
        '<h2 class="chap-name">LENDING</h2><hr class="chaps_pg_bar">'
        '<p><span class="catchln" id="sec_9-1">Sec. 9-1. Fees.</span> A fee. '
        f'{shown}</p><p class="source-first">(P.A. 99-1, S. 2; {shown})</p></div>'
    ).encode()


def summary(words: str) -> bytes:
    text = (GOLDEN / "act-summary-pages-and-hyphens" / "source.txt").read_text("utf-8")
    return text.replace("SUMMARY:", f"SUMMARY: This act says {words}.").encode()


def questions(words: str) -> bytes:
    text = (GOLDEN / "faq-small" / "source.txt").read_text("utf-8")
    place = "A second paragraph follows."
    return text.replace(place, f"{place} {words}.").encode()


USUAL = "diff us-ct/cgs/1-1/eng@2001-10-01 draft.txt --no-pager --summary"
READERS: dict[str, tuple[str, Callable[[str], bytes], str]] = {
    "a draft": ("draft.txt", draft, USUAL),
    "lines of a code": (
        "a.jsonl",
        lines,
        "import us-ct-general-statutes a.jsonl --edition 2025 --dry-run",
    ),
    "a page of a code": (
        "chap_009l.htm",
        page,
        "import us-ct-general-statutes chap_009l.htm --edition 2025 --dry-run",
    ),
    "a summary": (
        "a.txt",
        summary,
        "import act-summary a.txt --date 2031-08-31 --dry-run",
    ),
    "questions and answers": (
        "a.md",
        questions,
        "import faq a.md --as us-ct/faq/a --received 2031-01-01 --dry-run",
    ),
}


def grown(make: Callable[[str], bytes], pump: str) -> bytes:
    """Repeat a pump inside of a text."""
    return make((pump * (LENGTH // len(pump) + 1))[:LENGTH])


READ = "1 sections read and checked; nothing is written"
ENDS = {
    "a draft": (2, "no law has one of more than 200000"),
    "lines of a code": (0, READ),
    "a page of a code": (0, READ),
    "a summary": (0, "would be written to"),
    "questions and answers": (0, "would be written to"),
}
OPEN = (2, "The text stops in the middle of a sentence")


def growing(reader: str, pump: str) -> Attack:
    """Hand a text that grows to its reader."""
    file, make, command = READERS[reader]
    is_open = reader == "questions and answers" and PUMPS[pump] == "("
    status, says = OPEN if is_open else ENDS[reader]
    return Attack(
        name=f"{reader}, with {LENGTH:,} characters of {pump}",
        files={file: partial(grown, make, PUMPS[pump])},
        command=command,
        says=says,
        status=status,
        limits=BOUNDS,
        slow=True,
    )


ATTACKS = tuple(growing(reader, pump) for reader in READERS for pump in PUMPS)
