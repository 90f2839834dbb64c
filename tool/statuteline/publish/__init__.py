"""One module a format: from values to the words of a page, a file or a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from statuteline.plugins import load_plugin, plugin_names
from statuteline.publish.base import Format, Style

if TYPE_CHECKING:
    from statuteline.model.change import Comparison

_GROUP = "statuteline.formats"


def format_names() -> tuple[str, ...]:
    """List the formats a comparison can be rendered in."""
    return plugin_names(sys.modules[__name__], _GROUP)


def output_format(name: str) -> Format:
    """Take one format.

    Raises:
        PluginError: If there is none of this name.
    """
    return load_plugin(sys.modules[__name__], _GROUP, name, "FORMAT", Format)


def render(comparison: Comparison, name: str, style: Style | None = None) -> str:
    """Render a comparison.

    Args:
        comparison: Two texts compared.
        name: One of :func:`format_names`.
        style: Colour and width; plain and 80 columns if left out.

    Returns:
        The whole output, ending with a line feed.

    Raises:
        PluginError: If there is no such format.
    """
    return output_format(name).comparison(comparison, style or Style())
