"""What came of holding a corpus against its seals, as lines and as data."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from statuteline.sealing.findings import Weight

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from statuteline.corpus.seals import Question, Verification
    from statuteline.sealing.chain import Sealed
    from statuteline.sealing.comparing import Since
    from statuteline.sealing.findings import SealFinding

_SHOWN: Final = 20
"""How many findings of one rule are shown: a new edition adds thousands of texts."""


def lines(found: Verification, question: Question) -> Iterator[str]:
    """Tell it in lines: what is wrong, what is sealed, and what that is worth."""
    for _, group in groupby(found.findings, key=lambda one: one.rule):
        yield from _group(tuple(group))
    last = found.chain.last
    if last is not None:
        yield from _last(found, last)
        if found.since is not None:
            yield from _since(found.since)
    yield from _verdict(found, question)


def data(folder: Path, found: Verification, question: Question) -> dict[str, object]:
    """Give it as data, for JSON."""
    last = found.chain.last
    return {
        "folder": str(folder),
        "seals": len(found.chain.seals),
        "unsound_seals": found.chain.rest,
        "trusted": _is_trusted(found, question),
        "last": None
        if last is None
        else {
            "number": last.seal.number,
            "day": last.seal.day.isoformat(),
            "by": last.seal.by,
            "digest": last.digest,
            "key": last.seal.key,
            "expressions": last.seal.texts_count,
            "root": last.seal.texts,
            "others": last.seal.others_count,
        },
        "keys": [
            {"from": one.seal.number, "key": one.seal.key, "named": one.is_named}
            for one in _first_of_each_key(found)
        ],
        "findings": [
            {
                "rule": one.rule,
                "weight": one.weight.value,
                "what": one.what,
                "where": one.where,
                "hint": one.hint,
            }
            for one in found.findings
        ],
        **({"since": _since_data(found.since)} if found.since is not None else {}),
    }


def _is_trusted(found: Verification, question: Question) -> bool | None:
    """Tell whether a known key vouches for the seals; None where no key was given."""
    return bool(found.chain.seals) if question.trusted else None


def _group(findings: tuple[SealFinding, ...]) -> Iterator[str]:
    for one in findings[:_SHOWN]:
        yield f"{_printed(one.where)}: {one.rule}: {one.what}"
    if len(findings) > _SHOWN:
        yield f"    and {len(findings) - _SHOWN:,} more; --format json lists them all"
    if findings[0].hint:
        yield f"    {findings[0].hint}"


def _printed(path: str) -> str:
    """Show signs that steer a terminal instead of sending them to it."""
    return path if path.isprintable() else ascii(path)


def _last(found: Verification, last: Sealed) -> Iterator[str]:
    seal = last.seal
    by = f", by {seal.by}" if seal.by else ""
    yield f"Seal {seal.number} of {seal.day}{by}"
    yield f"  digest  {last.digest}"
    yield f"  key     {seal.key}"
    first, *later = _first_of_each_key(found)
    if later:
        yield f"  keys    {first.seal.key} from seal 1"
    for one in later:
        how = "named by the seal before" if one.is_named else "named by no seal before"
        yield f"          {one.seal.key} from seal {one.seal.number}, {how}"
    yield f"  sealed  {seal.texts_count:,} texts, {seal.others_count:,} other files"


def _since(since: Since) -> Iterator[str]:
    yield f"Since seal {since.number} of {since.day}:"
    for text in since.texts:
        yield f"  seal {text.seal} added {text.path}"
    for file in since.others:
        yield f"  {file.how} {file.path}"
    if not since.texts and not since.others:
        yield "  nothing was added or changed"


def _verdict(found: Verification, question: Question) -> Iterator[str]:
    counts = {
        weight: sum(one.weight is weight for one in found.findings) for weight in Weight
    }
    tampered, unsealed = counts[Weight.TAMPERING], counts[Weight.UNSEALED]
    if tampered:
        yield f"NOT as it was sealed: {_findings(tampered)} of tampering."
        if found.chain.rest:
            count = len(found.chain.seals)
            yield f"Sound seals: {count}. What follows them was not looked at."
    elif unsealed and found.chain.last is not None:
        yield "Everything sealed is as it was sealed."
    if unsealed and found.chain.last is not None:
        yield f"Not sealed: {_findings(unsealed)}."
    if not found.findings:
        yield "All is as it was sealed."
    if not question.trusted and found.chain.last is not None:
        yield "No key was given: that says nothing of who made these seals."
        yield "Compare the key with the one that is published, or name that with --key."


def _findings(count: int) -> str:
    return "1 finding" if count == 1 else f"{count:,} findings"


def _first_of_each_key(found: Verification) -> tuple[Sealed, ...]:
    return tuple(
        next(group) for _, group in groupby(found.chain.seals, key=lambda o: o.seal.key)
    )


def _since_data(since: Since) -> dict[str, object]:
    return {
        "number": since.number,
        "day": since.day.isoformat(),
        "expressions": [
            {
                "work": one.path.rpartition("/")[0],
                "expression": one.path.removesuffix(".xml"),
                "seal": one.seal,
            }
            for one in since.texts
        ],
        "others": [{"path": one.path, "how": one.how} for one in since.others],
    }
