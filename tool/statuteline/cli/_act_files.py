"""The files that commands on acts are given."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statuteline.acts.on_corpus import ActFile


def act_file(name: str) -> ActFile:
    """Read the file of an act; ``-`` is standard input.

    Raises:
        SourceError: If it cannot be read.
    """
    from statuteline.acts.on_corpus import ActFile
    from statuteline.errors import SourceError

    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise SourceError(
            f"The file cannot be read: {error.strerror}", where=name
        ) from error
    shown = "standard input" if name == "-" else Path(name).name
    return ActFile(name=shown, data=data, sha256=hashlib.sha256(data).hexdigest())
