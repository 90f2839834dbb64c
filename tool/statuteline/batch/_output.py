"""Answers written in one step: all of them, or nothing changed."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from statuteline.corpus.disk import naming

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def workshop(target: Path) -> Iterator[Path]:
    """Make a folder beside a file that will be written; it is gone in the end.

    Raises:
        OSError: If the disk refuses.
    """
    with naming(target):
        folder = Path(mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        with naming(target):
            folder.chmod(0o755)  # the workers of a cluster may be other users
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
