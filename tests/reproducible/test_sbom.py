"""The list of all locked packages, ``make sbom``: valid, whole, and the same every time."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


def made(seed: str, zone: str) -> str:
    """Make the list as ``make sbom`` does, on a computer of one kind or another."""
    make = shutil.which("make")
    assert make is not None
    around = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
    around.pop("SOURCE_DATE_EPOCH", None)
    subprocess.run([make, "sbom"], cwd=ROOT, env=around, check=True, capture_output=True)
    return (ROOT / "build" / "sbom.json").read_text("utf-8")


@pytest.fixture(scope="module")
def text() -> str:
    return made("0", "UTC")


@pytest.fixture(scope="module")
def listed(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    return found


def test_it_is_valid(text: str) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    broken = text.replace('"type": "library"', '"type": "a library"', 1)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(broken) is not None


def test_it_has_every_locked_package_with_all_hashes(listed: dict[str, Any]) -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    locked = {
        (match[1], match[2]): set(re.findall(r"--hash=sha256:(\w+)", entry))
        for entry in re.split(r"\n(?=\S)", lock)
        if (match := re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", entry))
    }
    found = {
        (canonicalize_name(one["name"]), one["version"]): {
            digest["content"]
            for reference in one["externalReferences"]
            for digest in reference.get("hashes", ())
        }
        for one in listed["components"]
    }
    assert found == locked
    assert all(found.values())


def test_it_is_of_this_project_and_of_no_moment(listed: dict[str, Any]) -> None:
    assert listed["metadata"]["component"]["name"] == "statuteline"
    assert "timestamp" not in listed["metadata"]
    assert "serialNumber" not in listed


def test_it_is_the_same_elsewhere(text: str) -> None:
    assert made("1", "Pacific/Kiritimati") == text
