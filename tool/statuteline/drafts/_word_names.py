"""Names of WordprocessingML, in the two namespaces that files use for it.

Source:
    ECMA-376, Office Open XML, part 1; the second namespace is that of its strict form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

NAMESPACES: Final = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)
_OFF: Final = frozenset({"0", "false", "off"})


def name(element: etree._Element) -> str:
    """Give an element's name, without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: etree._Element | None, wanted: str) -> Iterator[etree._Element]:
    """Give the children of one name."""
    if element is not None:
        yield from (child for child in element if name(child) == wanted)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Follow names downwards, the first child of each; None where there is none."""
    for wanted in path:
        element = next(children(element, wanted), None)
    return element


def value(element: etree._Element | None, key: str = "val") -> str | None:
    """Give an attribute of an element; None where either is missing."""
    if element is None:
        return None
    space = str(element.tag).partition("}")[0].lstrip("{")
    return element.get(f"{{{space}}}{key}")


def number(element: etree._Element | None, otherwise: int) -> int:
    """Give the number that an element states, or another one where it states none."""
    try:
        return int(value(element) or "")
    except ValueError:
        return otherwise


def is_on(element: etree._Element | None) -> bool:
    """Tell whether an element that switches something is there and switches it on."""
    return element is not None and value(element) not in _OFF
