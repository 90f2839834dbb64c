"""Hostile words in every field of a text, a corpus and a judgement, in every output."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attack import Attack
from hostile_corpus import of_law, of_texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Making: TypeAlias = Callable[[Path], None]

TITLE = "Hostile words in every output"
ENDINGS = {
    "akn": "xml", "csv": "csv", "ct": "txt", "ct-act": "html", "docx": "docx",
    "github": "txt", "html": "html", "json": "json", "junit": "xml", "markdown": "md",
    "sarif": "json", "text": "txt", "xlsx": "xlsx",
}  # fmt: skip
BOTH = "us-ct/cgs/1-1/eng@2001-10-01 us-ct/cgs/1-1/eng@2005-07-01"
DAYS = "--from 2002-01-01 --to 2006-01-01"
FACTS = b"[facts]\nconviction_for_prostitution = true\n"
DECIDED = (
    "decide us-ct/vacatur --facts case.toml "
    "--at 2021-11-01 --governed 2021-11-01 --known 2027-01-01"
)


def texts(command: str, says: str, status: int, kind: str = "txt") -> Attack:
    """Run a command on the hostile corpus of texts."""
    return Attack(
        name=f"hostile texts: {command.replace(BOTH, 'A B').replace(DAYS, '--from --to')}",
        more=of_texts,
        command=command,
        says=says,
        status=status,
        kind=kind,
    )


def law(command: str, says: str, status: int, kind: str = "txt") -> Attack:
    """Run a command on the copy of the shipped corpus with hostile judges and cases."""
    return Attack(
        name=f"hostile judges: {command.replace(DECIDED, 'decide')}",
        more=of_law,
        files={"case.toml": FACTS},
        command=command,
        says=says,
        status=status,
        kind=kind,
    )


def written(make: Making, command: str, form: str, says: str = "") -> Attack:
    """Write an output to a file and read it as its own program does."""
    ending = ENDINGS[form]
    told = command.replace(BOTH, "A B").replace(DAYS, "--from --to")
    return Attack(
        name=f"hostile words: {told} --format {form}",
        more=make,
        command=f"{command} --format {form} --output out.{ending}",
        says=says or (ESCAPED if form == "json" else SEEN),
        status=1,
        kind=ending,
        output=f"out.{ending}",
        writes=True,
    )


SEEN = "⟨U+202E⟩"
ESCAPED = r"\u202e"
DIFF = ("akn", "csv", "ct", "ct-act", "docx", "html", "json", "markdown", "text", "xlsx")
LIST = ("csv", "html", "json", "markdown", "text", "xlsx")
TOLD = {"github": "findings are not annotated", "junit": "cgs_54_95c.py", "sarif": SEEN}
"""Reports in which no word of a judge stands, or stands otherwise."""
LISTED = {"json": "similar words"}
REPORTS = ("csv", "github", "html", "json", "junit", "sarif", "text", "xlsx")
MATRIX = ("csv", "html", "json", "text", "xlsx")

ATTACKS = (
    texts("list", SEEN, 0),
    texts("list --format json", ESCAPED, 0, "json"),
    texts("show 1-1 --at 2002-01-01", SEEN, 0),
    texts("show 1-1 --at 2002-01-01 --format json", ESCAPED, 0, "json"),
    texts("show 1-1 --at 1999-01-01", SEEN, 1),
    texts("log 1-1", SEEN, 0),
    texts("log 1-1 --format json", "=HYPERLINK", 0, "json"),
    texts("log 1-1 --provision (a)", "the provision sec_1-1__subsec_a", 0),
    texts("blame 1-1 --at 2002-01-01", SEEN, 0),
    texts("blame 1-1 --at 2002-01-01 --format json", "sec_1-1__subsec_a", 0, "json"),
    texts("search bell --at 2002-01-01", SEEN, 0),
    texts("search bell --at 2002-01-01 --format json", ESCAPED, 0, "json"),
    texts("status --at 2002-01-01", SEEN, 0),
    texts("status --at 2002-01-01 --format json", ESCAPED, 0, "json"),
    texts("validate", "2 files, all well.", 0),
    texts(f"diff {BOTH} --no-pager --layout side-by-side", SEEN, 1),
    texts(f"diff {BOTH} --no-pager --stat", SEEN, 1),
    texts(f"diff {BOTH} --no-pager --summary", SEEN, 1),
    *(written(of_texts, f"diff {BOTH}", form) for form in DIFF),
    *(
        written(
            of_texts, f"compare {DAYS}", form, "similar words" if form == "json" else ""
        )
        for form in LIST
    ),
    *(written(of_law, "check --all", form, TOLD.get(form, "")) for form in REPORTS),
    *(written(of_law, "matrix --act us-ct/pa/21-103", form) for form in MATRIX),
    law("coverage", "claims that come out", 1),
    law("coverage --format json", ESCAPED, 1, "json"),
    law("stats", "claims that come out", 0),
    law("cases", "us-ct/vacatur", 0),
    law("cases --format json", "us-ct/vacatur", 0, "json"),
    law("why us-ct/vacatur", SEEN, 0),
    law("why us-ct/vacatur --format json", ESCAPED, 0, "json"),
    law("why 54-95c", SEEN, 0),
    law("rules us-ct/vacatur --at 2021-11-01", SEEN, 0),
    law("list", SEEN, 0),
    law("status", SEEN, 0),
    law(f"{DECIDED}", SEEN, 0),
    law(f"{DECIDED} --format json", ESCAPED, 0, "json"),
)
