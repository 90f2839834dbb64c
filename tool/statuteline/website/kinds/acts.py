"""Acts: what each section does and from when, beside the law, the code and the proof."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from statuteline.audit.cited import act_cited, work_cited
from statuteline.model.commencement import first_day
from statuteline.model.ids import ProvisionRef
from statuteline.model.work import Kind
from statuteline.publish._wording import commencing
from statuteline.website import addresses
from statuteline.website.base import Content, Page, PageKind, Section
from statuteline.website.kinds._bands import bands
from statuteline.website.kinds._leads import redline_of
from statuteline.website.kinds._said import acts_named, documents_about
from statuteline.website.kinds._text import crumbs, text_html
from statuteline.website.kinds._traced import acts_traced
from statuteline.website.templates import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.commencement import Commencement
    from statuteline.model.ids import WorkId
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression
    from statuteline.website.base import Item
    from statuteline.website.kinds._bands import Band
    from statuteline.website.source import Source

SCRIPT = "assets/act.mjs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """A statute that a section of the act amends.

    Args:
        work: The statute.
        cited: The same as it is cited.
        held: Whether this corpus holds it.
        text: The text that the section made; None where none is held.
        redline: The page that compares it with the one before; None where there is none.
        others: The other act sections that made the same text, as they are cited.
    """

    work: WorkId
    cited: str
    held: bool
    text: Expression | None
    redline: str | None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActSection:
    """A section of an act.

    Args:
        provision: The section.
        cited: The section as it is cited.
        commencing: From when it has effect, in words.
        known: Whether that day is known.
        notes: What is to be known of where that was read.
        amended: What it amends.
    """

    provision: Provision
    cited: str
    commencing: str
    known: bool
    notes: tuple[str, ...]
    amended: tuple[Amended, ...]


def _items(source: Source) -> Iterator[Item]:
    for work in source.works_of(Kind.PUBLIC_ACT):
        yield Page(path=addresses.of_work(work), write=partial(_page, source, work))


def _page(source: Source, work: WorkId) -> Content:
    path = addresses.of_work(work)
    of = source.texts_of(work)
    act, cited = of.records[-1], of.cited
    sections = tuple(_section(source, act, one) for one in act.body)
    found = bands(source, act, path)
    documents = documents_about(source, work)
    law = text_html(source, act, path, rank=3)
    return Content(
        title=f"{cited} {act.title}",
        body=filled(
            "act.html",
            path,
            cited=cited,
            act=act,
            traced=work in acts_traced(source),
            notice=source.corpus.settings.notice,
            sections=sections,
            bands=[(_title(source, band), band) for band in found],
            documents=[(one, work_cited(source.corpus, one.id.work)) for one in documents],
            others=[
                *(work_cited(source.corpus, one) for one in acts_named(source, documents)),
            ],
            law=law,
        ),
        description=f"{cited}, {act.title}: what each section does, from when, and what "
        "followed in law and code.",
        sections=(
            Section(anchor="sections", title="What each section does, and from when"),
            *((Section(anchor="beside", title="Beside the law"),) if found else ()),
            Section(anchor="the-text", title="Text"),
        ),
        scripts=(SCRIPT,) if found else (),
        searched=law,
        changed=act.start,
        crumbs=crumbs(source, work),
    )


def _section(source: Source, act: Expression, one: Provision) -> ActSection:
    ref = ProvisionRef(act.id.work, one.eid)
    commencement = one.commencement or act.commencement
    return ActSection(
        provision=one,
        cited=act_cited(source.corpus, ref),
        commencing=_begins(commencement),
        known=commencement is not None and first_day(commencement) is not None,
        notes=tuple(
            note.note for note in act.evidence if note.about.contains(one.eid) and note.note
        ),
        amended=tuple(
            _amended(source, ref, work)
            for work in dict.fromkeys(
                change.destination.work for change in act.modifications if change.act == ref
            )
        ),
    )


def _begins(commencement: Commencement | None) -> str:
    if commencement is None:
        return "From when it has effect is not in this record"
    words = commencing(commencement)
    return words[:1].upper() + words[1:]


def _amended(source: Source, ref: ProvisionRef, work: WorkId) -> Amended:
    cited = work_cited(source.corpus, work)
    if not source.corpus.holds(work):
        return Amended(work=work, cited=cited, held=False, text=None, redline=None)
    texts = source.texts_of(work).texts
    whole = ProvisionRef(ref.work, None)  # what a record names that knows no section
    made = next(
        (place for place, one in enumerate(texts) if {ref, whole} & {*_makers(one)}), None
    )
    if made is None:
        return Amended(work=work, cited=cited, held=True, text=None, redline=None)
    new = texts[made]
    old = texts[made - 1] if made else None
    return Amended(
        work=work,
        cited=cited,
        held=True,
        text=new,
        redline=redline_of(source, old.id, new.id) if old is not None else None,
        others=tuple(
            act_cited(source.corpus, one) for one in _makers(new) if one.work != ref.work
        ),
    )


def _makers(text: Expression) -> tuple[ProvisionRef, ...]:
    """List the act sections that made a text, as its events and its changes name them."""
    events = (event.act for event in text.own_events)
    named = (*events, *(change.act for change in text.modifications))
    return tuple(dict.fromkeys(one for one in named if one is not None))


def _title(source: Source, band: Band) -> str:
    """Name the sections of a band: ``§ 2``, or ``§§ 3, 4 and 5``."""
    numbers = [
        ref.eid.text.partition("_")[2] for ref in band.sections if ref.eid is not None
    ]
    if not numbers:
        return act_cited(source.corpus, band.sections[0])
    *first, last = numbers
    return f"§§ {', '.join(first)} and {last}" if first else f"§ {last}"


KIND = PageKind(
    summary="Acts, beside what is said of them, what they changed and the code.",
    order=30,
    items=_items,
)
