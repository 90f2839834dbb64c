"""One module an engine: how the same work is spread over processes or computers.

An engine is a map that keeps the order. It knows nothing of statutes: what it is given
can be pickled, and so can what comes back.
"""

from __future__ import annotations

import sys

from statuteline.engines.base import Engine
from statuteline.plugins import load_plugin, plugin_names

_GROUP = "statuteline.engines"


def engine_names() -> tuple[str, ...]:
    """List the engines."""
    return plugin_names(sys.modules[__name__], _GROUP)


def engine(name: str) -> Engine:
    """Take one engine.

    Raises:
        PluginError: If there is none of this name.
    """
    return load_plugin(sys.modules[__name__], _GROUP, name, "ENGINE", Engine)
