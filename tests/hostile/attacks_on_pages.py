"""Pages, lines and documents of a publisher, as they were fetched or handed over."""

from __future__ import annotations

import json
import lzma
from typing import TYPE_CHECKING

from attack import Attack, Limits

if TYPE_CHECKING:
    from attack import Data

TITLE = "A publisher's pages and documents"
SMALL = Limits(mebibytes=1024, seconds=60)


def code(
    name: str,
    kind: str,
    data: Data,
    says: str,
    status: int = 2,
    limits: Limits | None = None,
    *,
    writes: bool = False,
) -> Attack:
    """Import a chapter of a code."""
    return Attack(
        name=name,
        files={f"chap_1.{kind}": data},
        command=f"import us-ct-general-statutes chap_1.{kind} --edition 2025",
        says=says,
        status=status,
        limits=limits,
        writes=writes or status != 2,
    )


def act(
    name: str,
    kind: str,
    data: Data,
    says: str,
    status: int = 2,
    limits: Limits | None = None,
) -> Attack:
    """Read an act."""
    return Attack(
        name=name,
        files={f"act.{kind}": data},
        command=f"act act.{kind}",
        says=says,
        status=status,
        limits=limits,
    )


def document(
    name: str,
    kind: str,
    data: Data,
    says: str,
    status: int = 2,
    limits: Limits | None = None,
) -> Attack:
    """Import a document."""
    more = (
        "--as us-ct/faq/a --received 2026-01-01" if kind == "faq" else "--date 2021-08-31"
    )
    return Attack(
        name=name,
        files={"document.txt": data},
        command=f"import {kind} document.txt {more}",
        says=says,
        status=status,
        limits=limits,
        writes=status != 2,
    )


def lines(*chapters: object) -> bytes:
    """Write chapters as lines of JSON."""
    return b"".join(json.dumps(one).encode() + b"\n" for one in chapters)


def chapter(**changes: object) -> dict[str, object]:
    """Make a chapter of one section."""
    return {
        "number": "1",
        "name": "Loans",
        "title": {"number": "09", "name": "Books"},
        "provisions": [section()],
    } | changes


def section(**changes: object) -> dict[str, object]:
    """Make a section."""
    return {
        "heading": "Sec. 9-1. Fees.",
        "status": "active",
        "body": ["A fee is due."],
        "sourceNotes": ["(P.A. 99-1, S. 2.)"],
        "history": [],
    } | changes


def page(body: str, head: str = "<title>Chapter 1</title>") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


