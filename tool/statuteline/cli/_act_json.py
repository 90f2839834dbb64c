"""What ``act`` says of acts for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from statuteline.cli._output import write_json

if TYPE_CHECKING:
    from statuteline.acts.changes import Change, Worked
    from statuteline.acts.clause import ActSections, Deed, Portion, Stretch, Target
    from statuteline.acts.on_corpus import ActWorked
    from statuteline.acts.two_sides import Check

Entry = dict[str, Any]
_DOES = {
    "Amends": "amends",
    "Adds": "adds",
    "Repeals": "repeals",
    "Rewords": "rewords",
    "MakesNew": "makes new",
    "Uncodified": "uncodified",
    "Unread": "unread",
}


def write_acts(
    acts: tuple[ActWorked, ...], made: tuple[str, ...] | None, *, dry_run: bool
) -> None:
    """Write how each change of each act stands.

    Args:
        acts: The acts.
        made: The ids that are recorded, or would be; None where none is asked for.
        dry_run: Whether nothing was written.
    """
    write_json(
        "act",
        {
            "acts": [_act(one) for one in acts],
            "recorded": None if made is None else list(made),
            "dry_run": dry_run,
        },
    )


def _act(one: ActWorked) -> Entry:
    approved = one.act.approved
    return {
        "act": str(one.record.id.work),
        "bill": one.act.bill or None,
        "title": one.act.title or None,
        "approved": approved.isoformat() if approved else None,
        "sections": [_section(section) for section in one.sections],
    }


def _section(one: Worked) -> Entry:
    from statuteline.publish._json import commencement_value

    effective = one.clause.effective
    return {
        "number": one.section.number,
        "clause": one.section.clause,
        "where": one.section.where,
        **_deed(one.clause.deed),
        "effective": {
            "commencement": commencement_value(effective.commencement),
            "ground": effective.ground.value,
            "applies_to": effective.applies_to or None,
            "unread": effective.unread or None,
        },
        "doubts": [doubt.words for doubt in one.section.doubts],
        "changes": [_change(change) for change in one.changes],
    }


def _deed(deed: Deed) -> Entry:
    from statuteline.acts.clause import Adds, Rewords, targets_of

    return {
        "does": _DOES[type(deed).__name__],
        "targets": [*map(_target, targets_of(deed))],
        "added": [*map(_portion, deed.added)] if isinstance(deed, Adds) else [],
        "words": [{"old": old, "new": new} for old, new in deed.pairs]
        if isinstance(deed, Rewords)
        else [],
    }


def _target(target: Target) -> Entry:
    from statuteline.acts.clause import Code
    from statuteline.publishers.us_ct.act_ids import work_of

    body = target.body
    edition = body.edition if isinstance(body, Code) else None
    return {
        "act": None if isinstance(body, Code) else str(work_of(body)),
        "edition": edition.name if edition else None,
        "sections": [_stretch(one) for one in target.sections],
        "portions": [_portion(one) for one in target.portions],
        "amended_by": [_amender(link) for link in target.chain],
    }


def _amender(link: ActSections) -> Entry:
    from statuteline.publishers.us_ct.act_ids import work_of

    return {
        "act": str(work_of(link.act)) if link.act else None,
        "sections": [_stretch(one) for one in link.sections],
    }


def _stretch(one: Stretch) -> Entry:
    return {"first": one.first, "last": one.last or one.first}


def _portion(portion: Portion) -> Entry:
    return {
        "level": portion.level.value,
        "labels": [_stretch(one) for one in portion.labels],
        "within": [
            {"level": level.value, "label": label} for level, label in portion.within
        ],
    }


def _change(change: Change) -> Entry:
    base = change.check.base
    return {
        "work": str(change.work) if change.work else None,
        "base": str(base.id) if base else None,
        **_check(change.check),
        "portions": [_portion(one) for one in change.portions],
        "builds_on": [
            {**_amender(link.cited), "standing": link.borne.value}
            for link in (change.footing.links if change.footing else ())
        ],
        "text": str(change.text.id) if change.text else None,
        "refusal": change.refusal.value if change.refusal else None,
        "other": str(change.other.id) if change.other else None,
    }


def _check(check: Check) -> Entry:
    from statuteline.acts.two_sides import Differs, Exact, NoBase
    from statuteline.publish.json import change_value

    told: Entry = {
        "level": None,
        "aside": [],
        "reason": None,
        "group": None,
        "changes": [],
    }
    match check:
        case Exact(asides=asides):
            aside = [one.value for one in asides]
            return {**told, "result": "exact", "level": check.level.value, "aside": aside}
        case Differs(comparison=comparison):
            changes = [change_value(change) for change in comparison.changes]
            return {**told, "result": "differs", "changes": changes}
        case NoBase(reason=reason, group=group):
            named = str(group) if group else None
            return {**told, "result": "no base", "reason": reason.value, "group": named}
