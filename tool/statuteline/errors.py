"""The one family of errors, drawn once: what went wrong, where, and what to do.

Answers that a user must expect (a section not in force, a date unknown) are values
and never appear here.
"""

from __future__ import annotations


class StatutelineError(Exception):
    """Something could not be done; carries what, where and what to do next.

    Args:
        what: The fault in one sentence, without a final full stop needed.
        where: The place: a file and line, an id, an option. Empty if there is none.
        hint: What the reader can do, naming the nearest valid choice. May be empty.
    """

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        lines = [self.what]
        if self.where:
            lines.append(f"  where: {self.where}")
        if self.hint:
            lines.append(f"  hint:  {self.hint}")
        return "\n".join(lines)


class IdentifierError(StatutelineError):
    """Words that are not an id, a citation or a date."""


class CorpusError(StatutelineError):
    """The corpus is not as it promises to be."""


class FormatError(StatutelineError):
    """A file is of a format that this version does not read, such as a newer one."""


class WorkNotFoundError(CorpusError):
    """No such work in this corpus."""


class ProvisionNotFoundError(CorpusError):
    """The text has no such provision."""


class MalformedXmlError(CorpusError):
    """A file is not XML that we accept."""


class SchemaViolationError(CorpusError):
    """A file is XML, but not Akoma Ntoso as this corpus writes it."""


class ImmutableExpressionError(CorpusError):
    """An expression that is already recorded would be changed."""


class SealError(StatutelineError):
    """A seal or a key is not as it must be, or no seal can be made."""


class HeldError(CorpusError):
    """A folder cannot be held for writing: somebody else does, or no lock can be kept."""


class QueryError(StatutelineError):
    """Words to look for that make no query."""


class SelfCheckError(StatutelineError):
    """A comparison did not give both texts back, so it is withheld."""


class SourceError(StatutelineError):
    """A publisher's document is not as its importer expects."""


class PullError(StatutelineError):
    """A publisher's pages cannot be fetched."""


class DraftError(StatutelineError):
    """A file that somebody wants compared cannot be read as a text."""


class PdfError(StatutelineError):
    """A PDF file cannot be read."""


class RuleError(StatutelineError):
    """An encoding does not say what it must."""


class FactsError(StatutelineError):
    """The facts of a case cannot be understood."""


class PluginError(StatutelineError):
    """A plug-in module does not offer what its folder requires."""


class EngineError(StatutelineError):
    """An engine could not do the work that it was given."""
