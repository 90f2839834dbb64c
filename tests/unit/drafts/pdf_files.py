"""Small PDF files, written by hand: words, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Words = tuple[float, float, str]
"""Points from the left edge, points from the bottom, and the words."""

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"


def pdf_file(
    *pages: Iterable[Words], bold: str = "", turned: str = "", drawn: str = ""
) -> bytes:
    """Make a PDF file.

    Args:
        pages: What stands on each page, in the order in which it is printed.
        bold: Words that are printed in a bold type wherever they stand.
        turned: Words that run upwards.
        drawn: Instructions that draw lines, on every page.
    """
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        _FONT % b"Times-Roman",
        _FONT % b"Times-Bold",
    ]
    kids = []
    for page in pages:
        content = b"".join(_printed(words, bold, turned) for words in page)
        content += drawn.encode()
        kids.append(len(objects) + 1)
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (kids[-1] + 1),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        ]
    listed = " ".join(f"{kid} 0 R" for kid in kids).encode()
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), listed)
    return _file(objects)


def _printed(words: Words, bold: str, turned: str) -> bytes:
    left, height, text = words
    font = 2 if bold and text in bold else 1
    way = "0 1 -1 0" if turned and text in turned else "1 0 0 1"
    raw = text.encode("cp1252")
    for sign in (b"\\", b"(", b")"):
        raw = raw.replace(sign, b"\\" + sign)
    return f"BT /F{font} 12 Tf {way} {left} {height} Tm (".encode() + raw + b") Tj ET\n"


def _file(objects: list[bytes]) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, len(data))
    )


def column(
    *lines: str, top: float = 700, left: float = 72, step: float = 14
) -> list[Words]:
    """Set lines under each other; an empty one leaves its place free."""
    return [
        (left + 6 * (len(line) - len(line.lstrip())), top - step * place, line.strip())
        for place, line in enumerate(lines)
        if line.strip()
    ]
