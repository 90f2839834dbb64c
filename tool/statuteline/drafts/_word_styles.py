"""Paragraph styles of a Word file: which are headings, which are numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from statuteline.drafts._word_names import child, children, is_on, number, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_BODY: Final = 9
"""The outline level that says: no heading."""


class Styles:
    """The paragraph styles of one document.

    Args:
        root: The part that describes them; None for a document without one.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self._styles = {value(one, "styleId"): one for one in children(root, "style")}
        self._default = next(
            (
                value(one, "styleId")
                for one in children(root, "style")
                if value(one, "type") == "paragraph"
                and value(one, "default") in {"1", "true", "on"}
            ),
            None,
        )

    def heading(self, properties: etree._Element | None) -> int:
        """Give the depth of a paragraph as a heading, from 1; 0 if it is none."""
        for one in self._properties(properties):
            outline = child(one, "outlineLvl")
            if outline is not None:
                level = number(outline, _BODY)
                return level + 1 if 0 <= level < _BODY else 0
        return 0

    def numbering(
        self, properties: etree._Element | None
    ) -> tuple[str, int | None, str | None] | None:
        """Find the list that a paragraph belongs to.

        Returns:
            The list, the level where one is stated, and the style that put it there,
            or None for a paragraph's own list; None for no list at all.
        """
        level: int | None = None
        for one, style in self._with_styles(properties):
            stated = child(one, "numPr")
            if stated is None:
                continue
            if level is None and child(stated, "ilvl") is not None:
                level = number(child(stated, "ilvl"), 0)
            listed = value(child(stated, "numId"))
            if listed is not None:
                return (listed, level, style) if listed != "0" else None
        return None

    def bold(self, properties: etree._Element | None) -> bool:
        """Tell whether the style of a paragraph prints it in bold."""
        for style in self._chain(value(child(properties, "pStyle"))):
            stated = child(style, "rPr", "b")
            if stated is not None:
                return is_on(stated)
        return False

    def _properties(self, own: etree._Element | None) -> Iterator[etree._Element | None]:
        yield from (one for one, _ in self._with_styles(own))

    def _with_styles(
        self, own: etree._Element | None
    ) -> Iterator[tuple[etree._Element | None, str | None]]:
        """Give properties from the nearest to the farthest: own, style, its base."""
        yield own, None
        for style in self._chain(value(child(own, "pStyle"))):
            yield child(style, "pPr"), value(style, "styleId")

    def _chain(self, key: str | None) -> Iterator[etree._Element]:
        seen: set[str | None] = set()
        key = key if key in self._styles else self._default
        while key in self._styles and key not in seen:
            seen.add(key)
            style = self._styles[key]
            yield style
            key = value(child(style, "basedOn"))
