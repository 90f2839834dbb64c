"""Whatever is done to a sealed corpus comes to light."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealed_corpora import rules, signer, tampering, text_path, three_seals
from statuteline.corpus.seal_store import read_seals
from statuteline.errors import SealError
from statuteline.sealing.chain import Stored, read_chain
from statuteline.sealing.listing import Entry, can_be_listed, listing_bytes, read_listing
from statuteline.sealing.tree import Tree, grown, inclusion_path, root_from_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXTS = tuple(text_path(number) for number in ("1-1", "1-2", "1-3", "1-4", "1-5", "1-10"))
OTHERS = (
    "corpus.toml",
    "judgements.toml",
    "us-ct/cases/fees.toml",
    "us-ct/jurisdiction.toml",
)
PARTS = ("seal", "signature", "key", "added", "others")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return three_seals(tmp_path_factory.mktemp("sealed") / "own")


@contextmanager
def changed(path: Path, data: bytes) -> Iterator[None]:
    """Give a file other bytes for a while."""
    before = path.read_bytes()
    path.write_bytes(data)
    try:
        yield
    finally:
        path.write_bytes(before)


@given(
    path=st.sampled_from((*TEXTS, *OTHERS)),
    place=st.integers(min_value=0, max_value=10_000),
    turned=st.integers(min_value=1, max_value=255),
)
def test_any_byte_of_any_sealed_file(
    path: str, place: int, turned: int, root: Path
) -> None:
    data = bytearray((root / path).read_bytes())
    data[place % len(data)] ^= turned
    with changed(root / path, bytes(data)):
        assert rules(root) == ["altered" if path in TEXTS else "file-changed"]
    assert rules(root) == []


@given(
    path=st.sampled_from((*TEXTS, *OTHERS)),
    data=st.one_of(st.binary(max_size=60), st.sampled_from([b"\n", b" ", b"\x00"])),
    is_more=st.booleans(),
)
def test_any_other_content_of_any_sealed_file(
    path: str,
    data: bytes,
    is_more: bool,  # noqa: FBT001 - drawn
    root: Path,
) -> None:
    before = (root / path).read_bytes()
    after = before + data if is_more else data
    with changed(root / path, after):
        assert (rules(root) == []) is (after == before)


@given(one=st.sampled_from(TEXTS), other=st.sampled_from(TEXTS))
def test_a_text_in_the_place_of_another(one: str, other: str, root: Path) -> None:
    first, second = ((root / path).read_bytes() for path in (one, other))
    with changed(root / one, second), changed(root / other, first):
        assert tampering(root) == ([] if one == other else ["altered"] * 2)


@given(gone=st.sets(st.sampled_from(TEXTS), min_size=1))
def test_texts_that_are_removed(gone: set[str], root: Path) -> None:
    for path in gone:
        (root / path).rename(root / "us-ct" / ".kept" / path.replace("/", "_"))
    try:
        assert tampering(root) == ["removed"] * len(gone)
    finally:
        for path in gone:
            (root / "us-ct" / ".kept" / path.replace("/", "_")).rename(root / path)


@pytest.fixture(scope="module", autouse=True)
def _kept(root: Path) -> None:
    (root / "us-ct" / ".kept").mkdir()


@pytest.fixture(scope="module")
def stored(root: Path) -> tuple[Stored, ...]:
    return read_seals(root)[0]


def with_part(one: Stored, part: str, data: bytes) -> Stored:
    return Stored(
        place=one.place,
        number=one.number,
        **{name: getattr(one, name) for name in PARTS} | {part: data},
    )


@pytest.mark.parametrize("part", PARTS)
def test_every_byte_of_every_seal(part: str, stored: tuple[Stored, ...]) -> None:
    assert read_chain(stored).findings == ()
    tried = 0
    for number, one in enumerate(stored):
        before = getattr(one, part)
        for place in range(len(before)):
            data = bytearray(before)
            data[place] ^= 1 << place % 8
            broken = with_part(one, part, bytes(data))
            found = read_chain((*stored[:number], broken, *stored[number + 1 :]))
            assert found.findings, (number, place)
            assert len(found.seals) == number
            tried += 1
    assert tried >= 3 * 64


@given(part=st.sampled_from(PARTS), number=st.integers(0, 2), data=st.binary(max_size=200))
def test_other_bytes_in_the_place_of_a_seal(
    part: str, number: int, data: bytes, stored: tuple[Stored, ...]
) -> None:
    one = stored[number]
    broken = with_part(one, part, data)
    found = read_chain((*stored[:number], broken, *stored[number + 1 :]))
    assert bool(found.findings) is (data != getattr(one, part))


@given(order=st.lists(st.integers(0, 2), max_size=5))
def test_seals_left_out_repeated_or_in_another_order(
    order: list[int], stored: tuple[Stored, ...]
) -> None:
    placed = tuple(
        Stored(
            place=f"seals/{place:04}",
            number=place,
            **{name: getattr(stored[number], name) for name in PARTS},
        )
        for place, number in enumerate(order, start=1)
    )
    found = read_chain(placed)
    # A chain that only ends sooner is sound; an older copy of a seal tells of the rest.
    assert bool(found.findings) is (order not in ([0], [0, 1], [0, 1, 2]))


@given(key=st.integers(0, 5), part=st.sampled_from(["signature", "key", "both"]))
def test_a_signature_by_another_key(
    key: int, part: str, stored: tuple[Stored, ...]
) -> None:
    other = signer(key)
    for number, one in enumerate(stored):
        forged = one
        if part != "key":
            forged = with_part(forged, "signature", other.sign(one.seal))
        if part != "signature":
            forged = with_part(forged, "key", other.key.pem)
        found = read_chain((*stored[:number], forged, *stored[number + 1 :]))
        assert bool(found.findings) is (forged != one)


@given(st.lists(st.binary(max_size=9), max_size=40), st.integers(0, 40), st.data())
def test_a_tree_grows_and_shows_each_leaf(
    leaves: list[bytes], first: int, data: st.DataObject
) -> None:
    whole = grown(Tree(), leaves)
    assert grown(grown(Tree(), leaves[:first]), leaves[first:]) == whole
    if leaves:
        place = data.draw(st.integers(0, len(leaves) - 1))
        path = inclusion_path(leaves, place)
        assert root_from_path(leaves[place], place, len(leaves), path) == whole.root
        other = data.draw(st.binary(max_size=9).filter(lambda one: one != leaves[place]))
        assert root_from_path(other, place, len(leaves), path) != whole.root


PATHS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)


@given(st.dictionaries(PATHS, st.text("0123456789abcdef", min_size=64, max_size=64)))
def test_a_list_reads_back_or_is_refused(digests: dict[str, str]) -> None:
    entries = tuple(sorted(Entry(*one) for one in digests.items()))
    if all(can_be_listed(path) for path in digests):
        assert read_listing(listing_bytes(entries), "list") == entries
    else:
        with pytest.raises(SealError):
            read_listing(listing_bytes(entries), "list")


def test_all_is_as_it_was(root: Path) -> None:
    shutil.rmtree(root / "us-ct" / ".kept")
    assert rules(root) == []
