from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from statuteline.law import encodings
from statuteline.rules.impact import impact
from statuteline.website.kinds._decision import pairs_of
from statuteline.website.kinds._impact_picture import picture

if TYPE_CHECKING:
    from statuteline.rules.impact import Matrix

MATRICES = [
    matrix
    for encoding in encodings()
    for before, after in pairs_of(encoding)
    for matrix in impact(encoding, before.days.start, after.days.start).matrices
]


@pytest.mark.parametrize("matrix", MATRICES)
def test_the_picture_has_every_case_once(matrix: Matrix) -> None:
    drawn = picture(matrix)
    total = matrix.laid.possible.bit_count()
    assert sum(end.count for end in drawn.before) == total
    assert sum(end.count for end in drawn.after) == total
    assert len(drawn.bands) == len(matrix.moves)
    for side in (drawn.before, drawn.after):
        for above, below in pairwise(side):
            assert above.top + above.height < below.top
    assert all(0 < band.at[1] < drawn.height for band in drawn.bands)


@pytest.mark.parametrize("matrix", MATRICES)
def test_bands_end_where_outcomes_stand(matrix: Matrix) -> None:
    drawn = picture(matrix)
    for side in (drawn.before, drawn.after):
        assert all(end.lines for end in side)
    heights = [sum(end.height for end in side) for side in (drawn.before, drawn.after)]
    assert heights[0] == heights[1]
