from __future__ import annotations

import pytest

from statuteline.diff import redline as module
from statuteline.diff.redline import redline
from statuteline.errors import SelfCheckError
from statuteline.model.change import RunKind, Runs

MARKS = {RunKind.EQUAL: "{}", RunKind.DELETED: "[-{}-]", RunKind.INSERTED: "{{+{}+}}"}


def _shown(runs: Runs) -> str:
    return "".join(MARKS[run.kind].format(run.text) for run in runs)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("", "", ""),
        ("", "a fee", "{+a fee+}"),
        ("a fee", "a fee", "a fee"),
        ("under chapter 19a", "under chapter 19b", "under chapter [-19a-]{+19b+}"),
        (
            "a class B felony and more words here",
            "a class A felony and more words here",
            "a class [-B-]{+A+} felony and more words here",
        ),
        (
            "The clerk shall say: (1) a fee; (2) a loan.",
            "The clerk shall say: (1) a fee; (2) a card; (3) a loan.",
            "The clerk shall say: (1) a fee; (2) {+a card; (3) +}a loan.",
        ),
        (
            "a fee of five dollars and no more",
            "a fee of five dollars\nand no more",
            "a fee of five dollars[- -]{+\n+}and no more",
        ),
    ],
)
def test_marks(old: str, new: str, shown: str) -> None:
    assert _shown(redline(old, new)) == shown


def test_a_passage_that_shifted_is_kept_though_every_space_would_match() -> None:
    old = "Any town that is part of the region, as defined here, may join the library."
    new = "Any town, may join the library."
    assert _shown(redline(old, new)) == (
        "Any town[- that is part of the region, as defined here-], may join the library."
    )


def test_a_long_beginning_in_common_is_not_marked() -> None:
    same = " ".join(f"word{number}" for number in range(4000))
    found = redline(f"{same} old end", f"{same} new end")
    assert _shown(found) == f"{same} [-old-]{{+new+}} end"


def test_unrelated_words_are_replaced_whole() -> None:
    old = "The clerk of the town shall keep a list of the readers."
    new = "Cards expire in the fifth year of any loan to the archive."
    assert _shown(redline(old, new)) == f"[-{old}-]{{+{new}+}}"


def test_a_short_text_inside_a_long_one_is_kept() -> None:
    old = "The clerk shall keep a list of readers."
    more = " ".join(f"Rule {number} is that nobody shouts." for number in range(20))
    assert _shown(redline(old, f"{old} {more}")) == f"{old}{{+ {more}+}}"


def test_one_word_repeated_many_times_is_marked_where_it_differs() -> None:
    old, new = "fee " * 4000, "fee " * 2000 + "cost " + "fee " * 2000
    assert _shown(redline(old, new)).count("+}") == 1
    assert sum(len(r.text) for r in redline(old, new) if r.kind is not RunKind.EQUAL) == 5


def test_a_diff_that_loses_words_is_withheld(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "to_phrases", lambda edits: edits[:-1])
    with pytest.raises(SelfCheckError, match="did not give both texts back"):
        redline("a fee of five dollars", "a fee of six dollars")


def test_a_long_text_inside_a_much_longer_one_is_kept() -> None:
    # Cut at anchors, such texts come in pieces of a word each; they are one passage.
    kept = " ".join(f"word{number}" for number in range(600))
    added = " ".join(f"more{number}" for number in range(3000))
    runs = redline(f"Old {kept}", f"New {kept} {added}")
    assert [run.text for run in runs if run.kind is RunKind.EQUAL] == [f" {kept}"]
