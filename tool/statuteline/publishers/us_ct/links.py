"""Links of a page to sections of the code."""

from __future__ import annotations

import re
from typing import Final

from statuteline.model.ids import ProvisionRef, WorkId
from statuteline.model.text import Ref

SERIES: Final = "cgs"
_JURISDICTION: Final = "us-ct"
_HREF: Final = re.compile(
    r"(?:(?:chap|art|title)_[0-9a-z]+\.htm)?#secs?_(?P<number>[0-9A-Za-z-]+)(?P<more>_.*)?"
)
_NUMBER: Final = re.compile(r"\d+[a-z]*-\d+[a-z]*(?:-\d+[a-z]*)?", re.IGNORECASE)


def link_to_section(href: str, words: str) -> Ref | None:
    """Give the section that a link leads to.

    Args:
        href: The address in the link.
        words: The words of the link: a number among them is trusted, as the anchor of
            a section can be wrong.

    Returns:
        The link; None where it leads elsewhere, or to several sections of which the
        words name none.

    Example:
        >>> str(link_to_section("chap_9.htm#secs_9-1_to_9-4", "9-2").target)
        'us-ct/cgs/9-2'
    """
    match = _HREF.fullmatch(href.strip())
    if match is None:
        return None
    number = words if _NUMBER.fullmatch(words) else match["number"]
    if _NUMBER.fullmatch(number) is None or (number != words and match["more"]):
        return None
    return Ref(target=ProvisionRef(WorkId(_JURISDICTION, SERIES, number)))
