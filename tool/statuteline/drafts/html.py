"""HTML pages: the words that a browser would show, no script, no network."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from statuteline.drafts._encoding import decoded
from statuteline.drafts._expression import draft_text
from statuteline.drafts._markup import Page
from statuteline.drafts._signs import is_markup
from statuteline.drafts.base import Draft
from statuteline.errors import DraftError

if TYPE_CHECKING:
    from statuteline.drafts.base import DraftFile, DraftText

_CHARSET: Final = re.compile(
    rb"""<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml\s[^>]*?encoding\s*=\s*["']"""
    rb"""([\w.:-]+)""",
    re.IGNORECASE,
)
_WITHIN: Final = 1024
"""Bytes in which a page must state its encoding, by the HTML standard."""
_NOTES: Final = {
    "deleted": "deleted words (<del>) are left out, as if the deletion were accepted",
    "inserted": "inserted words (<ins>) are read, as if the insertion were accepted",
    "numbered": "lists without numbers of their own (<ol>) are numbered as a browser does "
    "that has no style sheet",
    "struck": "words that are struck through by <s> or <strike> are read as text",
}


def _read(file: DraftFile) -> DraftText:
    stated = _CHARSET.search(file.data[:_WITHIN])
    declared = (stated[1] or stated[2]).decode("ascii") if stated else ""
    text = decoded(file.data, file.name, declared)
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(text.replace("\0", "").encode(), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        raise DraftError("The page cannot be read as HTML", where=file.name) from error
    if parser.error_log.filter_from_fatals():
        raise DraftError(
            f"The page cannot be read as HTML: {parser.error_log.last_error.message}",
            where=file.name,
        )
    if root is None:  # nothing but comments, or a tag that never ends
        raise DraftError("The page is empty", where=file.name)
    page = Page(root, file.name)
    passages = tuple(page.passages())
    return draft_text(file, passages, tuple(_NOTES[k] for k in _NOTES if page.seen[k]))


DRAFT = Draft(
    summary="An HTML page, as a browser or a word processor saves it.",
    suffixes=(".html", ".htm", ".xhtml"),
    recognises=is_markup,
    read=_read,
)
