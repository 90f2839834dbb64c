"""The truth about two versions: what became of each node."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, TypeAlias

from generated_code.first_version import STUBS

if TYPE_CHECKING:
    from pathlib import Path

    from generated_code.akn_file import Written
    from generated_code.ledger import Done, Ledger

Became: TypeAlias = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that was done.

    Args:
        kind: What.
        old: The address before; None if there was none.
        new: The address after; None if there is none.
        parent: The addresses of the section it was done in; None if it is one itself.
        words: How many words came or went; None if that is not the point.
    """

    kind: str
    old: str | None
    new: str | None
    parent: Became | None
    words: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What happened from the first version to the second, by address.

    After a renumbering one address can stand for different provisions in the two
    versions, so follow ``lineage`` before comparing.

    Args:
        sections: How many sections were asked for.
        seed: The random seed.
        events: What was done, in order.
        lineage: Each node whose address differs, and each that came or went, with None
            for the side it is not on. A number given to a new text is in it twice. All
            other nodes kept their address. What a split or a merge is about is told
            there alone; what lies below a split goes on under one of its parts.
        changed: Each node of both versions whose own heading or words differ, without
            what lies below.
        conforming: Those of ``changed`` in which only cited numbers differ.
        splits: A node, and the two that it became.
        merges: Two nodes, and the one that they became.
        moves: Nodes that lie in something else or in another order; not what lies in
            them, and not what a split took along.
        stubs: The sections before and after that say too little to be told apart.
    """

    sections: int
    seed: int
    events: tuple[Event, ...]
    lineage: tuple[Became, ...]
    changed: tuple[tuple[str, str], ...]
    conforming: tuple[tuple[str, str], ...]
    splits: tuple[tuple[str, tuple[str, str]], ...]
    merges: tuple[tuple[tuple[str, str], str], ...]
    moves: tuple[tuple[str, str], ...]
    stubs: tuple[tuple[str, ...], tuple[str, ...]]

    def write(self, path: Path) -> None:
        """Write it as JSON; tuples are lists there, and None is null."""
        text = json.dumps(asdict(self), indent=1, ensure_ascii=False) + "\n"
        path.write_text(text, encoding="utf-8", newline="\n")


def truth_of(sections: int, seed: int, old: Written, new: Written, ledger: Ledger) -> Truth:
    """Tell what happened between two versions.

    Args:
        sections: How many sections were asked for.
        seed: The random seed.
        old: What the first version says.
        new: What the second version says.
        ledger: What was done.
    """
    divided = {uid for whole, _ in ledger.splits for uid in (whole,)}
    parts = {uid for _, both in ledger.splits for uid in both}
    joined = {uid for both, _ in ledger.merges for uid in both}
    wholes = {uid for _, uid in ledger.merges}
    apart = divided | parts | joined | wholes
    both = sorted(old.eids.keys() & new.eids.keys())
    changed = [uid for uid in both if old.own[uid] != new.own[uid]]
    reordered = set(ledger.reordered)
    return Truth(
        sections=sections,
        seed=seed,
        events=tuple(_event(done, old, new) for done in ledger.done),
        lineage=tuple(
            (old.eids.get(uid), new.eids.get(uid))
            for uid in sorted((old.eids.keys() | new.eids.keys()) - apart)
            if old.eids.get(uid) != new.eids.get(uid)
        ),
        changed=tuple((old.eids[uid], new.eids[uid]) for uid in changed),
        conforming=tuple(
            (old.eids[uid], new.eids[uid])
            for uid in changed
            if old.drawn[uid] == new.drawn[uid]
        ),
        splits=tuple(
            (old.eids[whole], (new.eids[first], new.eids[second]))
            for whole, (first, second) in ledger.splits
        ),
        merges=tuple(
            ((old.eids[first], old.eids[second]), new.eids[whole])
            for (first, second), whole in ledger.merges
        ),
        moves=tuple(
            (old.eids[uid], new.eids[uid])
            for uid in both
            if uid in reordered
            or (old.above.get(uid) != new.above.get(uid) and old.above[uid] not in divided)
        ),
        stubs=(_stubs(old), _stubs(new)),
    )


def _event(done: Done, old: Written, new: Written) -> Event:
    within = done.parent
    return Event(
        kind=done.kind,
        old=old.eids.get(done.uid),
        new=new.eids.get(done.uid),
        parent=(old.eids.get(within), new.eids.get(within)) if within is not None else None,
        words=done.words,
    )


def _stubs(written: Written) -> tuple[str, ...]:
    return tuple(
        written.eids[uid] for uid, (_, words) in written.own.items() if words in STUBS
    )
