from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from statuteline.corpus.checks import validate
from statuteline.corpus.checksums import read_sums
from statuteline.corpus.holding import held
from statuteline.corpus.locate import shipped
from statuteline.corpus.migrating import SHIPPED_BEFORE, Migration, migrate, plan_migration
from statuteline.corpus.settings import read_jurisdiction
from statuteline.corpus.store import open_corpus
from statuteline.errors import CorpusError, FormatError, HeldError

Files = Callable[[Path], dict[str, bytes | None]]
CORPORA = Path(__file__).resolve().parents[2] / "corpora-of-formats"
RELEASED = ("unstated-1", "unstated-2", "unstated-3", "format-1")
DONE = Migration(steps=(), kept=())


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return shutil.copytree(CORPORA / "unstated-1", tmp_path / "own")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_each_format_has_a_corpus() -> None:
    assert {path.name for path in CORPORA.iterdir() if path.is_dir()} == set(RELEASED)
    old = {digest(CORPORA / name / "us-ct/jurisdiction.toml") for name in RELEASED[:-1]}
    assert old == SHIPPED_BEFORE["us-ct"]


def test_what_is_shipped_now_has_a_corpus_too() -> None:
    # Changed? Put the digest of the former into SHIPPED_BEFORE, and add a corpus.
    now = shipped() / "us-ct" / "jurisdiction.toml"
    assert digest(now) == digest(CORPORA / RELEASED[-1] / "us-ct/jurisdiction.toml")


@pytest.mark.parametrize("name", RELEASED)
def test_a_corpus_of_each_format_is_read_as_it_is(name: str) -> None:
    corpus = open_corpus(CORPORA / name)
    assert validate(corpus) == ()
    assert len(corpus.expressions(corpus.cite("9-2").work)) == 2
    assert corpus.case_tables()
    assert corpus.law_documents()


@pytest.mark.parametrize("name", RELEASED)
def test_a_corpus_of_each_format_is_migrated_and_loses_nothing(
    name: str, tmp_path: Path, files: Files
) -> None:
    root = shutil.copytree(CORPORA / name, tmp_path / "own")
    before, planned = files(root), plan_migration(root)
    assert files(root) == before
    assert migrate(root) == planned
    assert (planned == DONE) is (name == RELEASED[-1])
    now = shipped() / "us-ct" / "jurisdiction.toml"
    assert (root / "us-ct" / "jurisdiction.toml").read_bytes() == now.read_bytes()
    assert (root / "corpus.toml").read_bytes() == (
        CORPORA / RELEASED[-1] / "corpus.toml"
    ).read_bytes()
    changed = {one for one, data in files(root).items() if before[one] != data}
    assert changed == {step.file for step in planned.steps}
    assert validate(open_corpus(root)) == ()
    assert read_sums(root) == read_sums(CORPORA / name)
    after = files(root)
    assert migrate(root) == DONE
    assert files(root) == after


def test_each_step_is_told(own: Path) -> None:
    first, second = plan_migration(own).steps
    assert first.file == "us-ct/jurisdiction.toml"
    assert first.what == (
        "replaced by the one that is shipped now, which adds level article, "
        "1 shape of number in series cgs, 3 shapes of number in series pa, series sa"
    )
    assert (second.file, second.what) == ("corpus.toml", "states format = 1")


def test_what_somebody_has_changed_stays_and_is_told(own: Path) -> None:
    path = own / "us-ct" / "jurisdiction.toml"
    changed = path.read_text("utf-8").replace('"Connecticut"', '"My Connecticut"')
    path.write_text(changed, "utf-8")
    found = migrate(own)
    assert path.read_text("utf-8") == f"format = 1\n{changed}"
    assert read_jurisdiction(path).name == "My Connecticut"
    (kept,) = found.kept
    assert kept.startswith("us-ct/jurisdiction.toml was changed here, and stays; it lacks ")
    assert kept.endswith("series sa")
    assert migrate(own) == Migration(steps=(), kept=(kept,))


def test_a_jurisdiction_of_ones_own_only_states_its_format(own: Path) -> None:
    shutil.copytree(own / "us-ct", own / "us-xx")
    steps = {step.file: step.what for step in plan_migration(own).steps}
    assert steps["us-xx/jurisdiction.toml"] == "states format = 1"


def test_a_mark_of_utf_8_does_not_end_up_inside(own: Path) -> None:
    path = own / "corpus.toml"
    text = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + text)
    migrate(own)
    assert path.read_bytes() == b"format = 1\n" + text
    assert migrate(own) == DONE


def test_a_newer_corpus_is_left_alone(own: Path, files: Files) -> None:
    for name in ("corpus.toml", "us-ct/jurisdiction.toml"):
        path = own / name
        former = path.read_bytes()
        path.write_bytes(b"format = 2\n" + former)
        before = files(own)
        for what in (plan_migration, migrate, open_corpus):
            with pytest.raises(
                FormatError, match="written by a newer statuteline"
            ) as found:
                what(own)
            assert found.value.where == str(path)
        assert files(own) == before
        path.write_bytes(former)


def test_a_corpus_that_is_held_is_left_alone(own: Path, files: Files) -> None:
    with held(own):
        before = files(own)
        with pytest.raises(HeldError):
            migrate(own)
        assert files(own) == before


def test_a_disk_that_refuses_changes_nothing(
    own: Path, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, replace = files(own), Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target.name == "corpus.toml":
            raise OSError(28, "No space left on device", str(target))
        return replace(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refuse)
        with pytest.raises(CorpusError, match="No space left"):
            migrate(own)
    assert files(own) == before