ATTACKS = (
    code("page: an empty file", "htm", b"", "The page is empty"),
    code("page: white space alone", "htm", b" \n", "The page is empty"),
    code(
        "page: an error in place of a chapter",
        "htm",
        page("<h1>Not found</h1>"),
        "This is no page of the General Statutes: no part of it has the name of",
    ),
    code("page: a picture", "htm", b"\x89PNG\r\n\x1a\n\0\0", "Not UTF-8: byte 0x89"),
    code(
        "page: elements a hundred thousand deep",
        "htm",
        b"<div>" * 100_000,
        "The page cannot be read as HTML: Excessive depth in document: 256, use",
        2,
        SMALL,
    ),
    code(
        "page: a hundred thousand elements that are never closed",
        "htm",
        lambda: page("<p>a<b>" * 100_000),
        "This is no page of the General Statutes: no part of it has the name of",
        2,
        SMALL,
    ),
    code(
        "page: an external entity",
        "htm",
        b"<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>&a;</p>",
        "This is no page of the General Statutes: no part of it has the name of",
    ),
    code("page: the character NUL", "htm", page("<p>\0</p>"), "Not text: byte 0x00"),
    code(
        "page: bytes that are no UTF-8",
        "htm",
        page("<p>a</p>").replace(b"<p>a", b"<p>\xff\xfe"),
        "Not UTF-8: byte 0xff",
    ),
    code(
        "page: a cell of a billion columns",
        "htm",
        page("<table><tr><td colspan='1000000000'>a</td></tr></table>"),
        "This is no page of the General Statutes: no part of it has the name of",
        2,
        SMALL,
    ),
    code(
        "page: ten million spaces",
        "htm",
        lambda: page("<p>" + " " * 10_000_000 + "</p>"),
        "The page cannot be read as HTML: Resource limit exceeded: Buffer size",
        2,
        SMALL,
    ),
    code(
        "page: a million brackets that are opened",
        "htm",
        lambda: page("<p>" + "(" * 1_000_000 + "</p>"),
        "This is no page of the General Statutes: no part of it has the name of",
        2,
        SMALL,
    ),
    code("lines: an empty file", "jsonl", b"", "The page is empty"),
    code(
        "lines: null",
        "jsonl",
        b"null\n",
        "This is no page of the General Statutes: no part of it has the name of",
    ),
    code(
        "lines: a number",
        "jsonl",
        b"1\n",
        "This is no page of the General Statutes: no part of it has the name of",
    ),
    code(
        "lines: arrays a hundred thousand deep",
        "jsonl",
        b"[" * 100_000 + b"\n",
        "This is no page of the General Statutes: no part of it has the name of",
    ),
    code(
        "lines: a line without an end of 33 MB",
        "jsonl",
        lambda: b'{"a": "' + b"a" * 33_000_000,
        "a line has more than 32000000 bytes",
        2,
        SMALL,
    ),
    code(
        "lines: a chapter of nothing",
        "jsonl",
        lines({}),
        "this line is not a chapter of the code",
    ),
    code(
        "lines: a number for the heading",
        "jsonl",
        lines(chapter(provisions=[section(heading=1)])),
        "this line is not a chapter of the code",
    ),
    code(
        "lines: null for the body",
        "jsonl",
        lines(chapter(provisions=[section(body=None)])),
        "this line is not a chapter of the code",
    ),
    code(
        "lines: a heading without a number",
        "jsonl",
        lines(chapter(provisions=[section(heading="Fees")])),
        "this line is not a chapter of the code",
    ),
    code(
        "lines: a section whose number climbs out of its folder",
        "jsonl",
        lines(chapter(provisions=[section(heading="Sec. 9-../../1. Fees.")])),
        "this line is not a chapter of the code",
    ),
    code(
        "lines: a section whose number is a path",
        "jsonl",
        lines(chapter(provisions=[section(heading="Sec. /etc/passwd. Fees.")])),
        "this line is not a chapter of the code",
    ),
    code(
        "lines: a title in place of a table",
        "jsonl",
        lines(chapter(title="Books")),
        "this line is not a chapter of the code",
    ),
    code(
        "lines: bytes that are no UTF-8",
        "jsonl",
        b'{"number": "\xff"}\n',
        "the file cannot be unpacked: 'utf-8' codec can't decode byte 0xff in",
    ),
    code(
        "lines: an archive that unpacks to one line of a gigabyte",
        "xz",
        lambda: lzma.compress(b"a" * (1 << 30), preset=0),
        "a line has more than 32000000 bytes",
        2,
        SMALL,
    ),
    code(
        "lines: an archive that is cut short",
        "xz",
        lzma.compress(lines(chapter()))[:-20],
        "the file cannot be unpacked: Compressed file ended before the",
        writes=True,  # of a whole code, what was read before stays
    ),
    code(
        "lines: an archive that is damaged",
        "xz",
        lzma.compress(lines(chapter())).replace(b"\x00\x00", b"\x00\x01"),
        "the file cannot be unpacked: Corrupt input data",
    ),
    code(
        "lines: an archive in an archive",
        "xz",
        lzma.compress(lzma.compress(lines(chapter()))),
        "the file cannot be unpacked: 'utf-8' codec can't decode byte 0xfd in",
    ),
    code(
        "lines: an archive that wants a dictionary of 64 MiB",
        "xz",
        lzma.compress(
            lines(chapter()), filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 26}]
        ),
        "The revision of 2025: 1 sections imported: 1 active.",
        0,
        Limits(mebibytes=1024, seconds=60),
    ),
    code(
        "lines: script and markup in every field",
        "jsonl",
        lines(
            chapter(
                name="<script>",
                title={"number": "09", "name": "<b>"},
                provisions=[
                    section(
                        heading="Sec. 9-1. <script>alert(1)</script>.",
                        body=["</p><script>alert(1)</script>"],
                    )
                ],
            )
        ),
        "The revision of 2025: 1 sections imported: 1 active.",
        0,
    ),
    code(
        "lines: characters that steer the terminal in every field",
        "jsonl",
        lines(
            chapter(
                name="\x1b[2J",
                title={"number": "09", "name": "\u202e"},
                provisions=[
                    section(
                        heading="Sec. 9-1. \x1b[2JFees.",
                        body=["A \u202efee\x9b31m is due.\0"],
                    )
                ],
            )
        ),
        "The revision of 2025: 1 sections imported: 1 active.",
        1,
    ),
    act("act: an empty file", "htm", b"", "The file is no act of a kind that is known"),
    act(
        "act: white space alone",
        "htm",
        b" \n",
        "The file is no act of a kind that is known",
    ),
    act(
        "act: elements a hundred thousand deep",
        "htm",
        b"<div>" * 100_000,
        "Elements nest deeper than 100",
        2,
        SMALL,
    ),
    act(
        "act: an external entity",
        "htm",
        b"<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>&a;</p>",
        "The document has no section of an act",
    ),
    act(
        "act: a PDF file that is none",
        "pdf",
        b"%PDF-1.7\nnothing",
        "The PDF file cannot be read: Stream has ended unexpectedly",
    ),
    act(
        "act: runs that are no JSON",
        "json",
        b"{",
        "The file is not an act as JSON runs: JSONDecodeError: Expecting property",
    ),
    act(
        "act: runs nested a hundred thousand deep",
        "json",
        b"[" * 100_000,
        "The file is no act of a kind that is known",
    ),
    act(
        "act: runs of the wrong kind",
        "json",
        b'{"a": 1}',
        "The file is not an act as JSON runs: KeyError: 'blocks'",
    ),
    act(
        "act: a number of a million digits",
        "json",
        b"9" * 1_000_000,
        "The file is no act of a kind that is known",
    ),
    act(
        "act: runs in UTF-16",
        "json",
        "[]".encode("utf-16"),
        "The file is no act of a kind that is known",
    ),
    act(
        "act: a million brackets that are opened",
        "htm",
        lambda: page("<p>Section 1. " + "[" * 1_000_000 + "</p>"),
        "The document names neither act nor bill, and has no title",
        2,
        SMALL,
    ),
    document("summary: an empty file", "act-summary", b"", "The file is empty"),
    document("summary: white space alone", "act-summary", b" \n\f\n", "The file is empty"),
    document(
        "summary: the character NUL",
        "act-summary",
        b"OLR \0",
        "The document is no act summary or bill analysis: before SUMMARY it has no",
    ),
    document(
        "summary: bytes that are no UTF-8",
        "act-summary",
        b"OLR \xff",
        "The file is not UTF-8: byte 4 does not fit",
    ),
    document(
        "summary: UTF-16",
        "act-summary",
        "OLR".encode("utf-16"),
        "The file is not UTF-8: byte 0 does not fit",
    ),
    document(
        "summary: ten million spaces",
        "act-summary",
        lambda: b"OLR\n" + b" " * 10_000_000 + b"a\n",
        "The document is no act summary or bill analysis: before SUMMARY it has no",
        2,
        SMALL,
    ),
    document(
        "summary: a million full stops",
        "act-summary",
        lambda: b"OLR\n" + b". " * 1_000_000 + b"\n",
        "The document is no act summary or bill analysis: before SUMMARY it has no",
        2,
        SMALL,
    ),
    document("questions: an empty file", "faq", b"", "The file is empty"),
    document("questions: white space alone", "faq", b" \n", "The file is empty"),
    document(
        "questions: the character NUL",
        "faq",
        b"# A\n\0\n",
        "The text belongs to no question",
    ),
    document(
        "questions: script in place of a question",
        "faq",
        b"# <script>alert(1)</script>\n\nWords.\n",
        "The text belongs to no question",
    ),
    document(
        "questions: a link that runs a script",
        "faq",
        b"# A\n\n[b](javascript:alert(1))\n",
        "Words in brackets open a paragraph as no link",
    ),
    document(
        "questions: a million stars",
        "faq",
        lambda: b"# A\n\n" + b"*" * 1_000_000 + b"a\n",
        "Markup such as '***' has no place here",
        2,
        SMALL,
    ),
    document(
        "questions: a million brackets that are opened",
        "faq",
        lambda: b"# A\n\n" + b"[" * 1_000_000 + b"a\n",
        "Words in brackets open a paragraph as no link",
        2,
        SMALL,
    ),
    document(
        "questions: a heading a hundred thousand deep",
        "faq",
        b"#" * 100_000 + b" A\n",
        "A heading",
    ),
)
