"""What the site says of trust is made of the cases, and names tests that are there."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from by_reference import REFERENCES
from every_attack import ATTACKS, GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attack import Attack

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "site" / "hostile-input.md"
TRUST = ROOT / "site" / "trust.md"
COUNT = re.compile(r"\*\*[\d,]+ hostile inputs\*\*")
ENDS = {0: "taken", 1: "shown", 2: "refused"}
HEAD = f"""\
# Hostile input

Inputs that were made to hurt, the command that each is handed to, and how it ends. This
page is written by the tests that run them, `tests/hostile`: a row that is not true is a
failing test.

*Refused* means status 2 and an error that says what is wrong and where, or what to do
instead; nothing is written. *Shown* and *taken* mean that the input is odd and does no
harm: characters that steer a display or cannot be seen stand there as `⟨U+202E⟩`. A star
marks what runs in a process of its own, of which the kernel bounds memory and processor
time. Of all of them: no traceback, no character that a terminal would obey, no error of
more than a few lines, and the folders are afterwards as they were before.

There are {len(ATTACKS)} inputs here, and {len(REFERENCES)} rows at the end for what other
tests hold.
"""


def table() -> Iterator[str]:
    """Write the page."""
    yield HEAD
    for title, attacks in GROUPS.items():
        yield f"\n## {title}\n\n| input | handed to | how it ends |\n|---|---|---|\n"
        for attack in attacks:
            yield _row(attack)
    yield "\n## Held by other tests\n\n| input | test |\n|---|---|\n"
    for one in REFERENCES:
        yield f"| {one.name} | `{one.file}`: `{one.test}` |\n"


def _row(attack: Attack) -> str:
    bounded = "" if attack.limits is None else " \\*"
    command = next(word for word in attack.words if not word.startswith("-"))
    if command == "nowhere" or command not in _commands():
        command = next((word for word in attack.words if word in _commands()), "")
    told = attack.says.replace("|", "\\|")
    name = attack.name.replace("|", "\\|")
    handed = f"`{command}`" if command else "the command line"
    return f"| {name}{bounded} | {handed} | {ENDS[attack.status]}: `{told}` |\n"


def _commands() -> set[str]:
    folder = ROOT / "tool" / "statuteline" / "cli"
    return {path.stem.rstrip("_") for path in folder.glob("[a-z]*.py")} - {"main"}


def test_the_table_is_made_of_the_cases(*, update_golden: bool) -> None:
    told = "".join(table())
    if update_golden:
        TABLE.write_text(told, encoding="utf-8")
    assert TABLE.read_text("utf-8") == told


def test_the_page_on_trust_says_how_many_there_are(*, update_golden: bool) -> None:
    page = TRUST.read_text("utf-8")
    told = COUNT.sub(f"**{len(ATTACKS):,} hostile inputs**", page)
    assert COUNT.search(page)
    if update_golden:
        TRUST.write_text(told, encoding="utf-8")
    assert TRUST.read_text("utf-8") == told
    assert len(ATTACKS) >= 200


@pytest.mark.parametrize("page", [TRUST, ROOT / "SECURITY.md"], ids=lambda path: path.name)
def test_every_test_that_is_named_is_there(page: Path) -> None:
    named = set(re.findall(r"tests/[\w/.]*\w", page.read_text("utf-8")))
    assert named
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_every_promise_names_a_test() -> None:
    _, _, rest = TRUST.read_text("utf-8").partition("\n## What is promised\n")
    promises = re.split(r"\n### ", re.split(r"\n## ", rest)[0])[1:]
    assert len(promises) > 5
    assert [one.splitlines()[0] for one in promises if "`tests/" not in one] == []


@pytest.mark.parametrize("reference", REFERENCES, ids=lambda one: one.test)
def test_what_other_tests_hold_is_there(reference: tuple[str, str, str]) -> None:
    _, file, test = reference
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    assert test in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
