"""The regular expressions of the package: where they stand, and how they are used."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import statuteline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

_USES: Final = frozenset(
    {"match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"}
)
_NOT_FOUND: Final = frozenset({"match", "fullmatch"})
"""Uses that try one place only; all others try each place of a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A regular expression.

    Args:
        module: Where it stands, without the name of the package.
        line: The line there.
        compiled: The expression; None where it is made when the program runs.
        source: As it is written, without line breaks.
        uses: How it is used.
    """

    module: str
    line: int
    compiled: re.Pattern[str] | re.Pattern[bytes] | None
    source: str
    uses: frozenset[str]

    @property
    def tries_each_place(self) -> bool:
        """Whether a failure at one place of the text leads to the next one."""
        return not self.uses or bool(self.uses - _NOT_FOUND)


@cache
def patterns() -> tuple[Pattern, ...]:
    """Find all regular expressions of the package."""
    found: list[Pattern] = []
    for info in pkgutil.walk_packages(statuteline.__path__, "statuteline."):
        if info.name.endswith("__main__"):
            continue
        try:
            module = importlib.import_module(info.name)
        except ModuleNotFoundError as error:
            if (error.name or "").startswith("statuteline"):
                raise
            continue  # of a package that only some install
        found += _of_module(module)
    return tuple(found)


def _of_module(module: ModuleType) -> Iterator[Pattern]:
    if module.__file__ is None:
        return
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    names = {
        id(node.value): target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    for call in filter(_is_of_re, ast.walk(tree)):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        used = {call.func.attr}
        if call.func.attr == "compile":
            used = _uses(tree, names.get(id(call), ""))
        yield Pattern(
            module=module.__name__.removeprefix("statuteline."),
            line=call.lineno,
            compiled=_compiled(call, module),
            source=" ".join(ast.unparse(call.args[0]).split()),
            uses=frozenset(used),
        )


def _is_of_re(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.func.attr in {*_USES, "compile"}
    )


def _uses(tree: ast.Module, name: str) -> set[str]:
    """Find the methods of a named pattern that a module asks for; none if others do."""
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == name
        and node.attr in _USES
    }


def _compiled(
    call: ast.Call, module: ModuleType
) -> re.Pattern[str] | re.Pattern[bytes] | None:
    """Make a pattern of the names of its module, as importing it does."""
    method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    given = [call.args[0], *(word.value for word in call.keywords if word.arg == "flags")]
    if method == "compile":
        given += call.args[1:]
    try:
        pattern, *flags = (_value(one, module) for one in given)
    except NameError:  # of an argument, or of a variable of a function
        return None
    flag = cast("re.RegexFlag", flags[0]) if flags else re.NOFLAG
    return re.compile(cast("str", pattern), flag)


def _value(node: ast.expr, module: ModuleType) -> object:
    code = compile(ast.Expression(node), module.__name__, "eval")
    return eval(code, vars(module))  # noqa: S307 - source of the package itself
