from __future__ import annotations

import pytest

from statuteline.errors import SourceError
from statuteline.importers._lines import Gap, Line
from statuteline.importers._table import is_table, read_table
from statuteline.model.text import prose_text


def _block(*groups: str) -> tuple[Line, ...]:
    lines: list[Line] = []
    for group in groups:
        for index, text in enumerate(group.split("/")):
            gap = Gap.TIGHT if index else Gap.LINE
            lines.append(Line(number=len(lines) + 1, text=text, gap=gap))
    return tuple(lines)


HEAD = ("Keepers of Keys", "Named/By", "Duty")


def test_rows_printed_on_one_line_are_cut_before_the_word_that_opens_second_cells() -> None:
    block = _block(
        *HEAD, "Mayor Holder of the key/to the hall", "Town/clerk", "Holder of ink"
    )
    table = read_table("file", block)
    assert prose_text(table.caption) == "Keepers of Keys"
    cells = [[prose_text(cell.spans) for cell in row] for row in table.rows]
    assert cells == [
        ["Named By", "Duty"],
        ["Mayor", "Holder of the key to the hall"],
        ["Town clerk", "Holder of ink"],
    ]
    assert [cell.header for cell in table.rows[0]] == [True, True]


@pytest.mark.parametrize(
    "groups",
    [
        HEAD,
        (*HEAD, "Mayor Holder of keys"),
        (*HEAD, "Mayor Holder of keys", "Town/clerk"),
        (*HEAD, "Mayor Holder of keys", "Town/clerk", "Keeper of ink"),
        (*HEAD, "Mayor Holder of Holder keys", "Town/clerk", "Holder of ink"),
        (*HEAD, "Holder of keys", "Holder of ink", "Holder of it"),
        ("Named/By", "Holder", "Mayor Holder of keys", "Town/clerk", "Holder of ink"),
    ],
)
def test_table_that_cannot_be_parted_in_one_way_is_refused(groups: tuple[str, ...]) -> None:
    with pytest.raises(SourceError, match="table") as caught:
        read_table("file", _block(*groups))
    assert caught.value.where.startswith("file, line ")


def test_only_lines_closer_than_prose_make_a_table() -> None:
    assert is_table(_block("a/b"))
    assert not is_table(_block("a", "b"))
