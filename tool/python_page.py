"""The page of the manual that lists the public names of the package.

It is made from the package itself: signatures as Python tells them, with the fields that a
class has from a base, and docstrings as griffe reads them. A test holds
``site/manual/python.md`` against it; ``pytest --update-golden`` writes the page anew.
"""

from __future__ import annotations

import inspect
import json
import re
from dataclasses import fields, is_dataclass
from enum import Enum
from types import UnionType
from typing import TYPE_CHECKING, Any, Final, get_args

import griffe

import statuteline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PREFACE: Final = """\
# Reference: Python

This page is made from the package, by `tool/python_page.py`: every name that
`import statuteline` gives. No other name is promised to stay, though signatures tell of
some.

Values are frozen: nothing that you are given changes. Days are `datetime.date`, and
intervals half-open. What is wrong with what you ask ends in a
[`StatutelineError`](#class-statutelineerror); what the law answers, such as that no text
was in force, is a value.
"""
_LINE: Final = 72
"""Characters of a signature that stands on one line."""
_ROLE: Final = re.compile(r":[a-z]+:`~?([^`]+)`")
"""How a docstring names code elsewhere, such as a class."""


def python_page() -> str:
    """Write the page.

    Returns:
        Markdown: first what is called, then the types, each in the order of names.
    """
    public = {name: getattr(statuteline, name) for name in statuteline.__all__}
    called = {name: one for name, one in public.items() if inspect.isfunction(one)}
    parts = [_PREFACE, "## Functions\n", _links((name, name) for name in called)]
    for name, function in called.items():
        parts += [f"### `{name}`\n", *_function(name, function)]
    types = {name: _title(name, one) for name, one in public.items() if name not in called}
    slugs = ((name, title.lower().replace(" ", "-")) for name, title in types.items())
    parts += ["## Types\n", _links(slugs)]
    for name, kind in public.items():
        if name not in called:
            parts += _class(name, kind) if inspect.isclass(kind) else _union(name, kind)
    return "\n".join(parts)


def _function(name: str, function: Callable[..., Any]) -> Iterator[str]:
    signature = inspect.signature(function)
    result = vars(inspect.getmodule(function)).get(signature.return_annotation)
    if isinstance(result, UnionType):  # told by its parts: another module has its name too
        parts = " | ".join(one.__name__ for one in get_args(result))
        signature = signature.replace(return_annotation=parts)
    yield _block(f"{name}{_signature(signature)}")
    yield from _docstring(function.__doc__)


def _class(name: str, kind: type) -> Iterator[str]:
    yield f"### `{_title(name, kind)}`\n"
    yield _block(f"{name}{_signature(inspect.signature(kind))}")
    yield from _docstring(kind.__doc__)
    yield from _members(kind)


def _members(kind: type) -> Iterator[str]:
    """Tell the methods and properties of a class that people may use."""
    for name, member in _own(kind).items():
        function = member
        title = f"{kind.__name__}.{name}"
        if isinstance(member, property):
            yield f"#### `{title}`\n"
            result = inspect.signature(member.fget).return_annotation if member.fget else ""
            yield _block(f"{name}: {result}")
            yield from _docstring(member.__doc__)
            continue
        if isinstance(member, classmethod | staticmethod):
            function = getattr(kind, name)
        if inspect.isroutine(function):
            yield f"#### `{title}`\n"
            yield from _function(name, function)


def _own(kind: type) -> dict[str, Any]:
    """Gather public members, those of bases of ours first."""
    ours = [base for base in reversed(kind.__mro__) if base.__module__ != "builtins"]
    hidden = {one.name for one in fields(kind)} if is_dataclass(kind) else set()
    return {
        name: member
        for base in ours
        for name, member in vars(base).items()
        if not name.startswith("_") and name not in hidden
    }


def _union(name: str, union: object) -> Iterator[str]:
    """Tell a type that is one of several, and each of these."""
    yield f"### `{_title(name, union)}`\n"
    yield f"One of {', '.join(f'`{one.__name__}`' for one in get_args(union))}.\n"
    for one in get_args(union):
        yield f"#### `{one.__name__}`\n"
        yield _block(f"{one.__name__}{_signature(inspect.signature(one))}")
        yield from _docstring(one.__doc__)


def _signature(signature: inspect.Signature) -> str:
    """Write a signature over as many lines as it needs."""
    given = list(_given(signature))
    result = signature.return_annotation
    behind = "" if result is inspect.Signature.empty else f" -> {_annotation(result)}"
    line = f"({', '.join(given)}){behind}"
    if len(line) <= _LINE:
        return line
    return "".join(["(\n", *(f"    {one},\n" for one in given), ")", behind])


def _given(signature: inspect.Signature) -> Iterator[str]:
    """Write the parameters; a star stands before those that are given by name alone."""
    by_name = False
    for one in signature.parameters.values():
        if one.name == "self":
            continue
        if one.kind is inspect.Parameter.KEYWORD_ONLY and not by_name:
            yield "*"
        by_name |= one.kind in {one.KEYWORD_ONLY, one.VAR_POSITIONAL}
        star = str(one)[: str(one).index(one.name)]
        typed = "" if one.annotation is one.empty else f": {_annotation(one.annotation)}"
        default = "" if one.default is one.empty else f" = {_constant(one.default)}"
        yield f"{star}{one.name}{typed}{default}"


def _annotation(annotation: object) -> str:
    return (
        annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
    )


def _constant(value: object) -> str:
    """Write a default as one would type it."""
    if isinstance(value, Enum):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value)
    return value.__name__ if inspect.isroutine(value) else repr(value)


def _docstring(text: str | None) -> Iterator[str]:
    """Write the sections of a docstring."""
    told = griffe.Docstring(inspect.cleandoc(text or ""))
    for section in told.parse("google", warnings=False):
        match section:
            case griffe.DocstringSectionText():
                yield f"{_words(section.value)}\n"
            case griffe.DocstringSectionParameters() | griffe.DocstringSectionAttributes():
                yield _list((f"`{one.name}`", one.description) for one in section.value)
            case griffe.DocstringSectionReturns() | griffe.DocstringSectionYields():
                told_of = " ".join(one.description for one in section.value)
                yield f"{section.kind.value.capitalize()}: {_words(told_of)}\n"
            case griffe.DocstringSectionRaises():
                yield "Raises:\n"
                yield _list(
                    (f"`{one.annotation}`", one.description) for one in section.value
                )
            case griffe.DocstringSectionAdmonition(title="Example"):
                yield "Example:\n"
                yield _block(section.value.contents)
            case griffe.DocstringSectionAdmonition():
                yield f"{section.title}: {_words(section.value.contents)}\n"
            case _:
                raise NotImplementedError(section.kind)


def _title(name: str, kind: object) -> str:
    """Give the heading of a type; a function may have its name in small letters."""
    return f"class {name}" if inspect.isclass(kind) else f"type {name}"


def _links(entries: Iterator[tuple[str, str]]) -> str:
    return " · ".join(f"[`{name}`](#{slug})" for name, slug in entries) + "\n"


def _list(entries: Iterator[tuple[str, str]]) -> str:
    return "".join(f"* {name}: {_words(told, ' ')}\n" for name, told in entries)


def _words(told: str, between: str = "\n") -> str:
    """Write words of a docstring in Markdown, where code stands in single backquotes."""
    plain = _ROLE.sub(r"`\1`", told.strip()).replace("``", "`")
    return between.join(line.strip() for line in plain.splitlines())


def _block(code: str) -> str:
    return f"```python\n{code}\n```\n"
