"""What turns one string into another: the only door to diff-match-patch.

The extra ``fast`` brings the same program in C++. Both give the same operations, so it is
used where it is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diff_match_patch import diff_match_patch

from statuteline.model.change import RunKind

if TYPE_CHECKING:
    from collections.abc import Callable

try:
    from fast_diff_match_patch import diff as fast_diff
except ImportError:
    fast_diff = None

Operations = list[tuple[RunKind, str]]


def in_python(old: str, new: str) -> Operations:
    """Find what turns one string into another, character by character.

    The timeout is off, for the same input must give the same operations on any machine;
    so is line mode, which would read a character as a line end.

    Args:
        old: Characters before; none between U+D800 and U+DFFF.
        new: The same after.

    Returns:
        Stretches in order, with no clean-up: as few characters as can be are not equal.

    Example:
        >>> [(kind.value, text) for kind, text in in_python("abc", "abd")]
        [('equal', 'ab'), ('deleted', 'c'), ('inserted', 'd')]
    """
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    found = engine.diff_main(old, new, checklines=False)
    return [(_BY_NUMBER[number], text) for number, text in found]


def in_cpp(old: str, new: str) -> Operations:
    """Find the same with the extra ``fast``; see :func:`in_python`."""
    options = {"timelimit": 0, "checklines": False, "counts_only": False}
    found = fast_diff(old, new, cleanup="None", **options)
    return [(_BY_SIGN[sign], text) for sign, text in found]


_BY_NUMBER: Final = {0: RunKind.EQUAL, -1: RunKind.DELETED, 1: RunKind.INSERTED}
_BY_SIGN: Final = {"=": RunKind.EQUAL, "-": RunKind.DELETED, "+": RunKind.INSERTED}

operations: Final[Callable[[str, str], Operations]] = in_cpp if fast_diff else in_python
"""Finds what turns one string into another, as fast as this computer can."""
