"""What a version keeps as data, said in words: burdens, days, duties, seats, gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.audit.cited import provision_cited, quoted
from statuteline.cli._two_columns import Pair
from statuteline.rules.item_words import item_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.corpus.store import Corpus
    from statuteline.model.ids import WorkId
    from statuteline.rules.encodings import Version
    from statuteline.rules.nodes import Cited
    from statuteline.rules.seats import Seat


def data_sections(
    corpus: Corpus, work: WorkId, version: Version
) -> Iterator[tuple[str, list[Pair]]]:
    """Give what a version keeps as data, each kind under its title; none that is empty.

    Args:
        corpus: The corpus, for its forms of citation.
        work: The work that is encoded.
        version: The version.
    """

    def pair(words: str, cited: Cited) -> Pair:
        return Pair(depth=0, words=words, beside=(quoted(corpus, cited, within=work),))

    sections = {
        "Who has to prove what": [
            pair(f"{one.of}: {item_words(one)}", one.cited) for one in version.burdens
        ],
        "Deadlines": [
            pair(f"{one.name}: {item_words(one)}", one.cited) for one in version.deadlines
        ],
        "Again and again": [
            pair(f"{one.name}: {item_words(one)}", one.cited) for one in version.recurrences
        ],
        "Duties": [
            pair(f"{one.name}: {item_words(one)}", one.cited) for one in version.duties
        ],
        f"Seats: {sum(seat.count for seat in version.seats)}": [
            pair(_seat(seat), seat.cited) for seat in version.seats
        ],
        "Not encoded": list(_not_encoded(corpus, work, version)),
    }
    yield from ((title, pairs) for title, pairs in sections.items() if pairs)


def _seat(seat: Seat) -> str:
    by = {None: ", by whom, our sources do not say", "": ""}.get(
        seat.filled_by, f", by {seat.filled_by}"
    )
    return f"{seat.count} × {seat.holder}{by}"


def _not_encoded(corpus: Corpus, work: WorkId, version: Version) -> Iterator[Pair]:
    """Tell each reason once, beside all that is left out for it."""
    for reason in dict.fromkeys(one.reason for one in version.not_encoded):
        left_out = [one for one in version.not_encoded if one.reason == reason]
        places = [
            (provision_cited(corpus, work, one.eid, within=work), one.words)
            for one in left_out
        ]
        whole = ", ".join(place for place, words in places if not words)
        parts = [f"{place} “{words}”" for place, words in places if words]
        yield Pair(depth=0, words=reason, beside=(*((whole,) if whole else ()), *parts))
