"""The law of a body is parted from what stands behind it."""

from __future__ import annotations

import pytest

from statuteline.publishers.us_ct.trailers import Trailers, part_trailers

LAW = ("(a) Fees are due.", "(b) None else.")


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        ((), Trailers(law=2, heading=(), references=(), annotations=())),
        (
            ("See Secs. 9-1 and 9-2.", "Cited. 1 C. 2; 12 Conn. Cir. Ct. 34."),
            Trailers(
                law=2,
                heading=(),
                references=("See Secs. 9-1 and 9-2.",),
                annotations=("Cited. 1 C. 2; 12 Conn. Cir. Ct. 34.",),
            ),
        ),
        (
            ("(C)*", "BICYCLES", "*See chapter 9."),
            Trailers(
                law=2,
                heading=("(C)*", "BICYCLES"),
                references=("*See chapter 9.",),
                annotations=(),
            ),
        ),
        (("See the clerk.",), Trailers(law=3, heading=(), references=(), annotations=())),
        (("(C)", "Bicycles"), Trailers(law=4, heading=(), references=(), annotations=())),
    ],
)
def test_trailers(behind: tuple[str, ...], found: Trailers) -> None:
    assert part_trailers((*LAW, *behind)) == found


def test_the_first_paragraph_is_law() -> None:
    assert part_trailers(("See Sec. 9-1.", "See Sec. 9-2.")).law == 1
    assert part_trailers(()).law == 0
