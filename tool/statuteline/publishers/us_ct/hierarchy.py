"""A published section as one provision, divided as far as its numbers tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.model.ids import EId, WId
from statuteline.model.provision import Coverage, Level, Provision
from statuteline.model.published import Status
from statuteline.structure.hierarchy import divide_told
from statuteline.structure.scheme import CONNECTICUT

if TYPE_CHECKING:
    from statuteline.model.published import PublishedSection
    from statuteline.structure.hierarchy import Division


def divide_section(section: PublishedSection) -> Division:
    """Give a published section its provisions.

    Args:
        section: The section, or group of numbers under one heading. What its body
            holds behind a note on a coming text is not divided.

    Returns:
        The provision, its address made of the number of the work: ``sec_54-95c``, of a
        group ``sec_17b-817-to-17b-849``. With it the numbers in its text that open no
        provision, each with the reason: where the text does not decide, it stays flat.
    """
    eid = EId.parse(f"{Level.SECTION.prefix}_{section.number}")
    repealed = section.status is Status.REPEALED
    top = Provision(
        level=Level.SECTION,
        eid=eid,
        wid=WId(eid.text),
        num=section.printed,
        heading=section.heading,
        coverage=Coverage.REMOVED if repealed else Coverage.FULL,
    )
    return divide_told(top, section.body, CONNECTICUT)
