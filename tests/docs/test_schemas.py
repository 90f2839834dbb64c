"""Every JSON result names a schema that is published, and keeps to it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from statuteline.cli.main import _status

SCHEMAS = Path(__file__).parents[2] / "site" / "schemas"
STATUTES = Path(__file__).parents[2] / "statutes"
CASES = Path(__file__).parents[1] / "golden" / "decide"
RUNS = [
    ("list", ["list"], 0),
    ("list", ["list", "--series", "faq"], 0),
    ("show", ["show", "54-95c", "--at", "2018-05-01"], 0),
    ("show", ["show", "54-95c", "--provision", "(d)(2)"], 0),
    ("show", ["show", "PA 21-103"], 0),
    ("show", ["show", "us-ct/summary/pa-21-103"], 0),
    ("show", ["show", "us-ct/faq/vacatur"], 0),
    ("show", ["show", "46a-170", "--at", "2024-07-01"], 0),
    ("show", ["show", "54-95c", "--at", "2012-01-01"], 1),
    ("log", ["log", "53a-192a"], 0),
    ("log", ["log", "PA 21-103"], 0),
    ("lineage", ["log", "46a-170", "--provision", "(b)(11)"], 0),
    ("blame", ["blame", "46a-170", "--at", "2024-07-01"], 0),
    ("diff", ["diff", "54-95c", "2016-10-01", "2021-10-01"], 1),
    ("diff", ["diff", "46a-170", "2019-07-01", "2024-07-01"], 1),
    ("compare", ["compare", "--from", "2021-09-30", "--to", "2021-10-01"], 1),
    ("compare", ["compare", "--from", "2022-01-01", "--to", "2022-01-02"], 0),
    ("compare", ["compare", "--from", "2012-01-01", "--to", "2016-10-02"], 1),
    ("compare-corpora", ["compare", str(STATUTES), str(STATUTES)], 0),
    (
        "compare-corpora",
        ["compare", *[str(STATUTES)] * 2, "--from", "2012-01-01", "--to", "2016-10-02"],
        1,
    ),
    ("cases", ["cases"], 0),
    ("cases", ["cases", "us-ct/vacatur"], 0),
    ("cases-minimal", ["cases", "us-ct/vacatur", "--minimal", "--at", "2018-05-01"], 0),
    (
        "cases-minimal",
        ["cases", "us-ct/vacatur", "--minimal", "--procedure", "--at", "2021-11-01"],
        0,
    ),
    ("search", ["search", "vacat*", "--at", "2018-05-01"], 0),
    ("search", ["search", "arrest", "--all", "--in", "54", "--limit", "1"], 0),
    ("search", ["search", "bicycle"], 1),
    ("status", ["status"], 0),
    ("status", ["status", "--at", "1990-01-01"], 0),
    *(
        ("decide", ["decide", *options.split(), "--facts", str(CASES / case)], 0)
        for case, options in (
            ("still-to-ask/case.toml", "us-ct/vacatur --at 2021-11-01"),
            ("two-texts/case.toml", "us-ct/vacatur --at 2021-10-01"),
            ("impossible-record/case.toml", "us-ct/vacatur --at 2021-11-01"),
            (
                "still-to-ask/case.toml",
                "us-ct/vacatur --at 2010-01-01 --governed 2010-01-01 --known 2010-01-01",
            ),
            ("nothing-known/case.toml", "us-ct/training --at 2022-01-01"),
            ("nothing-known/case.toml", "us-ct/trafficking --at 2022-01-01"),
            ("nothing-known/case.toml", "us-ct/council --at 2022-01-01"),
            ("nothing-known/case.toml", "us-ct/council-report --at 2022-01-01"),
        )
    ),
    ("validate", ["validate"], 0),
    ("verify", ["verify"], 1),
    ("check", ["check", "us-ct/vacatur", "--all"], 0),
    ("impact", ["impact", "us-ct/vacatur", "2016-10-01", "2021-10-01"], 1),
    ("impact-between", ["impact", "--from", "2010-01-01", "--to", "2021-10-01"], 1),
    ("impact", ["impact", "us-ct/training", "2017-10-01", "2021-10-01"], 1),
    ("impact", ["impact", "us-ct/vacatur", "2000-01-01", "2021-10-01"], 1),
    ("impact", ["impact", "us-ct/vacatur", "2021-10-01", "2022-01-01"], 0),
    ("why", ["why", "54-95c(d)"], 0),
    ("matrix", ["matrix", "--act", "PA 21-103"], 0),
    ("matrix", ["matrix", "--act", "PA 21-103", "--holes"], 0),
    ("stats", ["stats"], 0),
    ("coverage", ["coverage"], 0),
    ("rules", ["rules"], 0),
    ("rules", ["rules", "us-ct/vacatur", "--at", "2012-01-01"], 1),
    ("rule", ["rules", "us-ct/vacatur", "--at", "2018-05-01"], 0),
    ("rule", ["rules", "us-ct/council", "--at", "2021-08-01"], 0),
    ("json-logic", ["rules", "us-ct/vacatur", "--at", "2021-11-01"], 0),
    ("json-logic", ["rules", "us-ct/training", "--at", "2021-11-01"], 0),
    ("json-logic", ["rules", "us-ct/council", "--at", "2021-11-01"], 0),
    ("rules-check", ["rules", "--check"], 0),
    ("rules-uncovered", ["rules", "us-ct/vacatur", "--at", "today", "--uncovered"], 0),
    ("prove", ["prove"], 0),
    ("pull", ["pull", "us-ct", "--section", "54-95c", "--into", "no", "--dry-run"], 0),
]


@pytest.fixture(autouse=True)
def _own_caches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


@pytest.mark.parametrize(("name", "words", "status"), RUNS, ids=str)
def test_json_keeps_to_its_published_schema(
    name: str, words: list[str], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    form = "json-logic" if name == "json-logic" else "json"
    assert _status([*words, "--format", form]) == status
    result = json.loads(capsys.readouterr().out)
    assert result["schema"] == f"statuteline/{name}/1"
    schema = json.loads((SCHEMAS / f"{name}-1.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(result, schema)


def test_every_published_schema_is_tried() -> None:
    published = {path.name.removesuffix("-1.schema.json") for path in SCHEMAS.iterdir()}
    elsewhere = {
        "act",
        "compare-section",
        "decide-table",
        "import",
        "reconcile",
        "redline",
        "seal",
        "seal-proof",
        "site",
        "words",
    }  # in tests/unit
    assert published == {name for name, _, _ in RUNS} | elsewhere


def test_sections_of_two_codes_are_told_line_by_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    stored = STATUTES / "us-ct" / "cgs" / "54-95c"
    old, new = (stored / f"eng@{day}.xml" for day in ("2016-10-01", "2021-10-01"))
    assert _status(["compare", str(old), str(new), "--format", "json"]) == 1
    schema = json.loads((SCHEMAS / "compare-section-1.schema.json").read_text("utf-8"))
    (line,) = capsys.readouterr().out.splitlines()
    jsonschema.validate(json.loads(line), schema)
