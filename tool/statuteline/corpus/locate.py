"""Finding the corpus to work on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from statuteline.errors import CorpusError

if TYPE_CHECKING:
    from statuteline.model.ids import ExpressionId

SETTINGS: Final = "corpus.toml"
VARIABLE: Final = "STATUTELINE_CORPUS"


def locate(given: Path | None = None) -> Path:
    """Choose the corpus folder.

    Args:
        given: The user's choice; None to look for one.

    Returns:
        The given folder; else the one that ``STATUTELINE_CORPUS`` names; else the
        nearest ``statutes/`` in this folder or above; else the shipped corpus.

    Raises:
        CorpusError: If the chosen folder holds no corpus.
    """
    named = os.environ.get(VARIABLE)
    chosen = given or (Path(named) if named else None)
    if chosen is not None:
        if not _holds_corpus(chosen):
            raise CorpusError(
                f"There is no corpus in {chosen}: it has no {SETTINGS}",
                where="--corpus" if given else VARIABLE,
                hint="`statuteline init DIR` starts one",
            )
        return chosen
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "statutes" / SETTINGS).is_file():
            return folder / "statutes"
    return shipped()


def file_of(root: Path, expression: ExpressionId) -> Path:
    """Give the file of an expression, whether or not it exists: its path is its id."""
    return root / str(expression.work) / f"{expression.label}.xml"


def _holds_corpus(folder: Path) -> bool:
    try:
        return (folder / SETTINGS).is_file()
    except OSError:  # such as a name that is too long for the disk
        return False


def shipped() -> Path:
    """Give the folder of the corpus that comes with the program.

    Raises:
        CorpusError: If the installation lacks it.
    """
    package = Path(__file__).parents[1]
    in_wheel, in_checkout = package / "statutes", package.parents[1] / "statutes"
    for folder in (in_wheel, in_checkout):
        if (folder / SETTINGS).is_file():
            return folder
    raise CorpusError(
        "The shipped corpus is missing from this installation",
        where=str(in_wheel),
        hint="reinstall statuteline, or name a corpus with --corpus",
    )
