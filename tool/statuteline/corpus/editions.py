"""``editions.toml``: which editions of a code a corpus was built from, and from what.

It stands in the folder of the jurisdiction and is written by imports only.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from statuteline.corpus.inside import read_inside
from statuteline.corpus.toml_text import toml_of
from statuteline.errors import CorpusError
from statuteline.model.formats import check_format
from statuteline.model.published import Edition, EditionKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FILE_NAME: Final = "editions.toml"
_HEAD: Final = "# Written by `statuteline import`: do not edit.\n"
_COUNTS: Final = ("expressions", "pending", "unplaced", "unread", "refused", "left_out")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedSource:
    """A file that an edition, or a part of it, was read from.

    Args:
        name: Its name.
        sha256: Digest of its bytes.
        recorded: The day on which it was first imported.
        complete: Whether it was imported to its end.
        sections: How many of its sections have each status, groups counted once.
        expressions: How many texts it gave.
        pending: How many of these have no day yet.
        unplaced: How many active sections have numbers that open nothing.
        unread: How many items of notes could not be read; the notes keep their words.
        refused: How many sections were refused, and are not in the corpus.
        left_out: How many records are leftovers of the capture, and no law.
    """

    name: str
    sha256: str
    recorded: date
    complete: bool = False
    sections: tuple[tuple[Status, int], ...] = ()
    expressions: int = 0
    pending: int = 0
    unplaced: int = 0
    unread: int = 0
    refused: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedEdition:
    """An edition of a code, as far as it was imported.

    Args:
        series: The series of its sections, such as ``cgs``.
        edition: The edition.
        sources: What it was read from, in the order in which they were imported.
    """

    series: str
    edition: Edition
    sources: tuple[ImportedSource, ...]


def read_editions(root: Path, jurisdiction: str) -> tuple[ImportedEdition, ...]:
    """Read which editions were imported.

    Args:
        root: The corpus folder.
        jurisdiction: The jurisdiction, such as ``us-ct``.

    Returns:
        The editions, earliest first; empty if none was.

    Raises:
        CorpusError: If the file is not as an import writes it.
    """
    path = editions_file(root, jurisdiction)
    if not path.exists():
        return ()
    try:
        found = toml_of(read_inside(root, path).decode("utf-8"))
        check_format(found.get("format"), str(path))
        tables = found["edition"]
        return tuple(sorted(map(_edition, tables), key=_order))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise CorpusError(
            f"{FILE_NAME} cannot be read: {type(error).__name__}: {error}",
            where=str(path),
            hint="restore the file, or import the edition again without it",
        ) from error


def editions_file(root: Path, jurisdiction: str) -> Path:
    """Give the list of editions of a jurisdiction, whether or not it exists."""
    return root / jurisdiction / FILE_NAME


def editions_text(
    known: Iterable[ImportedEdition],
    series: str,
    edition: Edition,
    noted: Iterable[ImportedSource],
) -> bytes:
    """Note that files were imported, or are about to be.

    What the list says of the same bytes gives way; only their first day stays.

    Args:
        known: What the list says now.
        series: The series of the sections.
        edition: The edition that it holds.
        noted: What to note of each.

    Returns:
        The list as its file will have it.
    """
    found = {(one.series, one.edition): one for one in known}
    there = found.get((series, edition))
    sources = {one.sha256: one for one in (there.sources if there else ())}
    for source in noted:
        same = sources.get(source.sha256)
        first = min(same.recorded, source.recorded) if same else source.recorded
        sources[source.sha256] = replace(source, recorded=first)
    found[series, edition] = ImportedEdition(
        series=series, edition=edition, sources=tuple(sources.values())
    )
    return "".join([_HEAD, *map(_written, sorted(found.values(), key=_order))]).encode()


def _order(one: ImportedEdition) -> tuple[str, Edition]:
    return one.series, one.edition


def _edition(table: dict[str, object]) -> ImportedEdition:
    sources = table["source"]
    if not isinstance(sources, list):
        raise TypeError("source must be a list of tables")
    return ImportedEdition(
        series=_text(table, "series"),
        edition=Edition(
            kind=EditionKind(table["kind"]), revised_to=_day(table, "revised_to")
        ),
        sources=tuple(map(_source, sources)),
    )


def _source(table: dict[str, object]) -> ImportedSource:
    sections = table["sections"]
    if not isinstance(sections, dict):
        raise TypeError("sections must be a table")
    return ImportedSource(
        name=_text(table, "name"),
        sha256=_text(table, "sha256"),
        recorded=_day(table, "recorded"),
        complete=table["complete"] is True,
        sections=tuple((Status(name), int(count)) for name, count in sections.items()),
        **{name: _count(table, name) for name in _COUNTS},
    )


def _text(table: dict[str, object], key: str) -> str:
    value = table[key]
    if not isinstance(value, str):
        raise TypeError(f"{key} must be words")
    return value


def _day(table: dict[str, object], key: str) -> date:
    value = table[key]
    if not isinstance(value, date):
        raise TypeError(f"{key} must be a day")
    return value


def _count(table: dict[str, object], key: str) -> int:
    value = table[key]
    if not isinstance(value, int):
        raise TypeError(f"{key} must be a number")
    return value


def _written(one: ImportedEdition) -> str:
    head = (
        "\n[[edition]]\n"
        f"series = {_quoted(one.series)}\n"
        f"kind = {_quoted(one.edition.kind.value)}\n"
        f"revised_to = {one.edition.revised_to}\n"
    )
    return head + "".join(map(_source_written, one.sources))


def _source_written(source: ImportedSource) -> str:
    sections = ", ".join(f"{status.value} = {count}" for status, count in source.sections)
    return (
        "\n[[edition.source]]\n"
        f"name = {_quoted(source.name)}\n"
        f"sha256 = {_quoted(source.sha256)}\n"
        f"recorded = {source.recorded}\n"
        f"complete = {str(source.complete).lower()}\n"
        f"sections = {{ {sections} }}\n"
        + "".join(f"{name} = {getattr(source, name)}\n" for name in _COUNTS)
    )


def _quoted(words: str) -> str:
    # A JSON string is a TOML basic string too.
    return json.dumps(words, ensure_ascii=False)
