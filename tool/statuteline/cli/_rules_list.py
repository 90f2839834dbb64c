"""The encodings, as ``rules`` lists them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from statuteline.cli._output import say, write_columns, write_json

if TYPE_CHECKING:
    from statuteline.corpus.store import Corpus
    from statuteline.rules.encodings import Encoding, Version


def show_encodings(corpus: Corpus, form: str) -> None:
    """Write every encoding with its versions.

    Args:
        corpus: The corpus, for its forms of citation.
        form: ``text`` or ``json``.

    Raises:
        RuleError: If two encodings have one name.
    """
    from statuteline.audit.cited import work_cited
    from statuteline.audit.encodings import all_encodings

    known = all_encodings(corpus)
    if form == "json":
        write_json("rules", {"encodings": [_described(one) for one in known]})
        return
    for number, encoding in enumerate(known):
        cited = work_cited(corpus, encoding.work)
        say(f"{'' if number == 0 else chr(10)}{encoding.name}  {encoding.title}")
        write_columns(
            (f"  {cited}", _days(version), _held(version)) for version in encoding.versions
        )


def _days(version: Version) -> str:
    start = f"{'by ' if version.bound else ''}{version.days.start}"
    if version.days.end is None:
        return f"{start} on"
    return f"{start} to {version.days.end - timedelta(days=1)}"


def _held(version: Version) -> str:
    """Name the readings of a version; of one that decides nothing, its data."""
    if version.readings:
        names = ", ".join(reading.name for reading in version.readings)
        return f"{'reading' if len(version.readings) == 1 else 'readings'} {names}"
    kinds = (
        ("seats", sum(seat.count for seat in version.seats)),
        ("deadlines", len(version.deadlines)),
        ("recurrences", len(version.recurrences)),
        ("duties", len(version.duties)),
    )
    return "data: " + ", ".join(f"{count} {kind}" for kind, count in kinds if count)


def _described(encoding: Encoding) -> dict[str, object]:
    from statuteline.rules.document import days_json, predicates_asked
    from statuteline.rules.json_form import logic_digest

    return {
        "encoding": encoding.name,
        "title": encoding.title,
        "work": str(encoding.work),
        "governed-by": encoding.governed_by,
        "versions": [
            {
                "days": days_json(version.days),
                "bound": version.bound,
                "readings": [reading.name for reading in version.readings],
                "digest": logic_digest(*predicates_asked(encoding, version)),
            }
            for version in encoding.versions
        ],
    }
