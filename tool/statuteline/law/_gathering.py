"""Joining what the modules of one jurisdiction offer."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from statuteline.plugins import load_plugin, plugin_names
from statuteline.rules.encodings import Law

if TYPE_CHECKING:
    from types import ModuleType


def gathered(folder: ModuleType) -> Law:
    """Join what the modules of a jurisdiction offer.

    Args:
        folder: The package. Modules whose names begin with an underscore are not asked.

    Raises:
        PluginError: If a module offers no ``LAW``.
    """
    group = f"{folder.__name__}.no-entry-points"
    laws = tuple(
        load_plugin(folder, group, name, "LAW", Law) for name in plugin_names(folder, group)
    )
    return Law(
        encodings=tuple(chain.from_iterable(law.encodings for law in laws)),
        proposals=tuple(chain.from_iterable(law.proposals for law in laws)),
        claims=tuple(chain.from_iterable(law.claims for law in laws)),
    )
