"""Starting a new corpus."""

from __future__ import annotations

import errno
import json
import shutil
import tempfile
from pathlib import Path
from typing import Final

from statuteline.corpus.disk import flush_folders, flushed_with, remove_empty, write_file
from statuteline.corpus.holding import FILE_NAME as HELD
from statuteline.corpus.holding import held
from statuteline.corpus.locate import SETTINGS, shipped
from statuteline.errors import CorpusError
from statuteline.model.formats import FORMAT

_JURISDICTION: Final = "jurisdiction.toml"


def start_corpus(folder: Path, *, name: str, text: str) -> None:
    """Make an empty corpus that knows the shipped jurisdictions.

    The folder appears whole or not at all.

    Args:
        folder: Where; it must not exist yet, or be empty.
        name: The corpus's name.
        text: ``official`` or ``restated``: whose words its statutes will hold.

    Raises:
        CorpusError: If the folder is in use or cannot be made, or the name is not
            words of one line.
    """
    if not name.strip() or not name.isprintable():
        raise CorpusError(
            f"A corpus cannot be named {name!r}", where="--name", hint="use printable words"
        )
    _check_free(folder)
    try:
        _fill(folder.resolve(), _settings(name, text).encode())
    except OSError as error:
        if error.errno in {errno.EEXIST, errno.ENOTEMPTY}:
            _check_free(folder)  # somebody else has filled it meanwhile
        raise CorpusError(
            f"The folder cannot be made: {error.strerror}", where=str(folder)
        ) from error


def _fill(folder: Path, settings: bytes) -> None:
    missing = [one for one in folder.parents if not one.exists()]
    above = flushed_with(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        try:
            for source in shipped().glob(f"*/{_JURISDICTION}"):
                write_file(draft / source.parent.name / source.name, source.read_bytes())
            write_file(draft / SETTINGS, settings)
            draft.chmod(0o755)
            if folder.exists():
                with held(folder):
                    _check_free(folder)
                    _move_in(draft, folder)
            else:
                _put_whole(draft, folder, above)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    except BaseException:
        remove_empty(missing)
        raise


def _put_whole(draft: Path, folder: Path, above: list[Path]) -> None:
    """Put the draft in its place; it is not there if the disk refuses."""
    draft.replace(folder)
    try:
        flush_folders(above)
    except BaseException:
        folder.replace(draft)
        raise


def _move_in(draft: Path, folder: Path) -> None:
    """Move the draft's content into an empty folder that may be somebody's own."""
    entries = [one for one in draft.iterdir() if not (folder / one.name).exists()]
    entries.sort(key=lambda one: one.name == SETTINGS)  # last: they make the corpus
    moved: list[Path] = []
    try:
        for entry in entries:
            moved += [entry.replace(folder / entry.name)]
        flush_folders([folder])
    except BaseException:
        for entry in moved:
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        raise


def _check_free(folder: Path) -> None:
    """Refuse a folder that holds more than what an `init` that was cut off has left.

    Raises:
        CorpusError: If it does.
    """
    if folder.exists() and not (folder.is_dir() and all(map(_is_left, folder.iterdir()))):
        raise CorpusError(
            "The folder is not empty", where=str(folder), hint="choose a new folder"
        )


def _is_left(entry: Path) -> bool:
    """Tell whether an entry is a shipped jurisdiction and nothing more, or the lock."""
    if entry.name == HELD:
        return True
    shipped_file = shipped() / entry.name / _JURISDICTION
    if not entry.is_dir() or not shipped_file.is_file():
        return False
    inside = list(entry.iterdir())
    return [one.name for one in inside] == [_JURISDICTION] and (
        inside[0].read_bytes() == shipped_file.read_bytes()
    )


def _settings(name: str, text: str) -> str:
    notice = (
        "These texts were imported by the user from their publisher; they are not "
        "certified. Compare them with the publisher's own edition."
        if text == "official"
        else "These texts are not official: they say in plain words what the law provided."
    )
    # A JSON string is a TOML basic string too.
    return f"format = {FORMAT}\n" + "".join(
        f"{key} = {json.dumps(value, ensure_ascii=False)}\n"
        for key, value in (
            ("name", name),
            ("text", text),
            ("publisher", "statuteline user"),
            ("notice", notice),
        )
    )
