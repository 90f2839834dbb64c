"""The files of each record: as it is on disk, and the same text in other forms."""

from __future__ import annotations

from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Final

from statuteline.corpus.checksums import FILE_NAME
from statuteline.history.in_force import expression_at
from statuteline.publish import output_format
from statuteline.publish.base import Excerpt, Style
from statuteline.website.base import Alternate, Asset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from statuteline.model.ids import ExpressionId
    from statuteline.website.source import Source

_FORMS: Final = (
    ("json", "application/json", "JSON"),
    ("text", "text/plain", "Plain text"),
    (
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Word",
    ),
)
_ENDINGS: Final = {"text": "txt"}
SUMS: Final = FILE_NAME
"""The list of digests, beside which each XML file stands as it does in the corpus."""


def file_items(source: Source, one: ExpressionId) -> Iterator[Asset]:
    """List the files of a record."""
    yield Asset(path=f"{one}.xml", write=partial(source.corpus.content, one))
    for name, _, _ in _forms(source):
        yield Asset(path=_path(one, name), write=partial(_written, source, one, name))


def sums_items(source: Source) -> Iterator[Asset]:
    """List the file of all digests, if the corpus has one."""
    path = source.corpus.root / FILE_NAME
    if path.is_file():
        yield Asset(path=SUMS, write=path.read_bytes)


def alternates(source: Source, one: ExpressionId) -> tuple[Alternate, ...]:
    """Name the files of a record."""
    own = Alternate(path=f"{one}.xml", media="application/akn+xml", title="Akoma Ntoso XML")
    others = (
        Alternate(path=_path(one, name), media=media, title=title)
        for name, media, title in _forms(source)
    )
    return (own, *others)


def _forms(source: Source) -> tuple[tuple[str, str, str], ...]:
    return _FORMS if source.settings.files else ()


def _path(one: ExpressionId, name: str) -> str:
    return f"{one}.{_ENDINGS.get(name, name)}"


def _written(source: Source, id_: ExpressionId, name: str) -> bytes:
    written = _renderer(name)(_excerpt(source, id_), Style())
    return written if isinstance(written, bytes) else written.encode()


@cache
def _renderer(name: str) -> Callable[[Excerpt, Style], str | bytes]:
    renderer = output_format(name).excerpt
    assert renderer is not None  # noqa: S101 - the forms listed above all can
    return renderer


@lru_cache(maxsize=1)  # the files of one record are written one behind another
def _excerpt(source: Source, id_: ExpressionId) -> Excerpt:
    """Tell of a record what ``statuteline show`` tells of it on its first day."""
    of = source.texts_of(id_.work)
    standing = next(one for one in of.standings if one.expression.id == id_)
    text = standing.expression
    at = text.start or id_.version
    return Excerpt(
        expression=text,
        citation=of.cited,
        at=at,
        provision=None,
        interval=standing.interval,
        notice=source.corpus.settings.notice,
        ends_by=standing.ends_by,
        pending=tuple(str(one.id) for one in of.texts if one.start is None),
        behind=of.beyond(expression_at(of.records, at)) if standing.interval else (),
    )
