"""Two whole codes compared: what ``compare`` says of two files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from statuteline.cli._collecting import without_collecting
from statuteline.cli._output import line_bytes, write_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.cli._engines import Spread
    from statuteline.diff.codes import Code
    from statuteline.model.change import Comparison


def compare_files(  # noqa: PLR0913 - one parameter a choice of the user
    old: str,
    new: str,
    form: str,
    run: Spread,
    *,
    output: str | None = None,
    supplement: bool = False,
) -> int:
    """Compare two codes and write what differs, section by section.

    Args:
        old: The file of the code before.
        new: The file of the code after.
        form: ``text``, or a format that has lists of changes.
        run: Where the work is done.
        output: The file to write; None or ``-`` for standard output.
        supplement: Whether the second file holds only what it replaces or adds.

    Returns:
        The exit status: 0 if the codes are the same, 1 if they differ.

    Raises:
        MalformedXmlError: If a file is no XML that we accept.
        SchemaViolationError: If a file is no Akoma Ntoso document with sections.
    """
    from statuteline.corpus.code_file import read_code
    from statuteline.diff.codes import compare_codes
    from statuteline.diff.overlay import overlaid

    with without_collecting():
        before, after = read_code(Path(old)), read_code(Path(new))
        if supplement:
            after = overlaid(before, after)
        found = _Counted(compare_codes(before, after, run))
        write_pieces(output, _pieces(form, found, before, after))
    return 1 if found.count else 0


class _Counted:
    """Comparisons, counted as they pass."""

    def __init__(self, comparisons: Iterable[Comparison]) -> None:
        self._comparisons = comparisons
        self.count = 0

    def __iter__(self) -> Iterator[Comparison]:
        for comparison in self._comparisons:
            self.count += 1
            yield comparison


def _pieces(form: str, found: _Counted, before: Code, after: Code) -> Iterator[bytes]:
    if form == "text":
        return _told(found, before, after)
    from statuteline.publish import render_list

    return render_list(found, form)


def _told(found: _Counted, before: Code, after: Code) -> Iterator[bytes]:
    for one in found:
        top = (one.new.body or one.old.body)[0]
        head = " ".join(filter(None, (top.num, top.heading_text)))
        lines = [head, *(f"  - {change.summary}" for change in one.changes)]
        yield b"".join(map(line_bytes, lines))
    sections = f"{len(before.sections)} sections and headings against "
    yield f"{sections}{len(after.sections)}: {found.count} differ.\n".encode()
