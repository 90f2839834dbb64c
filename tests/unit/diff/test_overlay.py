"""A supplement replaces and adds; what it leaves out stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.diff.codes import Code
from statuteline.diff.overlay import overlaid
from statuteline.diff.sections import Form, Section

from .conftest import build_provision, build_text

if TYPE_CHECKING:
    from collections.abc import Iterable


FORM = Form(
    parse=lambda _: build_provision("sec_1"),
    even=bytes,
    plain=bytes,
    text=bytes,
    without_shared=lambda old, new: (old, new, frozenset()),
)


def code(*told: str) -> Code:
    """Write each entry as ``home/eid`` or ``home/eid=content``."""
    parts = [(*one.partition("=")[0].split("/"), one.partition("=")[2]) for one in told]
    return Code(
        text=build_text(),
        sections=tuple(
            Section(
                eid=eid,
                home=home,
                digest=content.encode(),
                load=bytes,
                form=FORM,
            )
            for home, eid, content in parts
        ),
    )


def told(sections: Iterable[Section]) -> list[str]:
    return [
        f"{one.home}/{one.eid}" + (f"={one.digest.decode()}" if one.digest else "")
        for one in sections
    ]


BASE = code(
    "/title_1",
    "title_1/chp_1",
    "chp_1/sec_1-2=old",
    "chp_1/sec_1-9=old",
    "title_1/chp_3",
    "chp_3/sec_3-1=old",
    "/title_2",
    "title_2/chp_8",
    "chp_8/sec_8-1=old",
)


def test_nothing_laid_over_changes_nothing() -> None:
    assert overlaid(BASE, code()).sections == BASE.sections


def test_what_is_given_replaces_and_what_is_not_stays() -> None:
    found = overlaid(BASE, code("/title_1", "title_1/chp_1", "chp_1/sec_1-9=new"))
    wanted = told(BASE.sections)
    wanted[3] = "chp_1/sec_1-9=new"
    assert told(found.sections) == wanted


def test_what_is_new_follows_the_lower_number_of_its_chapter() -> None:
    supplement = code("chp_1/sec_1-1", "chp_1/sec_1-2a", "chp_1/sec_1-2b", "chp_1/sec_1-10")
    assert told(overlaid(BASE, supplement).sections[1:8]) == [
        "title_1/chp_1",
        "chp_1/sec_1-1",
        "chp_1/sec_1-2=old",
        "chp_1/sec_1-2a",
        "chp_1/sec_1-2b",
        "chp_1/sec_1-9=old",
        "chp_1/sec_1-10",
    ]


def test_a_new_chapter_stands_behind_all_of_the_one_before() -> None:
    supplement = code(
        "title_1/chp_2", "chp_2/sec_2-1", "/title_9", "title_9/chp_9", "chp_9/s"
    )
    found = told(overlaid(BASE, supplement).sections)
    assert found[3:7] == [
        "chp_1/sec_1-9=old",
        "title_1/chp_2",
        "chp_2/sec_2-1",
        "title_1/chp_3",
    ]
    assert found[-3:] == ["/title_9", "title_9/chp_9", "chp_9/s"]


def test_a_section_of_no_known_home_stands_last() -> None:
    assert told(overlaid(BASE, code("part_7/sec_7-1")).sections)[-1] == "part_7/sec_7-1"
