"""Where each page stands: addresses that never change, from ids that never change.

A work has the address of the text that is in force. Each record of a text has a dated
address of its own, whose page always shows the same words.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from datetime import date

    from statuteline.model.ids import ExpressionId, ProvisionRef, WorkId

HOME: Final = "index.html"
"""The first page of the law."""
FEED: Final = "changes.atom"
"""The feed of the latest changes; that of a page stands beside it under the same name."""

_LAW: Final = "law"
"""The folder of a jurisdiction's decisions; no series may have this name."""
_TRACE: Final = "trace"
"""The folder of what ties law and code; no jurisdiction may have this name."""


def of_work(work: WorkId) -> str:
    """Give the page of a work: the text in force, or the document.

    Example:
        >>> from statuteline.model.ids import WorkId
        >>> of_work(WorkId.parse("us-ct/cgs/54-95c"))
        'us-ct/cgs/54-95c/index.html'
    """
    return f"{work}/{HOME}"


def of_series(jurisdiction: str, series: str) -> str:
    """Give the page that lists the works of a series."""
    return f"{jurisdiction}/{series}/{HOME}"


def of_part(jurisdiction: str, series: str, beginning: str) -> str:
    """Give the page that lists the works of a series whose numbers begin alike."""
    return f"{jurisdiction}/{series}/by/{beginning}/{HOME}"


def of_feed(page: str) -> str:
    """Give the feed of what a page tells.

    Example:
        >>> of_feed("us-ct/cgs/1-2/index.html")
        'us-ct/cgs/1-2/changes.atom'
    """
    return posixpath.join(posixpath.dirname(page), FEED)


def version_name(expression: ExpressionId) -> str:
    """Name one record of a text inside its work: its day, and its correction.

    English needs no name; other languages stand before the day.

    Example:
        >>> from statuteline.model.ids import ExpressionId
        >>> version_name(ExpressionId.parse("us-ct/cgs/54-95c/eng@2021-10-01~2026-11-25"))
        '2021-10-01~2026-11-25'
    """
    return expression.label.removeprefix("eng@")


def of_version(expression: ExpressionId) -> str:
    """Give the page of one record of a text, which never changes."""
    return f"{expression.work}/{version_name(expression)}/{HOME}"


def of_redline(old: ExpressionId, new: ExpressionId) -> str:
    """Give the page that compares two texts of one work."""
    return f"{old.work}/diff/{pair_name(old, new)}/{HOME}"


def pair_name(old: ExpressionId, new: ExpressionId) -> str:
    """Name two texts of one work that are compared.

    Example:
        >>> from statuteline.model.ids import ExpressionId
        >>> old, new = (f"us-ct/cgs/1-2/eng@{day}" for day in ("2013-10-01", "2021-10-01"))
        >>> pair_name(ExpressionId.parse(old), ExpressionId.parse(new))
        '2013-10-01..2021-10-01'
    """
    return f"{version_name(old)}..{version_name(new)}"


def of_redline_file(old: ExpressionId, new: ExpressionId, ending: str) -> str:
    """Give a file beside the page that compares two texts, which holds the same."""
    name = f"{old.work.number}_{version_name(old)}_{version_name(new)}"
    return f"{old.work}/diff/{pair_name(old, new)}/{name}.{ending}"


def of_pairs(work: WorkId) -> str:
    """Give the page on which any two texts of a work are chosen and compared.

    A work has it if it has more than one record.
    """
    return f"{work}/diff/{HOME}"


def of_pair(old: ExpressionId, new: ExpressionId) -> str:
    """Give the place on the page of pairs at which a script shows these two texts."""
    return f"{of_pairs(old.work)}#{pair_name(old, new)}"


def of_pair_data(old: ExpressionId, new: ExpressionId) -> str:
    """Give the file from which that script shows them."""
    return f"{old.work}/diff/{pair_name(old, new)}.json"


def of_words(expression: ExpressionId) -> str:
    """Give the file of a text's words, against which that script checks what it shows."""
    return f"{expression.work}/diff/{version_name(expression)}.json"


def of_matrix(act: WorkId) -> str:
    """Give the page that follows an act from statement to text to code."""
    return f"{act}/matrix/{HOME}"


def of_decisions(jurisdiction: str) -> str:
    """Give the page that lists the decisions of a jurisdiction."""
    return f"{jurisdiction}/{_LAW}/{HOME}"


def of_holes(act: WorkId) -> str:
    """Give the page that shows only what is open in the matrix of an act."""
    return f"{act}/matrix/open/{HOME}"


def of_coverage() -> str:
    """Give the page that tells how complete the trace is."""
    return f"{_TRACE}/{HOME}"


def of_links(encoding: str) -> str:
    """Give the page that lists the links of an encoding with the law.

    Example:
        >>> of_links("us-ct/vacatur")
        'trace/us-ct/vacatur/index.html'
    """
    return f"{_TRACE}/{encoding}/{HOME}"


def of_decision(encoding: str) -> str:
    """Give the page of a decision.

    Args:
        encoding: Its name. One that a document gives may have any characters: those that
            an address cannot have, and steps of dots alone, are written by number.

    Example:
        >>> of_decision("us-ct/vacatur")
        'us-ct/law/vacatur/index.html'
        >>> of_decision("us-ct/../a b")
        'us-ct/law/~2E~2E/a~20b/index.html'
    """
    return f"{_folder(encoding)}/{HOME}"


def of_decision_text(encoding: str, start: date) -> str:
    """Give the page of a decision under the text that began on a day."""
    return f"{_folder(encoding)}/{start}/{HOME}"


def of_rule(encoding: str, start: date) -> str:
    """Give the file with a decision under one text, as JSON."""
    return f"{_folder(encoding)}/{start}/rule.json"


def of_json_logic(encoding: str, start: date) -> str:
    """Give the file with a decision under one text, in JSON-Logic."""
    return f"{_folder(encoding)}/{start}/json-logic.json"


def of_impact(encoding: str, before: date, after: date) -> str:
    """Give the page of what changed for people between two texts, by their first days."""
    return f"{_folder(encoding)}/impact/{before}..{after}/{HOME}"


def of_provision(page: str, ref: ProvisionRef) -> str:
    """Give a provision on a page of its work; the page itself for a whole work."""
    return f"{page}#{ref.eid}" if ref.eid is not None else page


def href(to: str, *, start: str) -> str:
    """Write a link from one page to another, or to a file, as a relative address.

    Args:
        to: Where it leads, from the root of the site's law; it may have a fragment.
        start: The page that holds it.

    Example:
        >>> href("us-ct/cgs/1-2/index.html#sec_1-2", start="us-ct/pa/21-103/index.html")
        '../../cgs/1-2/index.html#sec_1-2'
        >>> href("a/index.html#b", start="a/index.html")
        '#b'
    """
    path, mark, fragment = to.partition("#")
    if path == start and mark:
        return f"#{fragment}"
    here, there = start.split("/")[:-1], path.split("/")
    shared = 0
    # As posixpath.relpath, which asks for the folder of the process each time.
    for step, other in zip(here, there[:-1], strict=False):
        if step != other:
            break
        shared += 1
    steps = (*(".." for _ in here[shared:]), *there[shared:])
    return "/".join(steps) + mark + fragment


def _folder(encoding: str) -> str:
    first, *steps = map(_step, encoding.split("/"))
    return "/".join((first, _LAW, *steps))


def _step(words: str) -> str:
    """Write any words as one step of an address."""
    if not words.strip("."):
        return "~2E" * len(words) or "~"
    return quote(words.replace("~", "\0"), safe="").replace("%", "~").replace("~00", "~7E")
