"""Modules have a name that says something, and a length that can be read."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).resolve().parents[2] / "tool" / "statuteline"
CATCH_ALL_NAMES = {
    "common",
    "helper",
    "helpers",
    "misc",
    "shared",
    "stuff",
    "support",
    "tools",
    "util",
    "utilities",
    "utils",
}
MODULE_LINES = 400
MODULE_LINES_NOTED = 350
FUNCTION_LINES = 60

MODULES = sorted(PACKAGE.rglob("*.py"))


def catch_all_parts(path: Path) -> set[str]:
    """Give the parts of a module's path that say nothing about its purpose."""
    parts = {part.removesuffix(".py").strip("_") for part in path.parts}
    return parts & CATCH_ALL_NAMES


def length_faults(lines: dict[str, int]) -> tuple[list[str], list[str]]:
    """Name the modules that are too long, and those that are nearly so."""
    too_long = [name for name, count in lines.items() if count > MODULE_LINES]
    near = [name for name, count in lines.items() if count > MODULE_LINES_NOTED]
    return too_long, near


def long_functions(source: str) -> Iterator[str]:
    """Name the functions that are too long, docstrings not counted."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        first = node.body[0]
        docstring = 0
        if ast.get_docstring(node, clean=False) is not None:
            docstring = (first.end_lineno or first.lineno) - first.lineno + 1
        lines = (node.end_lineno or node.lineno) - node.lineno + 1 - docstring
        if lines > FUNCTION_LINES:
            yield f"{node.name}: {lines} lines"


def test_modules_are_found() -> None:
    assert len(MODULES) > 10


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_name_says_something(path: Path) -> None:
    assert catch_all_parts(path.relative_to(PACKAGE)) == set()


def test_modules_can_be_read() -> None:
    lines = {
        str(path.relative_to(PACKAGE)): len(path.read_text("utf-8").splitlines())
        for path in MODULES
    }
    faults, near = length_faults(lines)
    assert faults == [], f"nearly too long: {near}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_functions_can_be_read(path: Path) -> None:
    assert list(long_functions(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("name", ["diff/utils.py", "common/ids.py", "model/_helpers.py"])
def test_a_name_that_says_nothing_is_found(name: str) -> None:
    assert catch_all_parts(Path(name))


def test_a_long_module_is_found() -> None:
    lines = {"a.py": 350, "b.py": 351, "c.py": 400, "d.py": 401}
    assert length_faults(lines) == (["d.py"], ["b.py", "c.py", "d.py"])


def test_a_long_function_is_found() -> None:
    body = "    pass\n" * FUNCTION_LINES
    assert list(long_functions(f"def f():\n{body}")) == ["f: 61 lines"]
    shorter = "    pass\n" * (FUNCTION_LINES - 1)
    assert list(long_functions(f'def f():\n    """\n\n\n    """\n{shorter}')) == []
