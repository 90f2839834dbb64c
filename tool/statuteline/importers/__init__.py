"""One module a kind of source: from the bytes of a file to an expression.

An importer knows its publisher's layout and the model; it never touches the corpus.
"""

from __future__ import annotations

import sys

from statuteline.importers.base import Importer
from statuteline.plugins import load_plugin, plugin_names

_GROUP = "statuteline.importers"


def importer_kinds() -> tuple[str, ...]:
    """List the kinds of source that can be imported."""
    return plugin_names(sys.modules[__name__], _GROUP)


def importer(kind: str) -> Importer:
    """Take the importer for one kind of source.

    Raises:
        PluginError: If there is none.
    """
    return load_plugin(sys.modules[__name__], _GROUP, kind, "IMPORTER", Importer)
