"""Where in the present folder a piece of code was written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statuteline.trace.units import Unit


def place_of(unit: Unit) -> str:
    """Say where a unit was written: below the present folder if it is there."""
    from statuteline.reports.base import spot_of

    place = spot_of(unit.origin, Path.cwd())
    return str(place) if place is not None else unit.encoding
