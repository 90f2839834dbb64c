"""``corpus.toml`` and ``jurisdiction.toml``: what a corpus and its jurisdictions are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from statuteline.corpus.inside import read_inside
from statuteline.corpus.toml_text import toml_of
from statuteline.errors import CorpusError
from statuteline.model.citation import CitationForms, SeriesForms, form_pattern
from statuteline.model.formats import check_format
from statuteline.model.numbers import NumberShape, filled
from statuteline.model.provision import Level
from statuteline.model.steady_patterns import check_steady
from statuteline.model.work import Kind, Words

if TYPE_CHECKING:
    from pathlib import Path

Choice = TypeVar("Choice", Words, Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One series of works in a jurisdiction, such as its code or its acts.

    Args:
        name: The step in a work id, such as ``cgs``.
        title: Its name for people.
        kind: The kind of document its works are.
        doctype: The Akoma Ntoso document type in URIs: ``act`` or ``doc``.
        author: Who makes these documents.
        year: The year in URIs; None where a work's number begins with its year, in
            two digits or four.
        forms: How its works are cited, once for each shape of their numbers.
    """

    name: str
    title: str
    kind: Kind
    doctype: str
    author: str
    year: int | None
    forms: tuple[SeriesForms, ...]

    def year_of(self, number: str) -> int:
        """Give the year that a work's URI carries.

        Raises:
            CorpusError: If the number does not begin with a year and it should.
        """
        if self.year is not None:
            return self.year
        match = re.match(r"(?:[a-z]+-)*(\d{4}|\d\d)-", number, re.ASCII)
        if match is None:
            raise CorpusError(
                f"The number {number!r} of series {self.name} does not begin with a year",
                hint="numbers of this series look like 21-103 or 1957-253",
            )
        year = int(match.group(1))
        if year >= 100:
            return year
        return year + (2000 if year < 50 else 1900)


