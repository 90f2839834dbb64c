"""What the commands share: the session, and the kinds of options."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.corpus.store import Corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The choices of the user that hold for any command.

    Args:
        corpus: The corpus folder as typed; None to look for one.
        colour: Whether to write terminal colours.
    """

    corpus: str | None
    colour: bool

    def open(self) -> Corpus:
        """Open the corpus.

        Raises:
            CorpusError: If there is none.
        """
        from statuteline.corpus.store import open_corpus

        return open_corpus(Path(self.corpus) if self.corpus is not None else None)


class Day(click.ParamType[date]):
    """An ISO date, or the word ``today``: the only way to mean the present day."""

    name = "date"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Read a day as the user typed it."""
        if isinstance(value, date):
            return value
        if value == "today":
            return today()
        from statuteline.errors import IdentifierError
        from statuteline.model.ids import parse_date

        try:
            return parse_date(value)
        except IdentifierError as error:
            self.fail(f"{error.what}; {error.hint}", param, ctx)


def today() -> date:
    """Ask the clock. Nothing below the command line does."""
    return date.today()  # noqa: DTZ011 - the user's own day is meant


def columns(*, texts: int = 1) -> int:
    """Give the width to wrap at: the terminal's, up to what is still easy to read.

    Args:
        texts: How many texts stand beside each other.
    """
    return min(shutil.get_terminal_size((80, 24)).columns, 100 * texts)


def _choose_corpus(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        ctx.obj = replace(ctx.obj, corpus=value)


def corpus_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Let ``--corpus`` stand behind the command's name too."""
    return click.option(
        "--corpus",
        type=click.Path(),
        metavar="DIR",
        expose_value=False,
        is_eager=True,
        callback=_choose_corpus,
        help="The corpus folder.",
    )(function)


def format_option(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Offer ``--format`` among fixed names, the first being the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(names),
        default=names[0],
        show_default=True,
        help="Output format.",
    )


def at_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Ask for the day of the law; the present day if it is left out."""
    return click.option(
        "--at",
        type=Day(),
        default="today",
        show_default=True,
        help="The day of the law: YYYY-MM-DD or today.",
    )(function)
