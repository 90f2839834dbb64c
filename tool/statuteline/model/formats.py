"""The versions of what is kept on disk, and how a newer one is refused.

A file states its format as a number, ``format = 1``, or in a name, such as
``statuteline/rule/1``. What states none is of the first format.
"""

from __future__ import annotations

import re
from typing import Final

from statuteline.errors import FormatError

FORMAT: Final = 1
"""The format of a corpus, and of the files in it and beside it that have no name of one."""
_NAME: Final = re.compile(r"(?P<stem>[^\s0-9][^\s]*/)(?P<number>[0-9]{1,6})")


def check_format(stated: object, where: str) -> None:
    """Refuse a file of a newer format than this program reads.

    Args:
        stated: What the file says is its format; None where it says nothing.
        where: The file, for messages.

    Raises:
        FormatError: If it is newer, or no whole number from 1 on.

    Example:
        >>> check_format(None, "corpus.toml")
        >>> check_format(1, "corpus.toml")
    """
    if stated is None:
        return
    if not isinstance(stated, int) or isinstance(stated, bool) or stated < 1:
        raise FormatError(
            f"'format' must be a whole number from 1 on, not {stated!r}",
            where=where,
            hint=f"this program writes format = {FORMAT}",
        )
    if stated > FORMAT:
        raise _newer(f"format {stated}", f"format {FORMAT}", where)


def check_name(stated: str, known: str, where: str) -> None:
    """Refuse a file whose format has the name of a known one, and a higher number.

    Whether it is of the known one is for the caller to say.

    Args:
        stated: What the file says is its format.
        known: The newest that this program reads, such as ``statuteline/rule/1``.
        where: The file, for messages.

    Raises:
        FormatError: If it is newer.

    Example:
        >>> check_name("statuteline/rule/1", "statuteline/rule/1", "a.json")
        >>> check_name("something else", "statuteline/rule/1", "a.json")
    """
    one, other = _NAME.fullmatch(stated), _NAME.fullmatch(known)
    if one is None or other is None or one["stem"] != other["stem"]:
        return
    if int(one["number"]) > int(other["number"]):
        raise _newer(stated, known, where)


def _newer(stated: str, known: str, where: str) -> FormatError:
    return FormatError(
        f"This was written by a newer statuteline: it is of {stated}, and this one reads "
        f"up to {known}",
        where=where,
        hint="update statuteline",
    )
