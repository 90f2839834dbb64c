"""Pages of a publisher as they were fetched: a folder that only grows.

``manifest.jsonl`` has a line for each visit; ``pages/sha256/ab/ab….htm`` holds the bytes,
named by their digest. Nothing is overwritten, and every page is checked when it is read.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.corpus.checksums import digest
from statuteline.corpus.disk import append_line, remove_drafts, remove_empty, write_file
from statuteline.errors import SourceError
from statuteline.model.formats import check_name
from statuteline.model.natural import natural
from statuteline.publishers.visits import FORMAT, Completed, Visit, from_line, to_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from statuteline.model.published import Edition

MANIFEST: Final = "manifest.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPage:
    """A page as the publisher sent it.

    Args:
        name: Its file name, such as ``chap_319uu.htm``.
        url: Its address.
        data: Its bytes.
    """

    name: str
    url: str
    data: bytes


class PageFolder:
    """A folder of fetched pages.

    Args:
        root: The folder; it need not be there yet.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def entries(self) -> tuple[Visit | Completed, ...]:
        """Read the manifest, oldest line first; empty for a folder without one.

        Raises:
            SourceError: If a line is not as it was written. A last line without an end,
                which a crash leaves, is none.
        """
        path = self.root / MANIFEST
        if not path.exists():
            return ()
        first, *lines = path.read_bytes().split(b"\n")[:-1] or [b""]
        check_name(str(_format(first)), FORMAT, f"{path}:1")
        if _format(first) != FORMAT:
            raise SourceError(
                f"The manifest is not of the format {FORMAT}",
                where=f"{path}:1",
                hint="use the version of statuteline that wrote it, or another folder",
            )
        found: list[Visit | Completed] = []
        for number, line in enumerate(lines, start=2):
            try:
                found.append(from_line(line.decode("utf-8")))
            except ValueError as error:
                raise SourceError(
                    f"A line of the manifest cannot be read: {error}",
                    where=f"{path}:{number}",
                    hint="restore the file from a copy, or pull into another folder",
                ) from error
        return tuple(found)

    def record(self, entry: Visit | Completed) -> None:
        """Add a line to the manifest; it is on the disk when this returns.

        Raises:
            OSError: If the disk refuses; there is then no such line.
        """
        path, line = self.root / MANIFEST, to_line(entry).encode()
        if path.exists():
            append_line(path, line)
        else:
            write_file(path, json.dumps({"format": FORMAT}).encode() + b"\n" + line + b"\n")

    def path(self, sha256: str) -> Path:
        """Give the file of a page, which need not be there."""
        return self.root / "pages" / "sha256" / sha256[:2] / f"{sha256}.htm"

    def keep(self, visit: Visit, data: bytes) -> None:
        """Keep the bytes of a page, and record the visit that found them: both or neither.

        Cut off in between, the page is there, and no line names it yet.

        Args:
            visit: The visit, with the digest of the bytes.
            data: The bytes.

        Raises:
            SourceError: If a file of that digest is there and holds other bytes.
            OSError: If the disk refuses; the folder is then as it was.
        """
        sha256 = digest(data)
        path = self.path(sha256)
        if self.holds(sha256):
            self.read(sha256)
            self.record(visit)
            return
        missing = [one for one in path.parents if not one.exists()]
        remove_drafts(path)
        write_file(path, data)
        try:
            self.record(visit)
        except BaseException:
            with suppress(OSError, SourceError):
                if visit not in self.entries():  # else the disk did not take it back
                    path.unlink()
                    remove_empty(missing)
            raise

    def holds(self, sha256: str) -> bool:
        """Tell whether there is a file of that digest."""
        return self.path(sha256).exists()

    def read(self, sha256: str) -> bytes:
        """Give the bytes of a page.

        Raises:
            SourceError: If the file cannot be read or holds other bytes than it did.
        """
        path = self.path(sha256)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise SourceError(
                f"A page that was fetched cannot be read: {error.strerror}",
                where=str(path),
                hint="pull again: what is missing is fetched anew",
            ) from error
        if digest(data) != sha256:
            raise SourceError(
                "A page that was fetched has been changed since",
                where=str(path),
                hint="remove the file and pull again; pages are never edited",
            )
        return data


def pages_of(folder: Path, edition: Edition) -> Iterator[SavedPage]:
    """Give the pages of one edition, as they were last fetched.

    Args:
        folder: A folder that ``statuteline pull`` filled.
        edition: The edition.

    Yields:
        Each page once, ordered by name: the same folder gives the same pages, whatever
        the order and number of visits was.

    Raises:
        SourceError: If the folder has no page of that edition, or one was changed.
    """
    pages = PageFolder(folder)
    visits = [one for one in pages.entries() if isinstance(one, Visit)]
    latest = {
        one.name: (one.url, one.sha256)
        for one in visits
        if one.sha256 is not None and one.edition == edition
    }
    if not latest:
        there = sorted({one.edition for one in visits})
        known = ", ".join(one.name for one in there)
        raise SourceError(
            f"The folder holds no pages of the {edition.name}",
            where=str(folder),
            hint=f"it holds: {known}" if known else "fill it with statuteline pull",
        )
    for name in sorted(latest, key=lambda name: (natural(name), name)):
        url, sha256 = latest[name]
        yield SavedPage(name=name, url=url, data=pages.read(sha256))


def _format(line: bytes) -> object:
    try:
        first = json.loads(line)
    except ValueError:
        return None
    return first.get("format") if isinstance(first, dict) else None
