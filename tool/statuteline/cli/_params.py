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

        return open_corpus(self.folder())

    def folder(self) -> Path:
        """Find the folder of the corpus, and read nothing of it.

        One that was looked for is named from the present folder if it lies below: then
        an answer that names its files is the same wherever that folder is.

        Raises:
            CorpusError: If there is none.
        """
        from statuteline.corpus.locate import locate

        if self.corpus is not None:
            return locate(Path(self.corpus))
        found, here = locate(), Path.cwd()
        return found.relative_to(here) if found.is_relative_to(here) else found


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


def plugin_option(
    *flags: str,
    default: str,
    names: Callable[[], tuple[str, ...]],
    help_text: str,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Offer a choice among plug-ins, which are looked up only when one is named.

    Args:
        flags: The option, and the parameter it fills.
        default: The plug-in that is chosen without it; known to be there.
        names: Gives the names of all.
        help_text: What the help says.
    """

    def choose(ctx: click.Context, param: click.Parameter, value: str) -> str:
        if value != default and value not in names():
            known = ", ".join(names())
            raise click.BadParameter(f"{value!r} is not one of {known}.", ctx, param)
        return value

    return click.option(
        *flags,
        default=default,
        show_default=True,
        metavar="NAME",
        callback=choose,
        help=help_text,
    )


def output_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Offer a file to write to."""
    return click.option(
        "--output", metavar="FILE", help="Write to a file; - is standard output."
    )(function)


def on_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Ask on which day the state of the trace is told; the present day if left out."""
    return click.option(
        "--on",
        type=Day(),
        default="today",
        show_default=True,
        help="The day on which it is asked: waivers end, and pending law begins.",
    )(function)


def at_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Ask for the day of the law; the present day if it is left out."""
    return click.option(
        "--at",
        type=Day(),
        default="today",
        show_default=True,
        help="The day of the law: YYYY-MM-DD or today.",
    )(function)
