"""What a clause builds on, looked up in the records of the text before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from statuteline.acts.changes import Change, Refusal
from statuteline.acts.clause import ActSections, Stretch
from statuteline.acts.footing import Borne, footing_of
from statuteline.acts.two_sides import Exact
from statuteline.model.acts import ActCited, ActKind, Session
from statuteline.model.ids import EId, ProvisionRef
from statuteline.model.published import Edition, EditionKind, Note, NoteKind
from statuteline.model.text import plain
from statuteline.model.work import Event, EventKind, Expression
from statuteline.publishers.us_ct.act_ids import work_of

from .invented_law import ACT, ACT_WORK, AMENDED, FEES, FINES, act, section, text, worked

OCTOBER = date(2031, 10, 1)
BASE = text("9-12", FEES, FINES, start=OCTOBER)


def cited(number: str, year: int = 2031) -> ActCited:
    return ActCited(session=Session(year=year), kind=ActKind.PUBLIC, number=number)


def link(number: str | None, *sections: str, year: int = 2031) -> ActSections:
    named = [one.partition("-") for one in sections]
    return ActSections(
        act=cited(number, year) if number else None,
        sections=tuple(Stretch(first=a, last=b or None) for a, _, b in named),
    )


def event(number: str, sec: str | None = None, day: date = OCTOBER) -> Event:
    eid = EId(f"sec_{sec}") if sec else None
    act_section = ProvisionRef(work_of(cited(number)), eid)
    return Event(day=day, kind=EventKind.AMENDMENT, act=act_section)


def made_by(*events: Event) -> Expression:
    return replace(BASE, events=events)


def printed(note: str, year: int = 2032) -> Expression:
    edition = Edition(revised_to=date(year, 1, 1), kind=EditionKind.REVISION)
    notes = (Note(kind=NoteKind.SOURCE, words=plain(note)),) if note else ()
    return replace(BASE, edition=edition, notes=notes)


def borne(base: Expression, *chain: ActSections) -> list[Borne]:
    found = footing_of(chain, base, (base,), work_of(cited("99")))
    assert found is not None
    return [one.borne for one in found.links]


HELD, LACKING, UNKNOWN = Borne.HELD, Borne.LACKING, Borne.UNKNOWN


def test_no_chain_has_no_footing() -> None:
    assert footing_of((), BASE, (BASE,), ACT_WORK) is None


@pytest.mark.parametrize(
    ("chain", "expected"),
    [
        (link("8", "3"), HELD),
        (link("8"), HELD),
        (link("8", "2-4"), HELD),
        (link("8", "4"), LACKING),
        (link("8", "3", "5"), LACKING),
        (link("9", "1"), UNKNOWN),  # the act is told, its section is not
        (link("9"), HELD),
        (link("7"), UNKNOWN),  # no edition is at hand to be silent of it
        (link(None, "2"), LACKING),  # what the act itself did is always told
    ],
)
def test_events_tell_what_made_a_text(chain: ActSections, expected: Borne) -> None:
    base = made_by(event("8", "3"), event("9"))
    assert borne(base, chain) == [expected]


def test_what_is_only_announced_has_not_made_the_text() -> None:
    base = replace(made_by(event("8", "3", day=date(2032, 1, 1))), edition=None)
    assert borne(base, link("8", "3")) == [UNKNOWN]


@pytest.mark.parametrize(
    ("note", "chain", "expected"),
    [
        ("(P.A. 31-8, S. 3; 31-9, S. 1–4.)", link("8", "3"), HELD),
        ("(P.A. 31-8, S. 3; 31-9, S. 1–4.)", link("9", "2"), HELD),
        ("(P.A. 31-8, S. 3; 31-9, S. 1–4.)", link("9", "3-7"), HELD),
        ("(P.A. 31-8, S. 3; 31-9, S. 1–4.)", link("9", "5"), LACKING),
        ("(P.A. 31-8, S. 3(e).)", link("8", "3"), HELD),
        ("(P.A. 31-8.)", link("8", "3"), UNKNOWN),
        ("(P.A. 31-8.)", link("7"), LACKING),
        ("(P.A. 31-8; what is this.)", link("7"), UNKNOWN),
        ("(P.A. 31-8; what is this.)", link("8"), HELD),
        ("", link("7"), UNKNOWN),
        ("", link("7", year=2032), LACKING),  # a session after the edition
    ],
)
def test_source_notes_tell_what_made_a_text(
    note: str, chain: ActSections, expected: Borne
) -> None:
    assert borne(printed(note), chain) == [expected]


def test_a_computed_text_stands_on_the_notes_of_the_printed_one() -> None:
    before = replace(
        printed("(P.A. 30-8, S. 3.)", 2031), id=replace(BASE.id, version=date(2031, 1, 1))
    )
    before = replace(before, commencement=None)
    base = made_by(event("9", "1"))
    chain = (link("8", "3", year=2030), link("9", "1"), link("6"))
    found = footing_of(chain, base, (before, base), ACT_WORK)
    assert found is not None
    assert [one.borne for one in found.links] == [HELD, HELD, LACKING]
    assert found.borne is LACKING


def test_acts_of_one_day_are_looked_up_in_their_order() -> None:
    base = made_by(event("8", "3"), event("9", "1"))
    assert borne(base, link("8", "3"), link("9", "1")) == [HELD, HELD]
    assert borne(base, link("9", "1"), link("8", "3")) == [HELD, LACKING]


def test_acts_of_other_days_have_the_order_of_their_days() -> None:
    base = made_by(event("9", "1", day=date(2031, 7, 1)), event("8", "3"))
    assert borne(base, link("8", "3"), link("9", "1")) == [HELD, HELD]


WHOLE = f"Section 9-12 of the general statutes {AMENDED} (Effective October 1, 2031):"
CHEAPER = "(a) Each reader pays a yearly fee of [ten] <four> dollars to the library."


def change(clause: str, *lines: str, base: Expression) -> Change:
    (found,) = worked(act(section("2", clause, *lines)), base)
    (only,) = found.changes
    return only


def test_an_exact_text_that_lacks_what_the_clause_builds_on_is_refused() -> None:
    clause = WHOLE.replace("statutes ", "statutes, as amended by section 1 of this act, ")
    found = change(clause, CHEAPER, FINES, base=BASE)
    assert isinstance(found.check, Exact)
    assert (found.text, found.refusal) == (None, Refusal.LACKING)
    assert found.footing is not None
    assert found.footing.borne is LACKING


@pytest.mark.parametrize("note", ["(P.A. 30-8, S. 3.)", "", "(P.A. 30-8; illegible.)"])
def test_what_is_on_record_or_not_known_is_applied(note: str) -> None:
    chain = "statutes, as amended by section 3 of public act 30-8, "
    clause = WHOLE.replace("statutes ", chain)
    found = change(clause, CHEAPER, FINES, base=printed(note, 2031))
    assert found.text is not None
    assert found.footing is not None
    assert found.footing.borne is (HELD if note.endswith("S. 3.)") else UNKNOWN)


def test_an_addition_is_held_to_its_footing_too() -> None:
    clause = (
        "Section 9-12 of the general statutes, as amended by section 1 of this act, is "
        "amended by adding subsection (c) as follows (Effective October 1, 2031):"
    )
    found = change(clause, "(NEW) (c) Piers are free.", base=BASE)
    assert (found.text, found.refusal) == (None, Refusal.LACKING)


def test_an_act_may_cite_itself_by_its_number() -> None:
    own = ActSections(act=ACT, sections=(Stretch(first="1"),))
    found = footing_of((own,), BASE, (BASE,), ACT_WORK)
    assert found is not None
    assert found.borne is LACKING
