"""What tests need that is not Python's own."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec

import pytest


@pytest.fixture(scope="session")
def spark() -> None:
    """Skip, or fail where it is required, if there is no Java or no PySpark."""
    required = os.environ.get("STATUTELINE_REQUIRE", "").split(",")
    java = shutil.which("java") or os.environ.get("JAVA_HOME")
    for name, found in (("java", java), ("pyspark", find_spec("pyspark"))):
        if found:
            continue
        told = f"{name} is absent: make test-spark installs it where it may"
        if name in required:
            pytest.fail(told)
        pytest.skip(told)


@pytest.fixture(scope="session")
def openssl() -> str:
    """Find openssl; skip, or fail where it is required, if there is none."""
    found = shutil.which("openssl")
    if found is not None:
        return found
    told = "openssl is absent: make test installs it where it may"
    if "openssl" in os.environ.get("STATUTELINE_REQUIRE", "").split(","):
        pytest.fail(told)
    pytest.skip(told)
