"""Fonts and content streams of a PDF file.

With :mod:`statuteline.pdf.document`, the only door to pypdf.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from pypdf.generic import ContentStream, IndirectObject

# pypdf has no public name for what it knows of a font: widths, and what letters say.
from pypdf.generic._font import Font

from statuteline.pdf._drawing import Drawing, State
from statuteline.pdf.page import Page

if TYPE_CHECKING:
    from pypdf import PdfReader

_LIGATURES: Final = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        "\xad": "-",
    }
)
"""Signs that only print has, as the letters they stand for."""
_UNMOVED: Final = re.compile(rb">\s*0\s*<(?!<)")


class Face:
    """A font: what its codes say, and how wide they are."""

    def __init__(self, resource: Any) -> None:  # noqa: ANN401 -- pypdf's dictionary
        font = Font.from_font_resource(resource)
        self.bold = "bold" in font.name.lower()
        self._font = font
        self._known: dict[str, tuple[str, float, bool]] = {}
        self._simple = font.encoding if isinstance(font.encoding, dict) else None
        self._named = "latin-1" if self._simple is not None else str(font.encoding)

    def letters(self, data: bytes) -> list[tuple[str, float, bool]]:
        """Give what each code says, its width in ems, and whether it is a space."""
        codes = data.decode(self._named, "surrogatepass")
        return [self._known.get(code) or self._letter(code) for code in codes]

    def _letter(self, code: str) -> tuple[str, float, bool]:
        font = self._font
        name = self._simple.get(ord(code), code) if self._simple is not None else code
        says = str(font.character_map.get(name, name)).translate(_LIGATURES)
        widths = font.character_widths
        width = widths.get(code, widths.get("default", 500.0))
        if says == " " and code not in widths:
            width = font.space_width
        found = (says, float(width) / 1000, code == " " and self._simple is not None)
        self._known[code] = found
        return found


class Content:
    """Reads pages of one file.

    Args:
        reader: The file.
    """

    def __init__(self, reader: PdfReader) -> None:
        self._reader = reader
        self._faces: dict[tuple[int, int], Face] = {}

    def page(self, place: int) -> Page:
        """Read one page, by its place from 0."""
        page = self._reader.pages[place]
        drawing = Drawing(self)
        contents = page.get("/Contents")
        if contents is not None:
            drawing.carry_out(contents, page.get("/Resources", {}), State(), 0)
        return Page(
            number=place + 1,
            glyphs=tuple(drawing.glyphs),
            rules=tuple(drawing.rules),
            turned="".join(drawing.turned),
        )

    def operations(self, stream: Any) -> list[tuple[Any, bytes]]:  # noqa: ANN401 -- the same
        """Parse drawing instructions; strings stay bytes."""
        content = ContentStream(stream, self._reader, "bytes")
        data = content.get_data()
        if b"(" not in data:
            # Letter by letter, each moved by nothing: joined, they are parsed ten times
            # faster. Where strings stand in parentheses, this could be part of one.
            content.set_data(_UNMOVED.sub(b"", data))
        return content.operations

    def face(self, fonts: Any, name: str) -> Face:  # noqa: ANN401 -- the same
        """Give a font of a page, read once for all pages."""
        raw = fonts.raw_get(name)
        if not isinstance(raw, IndirectObject):
            return Face(raw)
        key = (raw.idnum, raw.generation)
        if key not in self._faces:
            self._faces[key] = Face(raw.get_object())
        return self._faces[key]
