"""Encodings: one package a jurisdiction, and in it one module a section of its statutes.

A module offers ``LAW``, a :class:`statuteline.rules.encodings.Law`, and so does the
package, which gathers them. Other packages add a jurisdiction under the entry point
``statuteline.law``.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

from statuteline.errors import RuleError
from statuteline.plugins import load_plugin, plugin_names
from statuteline.rules.encodings import Law
from statuteline.rules.json_place import nearest

if TYPE_CHECKING:
    from statuteline.rules.encodings import Encoding

_GROUP = "statuteline.law"


@cache
def encodings() -> tuple[Encoding, ...]:
    """List every encoding, sorted by name.

    Raises:
        PluginError: If a module offers something else.
        RuleError: If two encodings have one name.
    """
    here = sys.modules[__name__]
    found: dict[str, Encoding] = {}
    for name in plugin_names(here, _GROUP):
        for encoding in load_plugin(here, _GROUP, name, "LAW", Law).encodings:
            if encoding.name in found:
                raise RuleError(f"Two encodings have the name {encoding.name}", where=name)
            found[encoding.name] = encoding
    return tuple(found[name] for name in sorted(found))


def encoding(name: str) -> Encoding:
    """Take one encoding.

    Args:
        name: Its name, such as ``us-ct/vacatur``.

    Raises:
        RuleError: If there is none; the hint names the nearest.
    """
    known = {one.name: one for one in encodings()}
    if name not in known:
        raise RuleError(f"There is no encoding {name!r}", hint=nearest(name, known))
    return known[name]
