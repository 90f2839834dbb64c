"""The parts of a Word file: unpacked within bounds, read by the parser for strangers.

Source:
    ECMA-376, Office Open XML, part 2 (packages).
"""

from __future__ import annotations

import posixpath
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import BadZipFile, ZipFile

from statuteline.corpus.safe_xml import parse_xml
from statuteline.drafts.base import MAX_BYTES
from statuteline.errors import DraftError, MalformedXmlError

if TYPE_CHECKING:
    from lxml import etree

    from statuteline.drafts.base import DraftFile

_BROKEN: Final = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What the standard library raises for zip files that are broken or have a password."""
_AGAIN: Final = "open it in a word processor and save it anew"


class Package:
    """Reads the parts of one Word file.

    Args:
        file: The file.

    Raises:
        DraftError: If it is no zip file that can be read.
    """

    def __init__(self, file: DraftFile) -> None:
        self._name = file.name
        self._left = MAX_BYTES
        try:
            self._zip = ZipFile(BytesIO(file.data))
        except _BROKEN as error:
            raise self._broken(error) from error
        self._parts = {info.filename: info for info in self._zip.infolist()}
        if len(self._parts) < len(self._zip.infolist()):
            # Which of two is meant, programs see differently.
            raise self._broken("a part stands in it twice")

    def main(self) -> str:
        """Name the part that holds the document.

        Raises:
            DraftError: If there is none.
        """
        target = self._linked("_rels/.rels", "", "officeDocument")
        found = target or "word/document.xml"
        if found not in self._parts:
            raise DraftError(
                "The Word file has no document in it", where=self._name, hint=_AGAIN
            )
        return found

    def beside(self, part: str, kind: str) -> etree._Element | None:
        """Read a part that another one links to, such as its styles.

        Args:
            part: The part that links.
            kind: The last word of the link's type, such as ``styles``.

        Returns:
            The root of the part; None where there is none inside the file. What lies
            outside the file is never looked at.

        Raises:
            DraftError: If it is there and cannot be read.
        """
        folder, name = posixpath.split(part)
        target = self._linked(f"{folder}/_rels/{name}.rels".lstrip("/"), folder, kind)
        return self.read(target) if target in self._parts else None

    def read(self, part: str) -> etree._Element:
        """Read a part.

        Raises:
            DraftError: If it is too large, damaged, or no XML that we accept.
        """
        try:
            with self._zip.open(self._parts[part]) as stream:
                data = stream.read(self._left + 1)
        except (*_BROKEN, zlib.error) as error:
            raise self._broken(error) from error
        self._left -= len(data)
        if self._left < 0:
            raise DraftError(
                f"The Word file unpacks to more than {MAX_BYTES // 1024 // 1024} MiB",
                where=self._name,
                hint="compare its parts one by one",
            )
        try:
            return parse_xml(data, f"{self._name}, {part}")
        except MalformedXmlError as error:
            raise DraftError(error.what, where=error.where, hint=_AGAIN) from error

    def _linked(self, links: str, folder: str, kind: str) -> str:
        """Follow a link to a part; empty where there is none."""
        if links not in self._parts:
            return ""
        for link in self.read(links):
            inside = link.get("TargetMode") != "External"
            if inside and (link.get("Type") or "").endswith(f"/{kind}"):
                target = link.get("Target") or ""
                base = "/" if target.startswith("/") else f"/{folder}"
                return posixpath.normpath(posixpath.join(base, target)).lstrip("/")
        return ""

    def _broken(self, error: Exception | str) -> DraftError:
        return DraftError(
            f"The Word file is broken: {error}", where=self._name, hint=_AGAIN
        )
