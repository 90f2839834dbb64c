"""What a check found, with the places of code and text as a reader here names them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.model.ids import ExpressionId
    from statuteline.reports.base import Checked, Impacted, Spot
    from statuteline.rules.encodings import Encoding
    from statuteline.rules.nodes import Origin
    from statuteline.trace.states import Judged
    from statuteline.trace.units import Unit


def checked(
    corpus: Corpus,
    encodings: tuple[Encoding, ...],
    on: date,
    *,
    everything: bool,
    reach: bool,
) -> Checked:
    """Judge all links of some encodings, and find where both of their ends stand.

    Args:
        corpus: The corpus.
        encodings: The encodings.
        on: The day on which it is asked.
        everything: Whether what is in order is to be listed too.
        reach: Whether to tell what uses a definition whose text is suspect.

    Raises:
        CorpusError: If a text or the judgements cannot be read.
    """
    from statuteline.audit.cited import cited_in_full
    from statuteline.audit.links import judged_links, told
    from statuteline.reports.base import Checked, Finding
    from statuteline.trace.impacted import impacted
    from statuteline.trace.states import State

    def is_told(one: Judged) -> bool:
        return everything or one.state is not State.OK

    places = _Places(corpus)
    links = judged_links(corpus, encodings, on)
    return Checked(
        corpus=corpus.settings.name,
        on=on,
        links=tuple(
            Finding(
                judged=one,
                told=told(one),
                code=places.of_code(one.link.unit.origin),
                text=places.of_text(one) if is_told(one) else None,
                cited=cited_in_full(corpus, one.link.provision) if is_told(one) else "",
                impacted=places.of_units(impacted(one, links)) if reach else (),
            )
            for one in links
        ),
        everything=everything,
    )


class _Places:
    """Names places in files, and looks at each file once."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._texts: dict[ExpressionId, tuple[Spot, dict[str, int]]] = {}
        self._code: dict[str, Spot] = {}
        self._folder = Path.cwd()

    def of_code(self, origin: Origin | None) -> Spot | None:
        """Name the place where code was written; None where that is not known."""
        from statuteline.reports.base import spot

        if origin is None:
            return None
        file = self._code.get(origin.file)
        if file is None:
            file = self._code[origin.file] = spot(origin.file, None, self._folder)
        return replace(file, line=origin.line, address=origin.address)

    def of_units(self, units: tuple[Unit, ...]) -> tuple[Impacted, ...]:
        """Name the places of units."""
        from statuteline.reports.base import Impacted

        return tuple(
            Impacted(unit=one.id, place=str(self.of_code(one.origin) or one.encoding))
            for one in units
        )

    def of_text(self, one: Judged) -> Spot | None:
        """Find where the provision of a link stands; None where there is none."""
        from statuteline.corpus.places import lines_of
        from statuteline.reports.base import spot
        from statuteline.trace.links import Link

        link = one.link
        if not isinstance(link, Link) or link.found is None:
            return None
        if link.expression not in self._texts:
            path = self._corpus.path(link.expression)
            file = spot(str(path.resolve()), None, self._folder)
            self._texts[link.expression] = file, lines_of(path)
        file, lines = self._texts[link.expression]
        return replace(file, line=lines.get(link.found.text))
