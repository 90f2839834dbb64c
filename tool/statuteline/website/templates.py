"""The templates of pages: everything that they are handed is escaped."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from markupsafe import Markup

from statuteline.model.days import day_in_words
from statuteline.publish import html_line, html_marked
from statuteline.website import addresses

if TYPE_CHECKING:
    from jinja2.runtime import Context

    from statuteline.model.change import Runs


def filled(template: str, page: str, **values: Any) -> str:  # noqa: ANN401 - values of any kind
    """Fill a template.

    Args:
        template: Its file in ``templates``.
        page: The page that it is for, from which links lead.
        values: What it shows. Words are escaped; ``line`` also shows unseen characters
            in them, and ``marked`` draws what was deleted and inserted.

    Returns:
        HTML.
    """
    return _environment().get_template(template).render(page=page, **values)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("statuteline.website", "templates"),
        autoescape=True,
        auto_reload=False,  # templates do not change while a site is built
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.filters |= {"line": _line, "marked": _marked, "day": day_in_words, "href": _href}
    made.globals |= {"to": addresses}
    return made


def _line(text: object) -> Markup:
    return Markup(html_line(str(text)))  # noqa: S704 - html_line escapes


def _marked(runs: Runs) -> Markup:
    return Markup(html_marked(runs))  # noqa: S704 - html_marked escapes


@pass_context
def _href(context: Context, to: str) -> str:
    return addresses.href(to, start=context["page"])
