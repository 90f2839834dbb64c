"""Pages of an invented decision are what the golden files hold, which people can read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from tests.unit.corpus.library_law import section

from statuteline.corpus.start import start_corpus
from statuteline.corpus.store import open_corpus
from statuteline.model.interval import Interval
from statuteline.rules.encodings import (
    Axiom,
    Burden,
    Consequence,
    Encoding,
    NotEncoded,
    Outcome,
    Reading,
    Requirement,
    Version,
)
from statuteline.rules.facts import Day, Money, Whole, YesNo
from statuteline.rules.nodes import cited
from statuteline.rules.predicates import all_of, any_of, define, not_, when
from statuteline.rules.schedules import After, Deadline
from statuteline.website.base import Page
from statuteline.website.kinds import decisions
from statuteline.website.source import Settings, Source

GOLDEN: Final = Path(__file__).with_name("decisions")
FIRST, SECOND = date(2005, 1, 1), date(2020, 10, 1)

MEMBER = YesNo(name="is_member", ask="Is the borrower a member?")
CHILD = YesNo(name="is_child", ask="Is the borrower a child?")
NEED = YesNo(name="in_need", ask="Is the borrower in need?", judgement=True)
OWED = Money(name="fines_owed", ask="How much is owed in fines?")
LENT = Whole(name="books_lent", ask="How many books are lent already?", unit="books")
TAKEN = Day(name="day_taken", ask="When was the book taken?")
A, B = "sec_11-1", "sec_11-1__subsec_a"


def version(days: Interval, *, fines: bool) -> Version:
    """Write the decision whether a book is lent: at first fines did not matter."""
    poor = NEED.is_true().cite(B, "warm")
    may = define("may borrow", any_of(MEMBER.is_true().cite(A, "A library is open"), poor))
    clear = all_of(may, OWED.at_most(500), LENT.below(10))
    lends = clear if fines else may
    outcomes = (
        Outcome(
            name="lends",
            when=lends,
            means="The library lends the book.",
            follows=(Consequence(says="It is stamped.", cited=cited(A, "open")),),
        ),
        Outcome(name="does not lend", when=not_(lends), means="It keeps the book."),
    )
    back = Deadline(
        name="return", latest_of=(After(fact=TAKEN, months=1),), cited=cited(A, "is")
    )
    return Version(
        days=days,
        readings=(Reading(name="plain", outcomes=outcomes),),
        requirements=(
            Requirement(name="consent", by="parent", met=when(CHILD.is_true(), poor)),
        ),
        burdens=(Burden(on="borrower", of="need", standard=None, cited=cited(B, "It")),),
        deadlines=(back,),
        not_encoded=(
            NotEncoded(eid=cited(B, "x").eid, words="", reason="warmth is no fact"),
        ),
    )


def lending(folder: Path) -> Source:
    start_corpus(folder, name="Invented", text="official")
    corpus = open_corpus(folder)
    corpus.add(
        section("11-1", "2005-01-01", "Libraries", "A library is open.", "It is warm.")
    )
    corpus.add(
        section("11-1", "2020-10-01", "Libraries", "A library is open.", "It is so warm.")
    )
    work = corpus.works()[0]
    source = Source(corpus, Settings(at=date(2026, 11, 27)))
    encoding = Encoding(
        name="us-ct/lending",
        title="Lending a book",
        work=work,
        governed_by="day of the loan",
        versions=(
            version(Interval(start=FIRST, end=SECOND), fines=False),
            version(Interval(start=SECOND), fines=True),
        ),
        axioms=(
            Axiom(
                name="no child owes fines",
                holds=when(CHILD.is_true(), OWED.at_most(0)),
                cited=cited(A, "open"),
                days=Interval(start=FIRST),
            ),
        ),
    )
    source.__dict__["encodings"] = (encoding,)
    return source


def test_the_pages_of_a_decision(tmp_path: Path, *, update_golden: bool) -> None:
    items = decisions.KIND.items(lending(tmp_path / "own"))
    pages = [one for one in items if isinstance(one, Page)]
    found = {}
    for one in pages:
        steps = one.path.removeprefix("us-ct/law/").removesuffix("index.html").strip("/")
        content = one.write()
        told = f"<!-- {content.title} -->\n{content.body}\n"
        found[steps.replace("/", "-") or "list"] = told
    assert set(found) == {
        "list",
        "lending",
        "lending-2005-01-01",
        "lending-2020-10-01",
        "lending-impact-2005-01-01..2020-10-01",
    }
    for name, told in found.items():
        # The corpus holds others' words: those that a rule cites are not from there.
        assert "not those of this corpus" in told
        file = GOLDEN / f"{name}.html"
        if update_golden:
            GOLDEN.mkdir(exist_ok=True)
            file.write_text(told, "utf-8")
        assert told == file.read_text("utf-8")
