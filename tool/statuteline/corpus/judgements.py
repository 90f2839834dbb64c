"""``judgements.toml``: who judged which pair of text and code, one line each, sorted.

Beside those of a corpus there are some that come with the program: of texts in the
publisher's own wording, which the program does not hold. They stand in
``judgements-official.toml`` of the shipped corpus, and count in every corpus of such texts.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Final

from statuteline.corpus.disk import remove_drafts, write_files
from statuteline.corpus.holding import held
from statuteline.corpus.inside import read_inside
from statuteline.corpus.judged import FILE_NAME as JUDGED
from statuteline.corpus.judged import judged_text, read_judged
from statuteline.corpus.locate import shipped
from statuteline.corpus.toml_text import toml_of
from statuteline.errors import CorpusError
from statuteline.model.formats import check_format
from statuteline.model.work import Words
from statuteline.trace.judgements import Judgement, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE_NAME: Final = "judgements.toml"
OFFICIAL_NAME: Final = "judgements-official.toml"
_HEAD: Final = """\
# Who judged which pair of text and code, when and why. Written by `statuteline review`
# and `statuteline waive` only; one line a judgement, sorted.
"""
_FIELDS: Final = {
    "link": str,
    "text": str,
    "unnumbered": str,
    "code": str,
    "verdict": str,
    "by": str,
    "on": date,
    "reason": str,
    "until": date,
}
_OPTIONAL: Final = {"reason", "until"}
_FINGERPRINTS: Final = {"text", "unnumbered", "code"}
_FINGERPRINT: Final = re.compile(r"[0-9a-f]{32}")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def known_judgements(root: Path, words: Words) -> tuple[Judgement, ...]:
    """Read what is said of the texts of a corpus.

    Args:
        root: The corpus folder.
        words: Whose words its texts are.

    Returns:
        Its own judgements; before them, for the publisher's wording, those that come with
        the program, but for the pairs on which it has a word of its own.

    Raises:
        CorpusError: If a file cannot be read, or a judgement is not as it must be.
    """
    own = read_judgements(root)
    if words is not Words.OFFICIAL:
        return own
    answered = {one.pair for one in own}
    brought = read_judgements(shipped(), OFFICIAL_NAME)
    return (*(one for one in brought if one.pair not in answered), *own)


def read_judgements(root: Path, name: str = FILE_NAME) -> tuple[Judgement, ...]:
    """Read the judgements of a corpus.

    Args:
        root: The corpus folder.
        name: The file in it.

    Returns:
        All of them, in the order of the file; none where there is no file.

    Raises:
        CorpusError: If the file cannot be read, or a judgement is not as it must be.
    """
    path = root / name
    try:
        text = read_inside(root, path).decode("utf-8")
        table = toml_of(text)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise CorpusError(
            f"The judgements cannot be read: {error}", where=str(path)
        ) from error
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.startswith("  {")]
    check_format(table.pop("format", None), str(path))
    entries = table.pop("judgements", [])
    if table or not isinstance(entries, list):
        raise CorpusError(
            "The file holds something else than judgements",
            where=str(path),
            hint="it is written by `statuteline review` and `statuteline waive` only",
        )
    found = []
    for number, entry in enumerate(entries):
        line = lines[number] if len(lines) == len(entries) else None
        found.append(_judgement(entry, f"{path}:{line}" if line else str(path)))
    return tuple(found)


def record_judgements(
    root: Path, judgements: tuple[Judgement, ...], said: Mapping[str, str]
) -> int:
    """Add judgements to those of a corpus, and what was judged to what is kept of it.

    A link whose pair was judged before keeps only the newer word; nothing else is lost.
    Cut off in between, words are kept that no judgement needs yet, and nothing is judged.

    Args:
        root: The corpus folder.
        judgements: What was said.
        said: From fingerprint to the words, or to the JSON of code, that were judged.

    Returns:
        How many lines the file has gained or changed.

    Raises:
        HeldError: If somebody else writes to the corpus.
        CorpusError: If a file cannot be read or written; both are then as they were.
    """
    with held(root):
        before = read_judgements(root)
        words = {(one.link, *one.pair): one for one in (*before, *judgements)}
        lines = sorted(_line(one) for one in words.values())
        told = sorted(_line(one) for one in before)
        judged = read_judged(root)
        files = {}
        if judged != {**judged, **said}:
            files[root / JUDGED] = judged_text({**judged, **said})
        if lines != told:
            body = "".join(f"  {line},\n" for line in lines)
            files[root / FILE_NAME] = f"{_HEAD}judgements = [\n{body}]\n".encode()
        try:
            for path in files:
                remove_drafts(path)
            write_files(files)
        except OSError as error:
            raise CorpusError(
                f"The judgements cannot be written: {error.strerror}",
                where=str(root / FILE_NAME),
            ) from error
    return len(set(lines) - set(told))


def _judgement(entry: object, where: str) -> Judgement:
    if not isinstance(entry, dict):
        raise CorpusError("A judgement is not a table", where=where)
    _check_fields(entry, where)
    try:
        verdict = Verdict(entry["verdict"])
    except ValueError as error:
        raise CorpusError(
            f"{entry['verdict']!r} is no verdict", where=where, hint="ok or waived"
        ) from error
    if verdict is Verdict.WAIVED and not entry.get("reason", "").strip():
        raise CorpusError("A waiver needs a reason", where=where)
    return Judgement(**{**entry, "verdict": verdict})


def _check_fields(entry: dict[str, object], where: str) -> None:
    for name in entry:
        if name not in _FIELDS:
            raise CorpusError(f"A judgement has no {name!r}", where=where)
    for name, kind in _FIELDS.items():
        value = entry.get(name)
        if value is None and name in _OPTIONAL:
            continue
        if type(value) is not kind:
            wanted = "a date" if kind is date else "words"
            raise CorpusError(f"A judgement needs {name!r}: {wanted}", where=where)
        if name in _FINGERPRINTS and _FINGERPRINT.fullmatch(str(value)) is None:
            raise CorpusError(f"{name} is no fingerprint: {value!r}", where=where)


def _line(judgement: Judgement) -> str:
    fields = [
        f"link = {_quoted(judgement.link)}",
        f"verdict = {_quoted(judgement.verdict.value)}",
        f"by = {_quoted(judgement.by)}",
        f"on = {judgement.on}",
    ]
    if judgement.reason:
        fields.append(f"reason = {_quoted(judgement.reason)}")
    if judgement.until is not None:
        fields.append(f"until = {judgement.until}")
    fields += [
        f"text = {_quoted(judgement.text)}",
        f"unnumbered = {_quoted(judgement.unnumbered)}",
        f"code = {_quoted(judgement.code)}",
    ]
    return "{ " + ", ".join(fields) + " }"


def _quoted(text: str) -> str:
    """Write a TOML string on one line. JSON's form is one, but for control characters."""
    return json.dumps(_CONTROL.sub(" ", text), ensure_ascii=False)
