"""Below the corpus all dataclasses are values: frozen, slotted, without mutable fields."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).resolve().parents[2] / "tool" / "statuteline"
BELOW_THE_CORPUS = (
    "errors.py",
    "plugins.py",
    "model",
    "history",
    "diff",
    "structure",
    "sealing",
    "rules",
    "law",
    "trace",
)
MUTABLE = {
    "list",
    "dict",
    "set",
    "bytearray",
    "deque",
    "defaultdict",
    "Counter",
    "OrderedDict",
    "List",
    "Dict",
    "Set",
    "MutableMapping",
    "MutableSequence",
    "MutableSet",
}


def faults(source: str) -> Iterator[str]:
    """Name what keeps the dataclasses of a module from being values."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.ClassDef):
            continue
        options = dataclass_options(node)
        if options is None:
            continue
        for wanted in ("frozen", "slots"):
            if wanted not in options:
                yield f"{node.name} is not {wanted}"
        for field in node.body:
            if isinstance(field, ast.AnnAssign) and names_in(field.annotation) & MUTABLE:
                yield f"{node.name}.{ast.unparse(field.target)} is mutable"


def dataclass_options(node: ast.ClassDef) -> set[str] | None:
    """Give the options that are switched on; None for a class that is no dataclass."""
    for decorator in node.decorator_list:
        call = decorator.func if isinstance(decorator, ast.Call) else decorator
        if ast.unparse(call).rpartition(".")[2] != "dataclass":
            continue
        keywords = decorator.keywords if isinstance(decorator, ast.Call) else []
        return {
            keyword.arg
            for keyword in keywords
            if keyword.arg
            and isinstance(keyword.value, ast.Constant)
            and keyword.value.value is True
        }
    return None


def names_in(annotation: ast.expr) -> set[str]:
    """Give every name in an annotation, in quotes or not, however deep."""
    found: set[str] = set()
    for node in ast.walk(annotation):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= names_in(ast.parse(node.value, mode="eval").body)
    return found


def modules() -> list[Path]:
    found: list[Path] = []
    for name in BELOW_THE_CORPUS:
        path = PACKAGE / name
        found += [path] if path.is_file() else sorted(path.rglob("*.py"))
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_dataclasses_are_values(path: Path) -> None:
    assert list(faults(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("options", "field", "fault"),
    [
        ("frozen=True, slots=True", "list[str]", "Sample.field is mutable"),
        (
            "frozen=True, slots=True",
            "tuple[dict[str, int], ...]",
            "Sample.field is mutable",
        ),
        ("frozen=True, slots=True", "'set[str] | None'", "Sample.field is mutable"),
        ("frozen=True, slots=True", "typing.List[str]", "Sample.field is mutable"),
        ("slots=True", "str", "Sample is not frozen"),
        ("frozen=False, slots=True", "str", "Sample is not frozen"),
        ("frozen=True", "str", "Sample is not slots"),
    ],
)
def test_a_fault_is_found(options: str, field: str, fault: str) -> None:
    sample = f"@dataclasses.dataclass({options})\nclass Sample:\n    field: {field}\n"
    assert list(faults(sample)) == [fault]


def test_a_bare_dataclass_is_found() -> None:
    assert list(faults("@dataclass\nclass Sample: ...\n")) == [
        "Sample is not frozen",
        "Sample is not slots",
    ]


def test_a_value_and_a_plain_class_are_accepted() -> None:
    sample = (
        "@dataclass(frozen=True, slots=True)\n"
        "class Value:\n    parts: tuple[frozenset[str], ...]\n"
        "class Plain:\n    parts: list[str]\n"
    )
    assert list(faults(sample)) == []
