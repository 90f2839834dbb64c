"""Starting a new corpus."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from statuteline.corpus.disk import write_file
from statuteline.corpus.locate import SETTINGS, shipped
from statuteline.errors import CorpusError


def start_corpus(folder: Path, *, name: str, text: str) -> None:
    """Make an empty corpus that knows the shipped jurisdictions.

    The folder appears whole or not at all.

    Args:
        folder: Where; it must not exist yet, or be empty.
        name: The corpus's name.
        text: ``official`` or ``restated``: whose words its statutes will hold.

    Raises:
        CorpusError: If the folder is in use or cannot be made.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CorpusError(
            "The folder is not empty", where=str(folder), hint="choose a new folder"
        )
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        try:
            for source in shipped().glob("*/jurisdiction.toml"):
                write_file(draft / source.parent.name / source.name, source.read_bytes())
            write_file(draft / SETTINGS, _settings(name, text).encode())
            draft.chmod(0o755)
            draft.replace(folder)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
    except OSError as error:
        raise CorpusError(
            f"The folder cannot be made: {error.strerror}", where=str(folder)
        ) from error


def _settings(name: str, text: str) -> str:
    notice = (
        "These texts were imported by the user from their publisher; they are not "
        "certified. Compare them with the publisher's own edition."
        if text == "official"
        else "These texts are not official: they say in plain words what the law provided."
    )
    # A JSON string is a TOML basic string too.
    return "".join(
        f"{key} = {json.dumps(value, ensure_ascii=False)}\n"
        for key, value in (
            ("name", name),
            ("text", text),
            ("publisher", "statuteline user"),
            ("notice", notice),
        )
    )
