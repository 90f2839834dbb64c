"""``statuteline site``: the published site of a corpus, built or served."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from statuteline.cli._output import say
from statuteline.cli._params import at_option, corpus_option

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from statuteline.website.source import Search, Settings


@click.group("site")
def COMMAND() -> None:  # noqa: N802 - the name that commands have
    """Build or serve the pages of a corpus: law, changes, and the law as code.

    A site with pages of its own adds the plugin statuteline to its mkdocs.yml instead.

    \b
    Examples:
      statuteline site build --output site
      statuteline site serve
    """


def _settings_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Offer what both commands let choose, and hand it in as ``settings``, checked."""

    @wraps(function)
    def checked(
        *,
        at: date,
        address: str,
        repository: str,
        files: bool,
        search: Search,
        **others: Any,  # noqa: ANN401 - the options of the command itself
    ) -> object:
        settings = _settings(at, address, repository, files=files, search=search)
        return function(settings=settings, **others)

    offered: Callable[..., Any] = checked
    for option in (
        click.option("--address", metavar="URL", default="", help="Where it is published."),
        click.option(
            "--repository",
            metavar="URL",
            default="",
            help="The folder of the corpus on a code host, for links to sources.",
        ),
        click.option(
            "--files/--no-files",
            default=True,
            help="Texts and comparisons as JSON, text and Word files too.",
        ),
        click.option(
            "--search",
            type=click.Choice(["built-in", "pagefind", "none"]),
            default="built-in",
            show_default=True,
            help="Of the texts in force; pagefind is for large sites.",
        ),
        at_option,
        corpus_option,
    ):
        offered = option(offered)
    return offered


@COMMAND.command("build")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path("build/site"),
    show_default=True,
    metavar="DIR",
    help="The folder to write; a site that stands there is replaced.",
)
@_settings_options
@click.pass_context
def build(ctx: click.Context, output: Path, settings: Settings) -> None:
    """Write all pages into a folder, and check every link in them.

    For the same corpus, program and day the bytes are the same, but for the index of
    Pagefind. The exit status is 1 if a link leads nowhere, a fault of this program.

    \b
    Examples:
      statuteline site build --output site --at 2026-11-27
      statuteline site build --address https://law.example.org/ --output site
    """
    from statuteline.website.building import build_site

    built = build_site(ctx.obj.open(), settings, output)
    say(f"{built.pages:,} pages in {built.folder}, the law of {settings.at}")
    for fault in built.faults:
        say(f"{fault.page}: {fault.link} leads nowhere, or to another host")
    ctx.exit(1 if built.faults else 0)


@COMMAND.command("serve")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="Of this computer.",
)
@_settings_options
@click.pass_context
def serve(ctx: click.Context, port: int, settings: Settings) -> None:
    """Serve the pages to this computer alone, and build them anew when the corpus changes.

    \b
    Example:
      statuteline site serve --port 8080
    """
    from statuteline.website.building import serve_site

    say(
        f"http://127.0.0.1:{port}/ shows the law of {settings.at}; Ctrl-C ends it", err=True
    )
    serve_site(ctx.obj.open(), settings, f"127.0.0.1:{port}")


def _settings(
    at: date, address: str, repository: str, *, files: bool, search: Search
) -> Settings:
    """Check what was typed.

    Raises:
        StatutelineError: If an address is none.
    """
    from urllib.parse import urlsplit

    from statuteline.errors import StatutelineError
    from statuteline.website.source import Settings

    for name, url in (("--address", address), ("--repository", repository)):
        parts = urlsplit(url)
        if url and (parts.scheme not in {"http", "https"} or not parts.netloc):
            raise StatutelineError(
                f"{url!r} is no address of the web",
                where=name,
                hint="it looks like https://law.example.org/",
            )
    folder = f"{address.rstrip('/')}/" if address else ""
    return Settings(
        at=at, address=folder, repository=repository, files=files, search=search
    )
