"""The option that writes golden files anew: pytest tests/golden --update-golden."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the expected files anew; read what changed before keeping it",
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    # pytest learns the option only where it was told of this folder.
    return bool(request.config.getoption("--update-golden", default=False))
