"""Acts checked against a real code and applied to it: real ones, and one a section.

The real sections are those of ../shared/corpora/ct-acts, against the edition of 2025 as the
command line imports it. The others are generated: each section that the supplement of 2026
prints otherwise is amended, or repealed, by an act that says so, with the words of both
editions marked as an act marks them. The figures stand in site/measurements.md.
"""

from __future__ import annotations

import json
import lzma
from collections import Counter
from datetime import date
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

import pytest

from statuteline.acts.agreement import Aside, agreement
from statuteline.acts.applying import Setting, work_through
from statuteline.acts.clause import (
    ActSections,
    Amends,
    Clause,
    Code,
    Deed,
    Portion,
    Repeals,
    Stretch,
    Target,
)
from statuteline.acts.clause_words import clause_words
from statuteline.acts.coming import coming_section
from statuteline.acts.effective import effective_of
from statuteline.acts.footing import footing_of
from statuteline.acts.naming import Sections
from statuteline.acts.reconciling import FINE, Standing, reconciled
from statuteline.acts.sides import pieces_of
from statuteline.acts.two_sides import Exact, NoBase, NoBaseReason
from statuteline.cli.main import _status
from statuteline.diff.redline import redline
from statuteline.history.in_force import TextInForce, expression_at
from statuteline.model.acts import ActCited, ActKind, Session
from statuteline.model.change import Run, RunKind
from statuteline.model.marked import ActSection, MarkedParagraph, PrintedAct
from statuteline.model.published import (
    Edition,
    EditionKind,
    NoteKind,
    PublishedSection,
    Status,
)
from statuteline.model.text import block_text, canonical, prose_text
from statuteline.model.work import SourceDocument
from statuteline.publishers.us_ct.act_ids import work_of
from statuteline.publishers.us_ct.expressions import expressions_of
from statuteline.publishers.us_ct.json_lines import read_json_lines
from statuteline.publishers.us_ct.source_notes import is_source_note, read_source_note

from .conftest import CORPORA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from statuteline.acts.changes import Change
    from statuteline.model.marked import MarkedBlock
    from statuteline.model.provision import Level, Provision
    from statuteline.model.work import Expression

ACT: Final = ActCited(session=Session(year=2025), kind=ActKind.PUBLIC, number="999")
DAY: Final = date(2026, 1, 1)
EVE: Final = date(2025, 12, 31)
FILE: Final = SourceDocument(name="act", sha256="0" * 64)
REAL: Final = ("20-295b", "20-305", "20-306", "20-308", "38a-492t", "38a-518t")
SOURCE: Final = CORPORA / "ct-general-statutes"
FILES: Final = {"base": "base-2025.jsonl.xz", "supplement": "supplement-2026.jsonl.xz"}
KINDS: Final = {"base": EditionKind.REVISION, "supplement": EditionKind.SUPPLEMENT}

CAPTURED: Final = {(), (Aside.SPACES,)}
"""A capture leaves spaces before punctuation; the generated acts have none."""

ByNumber = dict[str, PublishedSection]


@pytest.fixture(scope="module")
def editions() -> dict[str, ByNumber]:
    """Give the single sections of both editions, by number; of the base, those needed."""
    if not SOURCE.is_dir():
        pytest.skip("../shared/corpora/ct-general-statutes is absent")
    supplement = dict(_sections("supplement"))
    base = {n: one for n, one in _sections("base") if n in supplement}
    return {"base": base, "supplement": supplement}


def _sections(edition: str) -> Iterator[tuple[str, PublishedSection]]:
    day = DAY if edition == "supplement" else date(2025, 1, 1)
    read = Edition(revised_to=day, kind=KINDS[edition])
    with lzma.open(SOURCE / FILES[edition], "rt", encoding="utf-8") as lines:
        for record in read_json_lines(lines, read, edition):
            if isinstance(record, PublishedSection) and len(record.numbers) == 1:
                yield record.number, record


def _texts(section: PublishedSection) -> tuple[Expression, ...]:
    return expressions_of(section, FILE, DAY, coming_section).texts


def _text(section: PublishedSection, day: date = DAY) -> Expression | None:
    """Give the text of a day; None where what is printed does not tell it."""
    answer = expression_at(_texts(section), day)
    if isinstance(answer, TextInForce):
        return answer.expression
    repealed = section.status is Status.REPEALED
    return _texts(section)[0] if repealed else None


def _paragraphs(section: PublishedSection, text: Expression) -> tuple[str, ...]:
    """Give its paragraphs; of one that holds a coming text too, a provision each."""
    printed = tuple(canonical(block_text(block)) for block in section.body)
    whole = agreement(printed, _words(text)) in CAPTURED
    return printed if whole else tuple(_lines(text.body[0], named=False))


