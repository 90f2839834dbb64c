from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from statuteline.corpus.locate import shipped

Run = Callable[..., Any]
Files = Callable[[Path], dict[str, bytes | None]]
SCHEMA = Path(__file__).parents[3] / "site" / "schemas" / "import-1.schema.json"
TEXT = shipped() / "us-ct" / "cgs" / "53a-82" / "eng@2016-10-01.xml"
EARLIER = TEXT.with_name("eng@2013-10-01.xml")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A text whose act and links lie outside the new corpus."""
    path = tmp_path / "source.xml"
    path.write_bytes(TEXT.read_bytes())
    return path


def test_a_text_is_imported_byte_for_byte(run: Run, own: Path, source: Path) -> None:
    settings = own / "corpus.toml"
    words = settings.read_text(encoding="utf-8").replace("statuteline user", "statuteline")
    words = words.replace('text = "official"', 'text = "restated"')
    settings.write_text(words, encoding="utf-8")  # files name the publisher of the corpus
    found = run("--corpus", own, "import", "akn", source, EARLIER)
    assert (found.status, found.err) == (0, "")
    assert found.out.count("written to") == 2
    stored = own / "us-ct" / "cgs" / "53a-82" / "eng@2016-10-01.xml"
    assert stored.read_bytes() == TEXT.read_bytes()
    assert run("--corpus", own, "validate").status == 0


def test_what_became_of_each_document_can_be_told_as_json(
    run: Run, own: Path, source: Path
) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    for more, state in (
        (("--dry-run",), "to-be-written"),
        ((), "written"),
        ((), "recorded"),
    ):
        found = run("--corpus", own, "import", "akn", source, "--format", "json", *more)
        told = json.loads(found.out)
        jsonschema.validate(told, schema)
        assert [one["state"] for one in told["texts"]] == [state]


def test_the_same_file_again_is_already_recorded(
    run: Run, own: Path, source: Path, files: Files
) -> None:
    run("--corpus", own, "import", "akn", source)
    before = files(own)
    found = run("import", "akn", source, "--corpus", own)
    assert found.status == 0
    assert "already recorded" in found.out
    assert files(own) == before


def test_the_same_document_on_another_day_is_already_recorded(
    run: Run, own: Path, files: Files
) -> None:
    document = Path(__file__).parents[2] / "sources" / "002_cbb9d4ade4911ffd.txt"
    words = ("--corpus", own, "import", "act-summary", document, "--date", "2021-08-31")
    assert run(*words, "--recorded", "2026-11-22").status == 0
    before = files(own)
    found = run(*words, "--recorded", "2027-01-01")
    assert (found.status, found.err) == (0, "")
    assert "already recorded" in found.out
    assert files(own) == before


def test_changed_words_under_the_same_id_are_refused(
    run: Run, own: Path, source: Path, files: Files
) -> None:
    run("--corpus", own, "import", "akn", source)
    before = files(own)
    source.write_bytes(TEXT.read_bytes().replace(b"misdemeanor", b"felony"))
    assert source.read_bytes() != TEXT.read_bytes()
    found = run("--corpus", own, "import", "akn", source)
    assert (found.status, found.out) == (2, "")
    assert "already recorded as us-ct/cgs/53a-82/eng@2016-10-01" in found.err
    assert "never edited" in found.err
    assert files(own) == before


def test_a_dry_run_writes_nothing(run: Run, own: Path, source: Path, files: Files) -> None:
    before = files(own)
    found = run("--corpus", own, "import", "akn", source, "--dry-run")
    assert found.status == 0
    assert "would be written to" in found.out
    assert files(own) == before


BAD = {
    "empty": b"",
    "words": b"no xml",
    "utf-16": TEXT.read_bytes().decode().encode("utf-16"),
    "entity": b'<!DOCTYPE a [<!ENTITY b "c">]>' + TEXT.read_bytes().partition(b"\n")[2],
    "control": TEXT.read_bytes().replace(b"<num>", b"<num>\x01", 1),
    "other-root": b"<html/>",
    "schema": TEXT.read_bytes().replace(b"<FRBRlanguage", b"<language", 1),
    "series": TEXT.read_bytes().replace(b"/akn/us-ct/act/cgs/", b"/akn/us-ct/act/code/"),
    "place": TEXT.read_bytes().replace(b"/akn/us-ct/", b"/akn/us-ny/"),
    "date": TEXT.read_bytes().replace(b"eng@2016-10-01", b"eng@2016-02-30"),
    "eid": TEXT.read_bytes().replace(b"subsec_a", b"subsec_q"),
    "day": TEXT.read_bytes().replace(b"eng@2016-10-01", b"eng@2016-10-02"),
    "lost-words": TEXT.read_bytes().replace(b"</body>", b"</body><conclusions/>"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_told_and_nothing_written(
    name: str, run: Run, own: Path, source: Path, files: Files
) -> None:
    assert BAD[name] != TEXT.read_bytes()
    source.write_bytes(BAD[name])
    before = files(own)
    found = run("--corpus", own, "import", "akn", EARLIER, source)
    assert (found.status, found.out) == (2, "")
    assert found.err.startswith("Error: ")
    assert "where: source.xml:" in found.err
    assert files(own) == before


def test_two_files_of_one_id_are_refused_before_the_first(
    run: Run, own: Path, source: Path, files: Files
) -> None:
    before = files(own)
    other = source.with_name("other.xml")
    other.write_bytes(TEXT.read_bytes().replace(b"misdemeanor", b"felony"))
    found = run("--corpus", own, "import", "akn", source, other)
    assert (found.status, found.out) == (2, "")
    assert str(other) in found.err
    assert files(own) == before
    assert run("--corpus", own, "import", "akn", source, source).status == 0


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (
            ("pdf", TEXT),
            "'pdf' is not one of act-summary, akn, faq, us-ct-general-statutes",
        ),
        (("akn",), "Missing argument"),
        (("akn", "gone.xml"), "No such file"),
        (("akn", Path(__file__).parent), "Is a directory"),
        (("akn", TEXT, "--as", "us-ct/cgs/1-1"), "The file says that it is"),
        (("akn", TEXT, "--as", "1-1"), "not a work id"),
        (("akn", TEXT, "--recorded", "soon"), "YYYY-MM-DD"),
    ],
)
def test_bad_usage_writes_nothing(
    args: tuple[str | Path, ...], says: str, run: Run, own: Path, files: Files
) -> None:
    before = files(own)
    found = run("--corpus", own, "import", *args)
    assert (found.status, found.out) == (2, "")
    assert says in found.err
    assert files(own) == before


def test_the_shipped_corpus_of_an_installation_is_not_changed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "package"
    inside.mkdir()
    assert run("init", inside / "statutes").status == 0
    monkeypatch.setattr("statuteline.__file__", str(inside / "__init__.py"))
    found = run("--corpus", inside / "statutes", "import", "akn", TEXT)
    assert found.status == 2
    assert "statuteline init DIR" in found.err
