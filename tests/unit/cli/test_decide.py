from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Any]
DAYS = ("--governed", "2021-11-01", "--known", "2026-11-27")
ON = ("decide", "us-ct/vacatur", "--at", "2021-11-01")
MADE_OUT = """[facts]
conviction_for_prostitution = true
took_part_as_result_of_trafficking = "yes"
proved_victim_at_time_of_offense = true
"""


@pytest.fixture
def case(tmp_path: Path) -> Callable[..., Path]:
    def written(text: str, name: str = "case.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return written


def words(text: str) -> str:
    """Fold lines, for what is wrapped."""
    return " ".join(text.split())


def test_the_outcome_comes_first_and_the_caution_with_it(
    run: Run, case: Callable[..., Path]
) -> None:
    found = run(*ON, *DAYS, "--facts", case(MADE_OUT))
    assert (found.status, found.err) == (0, "")
    assert found.out.startswith("Outcome: shall vacate. The court must vacate")
    told = words(found.out)
    assert "no lawyer has reviewed. It is no legal advice." in told
    assert "These texts are not official" in told
    assert "whatever the unknown facts are" in told
    assert "\x1b" not in found.out


def test_what_is_open_is_asked_in_order_and_ends_with_zero(
    run: Run, case: Callable[..., Path]
) -> None:
    found = run(*ON, *DAYS, "--facts", case("[facts]\n"))
    assert found.status == 0
    assert "undetermined: shall vacate, may vacate or no relief" in found.out
    before, _, procedure = found.out.partition("Procedure,")
    asked = words(before.partition("Still to ask:")[2].partition("\n\n")[0])
    assert asked.index("1. What kind of offense") < asked.index("prostitution under")
    assert "Only a court finds this." in asked
    assert "registered or certified mail?" not in asked
    assert "registered or certified mail?" in words(procedure)


def test_colour_is_written_when_it_is_wanted(run: Run, case: Callable[..., Path]) -> None:
    found = run("--color", "always", *ON, *DAYS, "--facts", case(MADE_OUT))
    assert "\x1b[32m+" in found.out


def test_the_template_is_a_case_as_soon_as_the_days_are_told(
    run: Run, case: Callable[..., Path]
) -> None:
    written = run(*ON, "--template")
    assert written.status == 0
    template = case(written.out)
    refused = run(*ON, "--facts", template)
    assert refused.status == 2
    assert "the day of the application" in refused.err
    found = run(*ON, *DAYS, "--facts", template)
    assert "undetermined" in found.out
    for line in written.out.splitlines():
        assert line.startswith(("#", "[")) or not line or line.endswith(' = "unknown"')


def test_days_of_the_file_count_and_those_of_the_options_go_before(
    run: Run, case: Callable[..., Path]
) -> None:
    path = case(f"[days]\ngoverned = 2021-09-30\nknown = 2026-11-27\n{MADE_OUT}")
    assert "day of the application 30 September 2021" in words(
        run(*ON, "--facts", path).out
    )
    other = run(*ON, "--governed", "2021-10-05", "--facts", path)
    assert "day of the application 5 October 2021" in words(other.out)


def test_a_case_comes_from_standard_input_too(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = "governed,known,offense_level\n2021-11-01,2026-11-27,class B felony\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    assert run(*ON, "--facts", "-").out.startswith("Outcome: no relief.")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("us-ct/vacatr", "--at", "2021-11-01"), "did you mean us-ct/vacatur?"),
        (("us-ct/vacatur",), "Missing option '--at'"),
        (("us-ct/vacatur", "--at", "2021-11-01"), "Give --facts FILE, or --template"),
        (("us-ct/vacatur", "--at", "2010-01-01", "--template"), "2013-10-01, 2016-10-01"),
        ((*ON[1:], "--facts", "no-such-file"), "No such file"),
    ],
)
def test_what_cannot_be_done_ends_with_two(
    run: Run, options: tuple[str, ...], told: str
) -> None:
    found = run("decide", *options)
    assert (found.status, found.out) == (2, "")
    assert told in found.err


def test_a_wrong_fact_is_told_with_its_line_and_the_nearest_name(
    run: Run, case: Callable[..., Path]
) -> None:
    found = run(*ON, *DAYS, "--facts", case('[facts]\n\noffense_levl = "x"\n'))
    assert found.status == 2
    assert "case.toml:3" in found.err
    assert "did you mean offense_level?" in found.err


def test_the_day_of_the_records_counts(run: Run, case: Callable[..., Path]) -> None:
    found = run(*ON, *DAYS[:2], "--known", "2020-01-01", "--facts", case(MADE_OUT))
    assert found.status == 0
    assert "had not recorded the text" in words(found.out)
    assert "Reading" not in found.out


def test_a_corpus_without_the_section_decides_without_its_words(
    run: Run, case: Callable[..., Path], copy: Path
) -> None:
    shutil.rmtree(copy / "us-ct" / "cgs" / "54-95c")
    found = run("--corpus", copy, *ON, *DAYS, "--facts", case(MADE_OUT))
    assert found.out.startswith("Outcome: shall vacate.")
    assert "the words could not be looked at" in words(found.out)


def test_a_section_that_decides_nothing_tells_its_data(
    run: Run, case: Callable[..., Path]
) -> None:
    path = case("[facts]\nstarted_work = 2021-08-31\n")
    on = ("decide", "us-ct/training", "--at", "2022-01-01", *DAYS)
    assert "initial training: by 28 February 2022" in words(run(*on, "--facts", path).out)


def test_a_first_day_that_is_not_known_is_not_told_as_one(
    run: Run, case: Callable[..., Path]
) -> None:
    on = ("decide", "us-ct/council-report", "--at", "2022-01-01", *DAYS)
    told = words(run(*on, "--facts", case("")).out)
    assert "on or before 1 July 2021, since when is not known" in told
    assert "P.A. 21-103, S. 8 “report to the Judiciary Committee" in told


def test_a_seat_tells_who_fills_it_or_that_nobody_knows(
    run: Run, case: Callable[..., Path]
) -> None:
    on = ("decide", "us-ct/council", "--at", "2023-07-01", *DAYS)
    told = words(run(*on, "--facts", case("[facts]\n")).out)
    assert "Seats: 36 in all" in told
    assert "2 × public member, appointed or designated by Governor" in told
    assert "4 × public member; who appoints, our sources do not say" in told
    assert "1 × Commissioner of Developmental Services (b)(10)" in told


def test_json_has_the_receipt_and_its_digest(run: Run, case: Callable[..., Path]) -> None:
    told = json.loads(run(*ON, *DAYS, "--facts", case(MADE_OUT), "--format", "json").out)
    assert told["result"] == told["receipt"]["content"]["result"] == "shall vacate"
    content = json.dumps(
        told["receipt"]["content"],
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    assert told["receipt"]["digest"] == sha256(content.encode()).hexdigest()
    (decision,) = told["decisions"]
    explanation = decision["readings"][0]["outcomes"][0]["explanation"]
    assert explanation["verdict"] == "unknown"
    assert explanation["cites"][0]["cited"] == "(d)(1)"
