"""What a provision lies in, from the top of its text down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statuteline.model.ids import EId
    from statuteline.model.provision import Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Ancestry:
    """A provision and what it lies in.

    Args:
        steps: The provisions from the top of the text down to this one.
        alone: Whether that top is the only one, and so need not be named.
    """

    steps: tuple[Provision, ...]
    alone: bool

    @property
    def provision(self) -> Provision:
        """The provision itself."""
        return self.steps[-1]


class Ancestries:
    """The paths to all provisions of a text, made when they are asked for.

    Args:
        body: The top of the text.
    """

    __slots__ = ("_alone", "_known")

    def __init__(self, body: tuple[Provision, ...]) -> None:
        self._alone = len(body) == 1
        self._known: dict[str, tuple[Provision, Provision | None]] = {}
        self._add(body, None)

    def _add(self, provisions: tuple[Provision, ...], parent: Provision | None) -> None:
        for provision in provisions:
            self._known[provision.eid.text] = provision, parent
            self._add(provision.children, provision)

    def __contains__(self, eid: EId) -> bool:
        """Tell whether the text has an address."""
        return eid.text in self._known

    def __getitem__(self, eid: EId) -> Ancestry:
        """Give the path to an address that the text has."""
        here, parent = self._known[eid.text]
        steps = [here]
        while parent is not None:
            steps.append(parent)
            _, parent = self._known[parent.eid.text]
        return Ancestry(steps=tuple(reversed(steps)), alone=self._alone)

    def get(self, eid: EId | None) -> Ancestry | None:
        """Give the path to an address; None for none, or where the text lacks it."""
        return self[eid] if eid is not None and eid in self else None
