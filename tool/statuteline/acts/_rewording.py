"""Reading a sentence that puts words in the place of others wherever they stand.

Source:
    The form that such sentences have where they stand in the code: C.G.S. §§ 8-31c,
    9-606a, 10a-1f.
"""

from __future__ import annotations

import re
from typing import Final

from statuteline.acts._targets import Words, read_numbers
from statuteline.acts.clause import Code, Rewords, Target

_BEGINS: Final = re.compile(
    r"(?:\(a\) ?)?(?:\(1\) )?wherever the (?:term|word)s? \"", re.IGNORECASE
)
_QUOTED: Final = r"[^\s\"](?:[^\"]*[^\s\"])?"
_STRAIGHT: Final = str.maketrans("“”", '""')
_ONE: Final = re.compile(
    r"(?:(?:; |, |; and |, and )?\(\w\) ?)*"
    rf"wherever the (?:term|word)s? \"(?P<old>{_QUOTED})\" "
    r"(?:(?:is|are) used|appears?|occurs?)(?: or referred to)? "
    r"in the following (?:sections of the )?general statutes, "
    rf"(?:the (?:term|word)s? )?\"(?P<new>{_QUOTED})\" "
    r"shall be substituted in lieu thereof",
    re.IGNORECASE,
)
_COLON: Final = re.compile(": ?")
_END: Final = re.compile("$")


def is_rewording(sentence: str) -> bool:
    """Tell a sentence that says where words are found, to put others in their place."""
    return _BEGINS.match(sentence.translate(_STRAIGHT)) is not None


def read_rewording(sentence: str) -> Rewords | None:
    """Read which words take the place of which others, and in which sections.

    Returns:
        The words and the sections; None where the sections are not listed one by one,
        or anything else of the sentence is not read.

    Example:
        >>> read_rewording(
        ...     'Wherever the word "pier" is used in the following sections of the general '
        ...     'statutes, the word "quay" shall be substituted in lieu thereof: 9-12, 9-13'
        ... ).pairs
        (('pier', 'quay'),)
    """
    words = Words(sentence.translate(_STRAIGHT))
    pairs: list[tuple[str, str]] = []
    while (found := words.take(_ONE)) is not None:
        pairs.append((found["old"], found["new"]))
    if pairs and words.take(_COLON) is not None:
        sections = read_numbers(words)
        is_plain = len(dict(pairs)) == len(pairs)
        if sections and is_plain and words.take(_END) is not None:
            return Rewords(
                pairs=tuple(pairs), target=Target(body=Code(), sections=sections)
            )
    return None
