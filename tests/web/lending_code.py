"""An invented code of two titles, on pages such as Connecticut's."""

from __future__ import annotations


def listing(name: str, *rows: str, heading: str = "") -> bytes:
    """Set a list of titles or chapters."""
    table = "\n".join(f"<tr>\n{row}\n</tr>" for row in rows)
    return (
        "<!DOCTYPE html>\n<html><head><title>Statutes</title></head><body>\n"
        f'<div id="{name}">\n{heading}\n<table>\n{table}\n</table>\n</div></body></html>\n'
    ).encode()


def title_row(file: str, number: str) -> str:
    return (
        f'<td><a href="{file}"><span class="toc_ttl_desig">Title {number}</span></a></td>'
        f'<td><a href="{file}"><span class="toc_ttl_name">Lending</span></a></td>'
    )


def chapter_row(file: str, number: str, holds: str) -> str:
    return (
        f'<td><a class="toc_ch_link" href="{file}">Chapter {number}</a>'
        f' <span class="toc_rng_secs">{holds}</span></td>'
        f'<td><a class="toc_ch_link" href="{file}">Lending</a></td>'
    )


def titles(year: int) -> bytes:
    """Set the list of titles of an edition."""
    return listing(
        "titles.htm",
        title_row("title_09.htm", "9"),
        title_row("title_09a.htm", "9a"),
        '<td><span class="toc_ttl_desig">Title 9b</span></td><td>Reserved</td>',
        heading=f"<h2>Revised to January 1, {year}</h2>",
    )


TITLE_9 = listing(
    "title_09.htm",
    chapter_row("chap_101.htm", "101", "Secs. 9-1 to 9-40c"),
    chapter_row("chap_102-104.htm", "102 to 104", "Secs. 9-41 to 9-90"),
    '<td><a class="toc_ch_link" href="titles.htm">(Return to Titles)</a></td><td></td>',
    heading='<h1 class="title-no">TITLE 9</h1><h1 class="title-name">BOOKS</h1>',
)
TITLE_9A = listing(
    "title_09a.htm",
    chapter_row("art_001.htm", "1", "Secs. 9a-1-101 to 9a-1-310"),
    chapter_row("art_002A.htm", "2A", "Secs. 9a-2A-101 to 9a-2A-737"),
    heading='<h1 class="title-no">TITLE 9a</h1><h1 class="title-name">SHELVES</h1>',
)


def chapter(name: str, *parts: str) -> bytes:
    """Set the page of a chapter."""
    text = (
        "<!DOCTYPE html>\n<html><head><title>Lending</title></head><body>\n"
        f'<div id="{name}">\n<h2 class="chap-no">CHAPTER 101</h2>\n'
        '<h2 class="chap-name">LENDING</h2>\n<hr class="chaps_pg_bar"/>\n'
        f"{''.join(parts)}</div></body></html>\n"
    )
    return text.replace("\n", "\r\n").encode()


def section(number: str, heading: str, words: str, *notes: tuple[str, str]) -> str:
    """Set a section and its notes, each with its class."""
    told = "".join(f'<p class="{kind}">{note}</p>\n' for kind, note in notes)
    return (
        f'<p><span class="catchln" id="sec_{number}">Sec. {number}. {heading}</span> '
        f'{words}</p>\n{told}<table class="nav_tbl"><tr><td></td></tr></table>\n'
    )


CHAPTERS = {
    "chap_101.htm": section("9-1", "Fees.", "A fee of two dollars is due."),
    "chap_102-104.htm": section("9-41", "Bells.", "A bell is rung."),
    "art_001.htm": section("9a-1-101", "Shelves.", "A shelf is a board."),
    "art_002A.htm": section("9a-2A-101", "Ladders.", "A ladder leans."),
}


def edition(year: int, folder: str) -> dict[str, bytes]:
    """Give all pages of an edition, by path."""
    pages = {
        "titles.htm": titles(year),
        "title_09.htm": TITLE_9,
        "title_09a.htm": TITLE_9A,
    } | {name: chapter(name, part) for name, part in CHAPTERS.items()}
    return {f"/{folder}/{name}": data for name, data in pages.items()}