def _lines(provision: Provision, *, named: bool = True) -> Iterator[str]:
    words = [block_text(block) for block in provision.intro]
    num = [provision.num] if named and provision.num else []
    yield from filter(None, (canonical(" ".join((*num, *words[:1]))), *words[1:]))
    for child in provision.children:
        yield from _lines(child)
    yield from (canonical(block_text(block)) for block in provision.wrap_up)


def _marked(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[MarkedBlock, ...]:
    """Mark the words of two texts, a paragraph at a time."""
    found: list[MarkedBlock] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            found += (_whole(RunKind.EQUAL, words) for words in old[a:b])
            continue
        both = min(b - a, d - c)
        pairs = zip(old[a : a + both], new[c : c + both], strict=True)
        found += (MarkedParagraph(runs=redline(*pair)) for pair in pairs)
        found += (_whole(RunKind.DELETED, words) for words in old[a + both : b])
        found += (_whole(RunKind.INSERTED, words) for words in new[c + both : d])
    return tuple(found)


def _whole(kind: RunKind, words: str) -> MarkedBlock:
    return MarkedParagraph(runs=(Run(kind=kind, text=words),))


def _applied(
    deed: Deed, blocks: tuple[MarkedBlock, ...], section_before: PublishedSection
) -> Change:
    """Work an act of one section through, on what the edition before it prints."""
    effective = effective_of("January 1, 2026", ACT, None)
    clause = clause_words(Clause(deed=deed, effective=effective))
    section = ActSection(number="1", clause=clause, blocks=blocks, where="")
    act = PrintedAct(
        act=ACT, bill="", title="", approved=date(2025, 6, 1), sections=(section,)
    )
    texts = _texts(section_before)
    setting = Setting(
        held=lambda _: texts, sections=Sections(()), source=FILE, recorded=DAY
    )
    ((change,),) = (one.changes for one in work_through(act, setting))
    return change


def _target(number: str, *portions: Portion) -> Target:
    return Target(body=Code(), sections=(Stretch(first=number),), portions=portions)


def _words(text: Expression) -> tuple[str, ...]:
    return tuple(pieces_of(text.body[0], named=False))


@pytest.mark.slow
def test_an_act_a_section_makes_what_the_supplement_prints(
    editions: dict[str, ByNumber],
) -> None:
    base, supplement = editions["base"], editions["supplement"]
    counts: Counter[str] = Counter()
    standings: Counter[Standing] = Counter()
    for number, after in supplement.items():
        if number not in base or after.body == base[number].body:
            continue
        before, published = _text(base[number], EVE), _text(after)
        if before is None or published is None:
            counts["not told"] += 1
            continue
        if after.status is Status.REPEALED:
            change = _applied(Repeals(targets=(_target(number),)), (), base[number])
            assert isinstance(change.check, NoBase)
            assert change.check.reason is NoBaseReason.REPEALS
            counts["repealed"] += 1
        else:
            sides = _paragraphs(base[number], before), _paragraphs(after, published)
            amends = Amends(targets=(_target(number),))
            change = _applied(amends, _marked(*sides), base[number])
            assert isinstance(change.check, Exact), number
            assert change.check.asides in CAPTURED, number
            assert change.text is not None, number
            assert agreement(_words(change.text), _words(published)) in CAPTURED, number
            counts["amended"] += 1
        assert change.text is not None
        texts = (*_texts(base[number]), change.text, *_texts(after))
        rows = reconciled(texts, DAY)
        row = next(one for one in rows if one.day == DAY)
        assert row.asides in CAPTURED, number
        standings[row.standing] += 1
    assert counts["amended"] > 1_400
    assert counts["not told"] < 10
    assert counts["repealed"] > 30
    assert standings.keys() <= FINE
    assert standings[Standing.SAME] > 1_450


@pytest.mark.slow
def test_an_act_of_single_subsections_makes_what_the_supplement_prints(
    editions: dict[str, ByNumber],
) -> None:
    counts: Counter[str] = Counter()
    for number, after in editions["supplement"].items():
        if number not in editions["base"]:
            continue
        before, published = editions["base"][number], _text(after)
        found = _subsections(before, after)
        if found is None or published is None:
            continue
        portion, blocks = found
        change = _applied(Amends(targets=(_target(number, portion),)), blocks, before)
        assert isinstance(change.check, Exact), number
        assert change.text is not None, number
        assert agreement(_words(change.text), _words(published)) in CAPTURED, number
        same = [p.eid for p in change.text.body[0].children] == [
            p.eid for p in published.body[0].children
        ]
        counts["same subsections" if same else "other subsections"] += 1
    assert counts.total() > 700
    assert counts["other subsections"] == 0


def _subsections(
    before: PublishedSection, after: PublishedSection
) -> tuple[Portion, tuple[MarkedBlock, ...]] | None:
    """Mark the subsections that differ; None unless both texts have the same ones."""
    one, other = _parted(before, EVE), _parted(after, DAY)
    if one is None or other is None:
        return None
    (level, old), (_, new) = one, other
    labels = [label for label in old if old[label] != new.get(label)]
    if list(old) != list(new) or not 0 < len(labels) < len(old) or old[""] != new[""]:
        return None
    portion = Portion(level=level, labels=tuple(Stretch(first=one) for one in labels))
    lines = [tuple(w for one in labels for w in side[one]) for side in (old, new)]
    return portion, _marked(*lines)


def _parted(
    section: PublishedSection, day: date
) -> tuple[Level, dict[str, list[str]]] | None:
    """Part the paragraphs of a section among its subsections, if each begins one."""
    text = _text(section, day)
    if text is None:
        return None
    top = text.body[0]
    if not top.children or top.wrap_up:
        return None
    found: dict[str, list[str]] = {"": []}
    waiting = [one.label for one in top.children]
    for words in _paragraphs(section, text):
        if waiting and words.startswith(f"({waiting[0]})"):
            found[waiting.pop(0)] = []
        found[list(found)[-1]].append(words)
    return None if waiting else (top.children[0].level, found)


@pytest.mark.slow
def test_what_a_source_note_names_is_on_record_and_in_the_text_before_is_not(
    editions: dict[str, ByNumber],
) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    for number, after in editions["supplement"].items():
        if number not in editions["base"]:
            continue
        before, texts = _texts(editions["base"][number]), _texts(after)
        held = {link.act for link in _named(before[0])}
        chain = _named(texts[0])
        for link in chain:
            counts["after", _borne((link,), texts)] += 1
            if link.act not in held:
                counts["before", _borne((link,), before)] += 1
        if chain:
            counts["chains", _borne(chain, texts)] += 1
    assert counts.keys() == {
        ("after", "on record"),
        ("before", "not on record"),
        ("chains", "on record"),
    }
    assert counts["after", "on record"] > 17_000
    assert counts["before", "not on record"] > 1_700
    assert counts["chains", "on record"] > 1_500


def _borne(chain: tuple[ActSections, ...], texts: tuple[Expression, ...]) -> str:
    found = footing_of(chain, texts[0], texts, work_of(ACT))
    assert found is not None
    return found.borne.value


def _named(text: Expression) -> tuple[ActSections, ...]:
    """Give the acts that the source notes of a text name, as a clause would."""
    notes = (prose_text(n.words) for n in text.notes if n.kind is NoteKind.SOURCE)
    return tuple(
        ActSections(act=event.origin, sections=tuple(map(_stretch, event.sections)))
        for note in map(canonical, notes)
        if is_source_note(note)
        for event in read_source_note(note).events
        if isinstance(event.origin, ActCited)
    )


def _stretch(printed: str) -> Stretch:
    first, _, last = (part.partition("(")[0] for part in printed.partition("–"))
    return Stretch(first=first, last=last or None)


def test_real_act_sections_against_the_code_as_it_is_imported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    acts = [CORPORA / "ct-acts" / f"pa-26-{name}.json" for name in ("33-s6-7", "100-s1-4")]
    if not all(path.exists() for path in (*acts, SOURCE)):
        pytest.skip("../shared/corpora is absent")
    corpus, code = tmp_path / "corpus", tmp_path / "base.jsonl"
    with lzma.open(SOURCE / FILES["base"], "rt", encoding="utf-8") as lines:
        kept = (line for line in lines if any(f'"{one}"' in line for one in REAL))
        code.write_text("".join(kept), encoding="utf-8")
    assert _status(["init", str(corpus)]) == 0
    for command in (
        ["import", "us-ct-general-statutes", str(code), "--edition", "2025"],
        ["act", *map(str, acts), "--apply"],
        ["validate"],
    ):
        assert _status(["--corpus", str(corpus), *command]) == 0, command
    capsys.readouterr()
    assert (
        _status(["--corpus", str(corpus), "act", *map(str, acts), "--format", "json"]) == 0
    )
    told = json.loads(capsys.readouterr().out)
    changes = [
        change
        for act in told["acts"]
        for section in act["sections"]
        for change in section["changes"]
    ]
    assert [change["result"] for change in changes] == ["exact"] * 6
    levels = Counter(change["level"] for change in changes)
    assert levels == {"identical": 4, "words": 2}, "two have straight quotation marks"
    for number in REAL:
        work = ["--corpus", str(corpus), "log", number]
        assert _status(work) == 0
        assert "P.A. 26-" in capsys.readouterr().out
