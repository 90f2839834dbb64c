"""The plugin for MkDocs: it adds the law to a site, in whatever theme the site has.

Pages are made one by one as MkDocs writes them, and forgotten at once, so that a whole
code needs little memory.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mkdocs.config import base, config_options
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_build_date

from statuteline.corpus.store import open_corpus
from statuteline.errors import IdentifierError, StatutelineError
from statuteline.model.days import day_in_words
from statuteline.model.ids import parse_date
from statuteline.website import site_items
from statuteline.website.addresses import href
from statuteline.website.base import Asset, Page
from statuteline.website.kinds.assets import STYLE
from statuteline.website.pagefind import add_index, check_pagefind
from statuteline.website.sitemap import write_sitemap
from statuteline.website.source import Settings, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

    from statuteline.website.base import Content

_FIRST: Final = 100
_LAST: Final = -100
_THEME: Final = "statuteline"
_ROWS: Final = '<div class="rows" role="group" aria-label="Table" tabindex="0"><table>'
_INDEX: Final = "search/search_index.json"


class _Options(base.Config):  # type: ignore[no-untyped-call] # MkDocs has no type there
    """What a site says of the plugin in ``mkdocs.yml``."""

    corpus = config_options.Optional(config_options.Dir(exists=True))
    """The folder of the corpus; the shipped one if left out."""
    at: config_options.Optional[date | str] = config_options.Optional(
        config_options.Type((date, str))
    )
    """The day of the law; the day of the build if left out."""
    folder = config_options.Type(str, default="")
    """The folder of the site that the law stands in; empty for its root."""
    pagefind = config_options.Type(bool, default=False)
    """Whether the search page uses an index of Pagefind, for large sites."""
    files = config_options.Type(bool, default=True)
    """Whether texts and comparisons are also given as JSON, plain text and Word files."""
    repository = config_options.Type(str, default="")
    """The address of the corpus's folder on a code host; empty for none."""
    code = config_options.Type(str, default="")
    """The address of the folder ``statuteline`` of the code there; empty for none."""


