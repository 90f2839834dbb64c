"""The text of a work as HTML: each provision at its own address, with a link to it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

from statuteline.model.provision import Coverage
from statuteline.model.text import Paragraph, Ref, Role
from statuteline.publish import html_line, seen
from statuteline.publish._wording import commencing
from statuteline.website import addresses

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.model.ids import EId, ProvisionRef
    from statuteline.model.provision import Provision
    from statuteline.model.text import Block, Prose, Span

_MISSING: Final = {
    Coverage.FULL: "",
    Coverage.NOT_RESTATED: "Not restated in this corpus.",
    Coverage.REMOVED: "Repealed.",
}
_TAGS: Final = {Role.BOLD: "b", Role.ITALIC: "i"}


def nothing(_: Provision) -> str:
    """Set nothing beside a provision."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a text is set.

    Args:
        page: The page that it stands on.
        leads_to: Gives the page, and the place on it, of what a link in the text names;
            None for what the site does not have, which is then no link.
        cited: How people cite a provision of the text.
        beside: HTML that stands behind the own words of a provision; empty for none.
        rank: The rank of the first heading.
    """

    page: str
    leads_to: Callable[[ProvisionRef], str | None]
    cited: Callable[[EId], str]
    beside: Callable[[Provision], str] = nothing
    rank: int = 2


def law_html(body: tuple[Provision, ...], setting: Setting) -> str:
    """Write provisions, each with all below it.

    Args:
        body: The top of a text.
        setting: How it is set.
    """
    return "\n".join(_provision(one, setting, setting.rank) for one in body)


def blocks_html(blocks: tuple[Block, ...], setting: Setting) -> str:
    """Write paragraphs and tables."""
    return "".join(_block(block, setting) for block in blocks)


def _provision(one: Provision, setting: Setting, rank: int) -> str:
    heading = _prose(one.heading, setting)
    num = f'<span class="num">{html_line(one.num)}</span>' if one.num else ""
    link = _permalink(one, setting)
    blocks = list(one.intro)
    if heading:
        own = f"<h{rank}>{f'{num} {heading}'.strip()}{link}</h{rank}>"
    else:
        first = blocks.pop(0) if blocks and isinstance(blocks[0], Paragraph) else None
        words = _prose(first.spans, setting) if isinstance(first, Paragraph) else ""
        told = f"{num} {words}".strip()
        own = f"<p>{told}{link}</p>" if told else ""  # what only groups others has none
    own += blocks_html(tuple(blocks), setting)
    if one.commencement is not None:
        own += _note(f"{commencing(one.commencement)}.")
    if _MISSING[one.coverage] and not one.intro_text:
        own += _note(_MISSING[one.coverage])
    below = min(rank + 1, 6) if heading else rank
    children = "\n".join(_provision(child, setting, below) for child in one.children)
    after = blocks_html(one.wrap_up, setting)
    end = f'<div class="own">{after}</div>' if after else ""
    return (
        f'<div class="provision" id="{escape(one.eid.text)}">'
        f'<div class="own">{own}</div>{setting.beside(one)}\n{children}'
        f"{end}</div>"
    )


def _note(words: str) -> str:
    return f'<p class="note">{html_line(words[:1].upper() + words[1:])}</p>'


def _permalink(one: Provision, setting: Setting) -> str:
    name = html_line(setting.cited(one.eid))
    return (
        f'&nbsp;<a class="permalink" href="#{escape(one.eid.text)}" '
        f'aria-label="Link to {name}" data-cited="{name}">#</a>'
    )


def _block(block: Block, setting: Setting) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{_prose(block.spans, setting)}</p>"
    caption = _prose(block.caption, setting)
    rows = "".join(
        "<tr>"
        + "".join(
            f"<{'th' if cell.header else 'td'}>{_prose(cell.spans, setting)}"
            f"</{'th' if cell.header else 'td'}>"
            for cell in row
        )
        + "</tr>"
        for row in block.rows
    )
    head = f"<caption>{caption}</caption>" if caption else ""
    return (
        '<div class="rows" role="group" aria-label="Table" tabindex="0">'
        f"<table>{head}<tbody>{rows}</tbody></table></div>"
    )


def _prose(spans: Prose, setting: Setting) -> str:
    return "".join(_span(span, setting) for span in spans).strip()


def _span(span: Span, setting: Setting) -> str:
    words = escape(seen(span.text), quote=False)
    mark = span.mark
    if isinstance(mark, Ref):
        to = setting.leads_to(mark.target)
        if to is None:
            return words
        return f'<a href="{escape(addresses.href(to, start=setting.page))}">{words}</a>'
    if isinstance(mark, Role) and mark in _TAGS:
        return f"<{_TAGS[mark]}>{words}</{_TAGS[mark]}>"
    return words
