"""What every report is given, and what it offers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from statuteline.audit.cited import cited_in_full
from statuteline.model.citation import Citation
from statuteline.model.days import day_in_words
from statuteline.model.ids import ProvisionRef
from statuteline.trace.matrix import Hole, matrix
from statuteline.trace.states import SETTLED, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.model.ids import WorkId
    from statuteline.rules.nodes import Origin
    from statuteline.trace.coverage import Trace
    from statuteline.trace.matrix import Row
    from statuteline.trace.states import Judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place in a file.

    Args:
        file: The file: with slashes and from the working folder if it lies in there,
            whole otherwise.
        line: The line, counted from one; None where it is not known.
        inside: Whether the file lies in the working folder.
        address: The address in a JSON document; empty elsewhere.
    """

    file: str
    line: int | None
    inside: bool
    address: str = ""

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place} {self.address}".strip()


def spot(file: str, line: int | None, folder: Path) -> Spot:
    """Name a place from a working folder.

    Args:
        file: The file.
        line: The line; None where it is not known.
        folder: The working folder.
    """
    path = Path(file)
    if path.is_relative_to(folder):
        return Spot(file=path.relative_to(folder).as_posix(), line=line, inside=True)
    return Spot(file=file, line=line, inside=False)


def spot_of(origin: Origin | None, folder: Path) -> Spot | None:
    """Name the place where code was written; None where that is not known."""
    if origin is None:
        return None
    return replace(spot(origin.file, origin.line, folder), address=origin.address)


@dataclass(frozen=True, slots=True, kw_only=True)
class Impacted:
    """A unit that uses a definition whose text is suspect.

    Args:
        unit: Its id.
        place: Where it was written; the name of its encoding where that is unknown.
    """

    unit: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A link of code and text, judged, with the places of both.

    Args:
        judged: The link and its state.
        told: What the state means here, in one clause.
        code: Where the code was written; None where that is not known.
        text: Where the provision stands in the corpus; None where there is none, and
            for what is in order where that is not to be listed.
        cited: The provision as its jurisdiction cites it; empty for its id.
        impacted: What uses it, where that was asked for. No finding.
    """

    judged: Judged
    told: str
    code: Spot | None
    text: Spot | None
    cited: str = ""
    impacted: tuple[Impacted, ...] = ()

    @property
    def state(self) -> State:
        """The state of the link."""
        return self.judged.state

    @property
    def is_settled(self) -> bool:
        """Whether it asks nobody to do anything."""
        return self.state in SETTLED

    @property
    def provision(self) -> str:
        """The provision as it is cited, or its id."""
        return self.cited or str(self.judged.link.provision)

    @property
    def place(self) -> str:
        """Where the code was written; the name of its encoding where that is unknown."""
        return str(self.code) if self.code is not None else self.judged.link.unit.encoding


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """All links of some encodings, judged.

    Args:
        corpus: The name of the corpus.
        on: The day on which it was asked.
        links: Every link, in the order of the code.
        everything: Whether what is in order is to be listed too.
    """

    corpus: str
    on: date
    links: tuple[Finding, ...]
    everything: bool = False

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The links that ask somebody to do something."""
        return tuple(one for one in self.links if not one.is_settled)

    @property
    def listed(self) -> tuple[Finding, ...]:
        """The links that a list shows."""
        return self.links if self.everything else self.findings

    @property
    def counts(self) -> dict[State, int]:
        """How many links are in each state; states without any are left out."""
        counts = Counter(one.state for one in self.links)
        return {state: counts[state] for state in State if counts[state]}

    @property
    def counted(self) -> str:
        """The same in one sentence."""
        counts = ", ".join(f"{count} {state.value}" for state, count in self.counts.items())
        return f"{len(self.links)} links: {counts}." if self.links else "No links."


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """What one act has to do with, as rows.

    Args:
        corpus: The name of the corpus.
        act: The act as its jurisdiction cites it.
        on: The day on which it was asked.
        rows: Every row.
        cited: How the provisions that the rows name are cited.
        folder: The working folder, from which places in files are named.
        holes_only: Whether only rows in which something is missing are to be listed.
        published: Whether others read it: places outside the folder do not concern them,
            and days are written in words.
    """

    corpus: str
    act: str
    on: date
    rows: tuple[Row, ...]
    cited: Mapping[ProvisionRef, str]
    folder: Path
    holes_only: bool = False
    published: bool = False

    def day(self, day: date) -> str:
        """Write a day."""
        return day_in_words(day) if self.published else day.isoformat()

    def place(self, origin: Origin | None) -> Spot | None:
        """Name the place where code was written; None where that is not to be told."""
        found = spot_of(origin, self.folder)
        return None if self.published and found and not found.inside else found

    @property
    def listed(self) -> tuple[Row, ...]:
        """The rows that a list shows."""
        if not self.holes_only:
            return self.rows
        return tuple(one for one in self.rows if one.holes)

    @property
    def holes(self) -> dict[Hole, int]:
        """In how many rows each thing is missing; what is missing in none is left out."""
        counts = Counter(hole for one in self.rows for hole in one.holes)
        return {hole: counts[hole] for hole in Hole if counts[hole]}

    @property
    def counted(self) -> str:
        """How many rows there are, and in how many something is missing."""
        count = sum(1 for one in self.rows if one.holes)
        return f"{len(self.rows)} rows, {count} of them with something open."


def laid_out(  # noqa: PLR0913 - a matrix is of all of these
    corpus: Corpus,
    trace: Trace,
    act: WorkId,
    on: date,
    *,
    folder: Path,
    holes_only: bool = False,
    published: bool = False,
) -> Matrix:
    """Lay out what one act has to do with, its provisions cited.

    Args:
        corpus: The corpus, whose forms of citation are used.
        trace: All that is tied together in it.
        act: The act.
        on: The day on which it is asked.
        folder: The folder from which places in files are named.
        holes_only: Whether only rows in which something is missing are to be listed.
        published: Whether others read it than who asked.
    """
    rows = matrix(trace, act)
    return Matrix(
        corpus=corpus.settings.name,
        act=corpus.cited(Citation(work=act)),
        on=on,
        rows=rows,
        cited={ref: cited_in_full(corpus, ref) for one in rows for ref in _named(one)},
        folder=folder,
        holes_only=holes_only,
        published=published,
    )


def _named(row: Row) -> Iterator[ProvisionRef]:
    """Name the provisions that a row speaks of."""
    yield from row.acts
    if row.change is not None:
        change = row.change.change
        for eid in (*change.new_eids, *change.old_eids):
            yield ProvisionRef(change.work, eid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One form of report.

    Args:
        summary: One sentence for the help text.
        findings: Writes what a check found: as words that end with a line feed, or as
            the bytes of a file where the form is binary; None if the form cannot.
        matrix: Writes the matrix of an act, in the same way; None if the form cannot.
        binary: Whether the output is bytes, which a terminal cannot show.
    """

    summary: str
    findings: Callable[[Checked], str] | Callable[[Checked], bytes] | None = None
    matrix: Callable[[Matrix], str] | Callable[[Matrix], bytes] | None = None
    binary: bool = False
