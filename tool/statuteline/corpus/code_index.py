"""The index of a code: what it holds and where, kept beside its file.

It is a cache. It counts only for the file it was made of, unchanged since; without it
the file is scanned, with the same result.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Final

from statuteline.corpus.code_scan import Contents, digest_of, scan
from statuteline.corpus.disk import write_file
from statuteline.errors import MalformedXmlError

if TYPE_CHECKING:
    import os
    from pathlib import Path

_SCHEMA: Final = "statuteline/index/1"


def index_path(path: Path) -> Path:
    """Say where the index of a file lies: beside it, with ``.index`` behind its name."""
    return path.with_name(f"{path.name}.index")


def write_index(path: Path) -> Path:
    """Scan a code and keep what was found.

    Args:
        path: The file of the code.

    Returns:
        The file of the index.

    Raises:
        MalformedXmlError: If the file cannot be read, or is no XML that we accept.
        SchemaViolationError: If it is no Akoma Ntoso document with sections.
    """
    where = str(path)
    try:
        before = path.stat()
        data = path.read_bytes()
    except OSError as error:
        raise MalformedXmlError(
            f"The file cannot be read: {error.strerror}", where=where
        ) from error
    contents = scan(data, where)
    document = {
        "schema": _SCHEMA,
        "file": _state(before),
        "open": _text(contents.open),
        "close": _text(contents.close),
        "frame": _text(contents.frame),
        "eids": contents.eids,
        "homes": contents.homes,
        "digests": [_text(digest) for digest in contents.digests],
        "spans": contents.spans,
        "bares": [_text(bare) for bare in contents.bares],
    }
    target = index_path(path)
    body = json.dumps(document, separators=(",", ":")).encode()
    write_file(target, digest_of(body).hex().encode() + b"\n" + body)
    return target


def read_index(path: Path) -> Contents | None:
    """Read what a code holds from its index.

    Args:
        path: The file of the code.

    Returns:
        What it holds; None where there is no index, or none that can be trusted: the
        file was changed, moved or copied since, or the index is damaged.
    """
    index = index_path(path)
    try:
        state, written = path.stat(), index.stat()
        digest, _, body = index.read_bytes().partition(b"\n")
    except OSError:
        return None
    # Written in the same moment, the file may have changed after it was looked at.
    changed = max(state.st_mtime_ns, state.st_ctime_ns)
    if changed >= written.st_mtime_ns or digest != digest_of(body).hex().encode():
        return None
    document = json.loads(body)
    if document["schema"] != _SCHEMA or document["file"] != _state(state):
        return None
    return Contents(
        open=_bytes(document["open"]),
        close=_bytes(document["close"]),
        frame=_bytes(document["frame"]),
        eids=tuple(document["eids"]),
        homes=tuple(document["homes"]),
        digests=tuple(map(_bytes, document["digests"])),
        spans=tuple((start, end) for start, end in document["spans"]),
        bares=tuple(map(_bytes, document["bares"])),
    )


def _state(found: os.stat_result) -> list[int]:
    """Give what tells whether a file is still the one that was scanned."""
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


def _text(data: bytes) -> str:
    return b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return b64decode(text)
