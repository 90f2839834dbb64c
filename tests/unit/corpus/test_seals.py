"""A corpus is sealed, and whatever is changed afterwards comes to light."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sealed_corpora import (
    FIRST_DAY,
    add_texts,
    rules,
    seal,
    signer,
    small_corpus,
    tampering,
    text_path,
    three_seals,
)
from statuteline.corpus.checksums import JOURNAL, sums_text
from statuteline.corpus.holding import held
from statuteline.corpus.inventory import inventory
from statuteline.corpus.seal_store import add_seal
from statuteline.corpus.seals import (
    Question,
    last_seal,
    older_seal,
    seal_corpus,
    verify_corpus,
)
from statuteline.errors import CorpusError, HeldError, SealError
from statuteline.sealing.chain import Stored
from statuteline.sealing.comparing import AddedText, ChangedFile
from statuteline.sealing.findings import Weight
from statuteline.sealing.making import Wish, _signed, place_of

Files = Callable[[Path], dict[str, bytes | None]]
SEALS = "seals"


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return three_seals(tmp_path_factory.mktemp("sealed") / "own")


@pytest.fixture
def root(sealed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sealed, tmp_path / "own"))


def edit(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b" ")


def test_a_sealed_corpus_is_sound(root: Path) -> None:
    found = verify_corpus(root, Question())
    assert found.findings == ()
    assert [one.seal.number for one in found.chain.seals] == [1, 2, 3]
    assert [len(one.added) for one in found.chain.seals] == [2, 3, 1]
    assert [one.seal.texts_count for one in found.chain.seals] == [2, 5, 6]
    assert [path for path, _ in found.chain.seals[0].others] == [
        "corpus.toml",
        "judgements.toml",
        "us-ct/cases/fees.toml",
        "us-ct/jurisdiction.toml",
    ]


def test_what_is_sealed_already_makes_no_seal(root: Path, files: Files) -> None:
    before = files(root)
    assert seal_corpus(root, signer(2), Wish(on=FIRST_DAY.replace(year=2027))) is None
    assert files(root) == before


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (text_path("1-1"), ["altered"]),
        (text_path("1-10"), ["altered"]),
        ("judgements.toml", ["file-changed"]),
        ("corpus.toml", ["file-changed"]),
        ("us-ct/jurisdiction.toml", ["file-changed"]),
        ("us-ct/cases/fees.toml", ["file-changed"]),
        ("SHA256SUMS", []),
    ],
)
def test_an_edited_file_is_found(path: str, found: list[str], root: Path) -> None:
    edit(root / path)
    assert rules(root) == found
    assert tampering(root) == [rule for rule in found if rule == "altered"]


@pytest.mark.parametrize(
    ("path", "found"),
    [(text_path("1-1"), ["removed"]), ("judgements.toml", ["file-removed"])],
)
def test_a_removed_file_is_found(path: str, found: list[str], root: Path) -> None:
    (root / path).unlink()
    assert rules(root) == found


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        (text_path("9-9"), "added"),
        (".hidden/cgs/1-1/eng@2001-10-01.xml", "added"),
        ("us-ct/law/fees.json", "file-added"),
        ("us-zz/jurisdiction.toml", "file-added"),
        (".zz/jurisdiction.toml", "file-added"),
        (".index/jurisdiction.toml", "file-added"),
        (".git/jurisdiction.toml", "file-added"),
        ("us-ct/cases/.more.toml", "file-added"),
        ("notes.txt", "file-added"),
        ("a\nb.toml", "odd"),
        ("seals/notes.txt", "stray"),
        ("seals/0002/notes.txt", "stray"),
        ("seals/jurisdiction.toml", "stray"),
        ("seals/00002/seal.json", "stray"),
        ("seals/0000/seal.json", "stray"),
    ],
)
def test_an_added_file_is_no_tampering_but_is_told(
    path: str, rule: str, root: Path
) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).touch()
    assert rules(root) == [rule]
    assert tampering(root) == []


@pytest.mark.parametrize(
    "path", [".index/search.sqlite3", ".git/config", ".gitignore", "us-ct/.DS_Store"]
)
def test_what_is_no_part_of_a_corpus_is_left_out(path: str, root: Path) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).touch()
    assert rules(root) == []


def test_links_are_never_followed(root: Path, tmp_path: Path) -> None:
    text = root / text_path("1-1")
    text.rename(tmp_path / "elsewhere.xml")
    text.symlink_to(tmp_path / "elsewhere.xml")
    assert sorted(rules(root)) == ["odd", "removed"]
    text.unlink()
    (tmp_path / "elsewhere.xml").rename(text)
    assert rules(root) == []
    (root / "us-ct" / "pa").symlink_to(tmp_path, target_is_directory=True)
    assert rules(root) == ["odd"]
    (root / "us-ct" / "pa").unlink()
    os.mkfifo(root / "us-ct" / "pipe")
    assert rules(root) == ["odd"]


def test_nothing_is_written_or_removed_behind_a_link(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (root / SEALS).rename(outside)
    (root / SEALS).symlink_to(outside)
    (outside / ".new-mine").mkdir()
    before = sorted(path.name for path in outside.iterdir())
    stored = Stored(
        place=place_of(9),
        number=9,
        seal=b"a",
        signature=b"a",
        key=b"a",
        added=b"",
        others=b"",
    )
    with pytest.raises(CorpusError, match="symbolic link"):
        add_seal(root, stored)
    assert sorted(path.name for path in outside.iterdir()) == before


@pytest.mark.parametrize(
    "name", ["seal.json", "seal.sig", "key.pem", "added.sha256", "others.sha256"]
)
@pytest.mark.parametrize("number", ["0001", "0002", "0003"])
def test_a_missing_part_of_a_seal_is_found(name: str, number: str, root: Path) -> None:
    (root / SEALS / number / name).unlink()
    assert tampering(root) == ["seal"]


def test_a_cut_chain_is_found(root: Path) -> None:
    third = root / SEALS / "0003"
    third.rename(root / "third")
    shutil.rmtree(root / SEALS / "0002")
    (root / "third").rename(third)
    assert tampering(root) == ["missing-seal"]
    shutil.rmtree(root / SEALS / "0001")
    assert tampering(root) == ["missing-seal"]


def test_without_its_last_seal_a_corpus_is_told_only_by_an_older_copy(root: Path) -> None:
    seal_3 = last_seal(root)
    assert seal_3 is not None
    shutil.rmtree(root / SEALS / "0003")
    assert rules(root) == ["added", "file-changed"]
    assert rules(root, older=((seal_3.digest, 3),))[0] == "history"
    shutil.rmtree(root / SEALS)
    assert rules(root) == ["no-seal"]
    assert rules(root, older=((seal_3.digest, None),)) == ["no-seal", "history"]


def test_seals_in_another_order_are_found(root: Path) -> None:
    seals = root / SEALS
    for old, new in (("0002", "x"), ("0003", "0002"), ("x", "0003")):
        (seals / old).rename(seals / new)
    assert tampering(root) == ["missing-seal"]


def test_a_seal_put_in_again_is_found(root: Path) -> None:
    shutil.copytree(root / SEALS / "0003", root / SEALS / "0004")
    assert tampering(root) == ["missing-seal"]


def test_a_seal_of_another_history_is_found(root: Path, tmp_path: Path) -> None:
    other = small_corpus(tmp_path / "other", "1-1", "7-7")
    seal(other, 1)
    add_texts(other, "1-3")
    seal(other, 1, day=1, next_key=signer(2).key)
    shutil.rmtree(root / SEALS / "0002")
    shutil.copytree(other / SEALS / "0002", root / SEALS / "0002")
    assert tampering(root) == ["chain"]
    shutil.rmtree(root / SEALS / "0002")
    same = small_corpus(tmp_path / "same")
    seal(same, 1, by="somebody else")
    add_texts(same, "1-3", "1-4", "1-5")
    seal(same, 1, day=1, next_key=signer(2).key)
    shutil.copytree(same / SEALS / "0002", root / SEALS / "0002")
    assert tampering(root) == ["chain"]  # even of the same texts


def test_a_corpus_sealed_anew_by_another_key_is_found(root: Path) -> None:
    held = last_seal(root)
    assert held is not None
    shutil.rmtree(root / SEALS)
    add_texts(root, "1-1", words="Others.")
    seal(root, 3)
    assert rules(root) == []  # what fits together says nothing of who made it
    assert rules(root, trusted=3) == []
    for key in (1, 2):
        assert rules(root, trusted=key) == ["key"]
    assert rules(root, older=((held.digest, None),)) == ["history"]


def test_even_the_owner_of_the_key_cannot_rewrite_history_unseen(root: Path) -> None:
    held = older_seal(str(root / SEALS / "0002" / "seal.json"))
    assert held[1] == 2
    shutil.rmtree(root / SEALS)
    for day, next_key in ((0, None), (1, signer(2).key)):
        (root / "judgements.toml").write_text(f"{day}", "utf-8")
        seal(root, 1, day=day, next_key=next_key)
    assert rules(root, trusted=1) == []
    assert rules(root, trusted=1, older=(held,)) == ["history"]


def test_a_text_cannot_be_sealed_anew(root: Path) -> None:
    add_texts(root, "1-1", words="Others.")
    with pytest.raises(SealError, match="Nothing is sealed over what is not sound"):
        seal(root, 2, day=3)


def test_days_do_not_go_back(root: Path) -> None:
    add_texts(root, "2-1")
    with pytest.raises(SealError, match="The last seal is of 2026-01-03, after 2026-01-02"):
        seal(root, 2, day=1)
    seal(root, 2, day=2)
    assert rules(root) == []


@pytest.mark.parametrize("trusted", [None, 1, 2])
def test_a_key_hands_over_to_the_next(trusted: int | None, root: Path) -> None:
    assert rules(root, trusted=trusted) == []
    add_texts(root, "2-1")
    with pytest.raises(SealError, match="The next seal must be by the key"):
        seal(root, 1, day=3)
    assert rules(root, trusted=3) == ["key"]


def test_a_key_that_has_only_been_named_is_told(root: Path) -> None:
    seal(root, 2, day=3, next_key=signer(3).key)
    assert rules(root, trusted=2) == []
    found = verify_corpus(root, Question(trusted=frozenset({signer(3).key.fingerprint})))
    assert [one.rule for one in found.findings] == ["key"]
    assert "has not sealed yet" in found.findings[0].what


def test_the_old_key_cannot_go_on_after_it_was_replaced(root: Path) -> None:
    shutil.rmtree(root / SEALS / "0003")
    found = verify_corpus(root, Question())
    last, others = found.chain.last, found.present.others
    stolen = _signed(last, [], others, signer(1), Wish(on=FIRST_DAY.replace(day=9)))
    add_seal(root, stolen)
    for trusted in (None, 2, 3):
        assert rules(root, trusted=trusted, weight=Weight.TAMPERING) == ["key"]


def test_a_lost_key_is_replaced_and_every_reader_is_told(root: Path) -> None:
    add_texts(root, "2-1")
    with pytest.raises(SealError, match="is not lost"):
        seal(root, 2, day=3, key_lost=True)
    seal(root, 3, day=3, key_lost=True)
    for trusted in (None, 1, 2):
        assert rules(root, trusted=trusted, older=()) == ["key"]
    assert rules(root, trusted=3) == []
    both = frozenset(signer(key).key.fingerprint for key in (1, 3))
    assert verify_corpus(root, Question(trusted=both)).findings == ()
    seal(root, 3, day=4, next_key=signer(4).key)
    add_texts(root, "2-2")
    seal(root, 4, day=5)
    for trusted in (3, 4):
        assert rules(root, trusted=trusted) == []


def test_nobody_vouches_unawares_for_the_seal_of_a_stranger(root: Path) -> None:
    add_texts(root, "6-6")
    seal(root, 3, day=3, key_lost=True)  # whoever can write there can do that
    add_texts(root, "2-1")
    for key_lost in (False, True):
        with pytest.raises(SealError, match="Seal 4 is by a key that no seal before"):
            seal(root, 2, day=4, key_lost=key_lost)
    with pytest.raises(SealError, match="must be by the key") as caught:
        seal(root, 4, day=4)
    assert "made by somebody else" in caught.value.hint


def test_without_a_seal_no_key_is_lost(tmp_path: Path) -> None:
    with pytest.raises(SealError, match="no key is lost"):
        seal(small_corpus(tmp_path / "own"), key_lost=True)


def test_a_key_does_not_follow_itself(root: Path) -> None:
    with pytest.raises(SealError, match="the same"):
        seal(root, 2, day=3, next_key=signer(2).key)


def test_nobody_without_a_name_that_can_be_printed(root: Path) -> None:
    with pytest.raises(SealError, match="cannot be by"):
        seal(root, 2, day=3, by="a\u202eb")


def test_what_changed_since_a_seal(root: Path) -> None:
    found = verify_corpus(root, Question(since=1)).since
    assert found is not None
    assert (found.number, found.day) == (1, FIRST_DAY)
    assert found.texts == (
        *(AddedText(path=text_path(number), seal=2) for number in ("1-3", "1-4", "1-5")),
        AddedText(path=text_path("1-10"), seal=3),
    )
    assert found.others == (ChangedFile(path="judgements.toml", how="changed"),)
    newest = verify_corpus(root, Question(since=3)).since
    assert newest is not None
    assert (newest.texts, newest.others) == ((), ())


@pytest.mark.parametrize("number", [0, -1, 4])
def test_a_seal_that_is_not_there_is_no_beginning(number: int, root: Path) -> None:
    with pytest.raises(SealError, match="seals 1 to 3 are sound"):
        verify_corpus(root, Question(since=number))


def test_the_last_seal_for_a_page(root: Path, tmp_path: Path) -> None:
    found = last_seal(root)
    assert found is not None
    assert (found.number, str(found.day), found.by) == (3, "2026-01-03", "Grace")
    assert found.key == signer(2).key.fingerprint
    assert older_seal(found.digest.upper()) == (found.digest, None)
    assert last_seal(small_corpus(tmp_path / "unsealed")) is None
    (root / SEALS / "0003" / "seal.json").write_bytes(b"{}")
    with pytest.raises(SealError, match="no seal"):
        last_seal(root)


@pytest.mark.parametrize("words", ["gone.json", "abc"])
def test_an_older_seal_is_a_file_or_a_digest(words: str) -> None:
    with pytest.raises(SealError, match="64 hexadecimal digits"):
        older_seal(words)


def test_an_older_seal_that_is_none_is_refused(root: Path) -> None:
    with pytest.raises(SealError, match="no seal"):
        older_seal(str(root / "corpus.toml"))
    with pytest.raises(SealError, match="cannot be read"):
        older_seal(str(root))


@pytest.mark.parametrize("how", ["edited", "not recorded", "gone"])
def test_only_what_is_recorded_is_sealed(how: str, tmp_path: Path, files: Files) -> None:
    root = small_corpus(tmp_path / "own")
    match how:
        case "edited":
            edit(root / text_path("1-1"))
        case "not recorded":
            (root / text_path("1-1")).with_name("eng@2002-10-01.xml").touch()
        case _:
            (root / text_path("1-1")).unlink()
    before = files(root)
    with pytest.raises(CorpusError, match="not as SHA256SUMS says"):
        seal(root)
    assert files(root) == before


def test_what_an_import_that_was_cut_off_has_left_is_not_sealed(tmp_path: Path) -> None:
    root = small_corpus(tmp_path / "own")
    left = (root / text_path("1-1")).with_name("eng@2002-10-01.xml")
    left.write_bytes(b"half a te")
    relative = left.relative_to(root).as_posix()
    (root / JOURNAL).write_bytes(sums_text({relative: "0" * 64}))
    assert relative not in dict(inventory(root).texts)
    seal(root)
    assert rules(root) == []
    assert left.exists()  # sealing clears nothing away: the next import does


def test_a_journal_hides_no_file_that_is_read(root: Path, files: Files) -> None:
    (root / "us-ct" / "law").mkdir()
    (root / "us-ct" / "law" / "fees.json").touch()
    path = root / "SHA256SUMS"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(one for one in lines if text_path("1-1") not in one), "utf-8")
    hidden = (text_path("1-1"), "us-ct/law/fees.json", "judgements.toml")
    (root / JOURNAL).write_bytes(sums_text(dict.fromkeys(hidden, "0" * 64)))
    assert rules(root) == ["removed", "file-added"]
    before = files(root)
    with pytest.raises(SealError, match="Nothing is sealed over what is not sound"):
        seal(root, 2, day=3)
    assert files(root) == before


def test_who_seals_waits_for_nobody(root: Path) -> None:
    add_texts(root, "2-1")
    with held(root), pytest.raises(HeldError, match="Somebody else is writing here"):
        seal(root, 2, day=3)
    seal(root, 2, day=3)
    assert rules(root) == []


def test_a_seal_appears_whole_or_not_at_all(
    tmp_path: Path, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = small_corpus(tmp_path / "own")
    before = files(root)

    def refuse(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device", str(self), None, str(target))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", refuse)
        with pytest.raises(CorpusError, match="No space left"):
            seal(root)
    assert files(root) == before
    left = root / SEALS / ".new-left"
    left.mkdir(parents=True)
    (left / "seal.json").touch()
    assert rules(root) == ["no-seal"]
    seal(root)
    assert not left.exists()
    assert rules(root) == []


def test_a_seal_is_never_replaced(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two who seal at once: the second has read the seals before the first wrote."""
    add_texts(root, "2-1")
    before = verify_corpus(root, Question())
    seal(root, 2, day=3)
    held = last_seal(root)
    with monkeypatch.context() as patched:
        patched.setattr("statuteline.corpus.seals.verify_corpus", lambda *_: before)
        with pytest.raises(CorpusError, match="cannot be written") as caught:
            seal(root, 2, day=4)
    assert "meanwhile" in caught.value.hint
    assert last_seal(root) == held
    assert rules(root) == []


def test_a_file_that_cannot_be_read_is_no_finding(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path) -> bytes:
        raise OSError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(CorpusError, match="Permission denied"):
        verify_corpus(root, Question())
