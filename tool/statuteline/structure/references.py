"""Telling a number that is cited from one that opens a provision."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = (
    r"(?:(?:sub)?(?:sections?|divisions?|paragraphs?|clauses?|parts?|chapters?)"
    r"|subdivs?\.?|subsecs?\.?|subparas?\.?|secs?\.?|§+|articles?|items?|rules?)"
)
_AFTER_NAME: Final = re.compile(rf"(?:^|[^\w]){_NAMES}\s+$", re.IGNORECASE)
_AFTER_NUMBER: Final = re.compile(
    r"(?:\d[\w.]*-[\w.-]*\d\w*|(?:USC|U\.S\.C\.|CFR|C\.F\.R\.|§|[Ss]ections?|Sec\.)"
    r"\s\d+\w*(?:-\w+)*)(?:\([0-9A-Za-z]+\))*\s*$"
)
_OF_A_PROVISION: Final = re.compile(
    rf"(?:(?:,?\s(?:or|and|to|through)\s|,\s|\s)?\([0-9A-Za-z]{{1,5}}\))*"
    rf",?(?:\sinclusive,)?\sof\s(?:(?:this|said|such|the same)\s)?{_NAMES}\b",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(
    r",?\s?(?:and|or|to|through|and/or|,|, inclusive, (?:and|or)|nor)\s", re.IGNORECASE
)
_PLURAL: Final = re.compile(
    r"(?:ions|phs|ses|divs\.?|secs\.?|paras\.?|§§|rts|ers|les|ems)\s+$", re.IGNORECASE
)


def is_named(before: str) -> bool:
    """Tell whether a number follows the name or number of what it belongs to.

    Args:
        before: The words before the number, its space included.

    Example:
        >>> is_named("under subsection "), is_named("section 9-12 "), is_named("that ")
        (True, True, False)
    """
    return bool(_AFTER_NAME.search(before) or _AFTER_NUMBER.search(before))


def is_of_a_provision(after: str) -> bool:
    """Tell whether words behind a number say what it is a part of.

    Example:
        >>> is_of_a_provision(" and (2) of this subsection"), is_of_a_provision(" of it")
        (True, False)
    """
    return _OF_A_PROVISION.match(after) is not None


def goes_on(between: str) -> bool:
    """Tell whether words between two numbers join them to one citation."""
    return not between.strip() or _GOES_ON.fullmatch(between) is not None


def is_plural(before: str) -> bool:
    """Tell whether the name before a number announces several."""
    return _PLURAL.search(before) is not None
