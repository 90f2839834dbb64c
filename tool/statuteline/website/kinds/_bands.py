"""An act beside what it did: what is said of it, the redline, the code and the proof.

Sections of an act that one statement speaks of together make one band. In a band each
statement, change, piece of code and claim stands once, and knows the others that belong
to it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from statuteline.audit.cited import cited_in_full
from statuteline.model.ids import ProvisionRef
from statuteline.reports._matrix_cells import stands
from statuteline.rules.claimed_texts import encodings_named
from statuteline.trace.coverage import of_act
from statuteline.website.kinds._code import coded
from statuteline.website.kinds._leads import redline_of
from statuteline.website.kinds._proofs import told_proof
from statuteline.website.kinds._said import documents_about, said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuteline.model.work import Expression
    from statuteline.trace.claiming import ClaimedChange
    from statuteline.website.kinds._code import Coded
    from statuteline.website.kinds._proofs import ToldProof
    from statuteline.website.kinds._said import Said
    from statuteline.website.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A change of the law that the act made.

    Args:
        claimed: The change, and how the code stands to it.
        where: The provisions, as they are cited.
        stands: How the code stands to it, in words.
        redline: The page that compares the two texts; None where there is none.
    """

    claimed: ClaimedChange
    where: str
    stands: str
    redline: str | None


