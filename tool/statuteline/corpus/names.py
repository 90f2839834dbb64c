"""The names that reader and writer of Akoma Ntoso share."""

from __future__ import annotations

from typing import Final

from statuteline.model.provision import Coverage
from statuteline.model.work import Kind

AKN: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN: Final = "https://statuteline.dev/ns/1"
"""Our own data, under ``meta/proprietary`` only."""

ROOT_OF_KIND: Final = {
    Kind.STATUTE_SECTION: "act",
    Kind.PUBLIC_ACT: "act",
    Kind.SUMMARY: "doc",
    Kind.FAQ: "doc",
    Kind.DRAFT: "doc",
}
STATUS_OF_COVERAGE: Final = {
    Coverage.NOT_RESTATED: "incomplete",
    Coverage.REMOVED: "removed",
}
COVERAGE_OF_STATUS: Final = {status: c for c, status in STATUS_OF_COVERAGE.items()}

WHOLE_TEXT: Final = "tg_1"
"""The temporal group that says when the whole text is in force."""

UNKNOWN_ACT: Final = "#unknown-act"
"""The source of an event whose act our documents do not name."""


def akn(name: str) -> str:
    """Qualify an Akoma Ntoso element name for lxml."""
    return f"{{{AKN}}}{name}"


def own(name: str) -> str:
    """Qualify a name of our own namespace for lxml."""
    return f"{{{OWN}}}{name}"
