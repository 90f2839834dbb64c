"""Names of works, expressions and provisions: parsed once, printed one way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from statuteline.errors import IdentifierError

_JURISDICTION = r"[a-z]{2}(?:-[a-z0-9]+)*"
_SERIES = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_NUMBER = r"[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*"
_WORK = re.compile(rf"({_JURISDICTION})/({_SERIES})/({_NUMBER})", re.ASCII)
_EXPRESSION = re.compile(
    r"(.+)/([a-z]{3})@(\d{4}-\d{2}-\d{2})(?:~(\d{4}-\d{2}-\d{2})(?:\.([2-9]|[1-9]\d+))?)?",
    re.ASCII,
)
_STEP = rf"[a-z]+(?:_{_NUMBER})?"
_EID = re.compile(rf"{_STEP}(?:__{_STEP})*", re.ASCII)
_WID = re.compile(rf"({_STEP}(?:__{_STEP})*)(@\d{{4}}(?:-\d{{2}}-\d{{2}})?)?", re.ASCII)


def parse_date(text: str) -> date:
    """Read an ISO date.

    Args:
        text: ``YYYY-MM-DD``.

    Returns:
        The calendar day.

    Raises:
        IdentifierError: If the text is no such day.

    Example:
        >>> parse_date("2021-10-01")
        datetime.date(2021, 10, 1)
    """
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise IdentifierError(
        f"{text!r} is not a date", hint="write dates as YYYY-MM-DD, for example 2021-10-01"
    )


@dataclass(frozen=True, slots=True, order=True)
class WorkId:
    """A work: one statute section, one act, one summary.

    Args:
        jurisdiction: Such as ``us-ct``.
        series: The code or kind of document, such as ``cgs`` or ``pa``.
        number: The number inside the series, such as ``54-95c``.

    Example:
        >>> str(WorkId.parse("us-ct/cgs/54-95c"))
        'us-ct/cgs/54-95c'
    """

    jurisdiction: str
    series: str
    number: str

    @classmethod
    def parse(cls, text: str) -> WorkId:
        """Read the short form ``jurisdiction/series/number``.

        Raises:
            IdentifierError: If the text has another shape.
        """
        match = _WORK.fullmatch(text)
        if match is None:
            raise IdentifierError(
                f"{text!r} is not a work id",
                hint="a work id looks like us-ct/cgs/54-95c",
            )
        return cls(*match.groups())

    def __str__(self) -> str:
        return f"{self.jurisdiction}/{self.series}/{self.number}"


@dataclass(frozen=True, slots=True, order=True)
class ExpressionId:
    """The text of a work in one language from one date.

    Args:
        work: The work.
        language: ISO 639-2 code, such as ``eng``.
        version: The date in the file name: the commencement where it is known,
            otherwise the date of enactment or receipt. Of a draft, which has no date,
            the day on which it was read.
        corrected: The day a corrected record of the same text was made; None for
            the first record.
        turn: Which corrected record of that day it is, from 1.

    Example:
        >>> str(ExpressionId.parse("us-ct/cgs/54-95c/eng@2021-10-01").version)
        '2021-10-01'
    """

    work: WorkId
    language: str
    version: date
    corrected: date | None = None
    turn: int = 1

    @classmethod
    def parse(cls, text: str) -> ExpressionId:
        """Read ``work/language@date``, with ``~date`` for a corrected record.

        A further one of the same day has its count behind it: ``~date.2``.

        Raises:
            IdentifierError: If the text has another shape or names no real day.
        """
        match = _EXPRESSION.fullmatch(text)
        if match is None:
            raise IdentifierError(
                f"{text!r} is not an expression id",
                hint="an expression id looks like us-ct/cgs/54-95c/eng@2021-10-01",
            )
        work, language, version, corrected, turn = match.groups()
        return cls(
            WorkId.parse(work),
            language,
            parse_date(version),
            parse_date(corrected) if corrected else None,
            int(turn or 1),
        )

    @property
    def in_time(self) -> tuple[date, date, int]:
        """A key that sorts texts by version, and a correction behind what it corrects."""
        return self.version, self.corrected or date.min, self.turn

    @property
    def label(self) -> str:
        """The part behind the work: the file name without its ending."""
        turn = f".{self.turn}" if self.turn > 1 else ""
        tail = f"~{self.corrected}{turn}" if self.corrected else ""
        return f"{self.language}@{self.version}{tail}"

    def __str__(self) -> str:
        return f"{self.work}/{self.label}"


@dataclass(frozen=True, slots=True, order=True)
class EId:
    """The address of a provision inside one expression.

    Args:
        text: Steps joined by two underscores, each a short level name and a number.

    Example:
        >>> EId.parse("sec_54-95c__subsec_d__subdiv_2").parent
        EId(text='sec_54-95c__subsec_d')

    Source:
        OASIS Akoma Ntoso Naming Convention 1.0, section 5, with the abbreviation
        ``subdiv`` for Connecticut's subdivisions.
    """

    text: str

    @classmethod
    def parse(cls, text: str) -> EId:
        """Read an eId.

        Raises:
            IdentifierError: If the text has another shape.
        """
        if _EID.fullmatch(text) is None:
            raise IdentifierError(
                f"{text!r} is not an eId",
                hint="an eId looks like sec_54-95c__subsec_d__subdiv_2",
            )
        return cls(text)

    @property
    def parent(self) -> EId | None:
        """The address one level up; None at the top."""
        head, separator, _ = self.text.rpartition("__")
        return EId(head) if separator else None

    @property
    def steps(self) -> tuple[str, ...]:
        """The single steps, outermost first."""
        return tuple(self.text.split("__"))

    def child(self, prefix: str, number: str) -> EId:
        """Address a provision one level down.

        Args:
            prefix: The level's abbreviation, such as ``subsec``.
            number: The bare number, such as ``d``.
        """
        return EId.parse(f"{self.text}__{prefix}_{number}")

    def contains(self, other: EId) -> bool:
        """Tell whether another address lies at or below this one."""
        return other.text == self.text or other.text.startswith(f"{self.text}__")

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, order=True)
class WId:
    """The id a provision keeps when it is renumbered: its first eId in this work.

    A later provision that takes over an eId already spent gets the same words with
    ``@`` and the date of its own first appearance.
    """

    text: str

    @classmethod
    def parse(cls, text: str) -> WId:
        """Read a wId.

        Raises:
            IdentifierError: If the text has another shape.

        Example:
            >>> str(WId.parse("sec_53a-192a__subsec_b@2021-10-01"))
            'sec_53a-192a__subsec_b@2021-10-01'
        """
        if _WID.fullmatch(text) is None:
            raise IdentifierError(
                f"{text!r} is not a wId",
                hint="a wId is an eId, with @ and a date where the eId was used before",
            )
        return cls(text)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, order=True)
class ProvisionRef:
    """A work, or one provision of it, whatever its date.

    Args:
        work: The work.
        eid: The provision; None for the whole work.
    """

    work: WorkId
    eid: EId | None = None

    def __str__(self) -> str:
        return f"{self.work}#{self.eid}" if self.eid else str(self.work)
