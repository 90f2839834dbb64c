"""How wide words are printed, so that a line can be told full or short."""

from __future__ import annotations

_WIDTHS = (
    (250, " .,\u00a0"),
    (278, "ijlt/:;"),
    (333, "fIr()[]-‘’'!"),
    (389, "sJ"),
    (444, 'acez“”"?'),
    (500, "bdghknopquvxy0123456789§$#*–"),
    (556, "FPS"),
    (611, "ELTZ"),
    (667, "BCR"),
    (722, "wADGHKNOQUVXY"),
    (778, "m&"),
    (889, "M"),
    (944, "W"),
    (1000, "—%"),
)
_WIDTH = {character: width for width, row in _WIDTHS for character in row}
_OTHER = 500


def width(text: str) -> int:
    """Measure how wide words are in a Times face.

    Counting characters does not do: in print, "full" and "WORD" have four each and
    the second is twice as wide.

    Returns:
        Thousandths of the type size.

    Source:
        Widths of Times Roman as its published font metrics have them; other
        characters count as a figure.

    Example:
        >>> width("full"), width("WORD")
        (1389, 3055)
    """
    return sum(_WIDTH.get(character, _OTHER) for character in text)
