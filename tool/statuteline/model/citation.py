"""Citations as people type them, read by a jurisdiction's own forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from statuteline.errors import IdentifierError
from statuteline.model.ids import EId, WorkId
from statuteline.model.numbers import filled

if TYPE_CHECKING:
    from statuteline.model.numbers import NumberShape

_LABEL = re.compile(r"\(([0-9A-Za-z]+)\)")
_PORTION = r"(?P<portion>(?: ?\([0-9A-Za-z]+\))*)"
_SHORT = re.compile(r"([^()\s/]+/[^()\s/]+/[^()\s/]+)" + _PORTION)
_HINT = "write 54-95c, us-ct/cgs/54-95c, 'C.G.S. § 54-95c(d)(2)' or 'P.A. 21-103, S. 7'"
_LONGEST = 300
"""Characters: far longer than any citation; what is longer is some other text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesForms:
    """How the works of one series are cited.

    Args:
        series: The series, such as ``cgs``.
        forms: Patterns as the jurisdiction's settings have them: regular
            expressions in which ``{portion}`` stands for bracketed labels,
            ``{section}`` for a section of an act, and ``{number}``, ``{year}`` and
            ``{session}`` for what the number of a work is made of. Spaces match any
            white space.
        number: How the number of a work is made.
        printed: The form to print, with the same names.
        printed_section: The form to print for one section of an act; empty for
            series whose works have no numbered sections of their own.
    """

    series: str
    forms: tuple[str, ...]
    number: NumberShape
    printed: str
    printed_section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationForms:
    """All citation forms of one jurisdiction, in the order they are tried.

    A series whose numbers have several shapes stands there once for each.
    """

    jurisdiction: str
    series: tuple[SeriesForms, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A work, and perhaps a part of it, as somebody named it.

    Args:
        work: The work.
        labels: Bare numbers below its top: ``("d", "2")`` for (d)(2).
        section: A section of an act, as in ``S. 7``; None for none.
        eid: An address, where one was typed in place of labels.
    """

    work: WorkId
    labels: tuple[str, ...] = ()
    section: str | None = None
    eid: EId | None = None


def parse_citation(text: str, jurisdictions: tuple[CitationForms, ...]) -> Citation:
    """Read a citation in any form that a jurisdiction knows.

    Args:
        text: Such as ``54-95c``, ``us-ct/cgs/54-95c#sec_54-95c__subsec_d``,
            ``C.G.S. § 54-95c(d)(2)`` or ``P.A. 21-103, S. 7``.
        jurisdictions: The forms to try, in order.

    Returns:
        What it names. Whether that exists is for the caller to find out.

    Raises:
        IdentifierError: If no form fits, the text is longer than any citation, or it
            names a part twice: by labels and by address.
    """
    # One space for any white space, the no-break space behind § included.
    wanted = " ".join(text.split())
    if len(wanted) > _LONGEST:
        raise IdentifierError(
            f"A text of {len(wanted)} characters is not a citation", hint=_HINT
        )
    path, mark, address = wanted.partition("#")
    found = _work_cited(path, jurisdictions)
    if found is None:
        raise IdentifierError(
            f"{wanted!r} is not a citation that this corpus can read", hint=_HINT
        )
    if not mark:
        return found
    if found.labels or found.section:
        raise IdentifierError(
            f"{wanted!r} names a part twice, before and behind #", hint="keep one of them"
        )
    return Citation(work=found.work, eid=EId.parse(address))


def _work_cited(text: str, jurisdictions: tuple[CitationForms, ...]) -> Citation | None:
    short = _SHORT.fullmatch(text)
    if short is not None:
        return Citation(
            work=WorkId.parse(short.group(1)),
            labels=tuple(_LABEL.findall(short.group("portion"))),
        )
    for forms in jurisdictions:
        for series in forms.series:
            found = _match(text, series, forms.jurisdiction)
            if found is not None:
                return found
    return None


def print_citation(citation: Citation, shapes: tuple[SeriesForms, ...]) -> str:
    """Print a citation in its series' own form.

    Args:
        citation: What to print; an ``eid`` is printed behind ``#``.
        shapes: The forms of its series, one for each shape of number.

    Returns:
        Words that :func:`parse_citation` reads back as the same citation. Where the
        number has none of the shapes, they open with the id of the work.
    """
    portion = "".join(f"({label})" for label in citation.labels)
    words = f"{citation.work}{portion}"
    for series in shapes:
        parts = series.number.parts(citation.work.number)
        if parts is not None:
            form = series.printed_section if citation.section else series.printed
            beside = {"portion": portion, "section": citation.section or ""}
            words = filled(form, parts | beside)
            break
    return f"{words}#{citation.eid}" if citation.eid else words


@cache
def form_pattern(form: str, number: NumberShape) -> re.Pattern[str]:
    """Make the pattern of one form.

    Args:
        form: The form as the settings have it.
        number: How the numbers of its series are made.

    Returns:
        A pattern for words in which every run of white space is one space.

    Raises:
        re.error: If the form or the number is no regular expression.
    """
    return re.compile(
        number.pattern(form)
        .replace("{portion}", _PORTION)
        .replace("{section}", r"(?P<section>\d+[a-z]*)"),
        re.ASCII | re.IGNORECASE,
    )


def _match(text: str, series: SeriesForms, jurisdiction: str) -> Citation | None:
    for form in series.forms:
        match = form_pattern(form, series.number).fullmatch(text)
        if match is None:
            continue
        parts = {name: words for name, words in match.groupdict().items() if words}
        return Citation(
            work=WorkId(jurisdiction, series.series, series.number.made_of(parts)),
            labels=tuple(_LABEL.findall(parts.get("portion", ""))),
            section=parts.get("section"),
        )
    return None
