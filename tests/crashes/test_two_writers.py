"""Several processes at one corpus: one writes, others are told so; readers never wait."""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from statuteline.corpus import holding
from statuteline.corpus.checks import validate
from statuteline.corpus.checksums import read_sums
from statuteline.corpus.holding import FILE_NAME, held
from statuteline.corpus.judged import read_judged
from statuteline.corpus.judgements import read_judgements, record_judgements
from statuteline.corpus.locate import shipped
from statuteline.corpus.start import start_corpus
from statuteline.corpus.store import open_corpus
from statuteline.errors import HeldError
from statuteline.trace.judgements import Judgement, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
WORKS = sorted(
    folder
    for folder in (shipped() / "us-ct" / "cgs").iterdir()
    if len(list(folder.glob("eng@*.xml"))) > 1
)
WRITERS = 6

HOLDING = """
import sys, time
from pathlib import Path
from statuteline.corpus.holding import held
with held(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""

# Gives a command until nobody else is in the way, and prints how often that was.
PATIENT = """
import sys, time
from statuteline.cli.main import _status
from io import StringIO
refused = 0
while True:
    sys.stderr, err = StringIO(), sys.stderr
    status = _status(sys.argv[1:])
    said, sys.stderr = sys.stderr.getvalue(), err
    if status != 2 or "Somebody else is writing here" not in said:
        break
    assert "  where: " in said and "  hint:  " in said
    refused += 1
    time.sleep(0.002)
print(said, file=sys.stderr)
print("refused", refused)
sys.exit(status)
"""

JUDGING = """
import sys, time
from datetime import date
from pathlib import Path
from statuteline.corpus.judgements import record_judgements
from statuteline.errors import HeldError
from statuteline.trace.judgements import Judgement, Verdict
root, who = Path(sys.argv[1]), sys.argv[2]
for number in range(5):
    text = f"{int(who) * 10 + number:032x}"
    one = Judgement(link=f"{who}/{number}", text=text, unnumbered=text, code="0" * 32,
                    verdict=Verdict.OK, by=who, on=date(2026, 1, 2), reason="")
    while True:
        try:
            record_judgements(root, (one,), {text: who})
            break
        except HeldError:
            time.sleep(0.002)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    start_corpus(tmp_path / "own", name="Shared", text="restated")
    return tmp_path / "own"


@contextmanager
def running(program: str, *words: str | Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", program, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def importing(root: Path, *files: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PATIENT, "--corpus", root, "import", "akn", *files],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def command(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "statuteline", *words],
        check=False,
        capture_output=True,
        text=True,
    )


def test_the_second_writer_is_told_who_the_first_is_and_changes_nothing(
    root: Path,
) -> None:
    files = tuple(WORKS[0].glob("eng@*.xml"))
    before = sorted(root.rglob("*"))
    with running(HOLDING, root) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        refused = command("--corpus", root, "import", "akn", *files)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert re.search(
            rf"Somebody else is writing here: process {first.pid} on \S+, "
            r"since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\n"
            rf"  where: {re.escape(str(root))}\n  hint:  run the command again",
            refused.stderr,
        )
        assert sorted(root.rglob("*")) == sorted([*before, root / FILE_NAME])
        assert command("--corpus", root, "validate").returncode == 0  # it does not wait
        dry = command("--corpus", root, "import", "akn", "--dry-run", *files)
        assert dry.returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="kills a process")
def test_who_was_killed_keeps_nobody_out(root: Path) -> None:
    with running(HOLDING, root) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        first.send_signal(signal.SIGKILL)
        first.wait()
        assert (root / FILE_NAME).exists()
        with held(root):
            signed = (root / FILE_NAME).read_text("utf-8")
            assert signed.startswith(f"process {os.getpid()} on ")
            assert signed.count("\n") == 1
        assert not (root / FILE_NAME).exists()


def test_all_of_many_writers_are_recorded_and_readers_see_whole_recordings(
    root: Path,
) -> None:
    """Each process imports all texts of one work: a reader finds all of them or none."""
    chosen = WORKS[:WRITERS]
    wanted = {folder.name: len(list(folder.glob("eng@*.xml"))) for folder in chosen}
    writers = [importing(root, *folder.glob("eng@*.xml")) for folder in chosen]
    seen: set[int] = set()
    while any(writer.poll() is None for writer in writers):
        corpus = open_corpus(root)
        for work in corpus.works():
            assert len(corpus.expression_ids(work)) == wanted[work.number]
        seen.add(len(corpus.works()))
    for writer in writers:
        out, err = writer.communicate()
        assert writer.returncode == 0, err
        assert out.splitlines()[-1].startswith("refused ")
    assert seen
    corpus = open_corpus(root)
    assert validate(corpus) == ()
    assert len(read_sums(root)) == len(corpus.xml_files()) == sum(wanted.values())
    assert [path.name for path in root.rglob(".*")] == []


