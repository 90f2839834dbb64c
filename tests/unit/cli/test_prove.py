from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

import statuteline.law
from statuteline.rules.claims import Result

Run = Callable[..., Any]
SHALL = "us-ct/vacatur/2016-narrow-implies-2021-shall"


def test_all_claims_come_out_as_expected(run: Run) -> None:
    found = run("prove", "--brief")
    assert (found.status, found.err) == (0, "")
    assert f"{SHALL}: proved\n" in found.out
    assert "all as expected." in found.out


def test_a_proof_is_told_with_what_it_rests_on(run: Run) -> None:
    found = run("prove", SHALL)
    assert found.status == 0
    told = " ".join(found.out.split())
    assert "Rests on: prostitution is a misdemeanor (us-ct/cgs/53a-82)." in told
    assert "A: “shall vacate” B: “no relief”" in told
    assert "1 claim: 1 proved; all as expected." in told
    assert max(map(len, found.out.splitlines())) <= 80


def test_a_beginning_names_all_claims_below_it(run: Run) -> None:
    told = json.loads(run("prove", "us-ct/faq/vacatur", "--format", "json").out)
    names = [claim["name"] for claim in told["claims"]]
    assert names
    assert all(name.startswith("us-ct/faq/vacatur/") for name in names)


def test_a_claim_that_flips_is_a_failure(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    law = statuteline.law.law()
    claims = tuple(
        replace(one, expected=Result.REFUTED) if one.name == SHALL else one
        for one in law.claims
    )
    monkeypatch.setattr(statuteline.law, "law", lambda: replace(law, claims=claims))
    found = run("prove", "--brief")
    assert found.status == 1
    assert f"{SHALL}: proved, but expected to be refuted\n" in found.out
    assert f"not as expected: {SHALL}." in " ".join(found.out.split())
    assert json.loads(run("prove", SHALL, "--format", "json").out)["as_expected"] is False


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("us-ct/vacatur/2016-narow-implies-2021-shall", SHALL),
        ("us-ct/vaca", "us-ct/vacatur"),
        ("", "tries all"),
    ],
)
def test_an_unknown_claim_is_refused_with_the_nearest(
    run: Run, name: str, hint: str
) -> None:
    found = run("prove", name)
    assert (found.status, found.out) == (2, "")
    assert hint in found.err
