"""Documents of one version each, joined into encodings."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from statuteline.rules.read_document import encoding_from

if TYPE_CHECKING:
    from collections.abc import Collection

    from statuteline.rules.encodings import Encoding
    from statuteline.rules.json_place import Place


def joined(documents: tuple[Place, ...], taken: Collection[str]) -> tuple[Encoding, ...]:
    """Read documents; those with one name become the versions of one encoding.

    Args:
        documents: The documents, as :func:`statuteline.rules.json_place.parsed` gives
            them.
        taken: Names that other encodings have.

    Returns:
        The encodings, sorted by name, each with its earliest version first.

    Raises:
        RuleError: If a document is none, has a name that is taken, or says something
            else of the same encoding than another; ``where`` is its file and address.
    """
    found: dict[str, list[tuple[Place, Encoding]]] = {}
    for place in documents:
        encoding = encoding_from(place)
        if encoding.name in taken:
            raise place.at("encoding").fault(
                f"The name {encoding.name} is that of an encoding which is installed",
                hint="give it a name of your own",
            )
        found.setdefault(encoding.name, []).append((place, encoding))
    return tuple(_joined(found[name]) for name in sorted(found))


def _joined(parts: list[tuple[Place, Encoding]]) -> Encoding:
    ordered = sorted(parts, key=lambda part: part[1].versions[0].days.start)
    for one, following in pairwise(ordered):
        _agree(one, following)
    encodings = [encoding for _, encoding in ordered]
    whole = replace(
        encodings[0],
        versions=tuple(one.versions[0] for one in encodings),
        axioms=tuple(dict.fromkeys(axiom for one in encodings for axiom in one.axioms)),
    )
    for place, part in ordered:
        for axiom in whole.axioms_beside(part.versions[0]):
            if axiom not in part.axioms:
                told = f"The axiom {axiom.name!r} of another version holds here too"
                raise place.at("axioms").fault(told, hint="every version must have it")
    return whole


def _agree(before: tuple[Place, Encoding], after: tuple[Place, Encoding]) -> None:
    """Ask that two documents of one encoding hold two versions of the same."""
    (other, one), (place, two) = before, after
    for key, said, told in (
        ("title", one.title, two.title),
        ("work", one.work, two.work),
        ("governed-by", one.governed_by, two.governed_by),
    ):
        if said != told:
            raise place.at(key).fault(
                f"{other.source} says {str(said)!r} of the same encoding",
                hint="all versions of an encoding must agree in this",
            )
    if one.versions[0].days.start == two.versions[0].days.start:
        raise place.at("days").fault(
            f"{other.source} holds the version of the same day", hint="keep one of them"
        )
