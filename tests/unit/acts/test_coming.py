from __future__ import annotations

from datetime import date

import pytest

from statuteline.acts.coming import coming_section
from statuteline.model.commencement import OnDate
from statuteline.model.ids import EId, WId
from statuteline.model.provision import Level, Provision, walk
from statuteline.model.text import Paragraph, canonical_blocks, plain, prose_text
from statuteline.publishers.us_ct.future_law import PendingText
from statuteline.publishers.us_ct.future_notes import FutureNote
from statuteline.structure.hierarchy import divide
from statuteline.structure.scheme import CONNECTICUT

B = ((Level.SUBSECTION, "b"),)
B2 = (*B, (Level.SUBDIVISION, "2"))


def paragraphs(*words: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(spans=plain(one)) for one in words)


PRESENT = divide(
    Provision(
        level=Level.SECTION, eid=EId("sec_1"), wid=WId("sec_1"), heading=plain("Books.")
    ),
    paragraphs("(a) Lent.", "(b) Fees: (1) One;", "(2) two.", "(c) Maps."),
    CONNECTICUT,
)


def pending(
    *body: str,
    scope: tuple[tuple[tuple[Level, str], ...], ...] = (),
    heading: str = "",
    is_added: bool = False,
    joined: bool = False,
) -> PendingText:
    note = FutureNote(
        commencement=OnDate(day=date(2026, 7, 1)), scope=scope, is_added=is_added, acts=()
    )
    return PendingText(
        note=note,
        heading=plain(heading) or None,
        has_heading_in_body=joined,
        body=paragraphs(*body),
    )


def words(section: Provision | None) -> str:
    assert section is not None
    parts = []
    for one in walk((section,)):
        parts += [one.num or "", canonical_blocks(one.intro)]
    return " ".join(filter(None, parts))


def test_a_whole_section() -> None:
    coming = coming_section(PRESENT, pending("(a) New.", "(b) Newer.", heading="Maps."))
    assert words(coming) == "(a) New. (b) Newer."
    assert coming is not None
    assert prose_text(coming.heading) == "Maps."


@pytest.mark.parametrize(
    ("body", "scope", "expected"),
    [
        (("(b) None.",), (B,), "(a) Lent. (b) None. (c) Maps."),
        (("(2) No.",), (B2,), "(a) Lent. (b) Fees: (1) One; (2) No. (c) Maps."),
        (("(b) (2) No.",), (B2,), "(a) Lent. (b) Fees: (1) One; (2) No. (c) Maps."),
        (
            ("(a) X.", "(b) Y."),
            (((Level.SUBSECTION, "a"),), B),
            "(a) X. (b) Y. (c) Maps.",
        ),
        (
            ("(a) X.", "(c) Y."),
            (((Level.SUBSECTION, "a"),), ((Level.SUBSECTION, "c"),)),
            "(a) X. (b) Fees: (1) One; (2) two. (c) Y.",
        ),
    ],
)
def test_provisions(
    body: tuple[str, ...],
    scope: tuple[tuple[tuple[Level, str], ...], ...],
    expected: str,
) -> None:
    coming = coming_section(PRESENT, pending(*body, scope=scope))
    assert words(coming) == expected
    assert coming is not None
    assert coming.heading == PRESENT.heading


def test_a_new_provision() -> None:
    scope = (((Level.SUBSECTION, "d"),),)
    coming = coming_section(PRESENT, pending("(d) Skates.", scope=scope, is_added=True))
    assert words(coming).endswith("(c) Maps. (d) Skates.")
    assert coming_section(PRESENT, pending("(d) Skates.", scope=scope)) is None
    inner = (*B, (Level.SUBDIVISION, "3"))
    coming = coming_section(PRESENT, pending("(3) Three.", scope=(inner,), is_added=True))
    assert words(coming) == "(a) Lent. (b) Fees: (1) One; (2) two. (3) Three. (c) Maps."


def test_what_is_not_told_is_not_built() -> None:
    assert coming_section(PRESENT, pending("Maps. New.", joined=True)) is None
    assert coming_section(PRESENT, pending("(z) No.", scope=(B,))) is None
