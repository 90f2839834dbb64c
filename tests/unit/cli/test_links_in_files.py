"""From a changed file to the code that rests on it, and back, through the command.

Every word and every node is tried in ``tests/unit/trace/test_links.py``; here a sample of
each goes through the files on disk.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import statuteline
from statuteline.law import encoding
from statuteline.rules.document import document
from statuteline.rules.json_place import parsed
from statuteline.rules.read_document import encoding_from
from statuteline.trace.units import units

Run = Callable[..., Any]
NAME = "us-ct/relief"
TEXT = "us-ct/cgs/54-95c/eng@2021-10-01.xml"
DOCUMENT = "us-ct/law/relief.json"
MODULE = "law/us_ct/cgs_54_95c.py"


@pytest.fixture(scope="module")
def written() -> str:
    """Give the document of the vacatur of 2021, by another name."""
    one = encoding("us-ct/vacatur")
    told = {**document(one, one.versions[-1]), "encoding": NAME}
    return json.dumps(told, indent=2, ensure_ascii=False)


@pytest.fixture
def reviewed(run: Run, copy: Path, written: str) -> Path:
    """Give a corpus with that document, all links of which somebody has judged."""
    (copy / "judgements.toml").unlink()  # has the same pairs, by the other name
    (copy / DOCUMENT).parent.mkdir()
    (copy / DOCUMENT).write_text(written, "utf-8")
    told = run("--corpus", copy, "review", NAME, "--by", "Ada Lovelace")
    assert told.status == 0
    return copy


def links(run: Run, corpus: Path, *words: str) -> list[dict[str, Any]]:
    told = run("--corpus", corpus, "check", NAME, "--format", "json", *words)
    found: list[dict[str, Any]] = json.loads(told.out)["findings"]
    if not words:
        assert told.status == (1 if found else 0)
    return found


def line_of(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def test_a_changed_word_leads_to_each_unit_that_rests_on_its_provision(
    run: Run, reviewed: Path
) -> None:
    path = reviewed / TEXT
    text = path.read_text("utf-8")
    before = links(run, reviewed, "--all")
    body = text.index("<body>")
    opened = [
        (match.start(), match[1])
        for match in re.finditer(r'<\w+ eId="(sec_[^"]+)"', text)
        if match.start() > body
    ]
    words = [
        (line.start(1) + word.start(), line.start(1) + word.end())
        for line in re.finditer(r"<p>([^<]+)", text)
        if line.start() > body
        for word in re.finditer(r"\w+", line[1])
    ]
    assert len(words) > 200
    tried = 0
    for first, last in words[7::40]:
        place, eid = max(one for one in opened if one[0] < first)
        path.write_text(f"{text[:first]}changed{text[last:]}", "utf-8")
        found = links(run, reviewed)
        resting = {one["unit"] for one in before if one["provision"].endswith(f"#{eid}")}
        assert {one["unit"] for one in found} == resting, (eid, text[first:last])
        for one in found:
            assert one["state"] in {"suspect: text changed", "broken"}
            assert one["code"]["place"].startswith(f"{reviewed / DOCUMENT} $.")
            cited = one["provision"].rpartition("#")[2]
            assert eid == cited or eid.startswith(f"{cited}__")
            if one["state"] != "broken":
                line = line_of(text, place)
                assert one["text"]["place"] == f"{path}:{line}"
        tried += bool(found)
    assert tried >= 3


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("shall vacate the", "shall\n  vacate   the"),
        ("<body>", "<body><!-- seen by nobody -->"),
        ("</subsection>", "</subsection>\n\n"),
    ],
)
def test_white_space_and_comments_of_a_text_are_silent(
    old: str, new: str, run: Run, reviewed: Path
) -> None:
    path = reviewed / TEXT
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    assert links(run, reviewed) == []


def signed(run: Run, corpus: Path) -> None:
    """Put the digests into the document that the messages tell."""
    path = corpus / DOCUMENT
    for _ in range(2):
        told = run("--corpus", corpus, "check").err
        new = re.search(r"it is ([0-9a-f]{64})", told)
        if new is None:
            break
        value = json.loads(path.read_text("utf-8"))
        inner = "$.readings[0].digest" in told
        (value["readings"][0] if inner else value)["digest"] = new[1]
        path.write_text(json.dumps(value), "utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"at-most": 10', '"at-most": 9'),
        ('"is": "misdemeanor"', '"is": "violation"'),
        ('"any-of"', '"none-of"'),
        ('"all-of"', '"any-of"'),
    ],
)
def test_a_changed_node_leads_to_each_unit_that_has_it(
    old: str, new: str, run: Run, reviewed: Path, written: str
) -> None:
    whole = encoding_from(parsed(written))
    having = {unit.id for unit in units(whole) if old.replace(": ", ":") in unit.said}
    (reviewed / DOCUMENT).write_text(written.replace(old, new), "utf-8")
    signed(run, reviewed)
    found = links(run, reviewed)
    assert having
    assert {one["unit"] for one in found} == having
    assert {one["state"] for one in found} == {"suspect: code changed"}
    value = json.loads((reviewed / DOCUMENT).read_text("utf-8"))
    for one in found:
        file, _, address = one["code"]["place"].partition(" $")
        assert file == str(reviewed / DOCUMENT)
        node = value
        for key, number in re.findall(r"\.([a-z-]+)|\[(\d+)\]", address):
            node = node[key] if key else node[int(number)]
        assert new in json.dumps(node)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n", "\n  "),
        ('"ask": "', '"ask": "Pray: '),
        ('"define": "offense in scope"', '"define": "what may be vacated"'),
        ('"means": "', '"means": "Now: '),
    ],
)
def test_white_space_and_labels_of_a_document_are_silent(
    old: str, new: str, run: Run, reviewed: Path, written: str
) -> None:
    assert old in written
    (reviewed / DOCUMENT).write_text(written.replace(old, new), "utf-8")
    assert links(run, reviewed) == []


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the program, whose modules can be changed."""
    package = Path(statuteline.__file__).parent
    return shutil.copytree(package, tmp_path_factory.mktemp("copied") / "statuteline")


