"""Ids and citations: what is printed is read back, and only what would be printed."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.corpus.uris import expression_id
from statuteline.errors import IdentifierError
from statuteline.model.citation import Citation, parse_citation, print_citation
from statuteline.model.ids import (
    EId,
    ExpressionId,
    ProvisionRef,
    WId,
    WorkId,
    parse_date,
)
from statuteline.model.natural import natural
from statuteline.model.text import canonical

if TYPE_CHECKING:
    from datetime import date

_URIS = open_corpus(shipped()).uris
_FORMS = tuple(one.citations for one in _URIS.jurisdictions)

letters = st.text(string.ascii_letters + string.digits, min_size=1, max_size=4)
labels = st.lists(letters, max_size=4).map(tuple)
cgs_numbers = st.from_regex(r"\A[0-9]{1,3}[a-z]{0,2}-[0-9]{1,4}[a-z]{0,2}(-[0-9]{1,3})?\Z")
pa_numbers = st.from_regex(r"\A[0-9]{2}-[0-9]{1,3}\Z")
group_numbers = st.builds(
    "{}-{}-{}".format, cgs_numbers, st.sampled_from(["to", "and"]), cgs_numbers
)
old_numbers = st.from_regex(r"\A(19[0-6][0-9])-[0-9]{1,3}(-(february|june))?\Z")
session_numbers = st.from_regex(
    r"\A[0-9]{2}-[0-9]{1,3}-(june|sept)(-[0-9]{1,2})?-sp-sess\Z"
)
act_numbers = pa_numbers | old_numbers | session_numbers
faq_numbers = st.from_regex(r"\A[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5}){0,2}\Z")
works = st.one_of(
    st.builds(WorkId, st.just("us-ct"), st.just("cgs"), cgs_numbers | group_numbers),
    st.builds(WorkId, st.just("us-ct"), st.sampled_from(["pa", "sa"]), act_numbers),
    st.builds(WorkId, st.just("us-ct"), st.just("summary"), pa_numbers.map("pa-{}".format)),
    st.builds(WorkId, st.just("us-ct"), st.just("faq"), faq_numbers),
)
expression_ids = st.builds(
    ExpressionId, works, st.just("eng"), st.dates(), st.none() | st.dates()
)
steps = st.builds(
    "{}_{}".format, st.sampled_from(["sec", "subsec", "subdiv", "cl"]), letters
)
eids = st.lists(steps, min_size=1, max_size=5).map(lambda found: EId("__".join(found)))
spaces = st.text(" \t\n\u00a0\u2009\u202f\u3000", min_size=1, max_size=4)
typed = st.one_of(
    st.text(),
    st.text("us-ct/cgsPA.#()§ 0123456789\u00a0,S", max_size=40),
    st.from_regex(r"\A[a-z-]+/[a-z]+/[^/]+\Z"),
)


@st.composite
def citations(draw: st.DrawFn) -> Citation:
    work = draw(works)
    sections = st.none() | st.from_regex(r"\A[0-9]{1,3}[a-z]{0,2}\Z")
    section = draw(sections) if work.series in {"pa", "sa"} else None
    inner = draw(labels)
    eid = draw(st.none() | eids) if not inner and section is None else None
    return Citation(work=work, labels=inner, section=section, eid=eid)


def printed(citation: Citation) -> str:
    return print_citation(citation, _URIS.series(citation.work).forms)


@given(citations())
def test_a_printed_citation_is_read_back(citation: Citation) -> None:
    assert parse_citation(printed(citation), _FORMS) == citation


@given(citations(), spaces, spaces)
def test_white_space_of_any_kind_and_size_is_one_space(
    citation: Citation, between: str, around: str
) -> None:
    text = around + printed(citation).replace(" ", between) + around
    assert parse_citation(text, _FORMS) == citation


@given(works, labels)
def test_the_short_form_is_read_back(work: WorkId, inner: tuple[str, ...]) -> None:
    text = str(work) + "".join(f"({label})" for label in inner)
    assert parse_citation(text, _FORMS) == Citation(work=work, labels=inner)


@given(typed)
@example("us-ct/cgs/54-95c#")
@example("us-ct/cgs/..")
def test_any_text_is_a_citation_or_refused(text: str) -> None:
    try:
        found = parse_citation(text, _FORMS)
    except IdentifierError:
        return
    # What is read is an id that its own parser accepts: it leads nowhere else.
    assert WorkId.parse(str(found.work)) == found.work
    assert ".." not in str(found.work)


@given(typed | works.map(str))
def test_a_work_id_is_read_only_as_it_is_printed(text: str) -> None:
    try:
        found = WorkId.parse(text)
    except IdentifierError:
        return
    assert str(found) == text


@given(expression_ids)
def test_an_expression_id_is_read_back(expression: ExpressionId) -> None:
    assert ExpressionId.parse(str(expression)) == expression
    assert expression_id(_URIS.of_expression(expression)) == expression


@given(eids, st.none() | st.integers(1000, 9999))
def test_addresses_are_read_back(eid: EId, year: int | None) -> None:
    assert EId.parse(eid.text) == eid
    wid = eid.text if year is None else f"{eid}@{year}"
    assert str(WId.parse(wid)) == wid
    parent = eid.parent
    if parent is not None:
        prefix, _, number = eid.steps[-1].partition("_")
        assert parent.child(prefix, number) == eid
        assert parent.contains(eid)
        assert not eid.contains(parent)


@given(works, st.none() | eids, works)
def test_a_link_is_read_back(work: WorkId, eid: EId | None, own: WorkId) -> None:
    target = ProvisionRef(work, eid)
    assert _URIS.target(_URIS.href(target, own), own) == target


@given(st.dates())
def test_days_are_read_back(day: date) -> None:
    assert parse_date(day.isoformat()) == day


@given(st.lists(cgs_numbers, max_size=6))
def test_any_numbers_can_be_sorted(numbers: list[str]) -> None:
    once = sorted(numbers, key=natural)
    assert sorted(once, key=natural) == sorted(once, key=natural)


@given(st.text())
def test_canonical_words_stay_as_they_are(text: str) -> None:
    words = canonical(text)
    assert canonical(words) == words
    assert words == words.strip()
    assert "  " not in words
