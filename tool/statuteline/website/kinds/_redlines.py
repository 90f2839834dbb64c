"""Redlines of a statute: each text beside the one before, and the first beside the last."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from statuteline.audit.cited import act_cited
from statuteline.history.log import log
from statuteline.model.work import EventKind
from statuteline.publish import render_bytes
from statuteline.publish._html_parts import walkable_parts
from statuteline.publish._wording import counted_words, label, when
from statuteline.website import addresses
from statuteline.website.base import Alternate, Asset, Content, Crumb, Page
from statuteline.website.kinds._standing import named
from statuteline.website.kinds._text import crumbs, place_of
from statuteline.website.templates import filled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.model.ids import ExpressionId, ProvisionRef
    from statuteline.model.work import Expression
    from statuteline.website.base import Item
    from statuteline.website.source import Source, WorkTexts

    Pair: TypeAlias = tuple[ExpressionId, ExpressionId]

_SCRIPT: Final = "assets/redline.mjs"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FORMS: Final = (
    ("docx", "docx", _WORD, "Word, with tracked changes"),
    ("html", "html", "text/html", "One page by itself, for print and mail"),
    ("text", "txt", "text/plain", "Plain text with marks"),
    ("json", "json", "application/json", "JSON, for programs"),
)
"""Of each form of a comparison: the format, the ending of its file, its type, its name."""
_DONE: Final = {
    EventKind.GENERATION: "enacted",
    EventKind.AMENDMENT: "amended",
    EventKind.REPEAL: "repealed",
}
_UNNAMED: Final = "An act that our sources do not name"


class Step(NamedTuple):
    """What happened between two texts, once, and who did it.

    Args:
        day: When; None while that is not known.
        by: A day on which it had happened, where the day itself is not known.
        done: What was done, in one word; empty where no event tells.
        acts: How each act section is cited, with its page; None for one without.
    """

    day: date | None
    by: date | None
    done: str
    acts: tuple[tuple[str, str | None], ...]


def redline_items(source: Source, ids: tuple[ExpressionId, ...]) -> Iterator[Item]:
    """List the redlines of a statute that are pages, and the files beside them."""
    for pair in written_pairs(ids):
        yield Page(
            path=addresses.of_redline(*pair), write=partial(_page, source, pair, ids)
        )
        for name, ending, _, _ in _FORMS if source.settings.files else ():
            yield Asset(
                path=addresses.of_redline_file(*pair, ending),
                write=partial(_file, source, pair, name),
            )


def step_pairs(ids: tuple[ExpressionId, ...]) -> tuple[Pair, ...]:
    """Pair each text with the one before it, as their newest records have them.

    Args:
        ids: All records of a work, oldest version first.
    """
    return tuple(pairwise({one.version: one for one in ids}.values()))


def ends_pair(ids: tuple[ExpressionId, ...]) -> Pair | None:
    """Pair the first text with the last; None if they are neighbours, or one."""
    steps = step_pairs(ids)
    return (steps[0][0], steps[-1][1]) if len(steps) > 1 else None


def written_pairs(ids: tuple[ExpressionId, ...]) -> tuple[Pair, ...]:
    """Choose the pairs whose redlines are pages: neighbours, then the ends."""
    ends = ends_pair(ids)
    return (*step_pairs(ids), ends) if ends else step_pairs(ids)


def told(text: Expression) -> str:
    """Say from when a text counts, as a sentence without its stop."""
    words = when(text)
    return words[:1].upper() + words[1:]


def crumbs_to(source: Source, of: WorkTexts) -> tuple[Crumb, ...]:
    """Name the pages above a comparison."""
    work = Crumb(path=addresses.of_work(of.work), title=of.cited)
    return (*crumbs(source, of.work), work)


def _page(source: Source, pair: Pair, ids: tuple[ExpressionId, ...]) -> Content:
    of = source.texts_of(pair[1].work)
    old, new = map(of.text, pair)
    comparison = of.comparison(old, new)
    path = addresses.of_redline(*pair)
    names = f"the {named(old)} and the {named(new)}"
    forms = tuple(
        Alternate(path=addresses.of_redline_file(*pair, ending), media=media, title=title)
        for _, ending, media, title in (_FORMS if source.settings.files else ())
    )
    return Content(
        title=f"{of.cited}: {names} compared",
        body=filled(
            "redline.html",
            path,
            cited=of.cited,
            title=new.title,
            notice=source.corpus.settings.notice,
            at=source.settings.at,
            address=f"{source.settings.address}{path.removesuffix(addresses.HOME)}",
            texts=[
                (name, one.id, label(one), told(one))
                for name, one in (("Old text", old), ("New text", new))
            ],
            parts=walkable_parts(comparison),
            words=counted_words(comparison),
            steps=_steps(source, of, old, new),
            forms=forms,
            near=_near(pair, ids),
            work=of.work,
        ),
        description=f"What changed in {of.cited} between {names}, word by word.",
        alternates=forms,
        scripts=(_SCRIPT,),
        changed=new.start,
        crumbs=crumbs_to(source, of),
    )


def _file(source: Source, pair: Pair, name: str) -> bytes:
    of = source.texts_of(pair[1].work)
    return render_bytes(of.comparison(*map(of.text, pair)), name)


def _near(pair: Pair, ids: tuple[ExpressionId, ...]) -> list[tuple[str, Pair]]:
    """Name the redlines beside one: those before and behind it, and that of the ends."""
    steps, ends = step_pairs(ids), ends_pair(ids)
    if pair not in steps:
        return [("Step by step, from the first change", steps[0])]
    at = steps.index(pair)
    near = []
    if at > 0:
        near.append(("The comparison before", steps[at - 1]))
    if at + 1 < len(steps):
        near.append(("The comparison after", steps[at + 1]))
    if ends is not None:
        near.append(("From the first text to the last", ends))
    return near


def _steps(
    source: Source, of: WorkTexts, old: Expression, new: Expression
) -> tuple[Step, ...]:
    """Tell what made each text between two, as their records name it."""
    made = {one.id for one in of.steps(old, new)}
    return tuple(
        Step(
            day=entry.day,
            by=entry.by,
            done=_DONE[entry.kind] if entry.kind else "",
            acts=tuple(_act(source, act) for act in entry.acts or (None,)),
        )
        for entry in log(of.records)
        if entry.expression is not None
        and entry.expression.id in made
        and entry.kind is not EventKind.ERRATUM
    )


def _act(source: Source, act: ProvisionRef | None) -> tuple[str, str | None]:
    if act is None:
        return _UNNAMED, None
    return act_cited(source.corpus, act), place_of(source, act)