def checked(program: Path, corpus: Path, *words: str) -> list[dict[str, Any]]:
    run = subprocess.run(
        [
            *(sys.executable, "-m", "statuteline", "--corpus", str(corpus), "check"),
            *("us-ct/vacatur", "--format", "json", *words),
        ],
        env={**os.environ, "PYTHONPATH": str(program.parent)},
        cwd=program.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr == ""
    found: list[dict[str, Any]] = json.loads(run.stdout)["findings"]
    return found


@pytest.mark.parametrize(
    ("change", "having"),
    [
        (("prison_years.at_most(10)", "prison_years.at_most(9)"), '"at-most":10'),
        (('level.is_("misdemeanor")', 'level.is_("violation")'), '"is":"misdemeanor"'),
        (("from __future__", "# a remark\n\nfrom __future__"), None),
        (('"""', '"""Quite another docstring. '), None),
        (('"offense in scope"', '"what may be vacated"'), None),
        (("level.is_(", "level .is_(\n        "), None),
    ],
    ids=["bound", "value", "comment", "docstring", "label", "white space"],
)
def test_a_module_tells_changed_nodes_by_line_and_nothing_else(
    change: tuple[str, str], having: str | None, program: Path, run: Run, copy: Path
) -> None:
    assert run("--corpus", copy, "review", "us-ct/vacatur", "--by", "Ada").status == 0
    path = program / MODULE
    source = path.read_text("utf-8")
    assert change[0] in source
    places = {one["unit"]: one["code"]["place"] for one in checked(program, copy, "--all")}
    try:
        path.write_text(source.replace(*change, 1), "utf-8")
        found = checked(program, copy)
    finally:
        path.write_text(source, "utf-8")
    expected = {
        unit.id
        for unit in units(encoding("us-ct/vacatur"))
        if having is not None and "@2021" in unit.id and having in unit.said
    }
    assert {one["unit"] for one in found} == expected
    for one in found:
        assert one["state"] == "suspect: code changed"
        assert one["code"]["place"] == places[one["unit"]]
        assert re.fullmatch(r"statuteline/law/us_ct/\w+\.py:\d+", one["code"]["place"])