class _LawPage(SitePage):
    """A page that is no Markdown: what it holds is made when it is written."""

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - as its base has it
        """Read nothing."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - the same
        """Write nothing yet."""
        self.content, self.toc = "", TableOfContents([])


class LawPlugin(BasePlugin[_Options]):  # type: ignore[no-untyped-call] # the same
    """Adds statutes, their changes and the law as code to a site."""

    def __init__(self) -> None:
        self._folder = ""
        self._pages: dict[str, Page] = {}
        self._behind: dict[str, list[Asset]] = {}
        self._unsearched: set[str] = set()
        self._now: Content | None = None
        self._source: Source | None = None
        self._serving = False
        self._changed: dict[str, date | None] = {}

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 - as its base
        """Remember whether pages are served while they are written."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the style sheet of the law's words."""
        folder = self.config.folder.strip("/")
        self._folder = f"{folder}/" if folder else ""
        config.extra_css.append(self._folder + STYLE)
        if self.config.pagefind:
            try:
                check_pagefind()
            except StatutelineError as error:
                raise PluginError(str(error)) from error
            if config.theme.name == _THEME:
                config.theme.static_templates.add("search.html")
        return config

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Tell templates where the law stands in the site, and what it is of."""
        if self._source is not None:
            at = self._source.settings.at
            env.globals |= {
                "law_folder": self._folder,
                "law_serving": self._serving,
                "law_pagefind": self.config.pagefind,
                "law_day": at,
                "law_day_in_words": day_in_words(at),
                "law_notice": self._source.corpus.settings.notice,
            }
        return env

    def on_page_content(
        self,
        html: str,
        page: SitePage,  # noqa: ARG002 - MkDocs hands it in by this name
        config: MkDocsConfig,
        files: Files,  # noqa: ARG002 - the same
    ) -> str:
        """In our own theme, let wide tables of Markdown scroll by themselves."""
        if config.theme.name != _THEME:
            return html
        return html.replace("<table>", _ROWS).replace("</table>", "</table></div>")

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """List the pages of the law; none of them is in the navigation by itself."""
        self._pages, self._behind, self._unsearched = {}, {"": []}, set()
        self._changed = {}
        named = set(_named(config.nav))
        last = ""
        for item in self._items(config):
            if isinstance(item, Asset):
                self._behind[last].append(item)
                continue
            last = self._folder + item.path.removesuffix(".html") + ".md"
            self._pages[last], self._behind[last] = item, []
            file = File.generated(
                config, last, content="", inclusion=InclusionLevel.NOT_IN_NAV
            )
            files.append(file)
            if last not in named:
                _LawPage(None, file, config)
        return files

    @event_priority(_FIRST)
    def _on_page_context_written(
        self,
        context: TemplateContext,
        page: SitePage,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs hands it in by this name
        nav: Navigation,  # noqa: ARG002 - the same
    ) -> TemplateContext:
        """Write what a page holds, and hand it to the search if it is to be found."""
        law = self._pages.get(page.file.src_uri)
        self._now = None
        if law is None:
            return context
        try:
            self._now = content = law.write()
        except StatutelineError as error:
            raise PluginError(str(error)) from error
        if isinstance(page, _LawPage):
            page.title = content.title
        page.toc = TableOfContents(
            [AnchorLink(one.title, one.anchor, level=2) for one in content.sections]
        )
        page.meta = {"description": content.description, **page.meta}
        page.content = content.searched
        if not content.searched:
            self._unsearched.add(page.url)
        context.update({"law": content})  # type: ignore[misc] # a key of ours
        return context

    @event_priority(_LAST)
    def _on_page_context_shown(
        self,
        context: TemplateContext,
        page: SitePage,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs hands it in by this name
        nav: Navigation,  # noqa: ARG002 - the same
    ) -> TemplateContext:
        """Show what the search was not to find."""
        if self._now is not None:
            page.content = _wrapped(self._now, self._pages[page.file.src_uri].path)
        return context

    on_page_context = CombinedEvent(_on_page_context_written, _on_page_context_shown)

    def on_post_page(self, output: str, page: SitePage, config: MkDocsConfig) -> str:
        """Forget what was written, and write the files that belong to the page."""
        self._changed[page.url] = self._now.changed if self._now is not None else None
        if page.file.src_uri in self._pages:
            page.content, self._now = "", None
            self._write(self._behind[page.file.src_uri], config)
        return output

    @event_priority(_LAST)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the files that are left, and keep from the search what is not for it."""
        self._write(self._behind[""], config)
        if config.site_url:
            write_sitemap(Path(config.site_dir), config.site_url, self._changed)
        index = Path(config.site_dir, _INDEX)
        if index.exists():
            found = json.loads(index.read_text("utf-8"))
            found["docs"] = [
                one
                for one in found["docs"]
                if one["location"].partition("#")[0] not in self._unsearched
            ]
            index.write_text(json.dumps(found, sort_keys=True), "utf-8")
        if self.config.pagefind:
            try:
                add_index(Path(config.site_dir))
            except StatutelineError as error:
                raise PluginError(str(error)) from error

    def _items(self, config: MkDocsConfig) -> Iterator[Page | Asset]:
        try:
            corpus = open_corpus(Path(self.config.corpus) if self.config.corpus else None)
            address = config.site_url + self._folder if config.site_url else ""
            settings = Settings(
                at=_day(self.config.at),
                repository=self.config.repository,
                code=self.config.code,
                address=address,
                files=self.config.files,
            )
            self._source = Source(corpus, settings)
            yield from site_items(self._source)
        except StatutelineError as error:
            raise PluginError(str(error)) from error

    def _write(self, assets: list[Asset], config: MkDocsConfig) -> None:
        for asset in assets:
            path = Path(config.site_dir, self._folder, asset.path)
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                path.write_bytes(asset.write())
            except StatutelineError as error:
                raise PluginError(str(error)) from error


def _wrapped(content: Content, path: str) -> str:
    """Mark what this package has written, for its style sheet, and add its scripts."""
    scripts = "".join(
        f'<script type="module" src="{href(one, start=path)}"></script>\n'
        for one in content.scripts
    )
    return f'<div class="statuteline">\n{content.body}\n</div>\n{scripts}'


def _day(chosen: date | str | None) -> date:
    """Take the day of the law: the one chosen, or that of the build."""
    if isinstance(chosen, date):
        return chosen
    try:
        return parse_date(chosen or get_build_date())
    except IdentifierError as error:
        raise ConfigurationError(f"statuteline, option at: {error}") from error


def _named(nav: object) -> Iterator[str]:
    """List the files that a navigation names."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for one in nav.values():
            yield from _named(one)
    elif isinstance(nav, list):
        for one in nav:
            yield from _named(one)
