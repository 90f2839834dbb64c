"""The parts of a Word file that are the same for every text, and the zip around them.

Source:
    ECMA-376, Office Open XML, part 1 (WordprocessingML) and part 2 (packages).
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from datetime import date

DEEPEST: Final = 8
"""The last level that has a style of its own; what lies deeper is drawn like it."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}"'
)
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MEDIA}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_MEDIA}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_MEDIA}.settings+xml"/>'
    f'<Override PartName="/word/first.xml" ContentType="{_MEDIA}.header+xml"/>'
    f'<Override PartName="/word/later.xml" ContentType="{_MEDIA}.header+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)
_ROOT_LINKS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="rId2" '
    f'Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/>'
    "</Relationships>"
)
_LINKS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/header" Target="first.xml"/>'
    f'<Relationship Id="rId4" Type="{_OFFICE}/header" Target="later.xml"/>'
    "</Relationships>"
)
_SETTINGS = (
    f"<w:settings {_NAMESPACES}><w:compat>"
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat></w:settings>"
)
_PAGE = (
    '<w:sectPr><w:headerReference w:type="first" r:id="rId3"/>'
    '<w:headerReference w:type="default" r:id="rId4"/>'
    '<w:pgSz w:w="12240" w:h="15840"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
    'w:header="720" w:footer="720" w:gutter="0"/><w:titlePg/></w:sectPr>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What a Word file says beside the law's words.

    Args:
        title: The document's title.
        day: The day the document bears; never the day it was made.
        first: Lines above the first page, the title left out.
        later: The one line above every other page.
        language: BCP 47 tag of the text.
    """

    title: str
    day: date
    first: tuple[str, ...]
    later: str
    language: str


def package(body: str, cover: Cover) -> bytes:
    """Put a Word file together.

    Args:
        body: The paragraphs of the document as XML.
        cover: What stands beside them.

    Returns:
        The same bytes for the same words, on any day.
    """
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT_LINKS,
        "docProps/core.xml": _properties(cover.title, cover.day),
        "word/_rels/document.xml.rels": _LINKS,
        "word/document.xml": (
            f"<w:document {_NAMESPACES}><w:body>{body}{_PAGE}</w:body></w:document>"
        ),
        "word/first.xml": _header(
            _line(cover.title, "HeaderTitle"),
            *(_line(words, "Header") for words in cover.first[:-1]),
            *(_line(words, "HeaderEnd") for words in cover.first[-1:]),
        ),
        "word/later.xml": _header(_line(cover.later, "Header")),
        "word/settings.xml": _SETTINGS,
        "word/styles.xml": _styles(cover.language),
    }
    store = BytesIO()
    with ZipFile(store, "w") as archive:
        for name, content in sorted(parts.items()):
            entry = ZipInfo(name)  # dated 1 January 1980, as zip files begin
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # the same on every system
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, (_DECLARATION + content).encode())
    return store.getvalue()


def style_of(depth: int, *, heading: bool) -> str:
    """Name the style of a paragraph by its level."""
    return f"{'LawHeading' if heading else 'Law'}{min(depth, DEEPEST)}"


def _header(*lines: str) -> str:
    return f"<w:hdr {_NAMESPACES}>{''.join(lines)}</w:hdr>"


def _line(words: str, style: str) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>'
        f'<w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>'
    )


def _properties(title: str, day: date) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>statuteline</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment(day)}</dcterms:created>'
        "</cp:coreProperties>"
    )


def moment(day: date) -> str:
    """Write a day as the moment at which it begins."""
    return f"{day.isoformat()}T00:00:00Z"


def _styles(language: str) -> str:
    levels = "".join(
        _style(
            style_of(depth, heading=False),
            f"Law {depth + 1}",
            paragraph=f'<w:ind w:left="{425 * depth}"/>',
        )
        + _style(
            style_of(depth, heading=True),
            f"Law heading {depth + 1}",
            based_on=style_of(depth, heading=False),
            paragraph=f'<w:keepNext/><w:outlineLvl w:val="{depth}"/>',
            characters="<w:b/>",
        )
        for depth in range(DEEPEST + 1)
    )
    return (
        f"<w:styles {_NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Georgia"/>'
        f'<w:sz w:val="22"/><w:lang w:val="{escape(language)}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/></w:style>'
        + _style(
            "Header",
            "header",
            paragraph='<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>',
            characters='<w:color w:val="5A5E63"/><w:sz w:val="18"/>',
        )
        # A header as high as this pushes the law's words down: room between the two.
        + _style(
            "HeaderEnd",
            "Law header end",
            based_on="Header",
            paragraph='<w:spacing w:after="280" w:line="240" w:lineRule="auto"/>',
        )
        + _style(
            "HeaderTitle",
            "Law title",
            paragraph='<w:spacing w:after="80"/>',
            characters='<w:b/><w:sz w:val="28"/>',
        )
        + _style("LawNote", "Law note", characters='<w:color w:val="5A5E63"/>')
        + levels
        + "</w:styles>"
    )


def _style(
    identity: str,
    name: str,
    *,
    based_on: str = "Normal",
    paragraph: str = "",
    characters: str = "",
) -> str:
    own = "" if identity == name.capitalize() else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{identity}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{based_on}"/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{characters}</w:rPr></w:style>"
    )
