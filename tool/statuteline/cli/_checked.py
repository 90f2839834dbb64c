"""What a check found, with the places of code and text as a reader here names them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.reports.base import Checked, Spot
    from statuteline.rules.encodings import Encoding
    from statuteline.trace.states import Judged


def checked(
    corpus: Corpus, encodings: tuple[Encoding, ...], on: date, *, everything: bool
) -> Checked:
    """Judge all links of some encodings, and find where both of their ends stand.

    Args:
        corpus: The corpus.
        encodings: The encodings.
        on: The day on which it is asked.
        everything: Whether what is in order is to be listed too.

    Raises:
        CorpusError: If a text or the judgements cannot be read.
    """
    from statuteline.cli._links import judged_links, told
    from statuteline.reports.base import Checked, Finding, spot_of

    places = _Places(corpus)
    return Checked(
        corpus=corpus.settings.name,
        on=on,
        links=tuple(
            Finding(
                judged=one,
                told=told(one),
                code=spot_of(one.link.unit.origin, places.folder),
                text=places.of_text(one),
            )
            for one in judged_links(corpus, encodings, on)
        ),
        everything=everything,
    )


class _Places:
    """Finds the lines of provisions, and reads each file once."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._lines: dict[Path, dict[str, int]] = {}
        self.folder = Path.cwd()

    def of_text(self, one: Judged) -> Spot | None:
        """Find where the provision of a link stands; None where there is none."""
        from statuteline.corpus.places import lines_of
        from statuteline.reports.base import spot
        from statuteline.trace.links import Link

        link = one.link
        if not isinstance(link, Link) or link.found is None:
            return None
        path = self._corpus.path(link.expression)
        if path not in self._lines:
            self._lines[path] = lines_of(path)
        line = self._lines[path].get(link.found.text)
        return spot(str(path.resolve()), line, self.folder)
