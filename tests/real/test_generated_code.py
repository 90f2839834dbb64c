"""Whole codes with known changes: what moved and was renumbered is found."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from statuteline.corpus.code_file import read_code
from statuteline.diff.codes import compare_codes
from statuteline.model.change import Amended, Conforming, Part

GENERATOR = (
    Path(__file__).resolve().parents[2].parent
    / "shared"
    / "corpora"
    / "bench"
    / "gen_corpus.py"
)
META = (
    '<meta><identification source="#x"><FRBRWork><FRBRdate date="2020-01-01"/>'
    '</FRBRWork><FRBRExpression><FRBRdate date="2020-01-01"/></FRBRExpression>'
    "</identification></meta>"
)


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not GENERATOR.exists():
        pytest.skip("../shared/corpora/bench/gen_corpus.py is absent")
    folder = tmp_path_factory.mktemp("code")
    subprocess.run(
        [sys.executable, str(GENERATOR), "1000", str(folder)],
        check=True,
        capture_output=True,
    )
    for name in ("v1.xml", "v2.xml"):
        path = folder / name
        text = path.read_text("utf-8")
        path.write_text(text.replace("<body>", f"{META}<body>", 1), "utf-8")
    return folder


def test_lineage_of_a_generated_code(code: Path) -> None:
    truth = json.loads((code / "truth.json").read_text("utf-8"))
    wanted = {(old, new) for old, new in truth["lineage"] if old and new}
    found = {
        (line.old.eid.text, line.new.eid.text)
        for one in compare_codes(read_code(code / "v1.xml"), read_code(code / "v2.xml"))
        for line in one.lines
        if line.part is Part.NUM and line.old and line.new
    }
    # A recodified chapter keeps its heading under another title; the generator counts
    # the chapter as gone and come, so only sections and what lies in them are judged.
    differing = {(old, new) for old, new in found if old != new and new[:4] == "sec_"}
    wanted = {(old, new) for old, new in wanted if new[:4] == "sec_"}
    assert len(wanted) > 100
    assert differing - wanted == set(), "renumberings that never were"
    assert wanted - differing == set(), "renumberings that were missed"


def test_changed_sections_are_those_that_changed(code: Path) -> None:
    truth = json.loads((code / "truth.json").read_text("utf-8"))
    changed = {new.partition("__")[0] for _, new in truth["changed"]}
    told = {
        one.new.body[0].eid.text
        for one in compare_codes(read_code(code / "v1.xml"), read_code(code / "v2.xml"))
        if one.new.body
    }
    assert changed <= told


def test_references_that_follow_a_renumbering_are_told_apart(code: Path) -> None:
    truth = json.loads((code / "truth.json").read_text("utf-8"))
    comparisons = tuple(
        compare_codes(read_code(code / "v1.xml"), read_code(code / "v2.xml"))
    )
    told = {
        kind: {
            change.new.text
            for one in comparisons
            for change in one.changes
            if isinstance(change, kind)
        }
        for kind in (Amended, Conforming)
    }
    conforming = {new for _, new in truth["conforming"]}
    assert told[Conforming] == conforming
    assert told[Amended] == {new for _, new in truth["changed"]} - conforming


def test_a_code_is_the_same_as_itself(code: Path) -> None:
    first = read_code(code / "v1.xml")
    assert tuple(compare_codes(first, read_code(code / "v1.xml"))) == ()