def test_of_two_texts_under_one_id_the_first_stays(root: Path, tmp_path: Path) -> None:
    (text, *_) = sorted(WORKS[0].glob("eng@*.xml"))
    files = []
    for number in range(WRITERS):
        path = tmp_path / f"{number}.xml"
        words = text.read_text("utf-8").replace("<num>Sec.", f"<num>Sec. {number},", 1)
        assert words != text.read_text("utf-8")
        path.write_text(words, "utf-8")
        files.append(path)
    writers = [importing(root, path) for path in files]
    ended = [(writer.communicate()[1], writer.returncode) for writer in writers]
    assert sorted(status for _, status in ended) == [0, *[2] * (WRITERS - 1)]
    for err, status in ended:
        assert status == 0 or "Another text is already recorded" in err
    winner = [status for _, status in ended].index(0)
    (stored,) = open_corpus(root).xml_files()
    assert f"Sec. {winner}," in stored.read_text("utf-8")
    assert validate(open_corpus(root)) == ()


def test_no_judgement_of_many_is_lost(root: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", JUDGING, root, str(who)])
        for who in range(WRITERS)
    ]
    assert [writer.wait() for writer in writers] == [0] * WRITERS
    links = {f"{who}/{number}" for who in range(WRITERS) for number in range(5)}
    assert {one.link for one in read_judgements(root)} == links
    assert len(read_judged(root)) == len(links)


def test_a_second_run_into_a_folder_of_pages_asks_nobody(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    with held(pages):
        words = ("pull", "us-ct", "--host", "http://127.0.0.1:9", "--into", pages)
        refused = command(*words)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert f"Somebody else is writing here: process {os.getpid()} on " in refused.stderr
    assert not pages.exists()


def test_two_that_start_one_corpus(tmp_path: Path) -> None:
    for folder in (tmp_path / "new", tmp_path / "empty"):
        if folder.name == "empty":
            folder.mkdir()
        writers = [
            subprocess.Popen(
                [sys.executable, "-m", "statuteline", "init", folder, "--name", str(who)],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            for who in range(WRITERS)
        ]
        ended = [writer.wait() for writer in writers]
        assert sorted(ended) == [0, *[2] * (WRITERS - 1)]
        corpus = open_corpus(folder)
        assert corpus.settings.name == str(ended.index(0))
        assert corpus.uris.jurisdictions
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "new"]


def test_a_disk_without_locks_is_told_and_not_written_to(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(_: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    before = sorted(root.rglob("*"))
    monkeypatch.setattr(holding, "_lock", no_locks)
    judgement = Judgement(
        link="a",
        text="0" * 32,
        unnumbered="0" * 32,
        code="0" * 32,
        verdict=Verdict.OK,
        by="Ada",
        on=date(2026, 1, 2),
        reason="",
    )
    with pytest.raises(HeldError, match="cannot be held for writing") as caught:
        record_judgements(root, (judgement,), {})
    assert "a disk that is and that knows locks" in caught.value.hint
    assert sorted(root.rglob("*")) == before


@pytest.mark.skipif(os.name != "posix", reason="makes a link")
def test_a_link_in_place_of_the_lock_is_not_followed(root: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine", "utf-8")
    (root / FILE_NAME).symlink_to(tmp_path / "mine")
    with pytest.raises(HeldError), held(root):
        pass
    assert (tmp_path / "mine").read_text("utf-8") == "mine"


def test_signs_of_a_stranger_that_steer_the_display_are_not_shown(root: Path) -> None:
    with held(root):
        (root / FILE_NAME).write_text("\x1b[2J\u202eme" + "x" * 500, "utf-8")
        with pytest.raises(HeldError) as caught, held(root):
            pass
    assert "\x1b" not in caught.value.what
    assert "\u202e" not in caught.value.what
    assert len(caught.value.what) < 300


def test_a_folder_that_is_only_held_is_gone_afterwards(tmp_path: Path) -> None:
    with held(tmp_path / "a" / "b"):
        assert (tmp_path / "a" / "b" / FILE_NAME).exists()
    assert list(tmp_path.iterdir()) == []
