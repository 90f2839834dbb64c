"""Small Word files, part by part."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"


def links(*targets: tuple[str, str], mode: str = "Internal") -> str:
    """Write the links of a part: the kind of each, and its target."""
    each = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{target}" '
        f'TargetMode="{mode}"/>'
        for n, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{_LINKS}">{each}</Relationships>'


def part(name: str, content: str, namespace: str = NAMESPACE) -> str:
    return f'<w:{name} xmlns:w="{namespace}" xmlns:m="urn:m">{content}</w:{name}>'


def packed(parts: dict[str, str | bytes]) -> bytes:
    store = BytesIO()
    with ZipFile(store, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return store.getvalue()


def word_file(
    body: str, *, styles: str = "", numbering: str = "", namespace: str = NAMESPACE
) -> bytes:
    """Make a Word file of the XML of its body, its styles and its lists."""
    return packed(
        {
            "_rels/.rels": links(("officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": links(
                ("styles", "styles.xml"), ("numbering", "/word/numbering.xml")
            ),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>", namespace),
            "word/styles.xml": part("styles", styles, namespace),
            "word/numbering.xml": part("numbering", numbering, namespace),
        }
    )


def run(words: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    inside = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def listed(words: str, level: int = 0, number: int = 1) -> str:
    """Write a paragraph of a list."""
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(words, properties=properties)


def level(place: int, form: str, text: str, more: str = "") -> str:
    """Describe one level of a list."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels: str, overrides: str = "") -> str:
    """Describe a list, number 1, and a second one, number 2, that counts on with it."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{overrides}</w:num>'
    )
