from __future__ import annotations

import importlib.metadata
import sys
from importlib import import_module
from importlib.metadata import EntryPoint
from typing import TYPE_CHECKING

import pytest

from statuteline.errors import PluginError
from statuteline.plugins import load_plugin, plugin_names

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

GROUP = "invented.group"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A package of plug-ins, and another package that adds some."""
    package = tmp_path / "invented_plugins"
    package.mkdir()
    for name, source in {
        "__init__": "",
        "base": "raise RuntimeError",
        "_hidden": "raise RuntimeError",
        "plain": "OFFER = 1",
        "two_words": "OFFER = 2",
        "wrong": "OFFER = 'words'",
        "bare": "",
    }.items():
        (package / f"{name}.py").write_text(source, encoding="utf-8")
    (tmp_path / "invented_outside.py").write_text("OFFER = 3", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    points = [
        EntryPoint("outside", "invented_outside", GROUP),
        EntryPoint("plain", "invented_outside", GROUP),
        EntryPoint("gone", "invented_gone", GROUP),
        EntryPoint("renamed", "invented_outside:MISSING", GROUP),
    ]
    monkeypatch.setattr(
        importlib.metadata, "entry_points", lambda *, group: points * (group == GROUP)
    )
    return import_module("invented_plugins")


def load(folder: ModuleType, name: str) -> int:
    return load_plugin(folder, GROUP, name, "OFFER", int)


def test_names_are_found_without_importing(folder: ModuleType) -> None:
    assert plugin_names(folder, GROUP) == (
        "bare", "gone", "outside", "plain", "renamed", "two-words", "wrong",
    )  # fmt: skip
    assert plugin_names(folder, "other.group") == ("bare", "plain", "two-words", "wrong")
    assert "invented_plugins.plain" not in sys.modules


@pytest.mark.parametrize(
    ("name", "offer"), [("plain", 1), ("two-words", 2), ("outside", 3)]
)
def test_an_offer_is_taken(name: str, offer: int, folder: ModuleType) -> None:
    assert load(folder, name) == offer


@pytest.mark.parametrize(
    "name", ["base", "-hidden", "_hidden", "two_words", "", "os", "../x"]
)
def test_what_is_no_plug_in_is_refused(name: str, folder: ModuleType) -> None:
    with pytest.raises(PluginError, match="There is no plug-in") as caught:
        load(folder, name)
    assert "two-words" in caught.value.hint


@pytest.mark.parametrize("name", ["wrong", "bare"])
def test_another_offer_is_refused_with_its_file(name: str, folder: ModuleType) -> None:
    with pytest.raises(PluginError, match="has no OFFER of type int") as caught:
        load(folder, name)
    assert caught.value.where.endswith(f"{name}.py")


@pytest.mark.parametrize("name", ["gone", "renamed"])
def test_a_broken_package_is_named(name: str, folder: ModuleType) -> None:
    with pytest.raises(PluginError, match="cannot be loaded") as caught:
        load(folder, name)
    assert caught.value.where.startswith("invented_")
