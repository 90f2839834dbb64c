"""Every command, format, report, kind of source and engine has a heading in the manual."""

from __future__ import annotations

import re
from pathlib import Path

from statuteline.batch import batch_names
from statuteline.drafts import draft_kinds
from statuteline.engines import engine_names
from statuteline.importers import importer_kinds
from statuteline.law import encodings
from statuteline.publish import format_names
from statuteline.pull import jurisdictions
from statuteline.reports import report_names

ROOT = Path(__file__).resolve().parents[2]
MANUAL = ROOT / "site" / "manual"


def command_names(folder: Path) -> set[str]:
    """Give the commands of a folder: one module each, named as the command.

    A name that Python keeps for itself, such as ``import``, has an underscore behind
    it in the file name.
    """
    return {
        path.stem.rstrip("_").replace("_", "-")
        for path in folder.glob("*.py")
        if not path.stem.startswith("_") and path.stem != "main"
    }


def headings(page: str, level: int, under: str = "") -> set[str]:
    """Give the headings in code type of one level, perhaps only below another one."""
    if under:
        _, _, page = page.partition(f"\n## {under}\n")
        page = re.split(r"^## ", page, flags=re.MULTILINE)[0]
    return set(re.findall(rf"^#{{{level}}} `([^`]+)`$", page, re.MULTILINE))


def test_every_command_has_a_heading() -> None:
    page = (MANUAL / "commands.md").read_text("utf-8")
    assert headings(page, 2) == command_names(ROOT / "tool" / "statuteline" / "cli")


def test_every_format_has_a_heading() -> None:
    page = (MANUAL / "formats.md").read_text("utf-8")
    assert headings(page, 3, "Output") == set(format_names())


def test_every_report_has_a_heading() -> None:
    page = (MANUAL / "formats.md").read_text("utf-8")
    assert headings(page, 3, "Reports") == set(report_names())


def test_every_kind_of_source_has_a_heading() -> None:
    page = (MANUAL / "formats.md").read_text("utf-8")
    assert headings(page, 3, "Sources") == set(importer_kinds())


def test_every_kind_of_draft_has_a_heading() -> None:
    page = (MANUAL / "formats.md").read_text("utf-8")
    assert headings(page, 3, "Drafts") == set(draft_kinds())


def test_every_engine_has_a_heading() -> None:
    page = (MANUAL / "commands.md").read_text("utf-8")
    assert headings(page, 3, "`compare`") == set(engine_names())


def test_every_database_has_a_heading() -> None:
    page = (MANUAL / "commands.md").read_text("utf-8")
    assert headings(page, 3, "`decide`") == set(batch_names())


def test_every_publisher_has_a_heading() -> None:
    page = (MANUAL / "pull.md").read_text("utf-8")
    assert headings(page, 2) == set(jurisdictions())


def test_a_missing_heading_is_found(tmp_path: Path) -> None:
    for name in ("main.py", "_options.py", "__init__.py", "import_.py", "site_build.py"):
        (tmp_path / name).touch()
    assert command_names(tmp_path) == {"import", "site-build"}
    page = "# Manual\n\n## `import`\n\n## Output\n\n### `text`\n\n## Sources\n\n### `faq`\n"
    assert headings(page, 2) == {"import"}
    assert headings(page, 3, "Output") == {"text"}
    assert headings(page, 3, "Sources") == {"faq"}


def test_every_encoding_has_a_row_with_the_days_of_its_texts() -> None:
    page = (MANUAL / "law-as-code.md").read_text("utf-8")
    rows = re.findall(r"^\| `([^`]+)` \| [^|]+ \| ([0-9, -]+) \|", page, re.MULTILINE)
    assert rows == [
        (one.name, ", ".join(version.days.start.isoformat() for version in one.versions))
        for one in encodings()
    ]
