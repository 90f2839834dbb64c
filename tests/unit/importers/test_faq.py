from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.errors import SourceError
from statuteline.importers import importer
from statuteline.importers.faq import IMPORTER, read_faq
from statuteline.model.provision import find, walk
from statuteline.model.text import Quantity, Role, Table, prose_text
from statuteline.model.work import Kind, StatementKind, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.importers.base import Source
    from statuteline.model.text import Span
    from statuteline.model.work import Expression

SMALL = """# T

[Why?](#) So it is. It was.

---

**90% SAY
SO**
THEY

---

## Who?

We."""
RECEIVED = date(2026, 11, 21)


@pytest.fixture
def faq(seed: Callable[[str], bytes], source: Callable[..., Source]) -> Expression:
    data = seed("000")
    return read_faq(source(data, work="us-ct/faq/vacatur", dated=None, received=RECEIVED))


def _spans(expression: Expression, address: str) -> list[Span]:
    (found,) = [p for p in walk(expression.body) if str(p.eid) == address]
    return [s for b in found.intro if not isinstance(b, Table) for s in b.spans]


def test_importer_is_found_by_its_kind() -> None:
    assert importer("faq") is IMPORTER


def test_undated_page_is_filed_under_the_day_it_was_received(faq: Expression) -> None:
    assert str(faq.id) == "us-ct/faq/vacatur/eng@2026-11-21"
    assert (faq.kind, faq.words) == (Kind.FAQ, Words.SOURCE)
    assert faq.source is not None
    assert faq.source.received == RECEIVED


def test_parts_and_sentences_of_the_real_page(faq: Expression) -> None:
    assert [prose_text(part.heading) for part in faq.body] == [
        "The current vacatur statute.",
        "What's the problem?",
        "Our proposal.",
        "",
        "Why do trafficking victims deserve a second chance?",
        (
            "How does expanding vacatur promote justice "
            "(and why do prosecutors support this proposal)?"
        ),
    ]
    assert [len(part.children[0].children) for part in faq.body] == [2, 4, 3, 1, 5, 4]


def test_statements_of_the_real_page(faq: Expression) -> None:
    kinds = {str(one.eid): one.kind for one in faq.statements}
    by_kind = {kind: [eid for eid in kinds if kinds[eid] is kind] for kind in StatementKind}
    assert by_kind[StatementKind.QUESTION] == ["part_2", "part_5", "part_6"]
    assert by_kind[StatementKind.STATISTIC] == [
        "part_2__para_1__subpara_3",
        "part_4__para_1__subpara_1",
    ]
    assert len(by_kind[StatementKind.ASSERTION]) == 17
    assert all(find(faq.body, one.eid) for one in faq.statements)


def test_nothing_is_guessed_about_what_a_sentence_concerns(faq: Expression) -> None:
    assert all(one.concerns == () for one in faq.statements)


def test_figures_are_quantities_and_the_rest_of_the_quotation_bold(faq: Expression) -> None:
    quoted = _spans(faq, "part_4__para_1__subpara_1")
    assert [span.text for span in quoted if isinstance(span.mark, Quantity)] == [
        "130",
        "60%",
    ]
    assert {span.mark for span in quoted if not isinstance(span.mark, Quantity)} == {
        Role.BOLD
    }
    told = _spans(faq, "part_2__para_1__subpara_3")
    figures = [(s.text, s.mark.value) for s in told if isinstance(s.mark, Quantity)]
    assert figures == [("130", "130"), ("60 percent", "60")]
    (origin,) = _spans(faq, "part_4__para_2")
    assert (origin.text, origin.mark) == ("NATIONAL SURVIVOR NETWORK", Role.ORGANIZATION)


def test_bracketed_word_inside_a_quotation_stays_text(faq: Expression) -> None:
    (span,) = _spans(faq, "part_1__para_1__subpara_1")
    assert span.text.endswith('having been a victim of [trafficking]."')


def _outcome(cut_off: Source) -> Expression | SourceError:
    try:
        return read_faq(cut_off)
    except SourceError as error:
        return error


def test_cut_off_page_is_refused_with_its_line_or_read_whole_sentences(
    seed: Callable[[str], bytes], source: Callable[..., Source]
) -> None:
    data = seed("000")
    refused = 0
    for end in range(0, len(data), 31):
        found = _outcome(source(data[:end], work="us-ct/faq/vacatur"))
        if isinstance(found, SourceError):
            assert "line " in found.where
            assert "fault of the importer" not in found.hint
            refused += 1
        else:
            last = [p for p in walk(found.body) if p.intro_text][-1]
            assert last.intro_text.endswith((".", '."', "NETWORK"))
    assert refused > len(data) // 31 * 0.8


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("# T\n", "T.\n", 1, "does not begin with a title"),
        ("# T\n", "# \n", 1, "does not begin with a title"),
        ("## Who?", "# Who?", 12, "second title"),
        ("[Why?](#) ", "", 3, "belongs to no question"),
        ("It was.", "It was", 3, "stops in the middle"),
        ("It was.", 'It "was.', 3, "stops in the middle"),
        ("So it is. It was.", "", 3, "stops in the middle"),
        ("\n\nWe.", "", 12, "no text below"),
        ("## Who?", "## [](#)", 12, "link|no words"),
        ("SO**", "SO", 6, "do not end"),
        ("THEY\n\n---", "THEY", 9, "No rule follows"),
        ("THEY", "THEY **SAY**", 6, "mixed"),
        ("## Who?\n\n", "", 12, "belongs to no question"),
    ],
)
def test_wrong_page_is_refused_with_its_line(
    old: str, new: str, line: int, words: str, source: Callable[..., Source]
) -> None:
    assert old in SMALL
    with pytest.raises(SourceError, match=words) as caught:
        read_faq(source(SMALL.replace(old, new), work="us-ct/faq/x"))
    assert abs(int(caught.value.where.rpartition(" ")[2]) - line) <= 1


def test_work_must_be_named(source: Callable[..., Source]) -> None:
    with pytest.raises(SourceError) as caught:
        read_faq(source(SMALL))
    assert "--as us-ct/faq/NAME" in caught.value.hint


def test_page_without_any_date_is_refused(source: Callable[..., Source]) -> None:
    with pytest.raises(SourceError, match="no date"):
        read_faq(source(SMALL, work="us-ct/faq/x", dated=None))
