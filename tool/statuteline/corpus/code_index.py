"""The index of a code: what it holds and where, kept beside its file.

One line has the digest of the rest, one tells what it is an index of, and how long each
column is; the columns of :class:`Contents` follow, in a form that is read at once. It is a
cache. It counts only for the file it was made of, unchanged since; without it
the file is scanned, with the same result.
"""

from __future__ import annotations

import json
import sys
from array import array
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, Final

from statuteline.corpus.code_scan import DIGEST_BYTES, Contents, digest_of, scan
from statuteline.corpus.disk import write_file
from statuteline.errors import MalformedXmlError

if TYPE_CHECKING:
    import os
    from pathlib import Path

_SCHEMA: Final = "statuteline/index/3"
_SEPARATOR: Final = b"\0"
"""Between the entries of a column; no XML holds it."""
_PLACE: Final = "Q"
"""The code of :mod:`array` for a place in a file."""


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
    columns = (
        contents.open,
        contents.close,
        contents.frame,
        _SEPARATOR.join(map(str.encode, contents.eids)),
        _SEPARATOR.join(map(str.encode, contents.homes)),
        _SEPARATOR.join(contents.bares),
        array(_PLACE, chain.from_iterable(contents.spans)).tobytes(),
        b"".join(contents.digests),
    )
    head = {**_kind(before), "columns": [len(column) for column in columns]}
    body = json.dumps(head).encode() + b"\n" + b"".join(columns)
    target = index_path(path)
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
    told, _, rest = body.partition(b"\n")
    head = json.loads(told)
    ends = list(accumulate(head.pop("columns", ()), initial=0))
    if head != _kind(state):
        return None
    start, end, frame, eids, homes, bares, spans, digests = (
        rest[one:other] for one, other in pairwise(ends)
    )
    places = array(_PLACE, spans).tolist()
    return Contents(
        open=start,
        close=end,
        frame=frame,
        eids=tuple(eids.decode().split("\0")),
        homes=tuple(homes.decode().split("\0")),
        digests=tuple(
            digests[at : at + DIGEST_BYTES] for at in range(0, len(digests), DIGEST_BYTES)
        ),
        spans=tuple(zip(places[::2], places[1::2], strict=True)),
        bares=tuple(bares.split(_SEPARATOR)),
    )


def _kind(found: os.stat_result) -> dict[str, object]:
    """Give what tells whether an index is of this form, and of the file as it is."""
    file = [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]
    return {"schema": _SCHEMA, "bytes": sys.byteorder, "file": file}
