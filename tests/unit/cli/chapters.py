"""Invented chapters of a code, as JSON lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NOTE = "(P.A. 99-1, S. 2.)"
GONE = "Sections 9-3 and 9-3a are repealed."
LATER = "(P.A. 25-3, S. 1.)"
ENDED = "(P.A. 99-1, S. 2; P.A. 25-4, S. 1.)"


def section(
    number: str, name: str, *body: str, status: str = "active", notes: tuple[str, ...] = ()
) -> dict[str, object]:
    words = f"Secs. {number}." if " " in number else f"Sec. {number}."
    return {
        "heading": f"{words} {name}".strip(),
        "status": status,
        "body": list(body),
        "sourceNotes": list(notes) or [NOTE],
        "history": [],
    }


def chapter(number: str, *provisions: dict[str, object]) -> dict[str, object]:
    return {
        "number": number,
        "name": f"Things of chapter {number}",
        "title": {"number": "09", "name": "Libraries"},
        "provisions": list(provisions),
    }


def write(path: Path, *chapters: dict[str, object]) -> Path:
    path.write_text("".join(f"{json.dumps(one)}\n" for one in chapters), "utf-8")
    return path


BASE = (
    chapter(
        "1",
        section(
            "9-1",
            "(Formerly Sec. 8-1). Cards.",
            "(a) Each reader has a card. (b) A card costs:",
            "(1) One dollar; or",
            "(2) two dollars.",
        ),
        section("9-2", "Fees.", "A late book costs ten cents."),
        section("9-3", "Lamps.", "Lamps are lent."),
        section("9-3a", "Bells.", "Bells are lent."),
        section("9-4 and 9-5", "", "Transferred to chapter 2.", status="transferred"),
        section("9-6 to 9-9", "", "Reserved for future use.", status="reserved"),
        section("9-7", "") | {"heading": "9-7", "body": []},
    ),
    chapter(
        "2",
        section("9-20", "Bicycles.", "Section 9-20 is repealed.", status="repealed"),
        section("9-21", "Locks.", "A lock is needed."),
    ),
)
SUPPLEMENT = (
    chapter(
        "1",
        section("9-2", "Fees.", "A late book costs twenty cents.", notes=(LATER,)),
        section("9-3 and 9-3a", "", GONE, status="repealed", notes=(ENDED,)),
        section("9-3b", "Pumps.", "Pumps are lent.", notes=(LATER,)),
    ),
)
