"""What was judged of the official texts is found by whoever imports them.

The links that are left are those on which encoding and official text disagree, or agree in
part; the manual lists them under "Against the official text".
"""

from __future__ import annotations

import json
import lzma
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.model.ids import WorkId
from statuteline.model.provision import walk

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

SECTIONS = (
    "17a-106h", "46a-170", "53a-82", "53a-83", "53a-83b", "53a-192a", "54-47a", "54-95c",
)  # fmt: skip
UNREVIEWED = {
    "17a-106h": {"b__subdiv_6": 3},
    "46a-170": {"b": 1, "b__subdiv_10": 1, "b__subdiv_22": 6},
    "53a-83": {"a": 3, "a__subdiv_1": 3, "a__subdiv_3": 3},
    "53a-192a": {
        "a": 3, "a__subdiv_1": 5, "a__subdiv_1__subpara_C": 2, "a__subdiv_3": 2, "b": 1,
    },
    "54-47a": {"a": 2, "a__subdiv_1": 1, "b": 1},
    "54-95c": {"d__subdiv_1": 1, "d__subdiv_2": 1},
}  # fmt: skip


@pytest.fixture(scope="module")
def official(law_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Import the sections that the encodings are of from the revision of 2025."""
    folder = tmp_path_factory.mktemp("official")
    lines = []
    with lzma.open(law_base, "rt", encoding="utf-8") as chapters:
        for line in chapters:
            chapter = json.loads(line)
            chapter["provisions"] = [
                one for one in chapter["provisions"] if one["citation"] in SECTIONS
            ]
            if chapter["provisions"]:
                lines.append(json.dumps(chapter))
    source = folder / "sections.jsonl"
    source.write_text("\n".join(lines), "utf-8")
    root = folder / "corpus"
    _run("init", str(root))
    kind = "us-ct-general-statutes"
    _run("--corpus", str(root), "import", kind, str(source), "--edition", "2025")
    return root


def _run(*words: str, status: int = 0) -> str:
    command = [sys.executable, "-m", "statuteline", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stderr
    return done.stdout


def _checked(root: Path) -> dict[str, Any]:
    told = _run("--corpus", str(root), "check", "--format", "json", status=1)
    found: dict[str, Any] = json.loads(told)
    return found


def test_what_was_judged_is_found_and_what_is_left_is_told(official: Path) -> None:
    found = _checked(official)
    assert found["states"] == {"ok": 87, "unreviewed": 39, "not held": 187}
    left: dict[str, Counter[str]] = {}
    for one in found["findings"]:
        assert one["state"] == "unreviewed"
        work, _, eid = one["provision"].partition("#")
        number = work.rpartition("/")[2]
        place = eid.removeprefix(f"sec_{number}__subsec_")
        left.setdefault(number, Counter())[place] += 1
    assert left == UNREVIEWED


def test_a_changed_word_of_an_official_text_makes_what_was_judged_suspect(
    official: Path, tmp_path: Path
) -> None:
    root = tmp_path / "changed"
    for path in official.rglob("*"):
        if path.is_file():
            copied = root / path.relative_to(official)
            copied.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text("utf-8")
            if path.parent.name == "53a-82":
                assert text.count("class A misdemeanor.</p>") == 1
                text = text.replace("class A misdemeanor.</p>", "class B misdemeanor.</p>")
            copied.write_text(text, "utf-8")
    suspect = [one for one in _checked(root)["findings"] if one["state"] != "unreviewed"]
    assert [(one["state"], one["provision"]) for one in suspect] == [
        ("suspect: text changed", "us-ct/cgs/53a-82#sec_53a-82")
    ]


def test_restated_and_official_texts_are_divided_alike(official: Path) -> None:
    """So an encoding of the one finds its provisions in the other."""
    restated, imported = open_corpus(shipped()), open_corpus(official)
    for number in SECTIONS:
        work = WorkId("us-ct", "cgs", number)
        ours, theirs = (
            {one.eid for one in walk(corpus.expressions(work)[-1].body)}
            for corpus in (restated, imported)
        )
        assert ours <= theirs
        assert (theirs == ours) is (number != "46a-170")
