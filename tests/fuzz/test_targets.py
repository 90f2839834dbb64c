"""Every reader ends in a text or in an error that is told, whatever it is given."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from every_target import TARGETS
from mutations import inputs, seeds_of
from target import Finding, Target, tried

if TYPE_CHECKING:
    from collections.abc import Iterator

CRASHES = Path(__file__).parent / "crashes"
EACH = [pytest.param(target, id=target.name) for target in TARGETS]


@pytest.mark.parametrize("target", EACH)
def test_seeds_end_as_they_may(target: Target) -> None:
    for data in seeds_of(target):
        assert tried(target, data) is None


@pytest.mark.parametrize("target", EACH)
@settings(
    max_examples=8,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_changed_seeds_end_as_they_may(target: Target, data: st.DataObject) -> None:
    assert tried(target, data.draw(inputs(target))) is None


def _crashes() -> Iterator[object]:
    by_name = {target.name: target for target in TARGETS}
    for path in sorted(CRASHES.glob("*/*")):
        yield pytest.param(
            by_name[path.parent.name], path, id=f"{path.parent.name}-{path.name}"
        )


@pytest.mark.parametrize(("target", "path"), tuple(_crashes()))
def test_what_once_crashed_does_not_again(target: Target, path: Path) -> None:
    assert tried(target, path.read_bytes()) is None


def test_names_are_names_of_folders_and_none_stands_twice() -> None:
    names = [target.name for target in TARGETS]
    assert [name for name in names if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)] == []
    assert len(set(names)) == len(names)


def test_another_exception_is_a_finding_and_names_its_place() -> None:
    def read(data: bytes) -> object:
        raise KeyError(data)

    broken = Target(name="broken", read=read, seeds=lambda: ())
    assert tried(broken, b"a") == Finding(what="KeyError in the target", told="b'a'")
