"""The names that reader and writer of Akoma Ntoso share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from statuteline.model.formats import check_name
from statuteline.model.provision import Coverage
from statuteline.model.work import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def check_own(namespaces: Iterable[str], where: str) -> None:
    """Refuse a text whose own data a newer program wrote, by the namespace it states.

    Args:
        namespaces: Those that its root declares.
        where: The file, for messages.

    Raises:
        FormatError: If one of them is a newer one of ours.
    """
    for one in namespaces:
        check_name(one, OWN, where)


def own(name: str) -> str:
    """Qualify a name of our own namespace for lxml."""
    return f"{{{OWN}}}{name}"
