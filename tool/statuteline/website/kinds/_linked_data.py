"""Linked data about a statute and its texts, in the words of schema.org.

Source:
    https://schema.org/Legislation, whose terms follow the European Legislation
    Identifier. It has no word for a day of commencement that is not known, so none is
    given then; nor for the day of adoption, which our sources give of no section.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from statuteline.audit.cited import act_cited
from statuteline.history.in_force import TextInForce
from statuteline.history.standing import StandingKind
from statuteline.publish._wording import language_of
from statuteline.website import addresses
from statuteline.website.kinds._downloads import alternates

if TYPE_CHECKING:
    from statuteline.model.interval import Interval
    from statuteline.model.work import Expression
    from statuteline.website.source import Source, WorkTexts

_Entry: TypeAlias = dict[str, Any]
_SCHEMA = "https://schema.org"


def statute_data(source: Source, of: WorkTexts) -> str:
    """Describe a statute: the section itself, and each of its texts."""
    answer = of.answer
    path = addresses.of_work(of.work)
    is_law = isinstance(answer, TextInForce)
    data = _work(source, of, path)
    data["legislationLegalForce"] = _force(is_law=is_law)
    if isinstance(answer, TextInForce):
        text = answer.expression
        data |= _version(source, text, answer.interval)
    data["workExample"] = [
        {
            "@type": "Legislation",
            **_at(source, addresses.of_version(one.id)),
            **_version_day(one),
        }
        for one in of.texts
    ]
    return written(data)


def text_data(source: Source, of: WorkTexts, text: Expression) -> str:
    """Describe one text of a statute."""
    standing = next(one for one in of.standings if one.expression is text)
    days = standing.interval if standing.kind is StandingKind.DATED else None
    data = _work(source, of, addresses.of_version(text.id))
    data["legislationLegalForce"] = _force(is_law=days is not None and of.at in days)
    data |= _version(source, text, days)
    data["exampleOfWork"] = {
        "@type": "Legislation",
        "name": of.cited,
        **_at(source, addresses.of_work(of.work)),
    }
    return written(data)


def written(data: _Entry) -> str:
    r"""Write JSON that cannot end the element that it stands in.

    Example:
        >>> written({"name": "</script>"})
        '{"name":"\\u003c/script>"}'
    """
    plain = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return (
        plain.replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def _work(source: Source, of: WorkTexts, path: str) -> _Entry:
    uris = source.corpus.uris
    series = uris.series(of.work)
    place = next(one for one in uris.jurisdictions if one.id == of.work.jurisdiction)
    return {
        "@context": _SCHEMA,
        "@type": "Legislation",
        **_at(source, path),
        "name": f"{of.cited} {of.texts[-1].title}",
        "legislationIdentifier": uris.of_work(of.work),
        "legislationType": "section of a statute",
        "legislationJurisdiction": {"@type": "AdministrativeArea", "name": place.name},
        "isPartOf": {"@type": "Legislation", "name": series.title},
    }


def _version(source: Source, text: Expression, days: Interval | None) -> _Entry:
    acts = dict.fromkeys(
        act_cited(source.corpus, event.act)
        for event in text.own_events
        if event.act is not None
    )
    found: _Entry = {"inLanguage": language_of(text), **_version_day(text)}
    if days is not None and text.by is None:
        last = days.end - timedelta(days=1) if days.end else None
        found["temporalCoverage"] = f"{days.start}/{last or '..'}"
    if acts:
        found["legislationConsolidates"] = [
            {"@type": "Legislation", "legislationIdentifier": name} for name in acts
        ]
    found["encoding"] = [
        {
            "@type": "LegislationObject",
            "encodingFormat": one.media,
            **_content(source, one.path),
            "legislationLegalValue": f"{_SCHEMA}/UnofficialLegalValue",
        }
        for one in alternates(source, text.id)
    ]
    found["encoding"][0]["sha256"] = source.texts_of(text.id.work).digest(text.id)
    return found


def _version_day(text: Expression) -> _Entry:
    day = text.known_start
    return {"legislationDateVersion": day.isoformat()} if day else {}


def _force(*, is_law: bool) -> str:
    return f"{_SCHEMA}/{'InForce' if is_law else 'NotInForce'}"


def _at(source: Source, path: str) -> _Entry:
    """Name the page, where the address of the site is known."""
    address = source.settings.address
    return {"@id": address + path, "url": address + path} if address else {}


def _content(source: Source, path: str) -> _Entry:
    address = source.settings.address
    return {"contentUrl": address + path} if address else {}
