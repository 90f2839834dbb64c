from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuteline.corpus.judged import FILE_NAME, judged_text, read_judged
from statuteline.errors import CorpusError

if TYPE_CHECKING:
    from pathlib import Path

WORDS = st.text(st.characters(exclude_categories=["Cs"]))


@given(said=st.dictionaries(st.text("0123456789abcdef", min_size=32, max_size=32), WORDS))
def test_what_is_kept_is_read_back(
    said: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("judged")
    (folder / FILE_NAME).write_bytes(judged_text(said))
    assert read_judged(folder) == said


@pytest.mark.parametrize("line", ["", "5", '["a"]', '{"a": "b"}', '["a", 1]', '["a", "b"'])
def test_a_broken_line_is_told(line: str, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(f'["a", "b"]\n{line}\n', "utf-8")
    with pytest.raises(CorpusError, match="A line") as caught:
        read_judged(tmp_path)
    assert caught.value.where.endswith(f"{FILE_NAME}:2")