What = TypeVar("What", covariant=True)  # noqa: PLC0105 - a name that reads well


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Generic[What]):
    """Something in a band.

    Args:
        anchor: Its id on the page.
        kind: What it is, such as ``Change``.
        number: Its number among those of its kind.
        what: The thing itself.
        others: The items that belong to it: ids and numbers, for each other column.
    """

    anchor: str
    kind: str
    number: int
    what: What
    others: tuple[tuple[tuple[str, int], ...], ...] = ()

    @property
    def name(self) -> str:
        """What links to it are called, such as ``Change 3``."""
        return f"{self.kind} {self.number}"

    @property
    def together(self) -> str:
        """The ids of all that belong to it, for a script."""
        return " ".join(anchor for column in self.others for anchor, _ in column)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Sections of an act that belong together, and what stands beside them.

    Args:
        sections: The sections, in order; one without an id is the act as a whole.
        statements: What is said of them.
        changes: What they changed.
        code: The code that has to do with the changes.
        claims: The claims that put the statements to the test.
    """

    sections: tuple[ProvisionRef, ...]
    statements: tuple[Item[Said], ...]
    changes: tuple[Item[Changed], ...]
    code: tuple[Item[Coded], ...]
    claims: tuple[Item[ToldProof], ...]


def bands(source: Source, act: Expression, page: str) -> tuple[Band, ...]:
    """Lay out an act beside what it did.

    Args:
        source: What the site is made from.
        act: The act.
        page: The page that shows it.

    Returns:
        The bands in the order of the act. A section that no statement speaks of and that
        changed nothing which code has to do with is in none.
    """
    work = act.id.work
    statements = tuple(
        one
        for document in documents_about(source, work)
        for one in said(source, document, page)
        if any(section.work == work for section in one.tied.concerns)
    )
    changes = of_act(source.trace, work).changes
    tied = (
        *(one.tied.concerns for one in statements),
        *(one.change.acts for one in changes),
    )
    counts: dict[str, int] = {}
    return tuple(
        _linked(source, _bare(source, group, statements, changes, counts))
        for group in _groups(act, tied)
    )


def _groups(
    act: Expression, tied: Iterable[tuple[ProvisionRef, ...]]
) -> list[tuple[ProvisionRef, ...]]:
    """Part the sections of an act so that what speaks of two keeps them together."""
    work = act.id.work
    order = {ProvisionRef(work, one.eid): place for place, one in enumerate(act.body)}
    groups: list[set[ProvisionRef]] = []
    for refs in tied:
        own = {ref for ref in refs if ref.work == work}
        if not own:
            continue
        met = [group for group in groups if group & own]
        groups = [*(group for group in groups if not group & own), own.union(*met)]

    def place(ref: ProvisionRef) -> tuple[int, str]:
        return order.get(ref, -1), str(ref)

    found = (tuple(sorted(group, key=place)) for group in groups)
    return sorted(found, key=lambda group: place(group[0]))


def _bare(
    source: Source,
    group: tuple[ProvisionRef, ...],
    statements: tuple[Said, ...],
    changes: tuple[ClaimedChange, ...],
    counts: dict[str, int],
) -> Band:
    """Fill a band; the items are numbered through the page, and know no others yet."""
    own = [one for one in statements if set(one.tied.concerns) & set(group)]
    made = [one for one in changes if set(one.change.acts) & set(group)]
    code = {one.id: one for change in made for one in coded(source, change)}
    claims = dict.fromkeys(name for one in own for name in one.tied.claims)

    def numbered(kind: str, things: Iterable[What]) -> tuple[Item[What], ...]:
        items = []
        for thing in things:
            counts[kind] = number = counts.get(kind, 0) + 1
            anchor = f"{kind.lower()}-{number}"
            items.append(Item(anchor=anchor, kind=kind, number=number, what=thing))
        return tuple(items)

    return Band(
        sections=group,
        statements=tuple(
            Item(anchor=one.anchor, kind="Statement", number=one.number, what=one)
            for one in own
        ),
        changes=numbered("Change", (_changed(source, one) for one in made)),
        code=numbered("Code", code.values()),
        claims=numbered(
            "Claim", (told_proof(source, source.proofs[name]) for name in claims)
        ),
    )


def _changed(source: Source, one: ClaimedChange) -> Changed:
    change = one.change
    return Changed(
        claimed=one,
        where=", ".join(
            cited_in_full(source.corpus, ProvisionRef(change.work, eid))
            for eid in change.new_eids or change.old_eids
        ),
        stands=stands(one),
        redline=redline_of(source, change.old, change.new),
    )


def _linked(source: Source, band: Band) -> Band:
    """Tell each item of a band which others belong to it."""
    ties = _ties(source, band)
    columns = (band.statements, band.changes, band.code, band.claims)

    def linked(own: tuple[Item[What], ...]) -> tuple[Item[What], ...]:
        return tuple(
            replace(
                item,
                others=tuple(
                    tuple(
                        (other.anchor, other.number)
                        for other in column
                        if frozenset((item.anchor, other.anchor)) in ties
                    )
                    for column in columns
                    if column is not own
                ),
            )
            for item in own
        )

    return replace(
        band,
        statements=linked(band.statements),
        changes=linked(band.changes),
        code=linked(band.code),
        claims=linked(band.claims),
    )


def _ties(source: Source, band: Band) -> set[frozenset[str]]:
    """Say which two items of a band belong to each other, by their ids.

    A statement belongs to the changes that its act sections made, to the code that
    followed these, and to its claims. A claim belongs to the code of the encodings that
    it speaks of, as far as a statement ties both, and to the changes of that code.
    """
    ties: set[frozenset[str]] = set()
    code_of: dict[str, list[Item[Coded]]] = {}
    for change in band.changes:
        ids = {one.id for one in coded(source, change.what.claimed)}
        code_of[change.anchor] = [one for one in band.code if one.what.id in ids]
        ties |= {frozenset((change.anchor, one.anchor)) for one in code_of[change.anchor]}
    for statement in band.statements:
        tied = statement.what.tied
        made = {one.id for one in tied.changes}
        changes = [one for one in band.changes if one.what.claimed.change.id in made]
        claims = [one for one in band.claims if one.what.name in tied.claims]
        ties |= {frozenset((statement.anchor, one.anchor)) for one in (*changes, *claims)}
        for change in changes:
            for code in code_of[change.anchor]:
                ties.add(frozenset((statement.anchor, code.anchor)))
                for claim in claims:
                    spoken = encodings_named(source.proofs[claim.what.name].claim)
                    if code.what.encoding in spoken:
                        ties.add(frozenset((claim.anchor, code.anchor)))
                        ties.add(frozenset((claim.anchor, change.anchor)))
    return ties
