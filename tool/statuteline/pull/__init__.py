"""Fetching a publisher's pages: one module a jurisdiction, and the manners of all.

It knows the network and the folder of saved pages; of law it knows nothing. What a page
says is read by ``publishers``, when it is imported.
"""

from __future__ import annotations

import sys

from statuteline.plugins import load_plugin, plugin_names
from statuteline.pull._plan import Planned, plan
from statuteline.pull._run import Ended, Missed, Step, run
from statuteline.pull.base import Clock, Policy, Publisher, Scope

__all__ = [
    "Clock",
    "Ended",
    "Missed",
    "Planned",
    "Policy",
    "Publisher",
    "Scope",
    "Step",
    "jurisdictions",
    "plan",
    "publisher",
    "run",
]

_GROUP = "statuteline.pull"


def jurisdictions() -> tuple[str, ...]:
    """List the jurisdictions whose code can be fetched."""
    return plugin_names(sys.modules[__name__], _GROUP)


def publisher(jurisdiction: str) -> Publisher:
    """Take what is known of the pages of one jurisdiction.

    Raises:
        PluginError: If nothing is.
    """
    return load_plugin(sys.modules[__name__], _GROUP, jurisdiction, "PUBLISHER", Publisher)
