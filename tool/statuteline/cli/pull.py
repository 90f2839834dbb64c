"""``statuteline pull``: a publisher's pages into a folder."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from statuteline.cli._output import say
from statuteline.cli._params import format_option

if TYPE_CHECKING:
    from collections.abc import Generator

    from statuteline.pull import Step

_LONGEST_PAUSE: Final = 3600


def _jurisdiction(ctx: click.Context, param: click.Parameter, value: str) -> str:
    from statuteline.pull import jurisdictions

    if value not in jurisdictions():
        known = ", ".join(jurisdictions())
        raise click.BadParameter(f"{value!r} is not one of {known}.", ctx, param)
    return value


def _pause(ctx: click.Context, param: click.Parameter, value: float) -> float:
    if not 0 <= value <= _LONGEST_PAUSE:  # not a range: it would let nan through
        raise click.BadParameter(f"{value} is not from 0 to {_LONGEST_PAUSE}.", ctx, param)
    return value


@click.command("pull")
@click.argument("jurisdiction", callback=_jurisdiction)
@click.option(
    "--edition",
    type=click.IntRange(1900, 2199),
    metavar="YEAR",
    help="The edition of that year.  [default: the present one]",
)
@click.option("--title", metavar="NUMBER", help="Only this title: 54.")
@click.option("--section", metavar="NUMBER", help="Only the pages of this section: 54-95c.")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="The folder of pages.  [default: JURISDICTION-pages]",
)
@click.option("--dry-run", is_flag=True, help="Say what would be asked for; ask nobody.")
@click.option(
    "--pause",
    type=float,
    callback=_pause,
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="From one request to the next; a server may ask for more.",
)
@click.option(
    "--contact",
    envvar="STATUTELINE_CONTACT",
    metavar="ADDRESS",
    help="Where you can be reached; the server's staff sees it.",
)
@click.option(
    "--ca-file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Certificates to trust beside the system's, such as one a server leaves out.",
)
@click.option(
    "--host", metavar="URL", help="A copy of the publisher's site: https://example.org."
)
@click.option(
    "--most-megabytes",
    type=click.IntRange(1),
    default=1000,
    show_default=True,
    metavar="N",
    help="What one run may fetch.",
)
@click.option(
    "--most-minutes",
    type=click.IntRange(1),
    default=360,
    show_default=True,
    metavar="N",
    help="What one run may take.",
)
@format_option("text", "json")
@click.pass_context
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - one parameter an option
    ctx: click.Context,
    jurisdiction: str,
    edition: int | None,
    title: str | None,
    section: str | None,
    into: Path | None,
    dry_run: bool,
    pause: float,
    contact: str | None,
    ca_file: Path | None,
    host: str | None,
    most_megabytes: int,
    most_minutes: int,
    form: str,
) -> None:
    """Fetch the pages of a JURISDICTION's code, as its publisher has them.

    Pages are kept by their digest and never overwritten; `import` reads them from the
    folder, without the network. A run that was stopped goes on where it was. Pages that
    are kept are sent again only if they changed.

    The exit status is 0 if every page is there, 1 if some are gone or failed, or the
    run ended early, and 2 if nothing could be fetched.

    \b
    Examples:
      statuteline pull us-ct --edition 2025 --section 54-95c
      statuteline pull us-ct --title 54 --into pages --dry-run
    """
    from statuteline.cli._clock import SystemClock
    from statuteline.cli._pulled import is_wanting, write_plan, write_steps
    from statuteline.publishers.saved_pages import PageFolder
    from statuteline.pull import Policy, Scope, plan, publisher, run

    if title is not None and section is not None:
        raise click.UsageError("Give --title or --section, not both.")
    scope = Scope(year=edition, title=title, section=section, host=host)
    folder = PageFolder(into or Path(f"{jurisdiction}-pages"))
    source = publisher(jurisdiction)
    if dry_run:
        write_plan(folder.root, tuple(plan(source, scope, folder)), form)
        return
    policy = Policy(
        contact=contact,
        ca_file=ca_file,
        pause=pause,
        total_seconds=most_minutes * 60.0,
        total_bytes=most_megabytes * 1_000_000,
    )
    steps = _watched(run(source, scope, folder, policy, SystemClock()))
    write_steps(folder.root, source.imported, steps, form)
    ctx.exit(1 if is_wanting(steps) else 0)


def _watched(work: Generator[Step, None, None]) -> tuple[Step, ...]:
    from statuteline.cli._progress import counted

    steps: list[Step] = []
    try:
        with closing(counted(work, "pages")) as told:
            steps.extend(told)
    except KeyboardInterrupt:
        say("Stopped. The same command goes on where it was.", err=True)
        raise
    return tuple(steps)
