"""One module a kind of file that lies on a desk: from its bytes to a text to compare.

A draft is not law and bears no day. Nothing here opens a file or reaches the network.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from statuteline.drafts._signs import REFUSED_SUFFIXES, is_xml, refusal
from statuteline.drafts.base import MAX_BYTES, Draft
from statuteline.errors import DraftError
from statuteline.plugins import load_plugin, plugin_names

if TYPE_CHECKING:
    from statuteline.drafts.base import DraftFile, DraftText

__all__ = ["draft_kinds", "draft_reader", "draft_suffixes", "is_xml", "read_draft"]

_GROUP = "statuteline.drafts"


def draft_kinds() -> tuple[str, ...]:
    """List the kinds of file that can be read."""
    return plugin_names(sys.modules[__name__], _GROUP)


def draft_reader(kind: str) -> Draft:
    """Take the reader of one kind of file.

    Raises:
        PluginError: If there is none.
    """
    return load_plugin(sys.modules[__name__], _GROUP, kind, "DRAFT", Draft)


def draft_suffixes() -> frozenset[str]:
    """List the endings that draft files have, those that are only refused included."""
    known = (suffix for kind in draft_kinds() for suffix in draft_reader(kind).suffixes)
    return REFUSED_SUFFIXES.union(known)


def read_draft(file: DraftFile) -> DraftText:
    """Read a draft, whatever its name says it is.

    Args:
        file: The file.

    Returns:
        Its text, divided as far as its markers allow.

    Raises:
        DraftError: If it is empty, too large, of no kind that is known, or broken.
    """
    if len(file.data) > MAX_BYTES:
        raise DraftError(
            f"The file is larger than {MAX_BYTES // 1024 // 1024} MiB",
            where=file.name,
            hint="compare its parts one by one",
        )
    if not file.data.strip():
        raise DraftError("The file is empty", where=file.name)
    for kind in draft_kinds():
        reader = draft_reader(kind)
        if reader.recognises(file.data):
            return reader.read(file)
    raise refusal(file.data, file.name)
