"""Layout: what differs in the bytes of a section and says nothing."""

from __future__ import annotations

import re
from typing import Final

from statuteline.model.provision import Level

_BLOCKS: Final = "|".join(
    [*(level.value for level in Level), "num", "heading", "content", "intro", "wrapUp", "p"]
).encode()
_TAG: Final = rb"/?(?:[A-Za-z][\w.-]*+:)?(?:" + _BLOCKS + rb")[\s/>]"
_BEFORE_BLOCK: Final = re.compile(rb">\s+<(?=" + _TAG + rb")")
_INLINE: Final = re.compile(rb"<(?!" + _TAG + rb")")
_RUNS: Final = (b"\n", b"\t", b"\r", b"  ", b"> ", b" <")


def without_indentation(data: bytes) -> bytes:
    r"""Drop the spaces at the beginning and the end of lines; no words differ by them.

    Example:
        >>> without_indentation(b"<content>\n  <p>a fee\n    is due</p>\n</content>")
        b'<content>\n<p>a fee\nis due</p>\n</content>'
    """
    return b"\n".join(map(bytes.strip, data.split(b"\n")))


def without_layout(data: bytes) -> bytes:
    r"""Drop line ends and indentation where they are no part of the words.

    White space before the tag of a level, a number, a heading or a paragraph is none.
    Inside a paragraph with marked words every space may count, so that it stays; where
    no words are marked, what stands next to a tag is none either, and a run is one space.

    Args:
        data: The bytes of a section, with words in paragraphs and headings alone.

    Returns:
        Bytes that are equal only for sections with the same words and structure. Those
        of one section can still differ, such as in the order of attributes.

    Example:
        >>> without_layout(b"<content>\n  <p>a fee\n    is due</p>\n</content>")
        b'<content><p>a fee is due</p></content>'
        >>> without_layout(b"<p><b>a</b> <i>fee</i></p>")
        b'<p><b>a</b> <i>fee</i></p>'
    """
    plain = _BEFORE_BLOCK.sub(b"><", data)
    if not any(run in plain for run in _RUNS) or _INLINE.search(plain):
        return plain
    return b" ".join(plain.split()).replace(b" <", b"<").replace(b"> ", b">")


def words_alone(data: bytes) -> bytes:
    r"""Give the words without tags and spaces, whatever the layout.

    Where these differ, the words do; where they are equal, spaces may differ.

    Example:
        >>> words_alone(b"<p>a <b>fee</b>\n  is due</p>")
        b'afeeisdue'
    """
    return b"".join(_TAGS.sub(b"", data).split())


_TAGS: Final = re.compile(rb"<[^<>]*>")
