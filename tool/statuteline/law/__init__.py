"""Encodings: one package a jurisdiction, and in it one module a section of its statutes.

A module offers ``LAW``, a :class:`statuteline.rules.encodings.Law`, and so does the
package, which gathers them. Other packages add a jurisdiction under the entry point
``statuteline.law``.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from statuteline.errors import RuleError
from statuteline.plugins import load_plugin, plugin_names
from statuteline.rules.encodings import Law
from statuteline.rules.json_place import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from statuteline.rules.claims import Claim
    from statuteline.rules.encodings import Encoding, Proposal

_Named = TypeVar("_Named", "Encoding", "Proposal", "Claim")
_GROUP = "statuteline.law"


@cache
def law() -> Law:
    """Join what all modules offer, each kind sorted by name.

    Raises:
        PluginError: If a module offers something else.
        RuleError: If two things of one kind have one name.
    """
    here = sys.modules[__name__]
    laws = {
        name: load_plugin(here, _GROUP, name, "LAW", Law)
        for name in plugin_names(here, _GROUP)
    }
    return Law(
        encodings=_sorted({name: one.encodings for name, one in laws.items()}),
        proposals=_sorted({name: one.proposals for name, one in laws.items()}),
        claims=_sorted({name: one.claims for name, one in laws.items()}),
    )


def _sorted(offered: Mapping[str, tuple[_Named, ...]]) -> tuple[_Named, ...]:
    found: dict[str, _Named] = {}
    for module, things in offered.items():
        for thing in things:
            if thing.name in found:
                kind = type(thing).__name__.lower()
                told = f"Two {kind}s have the name {thing.name}"
                raise RuleError(told, where=module)
            found[thing.name] = thing
    return tuple(found[name] for name in sorted(found))


def encodings() -> tuple[Encoding, ...]:
    """List every encoding, sorted by name.

    Raises:
        PluginError: If a module offers something else.
        RuleError: If two encodings have one name.
    """
    return law().encodings


def encoding(name: str) -> Encoding:
    """Take one encoding.

    Args:
        name: Its name, such as ``us-ct/vacatur``.

    Raises:
        RuleError: If there is none; the hint names the nearest.
    """
    return encoding_named(name, encodings())


def encoding_named(name: str, known: tuple[Encoding, ...]) -> Encoding:
    """Take one of some encodings.

    Raises:
        RuleError: If there is none of that name; the hint names the nearest.
    """
    found = {one.name: one for one in known}
    if name not in found:
        raise RuleError(f"There is no encoding {name!r}", hint=nearest(name, found))
    return found[name]
