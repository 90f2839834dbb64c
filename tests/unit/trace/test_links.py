from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.law import encoding, encodings
from statuteline.model.ids import WorkId
from statuteline.model.interval import Interval
from statuteline.model.provision import find, walk
from statuteline.model.text import Paragraph, Span
from statuteline.model.work import Words
from statuteline.rules.facts import Condition, Fact
from statuteline.rules.json_form import logic_digest
from statuteline.rules.laid_texts import laid_texts
from statuteline.rules.mutations import mutants
from statuteline.rules.nodes import cited
from statuteline.rules.predicates import define
from statuteline.rules.predicates import walk as nodes_of
from statuteline.trace.fingerprints import (
    shortened,
    text_fingerprint,
    unnumbered_fingerprint,
)
from statuteline.trace.links import Link, Quote, Unbacked, linked_words, links, own_words
from statuteline.trace.units import UnitKind, units

if TYPE_CHECKING:
    from statuteline.model.provision import Provision
    from statuteline.rules.laid_texts import LaidText

VACATUR = WorkId.parse("us-ct/cgs/54-95c")


@pytest.fixture(scope="module")
def texts() -> dict[WorkId, tuple[LaidText, ...]]:
    corpus = open_corpus(shipped())
    return {work: laid_texts(corpus.expressions(work)) for work in corpus.works()}


def test_every_link_of_the_shipped_encodings_finds_its_words(
    texts: dict[WorkId, tuple[LaidText, ...]],
) -> None:
    count = 0
    for one in encodings():
        for unit in units(one):
            found = links(unit, one.work, texts)
            assert found, unit.id
            for link in found:
                assert isinstance(link, Link), (unit.id, link)
                assert link.quote is Quote.THERE, link.id
                count += 1
    assert count > 50


def test_units_have_names_of_their_own() -> None:
    for one in encodings():
        names = [unit.id for unit in units(one)]
        assert len(names) == len(set(names))


def test_a_definition_shared_by_outcomes_is_one_unit() -> None:
    found = units(encoding("us-ct/vacatur"))
    definitions = [one.id for one in found if one.kind is UnitKind.DEFINITION]
    assert definitions.count("us-ct/vacatur@2021-10-01/offense-in-scope") == 1


def test_a_changed_definition_changes_what_uses_it() -> None:
    """A constant of one definition is moved; every outcome that uses it differs."""
    one = encoding("us-ct/vacatur")
    version = one.versions[-1]
    reading = version.readings[0]
    old = next(
        node
        for outcome in reading.outcomes
        for node in nodes_of(outcome.when)
        if isinstance(node, Condition) and node.constants == (10,)
    )
    changed = replace(
        one,
        versions=(
            replace(
                version,
                readings=(
                    replace(
                        reading,
                        outcomes=tuple(
                            replace(outcome, when=_with(outcome.when, old, (11,)))
                            for outcome in reading.outcomes
                        ),
                    ),
                ),
            ),
        ),
    )
    before = {unit.id: unit.code for unit in units(one)}
    differing = {u.id.rpartition("/")[2] for u in units(changed) if before[u.id] != u.code}
    assert {"offense-in-scope", "shall-vacate", "may-vacate", "no-relief"} <= differing
    assert not any("victim" in name or "basis" in name for name in differing)


def _with(node: Any, old: Condition, constants: tuple[int, ...]) -> Any:  # noqa: ANN401
    """Copy a tree with other constants in one condition."""
    if node == old:
        return replace(old, constants=constants)
    if isinstance(node, tuple):
        return tuple(_with(part, old, constants) for part in node)
    changes = {
        name: _with(getattr(node, name), old, constants)
        for name in ("parts", "part", "condition", "then")
        if hasattr(node, name)
    }
    return replace(node, **changes) if changes else node


def test_each_word_of_each_cited_provision_counts(
    texts: dict[WorkId, tuple[LaidText, ...]],
) -> None:
    """Any word that is changed gives another fingerprint; white space gives none."""
    seen = set()
    for one in encodings():
        for unit in units(one):
            for link in links(unit, one.work, texts):
                assert isinstance(link, Link)
                assert link.found is not None
                seen.add((link.expression, link.found))
    assert seen
    for expression, eid in seen:
        laid = (one.entry.expression for one in texts[expression.work])
        text = next(one for one in laid if one.id == expression)
        provision = find(text.body, eid)
        assert provision is not None
        intro = provision.intro_text
        fingerprint = text_fingerprint(provision)
        for match in re.finditer(r"\w+", intro):
            words = f"{intro[: match.start()]}changed{intro[match.end() :]}"
            assert text_fingerprint(_saying(provision, words)) != fingerprint
        spaced = _saying(provision, f"  {intro.replace(' ', '  ')} ")
        assert text_fingerprint(spaced) == text_fingerprint(_saying(provision, intro))


def _saying(provision: Provision, words: str) -> Provision:
    return replace(provision, intro=(Paragraph(spans=(Span(text=words),)),))


def test_a_new_number_is_told_apart_from_new_words() -> None:
    text = open_corpus(shipped()).expressions(VACATUR)[-1]
    for provision in walk(text.body):
        other = replace(provision, num="(zz)")
        assert text_fingerprint(other) != text_fingerprint(provision)
        assert unnumbered_fingerprint(other) == unnumbered_fingerprint(provision)
        assert provision.intro_text in own_words(provision)


