from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from statuteline.diff.lasting_ids import with_lasting_ids
from statuteline.model.ids import EId, WId
from statuteline.model.provision import Level, Provision, walk
from statuteline.model.text import Paragraph, plain

DAY = date(2031, 10, 1)
FEES = "Each reader pays a yearly fee of ten dollars to the library."
FINES = "A book that is lost costs the reader twice its price."
BICYCLES = "The harbor board lends bicycles to pilots on summer days."
PIERS = "No boat may lie at the long pier for more than an hour."


def section(*words: str, whole: str = "") -> Provision:
    return Provision(
        level=Level.SECTION,
        eid=EId("sec_1"),
        wid=WId("sec_1"),
        intro=(Paragraph(spans=plain(whole)),) if whole else (),
        children=tuple(
            Provision(
                level=Level.SUBSECTION,
                eid=EId(f"sec_1__subsec_{label}"),
                wid=WId(f"sec_1__subsec_{label}"),
                num=f"({label})",
                intro=(Paragraph(spans=plain(one)),),
            )
            for label, one in zip("abcdefgh", words, strict=False)
        ),
    )


def carried(
    old: Provision, new: Provision, *spent: str, day: date = DAY
) -> list[tuple[str | None, str]]:
    used = {one.wid for one in walk((old,))} | {WId(one) for one in spent}
    found = with_lasting_ids((old,), (new,), used, day)
    return [(one.num, one.wid.text) for one in found[0].children]


def test_what_moves_down_keeps_its_id() -> None:
    assert carried(section(FEES, FINES), section(FEES, BICYCLES, FINES)) == [
        ("(a)", "sec_1__subsec_a"),
        ("(b)", "sec_1__subsec_b@2031-10-01"),
        ("(c)", "sec_1__subsec_b"),
    ]


def test_an_id_of_the_old_text_is_carried_on() -> None:
    first = section(FEES, FINES)
    used = {one.wid for one in walk((first,))}
    second = with_lasting_ids((first,), (section(FEES, BICYCLES, FINES),), used, DAY)
    third = section(FEES, BICYCLES, PIERS, FINES)
    found = carried(second[0], third, day=date(2032, 10, 1))
    assert found == [
        ("(a)", "sec_1__subsec_a"),
        ("(b)", "sec_1__subsec_b@2031-10-01"),
        ("(c)", "sec_1__subsec_c"),
        ("(d)", "sec_1__subsec_b"),
    ]


def test_an_id_that_was_spent_long_ago_is_not_used_again() -> None:
    found = carried(section(FEES), section(FEES, PIERS), "sec_1__subsec_b")
    assert found[1] == ("(b)", "sec_1__subsec_b@2031-10-01")


def test_undivided_text_keeps_the_id_of_the_whole() -> None:
    old = section(whole=f"{FEES} {FINES}")
    new = section(f"{FEES} {FINES}", PIERS)
    used = {old.wid}
    (top,) = with_lasting_ids((old,), (new,), used, DAY)
    assert top.wid == old.wid
    assert [one.wid.text for one in top.children] == [
        "sec_1__subsec_a",
        "sec_1__subsec_b",
    ]


texts = st.lists(st.sampled_from([FEES, FINES, BICYCLES, PIERS]), max_size=6)


@given(texts, texts, texts)
def test_no_id_stands_twice(one: list[str], two: list[str], three: list[str]) -> None:
    old = section(*one)
    used = {p.wid for p in walk((old,))}
    for year, words in ((2031, two), (2032, three)):
        new = section(*words)
        (found,) = with_lasting_ids((old,), (new,), used, DAY.replace(year=year))
        ids = [p.wid for p in walk((found,))]
        assert len(set(ids)) == len(ids)
        assert found.wid == old.wid
        assert [p.eid for p in walk((found,))] == [p.eid for p in walk((new,))]
        old = found
        used |= set(ids)
