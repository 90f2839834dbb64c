"""Pages of an invented code, set as the legislature sets its own."""

from __future__ import annotations

NAVIGATION = """<table class="nav_tbl">
<tr>
<td><a class="nav_link" href="#TOC">(Return to Chapter<br/>Table of Contents)</a></td>
<td><a class="nav_link" href="title_09a.htm">(Return to<br/>List of Chapters)</a></td>
</tr>
</table>
"""


def section(anchor: str, heading: str, *paragraphs: str) -> str:
    """Set one section; its first paragraph stands in that of its heading."""
    first, *more = paragraphs or ("",)
    body = "\n".join(p if p.startswith("<") else f"<p>{p}</p>" for p in more)
    span = f'<span class="catchln" id="{anchor}">{heading}</span>'
    return f"<p>{span} {first}</p>\n{body}\n{NAVIGATION}"


def chapter(*parts: str, contents: str = "", name: str = "chap_009l.htm") -> bytes:
    """Set a chapter with a notice whose end tag is wrong, in the publisher's line ends."""
    text = f"""<!DOCTYPE html>
<html lang="en-US">
<head><meta charset="utf-8"/><title>Chapter 9l - Lending</title>
<style type="text/css"><!-- p {{ margin: 0 }} --></style>
</head>
<body>
<div id="{name}" lang="en-US">
<h2 class="chap-no">CHAPTER 9<i>l</i>*</h2>
<h2 class="chap-name">LENDING</h2>
<p class="front-note-first">*Cited. 1 C. 2.</p>
<h4 class="chap_toc_hd" id="TOC">Table of Contents</h4>
<br/><h4>
<a target="_blank" href ="/2026/sup/titles.htm">Note: a supplement is out.</a>
<h4/>
<br/>
{contents}
<hr class="chaps_pg_bar"/>
{"".join(parts)}
</div>
</body>
</html>
"""
    return text.replace("\n", "\r\n").encode()
