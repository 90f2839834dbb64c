"""Bringing a corpus of an older format to the present one.

A corpus copies the shipped jurisdictions when it is started, and so keeps what they were.
A file that is as it was shipped once is replaced by the one that is shipped now. One that
somebody has changed is theirs: it is told what it lacks. No text is ever touched.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.corpus.disk import remove_drafts, write_files
from statuteline.corpus.holding import held
from statuteline.corpus.inside import read_inside
from statuteline.corpus.locate import SETTINGS, shipped
from statuteline.corpus.settings import read_corpus_settings, read_jurisdiction
from statuteline.corpus.toml_text import toml_of
from statuteline.errors import CorpusError
from statuteline.model.formats import FORMAT

if TYPE_CHECKING:
    from pathlib import Path

    from statuteline.corpus.settings import Jurisdiction

JURISDICTION: Final = "jurisdiction.toml"
SHIPPED_BEFORE: Final = {
    "us-ct": frozenset(
        {
            "91829a798336fde8f2fb4e8fd6efbd42efa9077c7d17ce35ec7329be1a73ce12",
            "fcf72389b55608199368858a611315b09b9c4ec1d67620721086417be9c68ee3",
            "7882d1422036fe3cc002ff1a758726e526477feade83e7d199b3783f2b183307",
        }
    )
}
"""SHA-256 of each ``jurisdiction.toml`` that was shipped before the present one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One file that is brought to the present format.

    Args:
        file: Its path below the corpus, with slashes.
        what: What is done to it, as a sentence without its end.
        data: Its new content.
    """

    file: str
    what: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """What there is to do.

    Args:
        steps: The files to be replaced, in this order.
        kept: What stays because somebody has changed it, and what it lacks: a sentence
            for each such file.
    """

    steps: tuple[Step, ...]
    kept: tuple[str, ...]


def plan_migration(root: Path) -> Migration:
    """Find out what a corpus lacks of the present format.

    Args:
        root: The corpus folder.

    Returns:
        What is to be done; nothing for a corpus of the present format.

    Raises:
        FormatError: If a newer program wrote it.
        CorpusError: If its settings cannot be read.
    """
    read_corpus_settings(root / SETTINGS)
    steps: list[Step] = []
    kept: list[str] = []
    for path in sorted(root.glob(f"*/{JURISDICTION}")):
        own = read_jurisdiction(path)
        data = read_inside(root, path)
        file = path.relative_to(root).as_posix()
        now = shipped() / own.id / JURISDICTION
        if hashlib.sha256(data).hexdigest() in SHIPPED_BEFORE.get(own.id, frozenset()):
            lacks = _lacks(own, read_jurisdiction(now))
            what = "replaced by the one that is shipped now"
            what += f", which adds {', '.join(lacks)}" if lacks else ""
            steps.append(Step(file=file, what=what, data=now.read_bytes()))
            continue
        steps += _stated(data, file)
        if now.exists() and (lacks := _lacks(own, read_jurisdiction(now))):
            kept.append(f"{file} was changed here, and stays; it lacks {', '.join(lacks)}")
    # Last: a corpus that states its format has everything else.
    steps += _stated(read_inside(root, root / SETTINGS), SETTINGS)
    return Migration(steps=tuple(steps), kept=tuple(kept))


def migrate(root: Path) -> Migration:
    """Bring a corpus to the present format.

    Each file is replaced in one step, that which states the format of the corpus last.
    Cut off in between, the corpus is whole, and the same command does the rest.

    Args:
        root: The corpus folder.

    Returns:
        What was done.

    Raises:
        HeldError: If somebody else writes to the corpus.
        FormatError: If a newer program wrote it.
        CorpusError: If its settings cannot be read, or the disk refuses; nothing is then
            changed.
    """
    with held(root):
        found = plan_migration(root)
        try:
            for step in found.steps:
                remove_drafts(root / step.file)
            write_files({root / step.file: step.data for step in found.steps})
        except OSError as error:
            raise CorpusError(
                f"The corpus cannot be migrated: {error.strerror}",
                where=str(error.filename or root),
            ) from error
    return found


def _stated(data: bytes, file: str) -> tuple[Step, ...]:
    """Let a file state its format, if it does not: in its first line, before any table."""
    text = data.decode("utf-8-sig")  # the mark before the first line would be inside
    if "format" in toml_of(text):
        return ()
    line = f"format = {FORMAT}"
    return (Step(file=file, what=f"states {line}", data=f"{line}\n{text}".encode()),)


def _lacks(own: Jurisdiction, now: Jurisdiction) -> tuple[str, ...]:
    """Name what the shipped jurisdiction has and another lacks."""
    series = {one.name: one for one in own.series}
    lacks = [f"level {one.value}" for one in now.levels if one not in own.levels]
    for one in now.series:
        there = series.get(one.name)
        if there is None:
            lacks.append(f"series {one.name}")
        elif len(there.forms) < len(one.forms):
            more = len(one.forms) - len(there.forms)
            shapes = "shape" if more == 1 else "shapes"
            lacks.append(f"{more} {shapes} of number in series {one.name}")
    return tuple(dict.fromkeys(lacks))