@dataclass(frozen=True, slots=True, kw_only=True)
class Jurisdiction:
    """One jurisdiction.

    Args:
        id: Its id: the name of its folder.
        name: Its name for people.
        levels: The levels of a statute section, outermost first. One that stands there
            twice may lie in itself, as a section in that which sets out a compact.
        series: Its series, in the order citations are tried.
    """

    id: str
    name: str
    levels: tuple[Level, ...]
    series: tuple[Series, ...]

    @property
    def citations(self) -> CitationForms:
        """The citation forms of all series."""
        return CitationForms(
            jurisdiction=self.id,
            series=tuple(forms for series in self.series for forms in series.forms),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusSettings:
    """What a corpus says of itself.

    Args:
        name: Its name.
        text: Whose words its statutes hold.
        publisher: Who makes it.
        notice: The sentence to show with every text.
    """

    name: str
    text: Words
    publisher: str
    notice: str


def read_corpus_settings(path: Path) -> CorpusSettings:
    """Read ``corpus.toml``.

    Raises:
        CorpusError: If the file is missing, no TOML, or lacks a key.
        FormatError: If a newer program wrote the corpus.
    """
    table = _Table(_load(path, path.parent), path)
    return CorpusSettings(
        name=table.text("name"),
        text=table.choice("text", Words),
        publisher=table.text("publisher"),
        notice=table.text("notice"),
    )


def read_jurisdiction(path: Path) -> Jurisdiction:
    """Read ``jurisdiction.toml``; the folder's name is the jurisdiction's id.

    Raises:
        CorpusError: If the file is missing, no TOML, or lacks a key.
        FormatError: If a newer program wrote it.
    """
    table = _Table(_load(path, path.parent.parent), path)
    return Jurisdiction(
        id=path.parent.name,
        name=table.text("name"),
        levels=_levels(table),
        series=tuple(_series(entry) for entry in table.tables("series")),
    )


def _levels(table: _Table) -> tuple[Level, ...]:
    names = table.texts("levels")
    try:
        return tuple(Level(name) for name in names)
    except ValueError as error:
        known = ", ".join(level.value for level in Level)
        raise CorpusError(
            f"'levels' holds a word that is no level: {error}",
            where=str(table.path),
            hint=f"levels are {known}",
        ) from error


def _forms(table: _Table, name: str) -> SeriesForms:
    """Read citation forms, and try each: a broken one would fail far from its file."""
    number = NumberShape(
        number=table.text("number"),
        shape=table.text("shape", "{number}"),
        sessions=tuple(tuple(one.split("|")) for one in table.texts("sessions", ())),
        joins=table.texts("joins", ()),
    )
    forms = table.texts("forms")
    for join in number.joins:
        if re.fullmatch(r"[A-Za-z]+", join) is None:
            raise CorpusError(
                f"joins of series {name}: {join!r} is no word", where=str(table.path)
            )
    for form in (number.shape, *forms):
        try:
            check_steady(number.bare(form))
            form_pattern(form, number).groupindex["number"]
        except (re.error, KeyError) as error:
            raise CorpusError(
                f"forms of series {name}: {form!r} is no regular expression with "
                f"{{number}}: {error}",
                where=str(table.path),
            ) from error
        except ValueError as error:
            raise CorpusError(
                f"forms of series {name}: {form!r} is not taken: {error}",
                where=str(table.path),
                hint="a repetition must know by the next character how it goes on; "
                "jurisdiction.toml of the shipped corpus is a pattern",
            ) from error
    section = table.text("printed_section", "")
    parts = dict.fromkeys(form_pattern(number.shape, number).groupindex, "1")
    for printed in (number.shape, table.text("printed"), section):
        try:
            filled(printed, {**parts, "portion": "", "section": "1"})
        except KeyError as error:
            raise CorpusError(
                f"printed form of series {name}: {printed!r} cannot be filled in",
                where=str(table.path),
                hint=f"it may name {', '.join(f'{{{part}}}' for part in parts)}, "
                "{portion} and {section}",
            ) from error
    return SeriesForms(
        series=name,
        forms=forms,
        number=number,
        printed=table.text("printed"),
        printed_section=section,
    )


def _series(table: _Table) -> Series:
    name = table.text("name")
    year = table.value("year")
    if (not isinstance(year, int) or isinstance(year, bool)) and year != "number":
        raise CorpusError(
            f"year of series {name} must be a year or the word 'number', not {year!r}",
            where=str(table.path),
        )
    return Series(
        name=name,
        title=table.text("title"),
        kind=table.choice("kind", Kind),
        doctype=table.text("doctype"),
        author=table.text("author"),
        year=year if isinstance(year, int) else None,
        forms=(
            _forms(table, name),
            *(_forms(one, name) for one in table.tables("also", ())),
        ),
    )


def _load(path: Path, root: Path) -> dict[str, object]:
    try:
        found = toml_of(read_inside(root, path).decode("utf-8"))
    except FileNotFoundError as error:
        raise CorpusError(
            f"There is no {path.name}",
            where=str(path),
            hint="`statuteline init DIR` starts a corpus",
        ) from error
    except (OSError, ValueError) as error:
        raise CorpusError(
            f"{path.name} cannot be read: {error}", where=str(path)
        ) from error
    check_format(found.get("format"), str(path))  # before a newer one's keys are missed
    return found


@dataclass(frozen=True, slots=True)
class _Table:
    """A TOML table that knows its file, for messages."""

    entries: dict[str, object]
    path: Path

    def value(self, key: str) -> object:
        if key not in self.entries:
            raise CorpusError(f"{key!r} is missing", where=str(self.path))
        return self.entries[key]

    def text(self, key: str, otherwise: str | None = None) -> str:
        if otherwise is not None and key not in self.entries:
            return otherwise
        value = self.value(key)
        if not isinstance(value, str) or not value.strip():
            raise CorpusError(f"{key!r} must be words, not {value!r}", where=str(self.path))
        return value

    def texts(self, key: str, otherwise: tuple[str, ...] | None = None) -> tuple[str, ...]:
        if otherwise is not None and key not in self.entries:
            return otherwise
        value = self.value(key)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise CorpusError(f"{key!r} must be a list of words", where=str(self.path))
        return tuple(value)

    def tables(
        self, key: str, otherwise: tuple[_Table, ...] | None = None
    ) -> tuple[_Table, ...]:
        if otherwise is not None and key not in self.entries:
            return otherwise
        value = self.value(key)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise CorpusError(f"{key!r} must be a list of tables", where=str(self.path))
        return tuple(_Table(item, self.path) for item in value)

    def choice(self, key: str, choices: type[Choice]) -> Choice:
        value = self.text(key)
        try:
            return choices(value)
        except ValueError as error:
            known = ", ".join(choice.value for choice in choices)
            raise CorpusError(
                f"{key!r} must be one of {known}, not {value!r}",
                where=str(self.path),
            ) from error
