"""Building and serving a site with MkDocs, with or without a project of its own."""

from __future__ import annotations

import json
import logging
import os
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from statuteline.corpus.disk import put
from statuteline.errors import StatutelineError
from statuteline.website.checking import LinkFault, dead_links, outside_loads, seen_pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from statuteline.corpus.store import Corpus
    from statuteline.website.checking import SeenPage
    from statuteline.website.source import Settings

_MARK: Final = "sitemap.xml"
"""A file that every built site has; a folder without it is somebody's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A site that was built.

    Args:
        folder: Where it is.
        pages: How many pages it has.
        faults: Links that lead nowhere, and what would be loaded from another host.
    """

    folder: Path
    pages: int
    faults: tuple[LinkFault, ...]


def build_site(corpus: Corpus, settings: Settings, folder: Path) -> Built:
    """Build a site of a corpus alone, and check every link in it.

    It is built beside its place and put there when it is whole.

    Args:
        corpus: The corpus.
        settings: What is chosen for the site.
        folder: Where it is to be. A site that stands there is replaced.

    Raises:
        StatutelineError: If something else stands there, a page cannot be made, or the
            disk refuses; nothing is then changed.
    """
    folder = folder.absolute()
    _check_place(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".site-") as beside:
            made = Path(beside, "site")
            with _project(corpus, settings) as config, _dated(settings):
                _run(config, made)
            pages = seen_pages(made)
            faults = (*_dead(made, pages), *outside_loads(pages))
            put(made, folder)
    except OSError as error:
        raise StatutelineError(
            f"The site cannot be written: {error.strerror}", where=str(folder)
        ) from error
    return Built(folder=folder, pages=len(pages), faults=faults)


def serve_site(corpus: Corpus, settings: Settings, address: str) -> None:
    """Serve a site of a corpus on this computer, and build it anew when a text is added.

    Args:
        corpus: The corpus.
        settings: What is chosen for the site.
        address: Host and port, such as ``127.0.0.1:8000``.

    Raises:
        StatutelineError: If a page cannot be made, or the address is not to be had.
    """
    with _project(corpus, settings) as config:
        try:
            with _explained():
                mkdocs_serve.serve(str(config), watch=[str(corpus.root)], dev_addr=address)
        except OSError as error:
            raise StatutelineError(
                f"Nothing can be served at {address}: {error.strerror}",
                hint="another program may hold the port; choose one with --port",
            ) from error


def _check_place(folder: Path) -> None:
    if folder.is_dir() and not (folder / _MARK).exists() and any(folder.iterdir()):
        raise StatutelineError(
            "This folder holds other things than a site",
            where=str(folder),
            hint="name a new or an empty folder: what stands there is replaced",
        )
    if folder.exists() and not folder.is_dir():
        raise StatutelineError("This is a file, and a site is a folder", where=str(folder))


@contextmanager
def _project(corpus: Corpus, settings: Settings) -> Iterator[Path]:
    """Make a project for MkDocs that has nothing but the law."""
    with tempfile.TemporaryDirectory(prefix="statuteline-") as name:
        project = Path(name)
        (project / "docs").mkdir()
        law = {
            "corpus": str(corpus.root.resolve()),
            "at": settings.at.isoformat(),
            "repository": settings.repository,
            "files": settings.files,
            "pagefind": settings.search == "pagefind",
        }
        built_in = ["search"] if settings.search == "built-in" else []
        config = {
            "site_name": corpus.settings.name,
            "docs_dir": "docs",
            "use_directory_urls": False,
            "theme": {"name": "statuteline"},
            "plugins": [*built_in, {"statuteline": law}],
            "nav": [{"Law": "index.md"}],
            **({"site_url": settings.address} if settings.address else {}),
        }
        path = project / "mkdocs.yml"
        # JSON is YAML, and needs no other library to be written safely.
        path.write_text(json.dumps(config, ensure_ascii=False), "utf-8")
        yield path


@contextmanager
def _dated(settings: Settings) -> Iterator[None]:
    """Let MkDocs take the day of the law for that of the build, so that bytes recur."""
    name = "SOURCE_DATE_EPOCH"
    before = os.environ.get(name)
    noon = datetime(settings.at.year, settings.at.month, settings.at.day, 12, tzinfo=UTC)
    os.environ[name] = before or str(max(0, int(noon.timestamp())))
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]


def _run(config: Path, folder: Path) -> None:
    with _explained():
        mkdocs_build.build(load_config(str(config), site_dir=str(folder), strict=True))


@contextmanager
def _explained() -> Iterator[None]:
    """Turn what MkDocs raises into an error that says what and where."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        yield
    except (Abort, MkDocsException) as error:
        cause = error.__cause__ or error.__context__
        while cause is not None and not isinstance(cause, StatutelineError):
            cause = cause.__cause__ or cause.__context__
        if cause is not None:
            raise cause from error
        raise StatutelineError(f"MkDocs could not build the site: {error}") from error


def _dead(folder: Path, pages: Mapping[str, SeenPage]) -> Iterator[LinkFault]:
    """Find dead links, but for the page of lost readers: it is served at any address."""
    return (one for one in dead_links(folder, pages) if one.page != "404.html")
