"""The files that commands on acts are given."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from statuteline.cli._files import file_bytes, shown_name

if TYPE_CHECKING:
    from statuteline.acts.on_corpus import ActFile


def act_file(name: str) -> ActFile:
    """Read the file of an act; ``-`` is standard input.

    Raises:
        SourceError: If it cannot be read, or is too large.
    """
    from statuteline.acts.on_corpus import ActFile

    data = file_bytes(name)
    return ActFile(
        name=shown_name(name), data=data, sha256=hashlib.sha256(data).hexdigest()
    )
