"""The requirements files: every package exact and hashed, nothing about its origin."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = {
    name: (ROOT / name).read_text("utf-8")
    for name in ("requirements.lock", "requirements-fuzz.lock", "requirements-spark.lock")
}


def entries(lock: str) -> dict[str, tuple[str, int]]:
    """Give version and number of hashes for each package of a lock file."""
    found: dict[str, tuple[str, int]] = {}
    for entry in re.split(r"\n(?=\S)", lock):
        if not entry.startswith("#"):
            match = re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", entry)
            assert match, f"not pinned: {entry.splitlines()[0]!r}"
            found[match[1]] = (match[2], entry.count("--hash=sha256:"))
    return found


@pytest.mark.parametrize("lock", LOCKS.values(), ids=LOCKS)
def test_every_package_has_hashes(lock: str) -> None:
    assert [name for name, (_, hashes) in entries(lock).items() if hashes == 0] == []


@pytest.mark.parametrize("lock", LOCKS.values(), ids=LOCKS)
def test_no_address_is_in_it(lock: str) -> None:
    assert re.findall(r"\S*(?:://|--index|--find-links)\S*", lock) == []


def test_they_satisfy_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    wanted = {
        "requirements.lock": (
            project["project"]["dependencies"] + groups["dev"] + groups["bench"]
        ),
        "requirements-fuzz.lock": groups["fuzz"],
        "requirements-spark.lock": groups["spark"],
    }
    assert groups["spark"] == project["project"]["optional-dependencies"]["spark"]
    for name, texts in wanted.items():
        for text in texts:
            requirement = Requirement(text)
            package = re.escape(canonicalize_name(requirement.name))
            # One package may stand there in a version for older Pythons, and a newer one.
            locked = re.findall(rf"^{package}==([^\s;]+)", LOCKS[name], re.MULTILINE)
            assert any(map(requirement.specifier.contains, locked)), f"{text}: make lock"


def test_a_package_without_hash_or_version_is_found() -> None:
    assert entries(
        "# made by\nclick==8.5.1\nlxml==6.1.3 ; x \\\n    --hash=sha256:00\n"
    ) == {
        "click": ("8.5.1", 0),
        "lxml": ("6.1.3", 1),
    }
