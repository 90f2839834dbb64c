"""The command group: finds commands by folder scan and turns errors into exit statuses."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import contextmanager
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, Final, TextIO

import click

from statuteline import cli as commands
from statuteline.errors import StatutelineError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.cli._params import Session

TROUBLE: Final = 2
INTERRUPTED: Final = 130
_LONGEST_LINE: Final = 2000
"""Characters of a line of an error: what is longer only repeats what was put in."""
_NOT_COMMANDS: Final = {"main"}


class _ReaderGoneError(Exception):
    """What reads our output, such as a pager, has had enough."""


@contextmanager
def _noticing_a_gone_reader() -> Iterator[None]:
    """Keep a broken pipe from click, which ends it with 1: here that means "differs"."""
    try:
        yield
    except BrokenPipeError as error:
        raise _ReaderGoneError from error


class _Folder(click.Group):
    """A group whose commands are the modules of this folder, imported when needed."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:  # noqa: ANN401
        with _noticing_a_gone_reader():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> object:
        with _noticing_a_gone_reader():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(command_modules())

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        del ctx
        module = command_modules().get(name)
        if module is None:
            return None
        command: click.Command = import_module(f"{commands.__name__}.{module}").COMMAND
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            near = get_close_matches(args[0], command_modules(), n=1)
            if not near:
                raise
            told = f"{error.message} Did you mean {near[0]!r}?"
            raise click.UsageError(told, ctx) from error


def command_modules() -> dict[str, str]:
    """List the commands, each with the module that holds it.

    A module named like a Python word ends with an underscore; its command does not.
    """
    names = [module.name for module in iter_modules(commands.__path__)]
    found = [n for n in names if not n.startswith("_") and n not in _NOT_COMMANDS]
    return {name.rstrip("_").replace("_", "-"): name for name in sorted(found)}


@click.command(
    cls=_Folder,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 done, same or clean; 1 differs or findings; 2 could not; "
    "130 interrupted.",
)
@click.version_option(package_name="statuteline")
@click.option(
    "--corpus",
    type=click.Path(),
    metavar="DIR",
    help="The corpus. Default: STATUTELINE_CORPUS, the nearest statutes/ upward, or the "
    "shipped one.",
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colour; auto obeys NO_COLOR and FORCE_COLOR.",
)
@click.pass_context
def cli(ctx: click.Context, corpus: str | None, color: str) -> None:
    """Statute texts as versioned XML, compared between any two dates.

    \b
    Examples:
      statuteline list
      statuteline show 54-95c --at 2018-05-01
      statuteline diff 54-95c 2016-10-01 2021-10-01
      statuteline log 53a-192a
    """
    from statuteline.cli._params import Session

    session: Session = Session(corpus=corpus, colour=_colour(color))
    ctx.obj = session
    ctx.color = session.colour


def _colour(choice: str) -> bool:
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return (
        sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    )


def run(args: list[str] | None = None) -> None:
    """Run the command line and exit with its status.

    Args:
        args: The words behind the program's name; None for those of the process.
    """
    try:
        status = _status(args)
    except BrokenPipeError:  # not even the error could be told
        _silence(sys.stderr)
        status = TROUBLE
    sys.exit(status)


def _status(args: list[str] | None) -> int:
    try:
        result = cli.main(args, prog_name="statuteline", standalone_mode=False)
    except StatutelineError as error:
        _tell(error)
    except click.ClickException as error:
        # click's own status for a failure is 1, which here means "differs".
        told = error.format_message()
        if _plain(told) != told:
            error = click.UsageError(_plain(told), getattr(error, "ctx", None))
        error.show()
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except _ReaderGoneError:
        _drop_unwritten()
        return 0
    except UnicodeEncodeError as error:
        letter = error.object[error.start]
        told = f"The output's encoding, {sys.stdout.encoding}, has no {letter!a}"
        _tell(StatutelineError(told, hint="set PYTHONUTF8=1"))
    except OSError as error:
        told = error.strerror or str(error)
        place = str(error.filename or "")
        _tell(StatutelineError(told, where=place))
        _drop_unwritten()
    except Exception:  # noqa: BLE001 - a crash must not end with 1, which means "differs"
        traceback.print_exc()
        click.echo("Error: this is a fault of statuteline; please report it.", err=True)
    else:
        return result if isinstance(result, int) else 0
    return TROUBLE


def _tell(error: StatutelineError) -> None:
    click.echo(f"Error: {_plain(str(error))}", err=True)


def _plain(told: str) -> str:
    """Show what would steer the terminal: an error may repeat a stranger's words."""
    from statuteline.publish._characters import visible

    lines = visible(told).split("\n")
    return "\n".join(
        line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…" for line in lines
    )


def _drop_unwritten() -> None:
    """Keep what standard output cannot take from failing again when we exit."""
    try:
        sys.stdout.flush()
    except OSError:
        _silence(sys.stdout)


def _silence(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
