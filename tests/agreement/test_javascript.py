"""The JavaScript evaluator answers every case as the Python engines do."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .every_case import EVERY, questions
from .vectors import complete

if TYPE_CHECKING:
    from .conftest import Differing
    from .every_case import Question


@pytest.mark.parametrize("question", EVERY)
def test_every_case(differing: Differing, question: Question) -> None:
    assert differing([complete(question)], question.size()) == []


@pytest.mark.parametrize(
    ("wrong", "right"), [("|met|", "|not met|"), ("+", "-"), ("|", "|a_fact,")]
)
def test_a_difference_would_be_told(differing: Differing, wrong: str, right: str) -> None:
    question = next(one for one in questions() if "opportunity" in one.name)
    vectors = complete(question)
    expected = vectors["expected"]
    assert isinstance(expected, list)
    number = next(n for n, one in enumerate(expected) if wrong in str(one))
    expected[number] = str(expected[number]).replace(wrong, right)
    told = differing([vectors], question.size())
    assert isinstance(told, list)
    assert len(told) == 1


def test_its_own_tests(node: str) -> None:
    tests = Path(__file__).with_name("evaluator.test.mjs")
    run = subprocess.run(
        [node, "--test", tests], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout
