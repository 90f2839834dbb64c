"""A supplement prints several sections under one heading that stood by themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from statuteline.model.ids import EId, ProvisionRef, WId
from statuteline.model.natural import is_group, natural
from statuteline.model.published import EditionKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from statuteline.corpus.store import Corpus
    from statuteline.importers.base import Printed
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression


def spread_over(printed: Iterable[Printed], corpus: Corpus) -> Iterator[Printed]:
    """Give a group of a supplement to each section that it names and replaces.

    Of a run the ends alone are printed; the sections between them are those that the
    corpus has. A group stays one where the corpus has it as one, or none of its sections.

    Args:
        printed: The records of a lot.
        corpus: The corpus they go to.

    Yields:
        The records; in the place of a group, one for each of its sections. The group is
        counted with the first.
    """
    for one in printed:
        targets = _targets(one, corpus)
        for place, number in enumerate(targets):
            yield replace(
                one,
                counted=int(place == 0),
                texts=tuple(_renamed(text, number) for text in one.texts),
            )
        if not targets:
            yield one


def _targets(printed: Printed, corpus: Corpus) -> list[str]:
    """Give the numbers of the sections that a group replaces; none if it stays one."""
    edition = printed.texts[0].edition if printed.texts else None
    if len(printed.numbers) == 1 or edition is None:
        return []
    work = printed.texts[0].id.work
    if edition.kind is not EditionKind.SUPPLEMENT or corpus.holds(work):
        return []
    there = {one.number for one in corpus.works() if one.series == work.series}
    first, last = natural(printed.numbers[0]), natural(printed.numbers[-1])
    between = [one for one in there if printed.is_range and first < natural(one) < last]
    between = [one for one in between if not is_group(one)]
    named = {*printed.numbers, *between}
    return sorted(named, key=natural) if named & there else []


def _renamed(text: Expression, number: str) -> Expression:
    """Make the text of a group that of one of its sections, under that one's number."""
    (top,) = text.body
    work = replace(text.id.work, number=number)
    new = f"{top.level.prefix}_{number}"

    def moved(eid: EId) -> EId:
        return EId(f"{new}{eid.text.removeprefix(top.eid.text)}")

    def target(ref: ProvisionRef) -> ProvisionRef:
        if ref.work != text.id.work:
            return ref
        return ProvisionRef(work, moved(ref.eid) if ref.eid is not None else None)

    return replace(
        text,
        id=replace(text.id, work=work),
        modifications=tuple(
            replace(one, destination=target(one.destination)) for one in text.modifications
        ),
        body=(_under(top, moved),),
    )


def _under(provision: Provision, moved: Callable[[EId], EId]) -> Provision:
    eid = moved(provision.eid)
    children = tuple(_under(child, moved) for child in provision.children)
    return replace(provision, eid=eid, wid=WId(eid.text), children=children)