def test_days_without_a_text_are_told(texts: dict[WorkId, tuple[LaidText, ...]]) -> None:
    unit = units(encoding("us-ct/vacatur"))[0]
    early = replace(unit, days=Interval(start=date(2000, 1, 1), end=date(2014, 1, 1)))
    found = links(early, VACATUR, texts)
    gaps = [one for one in found if isinstance(one, Unbacked)]
    assert {gap.days for gap in gaps} == {
        Interval(start=date(2000, 1, 1), end=date(2013, 10, 1))
    }
    assert all(gap.early for gap in gaps)
    assert any(isinstance(one, Link) for one in found)


def test_words_that_moved_are_found_and_words_that_are_gone_are_told(
    texts: dict[WorkId, tuple[LaidText, ...]],
) -> None:
    unit = replace(
        units(encoding("us-ct/vacatur"))[0],
        days=Interval(start=date(2021, 10, 1)),
        cited=(
            cited("sec_54-95c__subsec_b", "shall then dismiss"),
            cited("sec_54-95c__subsec_b", "words that nobody wrote"),
        ),
    )
    elsewhere, gone = links(unit, VACATUR, texts)
    assert isinstance(elsewhere, Link)
    assert isinstance(gone, Link)
    assert elsewhere.quote is Quote.ELSEWHERE
    assert str(elsewhere.found) == "sec_54-95c__subsec_d__subdiv_2"
    assert (gone.quote, str(gone.found)) == (Quote.GONE, "sec_54-95c__subsec_b")


def test_a_link_to_a_text_that_is_not_compared_is_to_all_below_too(
    texts: dict[WorkId, tuple[LaidText, ...]],
) -> None:
    """Where another's text says what is cited cannot be told, so any of it counts."""
    unit = replace(
        units(encoding("us-ct/vacatur"))[0],
        days=Interval(start=date(2021, 10, 1)),
        cited=(cited("sec_54-95c__subsec_d", "words of a restatement"),),
    )
    text = replace(texts[VACATUR][-1].entry.expression, words=Words.OFFICIAL)
    (before,) = links(unit, VACATUR, {VACATUR: laid_texts((text,))})
    assert isinstance(before, Link)
    assert (before.quote, str(before.found)) == (
        Quote.NOT_COMPARED,
        "sec_54-95c__subsec_d",
    )
    (section,) = text.body
    seen = {before.text}
    for number, subsection in enumerate(section.children):
        for below, one in enumerate(subsection.children):
            changed = _put(subsection, below, _saying(one, "other words"))
            body = (_put(section, number, changed),)
            laid = laid_texts((replace(text, body=body),))
            (after,) = links(unit, VACATUR, {VACATUR: laid})
            assert isinstance(after, Link)
            is_cited = subsection.eid == before.found
            assert (after.text != before.text) is is_cited
            assert (after.unnumbered != before.unnumbered) is is_cited
            seen.add(after.text)
            said = linked_words(subsection, Quote.NOT_COMPARED)
            assert own_words(one) in said
            assert own_words(one) not in linked_words(subsection, Quote.THERE)
    assert len(seen) == 3


def _put(provision: Provision, number: int, child: Provision) -> Provision:
    children = provision.children
    return replace(provision, children=(*children[:number], child, *children[number + 1 :]))


def test_a_provision_that_is_not_there_has_no_fingerprint(
    texts: dict[WorkId, tuple[LaidText, ...]],
) -> None:
    unit = replace(
        units(encoding("us-ct/vacatur"))[0],
        days=Interval(start=date(2021, 10, 1)),
        cited=(cited("sec_54-95c__subsec_z", "words"),),
    )
    (gone,) = links(unit, VACATUR, texts)
    assert isinstance(gone, Link)
    assert (gone.quote, gone.found, gone.text) == (Quote.GONE, None, "")


def test_each_changed_node_changes_every_unit_that_has_it() -> None:
    """No mutant of a predicate is silent, wherever the node stands."""
    count = 0
    for one in encodings():
        for unit in units(one):
            if unit.predicate is None:
                continue
            for mutant in mutants(unit.predicate):
                (changed,) = mutant.predicates
                assert shortened(logic_digest(changed)) != unit.code, (unit.id, mutant)
                count += 1
    assert count > 1000


def test_labels_are_silent() -> None:
    for one in encodings():
        for unit in units(one):
            if unit.predicate is not None:
                told = define("another name", _relabelled(unit.predicate))
                assert shortened(logic_digest(told)) == unit.code


def _relabelled(node: Any) -> Any:  # noqa: ANN401
    """Copy a tree with other labels, citations and questions, and the same logic."""
    if isinstance(node, tuple):
        return tuple(_relabelled(part) for part in node)
    if isinstance(node, Fact):
        return replace(node, ask="Quite another question?")
    changes = {
        name: _relabelled(getattr(node, name))
        for name in ("parts", "part", "condition", "then", "fact")
        if hasattr(node, name)
    }
    if hasattr(node, "name"):
        changes["name"] = f"{node.name}, so called"
    return replace(node, citations=(), element=None, **changes)
