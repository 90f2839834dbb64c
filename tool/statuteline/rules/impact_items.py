"""What two versions name, matched by its name: added, removed, or no longer the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from statuteline.rules.blocks import blocks
from statuteline.rules.encodings import Burden, Outcome, Requirement
from statuteline.rules.json_form import logic_digest
from statuteline.rules.laying import lay
from statuteline.rules.predicates import Define
from statuteline.rules.schedules import Deadline, Duty, Recurrence
from statuteline.rules.seats import Seat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.rules.blocks import Block
    from statuteline.rules.encodings import Axiom
    from statuteline.rules.grid import Grid
    from statuteline.rules.predicates import Predicate

Item: TypeAlias = (
    Requirement | Define | Outcome | Burden | Deadline | Recurrence | Duty | Seat
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Something with a name that two versions do not hold alike.

    Args:
        name: Its name.
        before: As it was; None if it is new.
        after: As it is; None if it is gone.
        no_longer: For a predicate: the cases that met it before and do not meet it after,
            or all that met it where it is gone; None for no such case.
        newly: For a predicate: the cases that meet it after and did not before, or all
            that meet it where it is new; None for no such case.
    """

    name: str
    before: Item | None
    after: Item | None
    no_longer: tuple[Block, ...] | None = None
    newly: tuple[Block, ...] | None = None

    @property
    def item(self) -> Item:
        """The thing as it is, or as it was before it went."""
        found = self.before if self.after is None else self.after
        if found is None:
            raise TypeError(self.name)
        return found


def changed(before: Iterable[Item], after: Iterable[Item]) -> tuple[Changed, ...]:
    """Match items by kind and name; citations and labels of predicates count for nothing.

    Args:
        before: What was; of two with one name the first counts.
        after: What is.

    Returns:
        What differs: first in the order of what was, then what is new.
    """
    old, new = _by_name(before), _by_name(after)
    return tuple(
        Changed(name=_name(item), before=old.get(key), after=new.get(key))
        for key, item in (old | new).items()
        if _essence(old.get(key)) != _essence(new.get(key))
    )


def rules_changed(
    before: Iterable[Requirement | Define],
    after: Iterable[Requirement | Define],
    axioms: tuple[Axiom, ...],
) -> tuple[Changed, ...]:
    """Match predicates with names, and tell the cases in which they now differ.

    Args:
        before: What was.
        after: What is.
        axioms: What is always so.

    Raises:
        RuleError: If the facts make more cases than a grid may have.
    """
    return tuple(_told(one, axioms) for one in changed(before, after))


def merged_seats(seats: Iterable[Seat]) -> Iterator[Seat]:
    """Join seats of one kind, wherever the text has them."""
    found: dict[tuple[str, str | None], Seat] = {}
    for seat in seats:
        key = (seat.holder, seat.filled_by)
        known = found.get(key)
        found[key] = replace(seat, count=seat.count + (known.count if known else 0))
    yield from found.values()


def _told(one: Changed, axioms: tuple[Axiom, ...]) -> Changed:
    """Add the cases in which a predicate is met on one of the days alone."""
    told = [_predicate(item) for item in (one.before, one.after) if item is not None]
    laid = lay(axioms, *told)
    met = [laid.cases(predicate) for predicate in told]
    if one.before is None:
        return replace(one, newly=_cases(laid, met[0]))
    if one.after is None:
        return replace(one, no_longer=_cases(laid, met[0]))
    return replace(
        one,
        no_longer=_cases(laid, met[0] & ~met[1]),
        newly=_cases(laid, met[1] & ~met[0]),
    )


def _cases(laid: Grid, cases: int) -> tuple[Block, ...] | None:
    return blocks(laid, cases) if cases & laid.possible else None


def _predicate(item: Item) -> Predicate:
    match item:
        case Requirement(met=met):
            return met
        case Define(part=part):
            return part
        case _:
            raise TypeError(type(item))


def _by_name(items: Iterable[Item]) -> dict[tuple[type[Item], str], Item]:
    found: dict[tuple[type[Item], str], Item] = {}
    for item in items:
        found.setdefault((type(item), _name(item)), item)
    return found


def _name(item: Item) -> str:
    match item:
        case Burden(of=of):
            return of
        case Seat(holder=holder, filled_by=filled_by):
            return f"{holder}, appointed by {filled_by}" if filled_by else holder
        case _:
            return item.name


def _essence(item: Item | None) -> object:  # noqa: PLR0911 - one a kind of item
    match item:
        case None:
            return None
        case Requirement(by=by, met=met):
            return by, logic_digest(met)
        case Define(part=part):
            return logic_digest(part)
        case Outcome(means=means, follows=follows):
            return means, tuple(one.says for one in follows)
        case Burden(on=on, standard=standard):
            return on, standard
        case Deadline(latest_of=latest_of):
            return latest_of
        case Recurrence(every=every):
            return every
        case Duty(by=by, to=to, until=until):
            return by, to, until
        case Seat(count=count):
            return count
