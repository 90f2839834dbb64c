from __future__ import annotations

from datetime import UTC, date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuteline.errors import SourceError
from statuteline.model.published import Edition, EditionKind
from statuteline.publishers.saved_pages import PageFolder, pages_of
from statuteline.publishers.visits import Completed, Outcome, Visit, from_line, to_line

if TYPE_CHECKING:
    from pathlib import Path

REVISION = Edition(revised_to=date(2025, 1, 1), kind=EditionKind.REVISION)
SUPPLEMENT = Edition(revised_to=date(2026, 1, 1), kind=EditionKind.SUPPLEMENT)
AT = datetime(2026, 1, 1, 12, tzinfo=UTC)


def visit(name: str, data: bytes | None = None, edition: Edition = REVISION) -> Visit:
    return Visit(
        url=f"https://example.org/{edition.revised_to.year}/{name}",
        edition=edition,
        at=AT,
        outcome=Outcome.GONE if data is None else Outcome.NEW,
        status=404 if data is None else 200,
        sha256=None if data is None else sha256(data).hexdigest(),
    )


def keep(folder: Path, *pages: tuple[str, bytes], edition: Edition = REVISION) -> None:
    for name, data in pages:
        PageFolder(folder).keep(visit(name, data, edition), data)


def test_pages_come_back_ordered_by_name(tmp_path: Path) -> None:
    keep(tmp_path, ("chap_10.htm", b"ten"), ("chap_9.htm", b"nine"), ("art_1.htm", b"one"))
    told = [(one.name, one.url, one.data) for one in pages_of(tmp_path, REVISION)]
    assert told == [
        ("art_1.htm", "https://example.org/2025/art_1.htm", b"one"),
        ("chap_9.htm", "https://example.org/2025/chap_9.htm", b"nine"),
        ("chap_10.htm", "https://example.org/2025/chap_10.htm", b"ten"),
    ]


def test_the_order_of_visits_makes_no_difference(tmp_path: Path) -> None:
    pages = [("art_2A.htm", b"a"), ("art_2a.htm", b"b"), ("chap_1.htm", b"c")]
    keep(tmp_path / "one", *pages)
    keep(tmp_path / "two", *reversed(pages), *pages)
    assert list(pages_of(tmp_path / "one", REVISION)) == list(
        pages_of(tmp_path / "two", REVISION)
    )


def test_the_last_bytes_of_a_page_count_and_all_are_kept(tmp_path: Path) -> None:
    keep(tmp_path, ("chap_1.htm", b"old"), ("chap_1.htm", b"new"))
    (page,) = pages_of(tmp_path, REVISION)
    assert page.data == b"new"
    assert PageFolder(tmp_path).read(sha256(b"old").hexdigest()) == b"old"


def test_what_is_gone_stays(tmp_path: Path) -> None:
    keep(tmp_path, ("chap_1.htm", b"old"))
    PageFolder(tmp_path).record(visit("chap_1.htm"))
    assert [page.data for page in pages_of(tmp_path, REVISION)] == [b"old"]


def test_editions_are_apart(tmp_path: Path) -> None:
    keep(tmp_path, ("chap_1.htm", b"revised"))
    keep(tmp_path, ("chap_1.htm", b"supplement"), edition=SUPPLEMENT)
    assert [page.data for page in pages_of(tmp_path, REVISION)] == [b"revised"]
    assert [page.data for page in pages_of(tmp_path, SUPPLEMENT)] == [b"supplement"]


def test_an_edition_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no pages of the revision of 2025") as error:
        list(pages_of(tmp_path, REVISION))
    assert "statuteline pull" in error.value.hint
    keep(tmp_path, ("chap_1.htm", b"words"), edition=SUPPLEMENT)
    with pytest.raises(SourceError) as error:
        list(pages_of(tmp_path, REVISION))
    assert error.value.hint == "it holds: supplement of 2026"


@pytest.mark.parametrize("fault", ["changed", "cut off", "gone"])
def test_a_damaged_page_is_never_given(fault: str, tmp_path: Path) -> None:
    keep(tmp_path, ("chap_1.htm", b"words"))
    path = PageFolder(tmp_path).path(sha256(b"words").hexdigest())
    if fault == "gone":
        path.unlink()
    else:
        path.write_bytes(b"other" if fault == "changed" else b"wor")
    with pytest.raises(SourceError) as error:
        list(pages_of(tmp_path, REVISION))
    assert error.value.where == str(path)


def test_a_page_that_is_kept_is_never_overwritten(tmp_path: Path) -> None:
    keep(tmp_path, ("chap_1.htm", b"words"))
    path = PageFolder(tmp_path).path(sha256(b"words").hexdigest())
    path.write_bytes(b"edited")
    with pytest.raises(SourceError, match="changed since"):
        PageFolder(tmp_path).keep(visit("chap_1.htm", b"words"), b"words")
    assert path.read_bytes() == b"edited"


def test_a_line_that_a_crash_cut_off_is_none(tmp_path: Path) -> None:
    keep(tmp_path, ("chap_1.htm", b"words"), ("chap_2.htm", b"more"))
    path = tmp_path / "manifest.jsonl"
    whole = path.read_bytes()
    for cut in range(1, len(whole.splitlines()[-1]) + 1):
        path.write_bytes(whole[:-cut])
        assert [page.name for page in pages_of(tmp_path, REVISION)] == ["chap_1.htm"]
    PageFolder(tmp_path).record(visit("chap_2.htm", b"more"))
    assert path.read_bytes() == whole


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b"[]",
        b"1",
        b"\xff",
        b'{"completed": 5}',
        b'{"completed": "soon"}',
        b'{"url": "https://example.org/a.htm"}',
    ],
)
def test_a_damaged_line_is_told_with_its_number(line: bytes, tmp_path: Path) -> None:
    keep(tmp_path, ("chap_1.htm", b"words"))
    path = tmp_path / "manifest.jsonl"
    path.write_bytes(path.read_bytes() + line + b"\n")
    with pytest.raises(SourceError, match="cannot be read") as error:
        PageFolder(tmp_path).entries()
    assert error.value.where == f"{path}:3"


@pytest.mark.parametrize(
    "first", [b'{"format": "statuteline/pages/0"}', b"x", b"{}", b"[]", b""]
)
def test_another_format_is_told(first: bytes, tmp_path: Path) -> None:
    (tmp_path / "manifest.jsonl").write_bytes(first + b"\n")
    with pytest.raises(SourceError, match="not of the format") as error:
        PageFolder(tmp_path).entries()
    assert error.value.where.endswith("manifest.jsonl:1")


def test_a_folder_of_nothing(tmp_path: Path) -> None:
    assert PageFolder(tmp_path / "none").entries() == ()


WORDS = st.none() | st.text()
TIMES = st.datetimes(timezones=st.just(UTC))
VISITS = st.builds(
    Visit,
    url=st.text(),
    edition=st.sampled_from([REVISION, SUPPLEMENT]),
    at=TIMES,
    outcome=st.sampled_from(Outcome),
    status=st.integers(100, 599),
    sha256=WORDS,
    redirected=WORDS,
    etag=WORDS,
    last_modified=WORDS,
    content_type=WORDS,
)


@given(told=VISITS)
def test_a_line_gives_the_visit_back(told: Visit) -> None:
    line = to_line(told)
    assert "\n" not in line
    assert from_line(line) == told


@given(at=TIMES)
def test_a_line_gives_the_end_of_a_run_back(at: datetime) -> None:
    assert from_line(to_line(Completed(at=at))) == Completed(at=at)
