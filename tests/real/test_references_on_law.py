"""Every reference of Connecticut's code to provisions of its own section is looked up.

Nobody has a gold standard of 30,000 sections, but the law cites itself: where it says
"subdivision (2) of subsection (b) of this section", that provision must be there. What is
not found is listed in ``build/references.txt``.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from statuteline.model.published import Edition, EditionKind, PublishedSection
from statuteline.publishers.us_ct.hierarchy import divide_section
from statuteline.publishers.us_ct.json_lines import read_json_lines
from statuteline.structure.internal_references import Base
from statuteline.structure.resolving import Lookup, look_up
from statuteline.structure.scheme import CONNECTICUT

if TYPE_CHECKING:
    from statuteline.structure.resolving import LookedUp

pytestmark = pytest.mark.slow

BUILD = Path(__file__).parents[2] / "build"
EDITION = Edition(revised_to=date(2025, 1, 1), kind=EditionKind.REVISION)
EXACT = {Lookup.FOUND, Lookup.NAMED_OTHERWISE}
LOST = {Lookup.NO_BASE, Lookup.NO_NUMBER}


def _kind(one: LookedUp) -> str:
    """Name a kind of reference: of this section, of this subsection, and so on."""
    reference = one.reference
    if reference.base is not Base.THIS:
        return str(reference.base.value)
    level = str(reference.level.value) if reference.level else "another level"
    numbered = any(target.path for target in reference.targets)
    return f"of this {level}" if numbered else f"this {level}, no number"


def test_what_the_law_cites_of_itself_is_there(law_base: Path) -> None:
    told: list[tuple[str, str, LookedUp]] = []
    for record in read_json_lines(law_base.read_bytes(), EDITION, law_base.name):
        if isinstance(record, PublishedSection):
            top = divide_section(record).provision
            told += [(_kind(one), record.number, one) for one in look_up(top, CONNECTICUT)]
    counts = Counter((kind, one.lookup) for kind, _, one in told)
    _list_lost(told, counts)
    numbered = [one for kind, _, one in told if kind.startswith("of this ")]
    exact = sum(one.lookup in EXACT for one in numbered)
    lost = sum(one.lookup in LOST for one in numbered)
    assert len(numbered) >= 17_300
    assert exact / len(numbered) >= 0.99
    assert 1 - lost / len(numbered) >= 0.995
    alone = [one for kind, _, one in told if kind.endswith(", no number")]
    assert len(alone) >= 27_000
    assert 1 - sum(one.lookup in LOST for one in alone) / len(alone) >= 0.995


def _list_lost(
    told: list[tuple[str, str, LookedUp]], counts: Counter[tuple[str, Lookup]]
) -> None:
    """Write the counts by kind and every reference that was not found."""
    lines = [
        f"{n:6} {kind}: {lookup.value}"
        for (kind, lookup), n in sorted(
            counts.items(), key=lambda item: (item[0][0], item[0][1].name)
        )
    ]
    lines += [
        f"{kind}\t{number}\t{one.holder}\t{one.lookup.name}\t{one.words}"
        for kind, number, one in told
        if one.lookup in LOST
    ]
    BUILD.mkdir(exist_ok=True)
    (BUILD / "references.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
