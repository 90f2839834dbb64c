"""Each fault of a corpus is found, with the file and the line that has it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from statuteline.corpus.checks import validate
from statuteline.errors import CorpusError
from statuteline.model.ids import EId, ProvisionRef, WId, WorkId
from statuteline.model.provision import Level
from statuteline.model.text import Paragraph, Ref, Span
from statuteline.model.work import (
    Event,
    EventKind,
    Evidence,
    Expression,
    Grade,
    Kind,
    Words,
)

if TYPE_CHECKING:
    from statuteline.corpus.findings import Finding
    from statuteline.corpus.store import Corpus
    from statuteline.model.provision import Provision

Text = Callable[..., Expression]
FILE = "us-ct/cgs/1-1/eng@2001-10-01.xml"


@pytest.fixture
def sound(corpus: Corpus, text: Text) -> Corpus:
    corpus.add(text())
    assert validate(corpus) == ()
    return corpus


def edit(corpus: Corpus, found: str, changed: str, *, recorded: bool) -> int:
    """Change the file, with its digest or behind its back; give the line."""
    path = corpus.root / FILE
    source = path.read_text(encoding="utf-8")
    assert found in source
    path.write_text(source.replace(found, changed), encoding="utf-8")
    if recorded:
        sums = corpus.root / "SHA256SUMS"
        sums.write_text(
            f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {FILE}\n", encoding="utf-8"
        )
    return source[: source.index(found)].count("\n") + 1


def only(corpus: Corpus) -> Finding:
    (finding,) = validate(corpus)
    return finding


def rules(corpus: Corpus) -> dict[str, str]:
    """Give each rule that is broken, with the first place where it is."""
    return {finding.rule: finding.where for finding in reversed(validate(corpus))}


def line_at(where: str) -> str:
    path, _, line = where.rpartition(":")
    return Path(path).read_text(encoding="utf-8").splitlines()[int(line) - 1]


def test_one_changed_word_is_found(sound: Corpus) -> None:
    edit(sound, "Some words.", "Sane words.", recorded=False)
    finding = only(sound)
    assert finding.rule == "changed"
    assert finding.where == f"{sound.root / FILE}:1"
    assert "SHA256SUMS:1" in finding.what


@pytest.mark.parametrize(
    ("found", "changed", "rule"),
    [
        ('eId="sec_1-1__subsec_a"', 'eId="sec_1-1__subsec_b"', "address"),
        ('eId="sec_1-1__subsec_a"', 'eId="sec_1-1__subdiv_a"', "address"),
        ('eId="sec_1-1__subsec_a"', 'eId="sec_1-2__subsec_a"', "address"),
        ('eId="sec_1-1__subsec_a"', 'eId="subsec_a"', "address"),
        ('eId="sec_1-1">', 'eId="sec_1-2">', "address"),
        ("<num>(a)</num>", "<num>(b)</num>", "address"),
        ('  <section eId="sec_1-1">', '   <section eId="sec_1-1">', "canonical"),
        ("</akomaNtoso>\n", "</akomaNtoso>\n\n", "canonical"),
    ],
)  # fmt: skip
def test_a_fault_has_its_line(found: str, changed: str, rule: str, sound: Corpus) -> None:
    line = edit(sound, found, changed, recorded=True)
    where = rules(sound)
    exact = {f"{sound.root / FILE}:{line + shift}" for shift in (-1, 0, 1)}
    assert where[rule] in exact


def test_a_dangling_reference_has_the_line_of_its_provision(sound: Corpus) -> None:
    link = '<p>Some <ref href="#sec_1-1__subsec_z">words</ref>.</p>'
    edit(sound, "<p>Some words.</p>", link, recorded=True)
    finding = only(sound)
    assert finding.rule == "dangling-reference"
    assert finding.what == "No text of us-ct/cgs/1-1 has sec_1-1__subsec_z"
    assert 'eId="sec_1-1__subsec_a"' in line_at(finding.where)


def test_the_line_of_a_fault_is_exact(sound: Corpus) -> None:
    line = edit(sound, 'eId="sec_1-1__subsec_a"', 'eId="sec_1-1__subsec_b"', recorded=True)
    assert rules(sound)["address"] == f"{sound.root / FILE}:{line}"


def test_carriage_returns_are_not_canonical_from_the_first_line(sound: Corpus) -> None:
    path = sound.root / FILE
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert rules(sound)["canonical"] == f"{path}:1"


def test_words_behind_the_end_are_found_behind_the_end(sound: Corpus) -> None:
    path = sound.root / FILE
    lines = path.read_bytes().count(b"\n")
    path.write_bytes(path.read_bytes() + b"<!-- -->\n")
    assert rules(sound)["canonical"] == f"{path}:{lines + 1}"


@pytest.mark.parametrize(
    ("found", "changed"),
    [
        ('eId="sec_1-1__subsec_a"', 'eId="a b"'),
        ("<p>Some", "<p>Some<b>"),
        ("<p>Some", "<!DOCTYPE a><p>Some"),
        ('type="amendment"', 'type="rumour"'),
        ('subsec_a"', 'subsec_a" period="#tg_9"'),
        ("cgs/1958/1-1/eng@2001-10-01", "cgs/1958/1-1/eng@2001-02-30"),
    ],
)
def test_what_cannot_be_read_is_told_apart(found: str, changed: str, sound: Corpus) -> None:
    line = edit(sound, found, changed, recorded=True)
    (finding,) = (one for one in validate(sound) if one.unreadable)
    assert finding.rule == "unreadable"
    file, _, number = finding.where.rpartition(":")
    assert file == str(sound.root / FILE)
    assert int(number) in {line, line + 1}


def test_a_finding_for_one_file_does_not_hide_another(sound: Corpus, text: Text) -> None:
    sound.add(text("2002-10-01", "Later words."))
    edit(sound, "<p>Some", "<p>Some<b>", recorded=False)
    other = sound.path(text("2002-10-01").id)
    other.write_bytes(other.read_bytes().replace(b"Later", b"Latter"))
    found = {(one.rule, one.where) for one in validate(sound)}
    assert ("changed", f"{other}:1") in found
    assert ("changed", f"{sound.root / FILE}:1") in found


def test_overlapping_intervals_are_found(sound: Corpus, text: Text) -> None:
    sound.add(text("2002-10-01", "Later words."))
    ending = replace(text("1999-10-01", "Early words."), ends=date(2002, 1, 1))
    sound.add(ending)
    finding = only(sound)
    assert finding.rule == "overlap"
    assert "2001-10-01" in finding.what
    assert finding.where.startswith(str(sound.path(ending.id)))
    assert "<timeInterval" in line_at(finding.where)


def test_an_end_before_the_start_is_found(corpus: Corpus, text: Text) -> None:
    corpus.add(replace(text(), ends=date(2001, 10, 1)))
    assert "interval" in rules(corpus)


def test_an_erased_and_a_stray_file_are_found(sound: Corpus) -> None:
    stray = sound.root / "us-ct" / "cgs" / "1-2" / "eng@2001-10-01.xml"
    stray.parent.mkdir()
    (sound.root / FILE).rename(stray)
    where = rules(sound)
    assert where["missing"] == f"{sound.root / 'SHA256SUMS'}:1"
    assert where["not-recorded"] == f"{stray}:1"
    assert where["identity"].startswith(f"{stray}:")


@pytest.mark.parametrize("name", ["x.xml", "us-ct/cgs/1-1/x@y.xml", "a/b/c/d/e.xml"])
def test_a_file_at_no_place_for_one_is_found(name: str, sound: Corpus) -> None:
    path = sound.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((sound.root / FILE).read_bytes())
    assert rules(sound)["unreadable"].startswith(str(path))


@pytest.mark.parametrize("kind", ["folder", "broken link"])
def test_what_is_no_file_is_no_crash(kind: str, sound: Corpus) -> None:
    path = sound.root / "us-ct" / "cgs" / "1-1" / "eng@2003-01-01.xml"
    if kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("nowhere")
    assert only(sound).where == str(path)
    assert only(sound).unreadable


def test_paths_that_differ_only_in_capitals_are_found(sound: Corpus) -> None:
    other = sound.root / "us-ct" / "CGS" / "1-1" / "eng@2001-10-01.xml"
    other.parent.mkdir(parents=True)
    if other.exists():
        pytest.skip("this disk itself cannot tell capitals apart")
    other.write_bytes((sound.root / FILE).read_bytes())
    assert "path" in rules(sound)


def test_a_reference_across_works_must_be_there(sound: Corpus, text: Text) -> None:
    def linking(eid: str) -> Expression:
        target = ProvisionRef(WorkId("us-ct", "cgs", "1-1"), EId(eid))
        body = text().body[0]
        top = replace(
            body,
            eid=EId("sec_1-2"),
            wid=WId("sec_1-2"),
            num="Sec. 1-2.",
            intro=(Paragraph(spans=(Span(text="See.", mark=Ref(target=target)),)),),
            children=(),
        )
        number = WorkId("us-ct", "cgs", "1-2")
        return replace(text(), id=replace(text().id, work=number), body=(top,))

    broken = linking("sec_1-1__subsec_z")
    sound.add(broken)
    finding = only(sound)
    assert finding.rule == "dangling-reference"
    assert finding.where.startswith(str(sound.path(broken.id)))
    assert 'eId="sec_1-2"' in line_at(finding.where)


def test_a_lasting_id_stands_once(corpus: Corpus, text: Text) -> None:
    top = text().body[0]
    (first,) = top.children
    second = replace(first, eid=EId("sec_1-1__subsec_b"), num="(b)")
    corpus.add(replace(text(), body=(replace(top, children=(first, second)),)))
    assert set(rules(corpus)) == {"lasting-id"}


def test_restated_and_official_texts_are_kept_apart(corpus: Corpus, text: Text) -> None:
    corpus.add(replace(text(), words=Words.RESTATED))
    where = rules(corpus)["words"]
    assert "<proprietary" in line_at(where)


def test_a_document_must_be_of_its_series_kind(corpus: Corpus, text: Text) -> None:
    corpus.add(replace(text(), kind=Kind.PUBLIC_ACT))
    assert "<identification" in line_at(rules(corpus)["kind"])


def test_restated_words_must_name_their_source(corpus: Corpus, text: Text) -> None:
    corpus.add(replace(text(), words=Words.RESTATED))
    assert set(rules(corpus)) == {"evidence", "words"}


def test_evidence_must_speak_of_what_is_there(corpus: Corpus, text: Text) -> None:
    proof = Evidence(about=EId("sec_9"), grade=Grade.HISTORY_NOTE)
    corpus.add(replace(text(), evidence=(proof,)))
    finding = only(corpus)
    assert finding.rule == "dangling-reference"
    assert finding.where.startswith(str(corpus.path(text().id)))
    assert "<sl:evidence" in line_at(finding.where)


def test_events_stand_in_the_order_of_days(corpus: Corpus, text: Text) -> None:
    late = Event(day=date(2001, 10, 1), kind=EventKind.AMENDMENT)
    early = Event(day=date(1990, 1, 1), kind=EventKind.GENERATION)
    corpus.add(replace(text(), events=(late, early)))
    assert set(rules(corpus)) == {"lifecycle"}


def test_a_version_is_named_after_the_first_day(corpus: Corpus, text: Text) -> None:
    later = replace(text().id, version=date(2001, 10, 2))
    corpus.add(replace(text(), id=later))
    assert set(rules(corpus)) == {"version-date"}


def test_a_broken_list_of_digests_is_an_error(sound: Corpus) -> None:
    (sound.root / "SHA256SUMS").write_text("words\n", encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        validate(sound)
    assert caught.value.where == f"{sound.root / 'SHA256SUMS'}:1"


def test_what_the_schema_refuses_is_found(sound: Corpus) -> None:
    edit(sound, '<FRBRauthoritative value="false"/>', "", recorded=True)
    edit(sound, 'value="cgs"', "", recorded=True)
    assert rules(sound)["schema"].startswith(f"{sound.root / FILE}:")


def test_a_compact_in_a_section_has_articles_or_sections(
    corpus: Corpus, text: Text
) -> None:
    top = text().body[0]
    (low,) = top.children

    def below(level: Level, step: str, num: str) -> Provision:
        eid = EId(f"sec_1-1__{step}")
        inner = EId(f"{eid}__subsec_a")
        held = replace(low, eid=inner, wid=WId(inner.text))
        return replace(
            low,
            level=level,
            eid=eid,
            wid=WId(eid.text),
            num=num,
            intro=(),
            children=(held,),
        )

    compact = (
        below(Level.ARTICLE, "art_I", "ARTICLE I"),
        below(Level.SECTION, "sec_2", "SECTION 2."),
    )
    corpus.add(replace(text(), body=(replace(top, children=compact),)))
    assert validate(corpus) == ()


def test_a_level_lies_in_none_below_it(corpus: Corpus, text: Text) -> None:
    top = text().body[0]
    (low,) = top.children
    eid = EId("sec_1-1__subsec_a__subsec_b")
    inner = replace(low, eid=eid, wid=WId(eid.text), num="(b)")
    corpus.add(
        replace(text(), body=(replace(top, children=(replace(low, children=(inner,)),)),))
    )
    assert only(corpus).rule == "level"
