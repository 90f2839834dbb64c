"""The style sheets, scripts and pictures that pages of the law use."""

from __future__ import annotations

from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from statuteline.website.base import Asset, PageKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.website.source import Source

STYLE: Final = "assets/law.css"
"""The style sheet of what pages of the law hold, for any theme: it touches nothing else."""
SITE_STYLE: Final = "assets/site.css"
"""The style sheet of whole pages, for the theme of this package."""

_FOLDER: Final = "assets"
_EVALUATOR: Final = ("statuteline.rules", "evaluator.mjs")


def _items(_: Source) -> Iterator[Asset]:
    yield Asset(path=STYLE, write=_law_style)
    yield Asset(path=SITE_STYLE, write=_site_style)
    yield Asset(path=f"{_FOLDER}/{_EVALUATOR[1]}", write=partial(_read, *_EVALUATOR))
    for name in (*_names(".mjs"), *_names(".svg")):
        yield Asset(path=f"{_FOLDER}/{name}", write=partial(_own, name))


def _law_style() -> bytes:
    """Write the rules so that they hold only inside what this package has written."""
    shared = _read("statuteline.publish", "tokens.css").replace(b":root", b"&")
    own = (_own(name) for name in _names(".css") if f"{_FOLDER}/{name}" != SITE_STYLE)
    rules = (shared, _read("statuteline.publish", "law.css"), *own)
    return b".statuteline {\n" + b"\n".join(rules) + b"}\n"


def _site_style() -> bytes:
    shared = (_read("statuteline.publish", name) for name in ("tokens.css", "page.css"))
    return b"\n".join((*shared, _own("site.css")))


def _names(ending: str) -> list[str]:
    folder = files("statuteline.website").joinpath(_FOLDER)
    return sorted(one.name for one in folder.iterdir() if one.name.endswith(ending))


def _own(name: str) -> bytes:
    return _read(f"statuteline.website.{_FOLDER}", name)


def _read(package: str, name: str) -> bytes:
    return files(package).joinpath(name).read_bytes()


KIND = PageKind(summary="Style sheets, scripts and pictures.", order=0, items=_items)
