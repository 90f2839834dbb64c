"""TOML from anywhere: whatever is wrong with it is one kind of error, found soon."""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

_LONGEST: Final = 16 * 1024 * 1024
"""Characters: more than any list that is kept in this form."""
_STEP: Final = r"""(?:[\w-]++|"[^"\\\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+"""
_MANY_STEPS: Final = re.compile(rf"(?<![\w-])(?:{_STEP}){{100}}", re.ASCII)
"""A key of so many steps: reading it takes time by the square of their number."""


def toml_of(text: str) -> dict[str, Any]:
    """Read text as TOML.

    Args:
        text: The text, which may begin with a byte order mark.

    Raises:
        ValueError: If it is not TOML, too long, nested too deep, or holds a number that
            is too long to be read; the message says which, and perhaps the line.
    """
    if len(text) > _LONGEST:
        raise ValueError(f"it has more than {_LONGEST:,} characters")
    if _MANY_STEPS.search(text):
        raise ValueError("it has a key of a hundred steps")
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except RecursionError:
        raise ValueError("it is nested too deep") from None
    except tomllib.TOMLDecodeError:
        raise
    except ValueError:  # what Python says then is for programmers
        raise ValueError("it has a number of too many digits") from None
