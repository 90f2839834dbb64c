"""``judged.jsonl``: the words and the code that were judged, by fingerprint.

A judgement is bound to fingerprints. What they stood for is kept here, so that a later
reader can be shown what has changed since. The file is for reading only: deleting it
changes no state of any link.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from statuteline.corpus.inside import read_inside
from statuteline.errors import CorpusError
from statuteline.model.formats import check_format

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE_NAME: Final = "judged.jsonl"


def read_judged(root: Path) -> dict[str, str]:
    """Read what was judged in a corpus.

    Args:
        root: The corpus folder.

    Returns:
        From fingerprint to words, or to the JSON of code. Empty where there is no file.

    Raises:
        CorpusError: If the file cannot be read, or a line is not as it must be.
    """
    path = root / FILE_NAME
    try:
        lines = read_inside(root, path).decode("utf-8").split("\n")[:-1]
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(
            f"What was judged cannot be read: {error}", where=str(path)
        ) from error
    found: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        fingerprint, said = _pair(line, f"{path}:{number}")
        found[fingerprint] = said
    return found


def judged_text(judged: Mapping[str, str]) -> bytes:
    """Give what was judged as its file has it, sorted.

    Args:
        judged: From fingerprint to words, or to the JSON of code.
    """
    lines = (json.dumps([one, judged[one]], ensure_ascii=False) for one in sorted(judged))
    return "".join(f"{line}\n" for line in lines).encode()


def _pair(line: str, where: str) -> tuple[str, str]:
    try:
        read = json.loads(line)
    except ValueError:
        read = None
    if isinstance(read, dict):  # no line is one in the first format, which states none
        check_format(read.get("format"), where)
    match read:
        case [str(fingerprint), str(said)]:
            return fingerprint, said
        case _:
            raise CorpusError(
                "A line is not a fingerprint and what it stands for",
                where=where,
                hint="restore the file, or delete it: then `why` cannot show the past",
            )
