"""JSON for programs: stable order, readable, and no character that a reader obeys."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, TypeAlias

from statuteline.model.commencement import FromPassage, OnDate, OnEvent, Unknown
from statuteline.publish._characters import is_unseen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from statuteline.model.commencement import Commencement

Value: TypeAlias = (
    "dict[str, Value] | list[Value] | list[dict[str, Value]] | list[str] | list[str | None]"
    " | str | int | float | bool | None"
)
Entry: TypeAlias = "dict[str, Value]"
_OUTSIDE_ASCII: Final = re.compile(r"[^\x00-\x7e]")


def written(value: Mapping[str, object]) -> str:
    r"""Write a value, ending with a line feed.

    Characters that a reader would obey or not see are written as JSON escapes.

    Example:
        >>> print(written({"text": chr(0x202E) + "§"}), end="")
        {
          "text": "\u202e§"
        }
    """
    return _safe(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def on_one_line(value: Entry) -> str:
    r"""Write a value as one line, for output of which each line is a document.

    Example:
        >>> on_one_line({"a": ["b"]})
        '{"a": ["b"]}\n'
    """
    return _safe(json.dumps(value, ensure_ascii=False)) + "\n"


def iso(day: date | None) -> str | None:
    """Write a day as ISO 8601 does; null for none."""
    return day.isoformat() if day else None


def commencement_value(rule: Commencement) -> Entry:
    """Tell a commencement: its kind, and the day or event where it has one."""
    match rule:
        case OnDate(day=day):
            return {"kind": "date", "date": day.isoformat()}
        case FromPassage(day=day):
            return {"kind": "passage", "date": day.isoformat() if day else None}
        case OnEvent(event=event):
            return {"kind": "event", "event": event}
        case Unknown(by=day):
            return {"kind": "unknown", "by": day.isoformat() if day else None}


def _safe(text: str) -> str:
    return _OUTSIDE_ASCII.sub(lambda found: _escaped(found.group()), text)


def _escaped(character: str) -> str:
    return json.dumps(character)[1:-1] if is_unseen(character) else character
