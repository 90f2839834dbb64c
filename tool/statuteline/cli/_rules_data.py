"""What a version keeps as data, in lines beside the words that provide it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.audit.cited import provision_cited, quoted
from statuteline.cli._two_columns import Pair
from statuteline.rules.version_data import kept_data, left_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.corpus.store import Corpus
    from statuteline.model.ids import WorkId
    from statuteline.rules.encodings import Version


def data_sections(
    corpus: Corpus, work: WorkId, version: Version
) -> Iterator[tuple[str, list[Pair]]]:
    """Give what a version keeps as data, each kind under its title; none that is empty.

    Args:
        corpus: The corpus, for its forms of citation.
        work: The work that is encoded.
        version: The version.
    """
    for kept in kept_data(version):
        yield (
            kept.title,
            [
                Pair(
                    depth=0,
                    words=one.words,
                    beside=(quoted(corpus, one.cited, within=work),),
                )
                for one in kept.data
            ],
        )
    if version.not_encoded:
        yield "Not encoded", list(_not_encoded(corpus, work, version))


def _not_encoded(corpus: Corpus, work: WorkId, version: Version) -> Iterator[Pair]:
    for one in left_out(version):
        places = [
            (provision_cited(corpus, work, place.eid, within=work), place.words)
            for place in one.places
        ]
        whole = ", ".join(place for place, words in places if not words)
        parts = [f"{place} “{words}”" for place, words in places if words]
        beside = (*((whole,) if whole else ()), *parts)
        yield Pair(depth=0, words=one.reason, beside=beside)
