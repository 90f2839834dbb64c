"""Links between pages lead where they should, from anywhere."""

from __future__ import annotations

import posixpath

from hypothesis import given
from hypothesis import strategies as st

from statuteline.website.addresses import href

STEP = st.sampled_from(["a", "b", "c", "2021-10-01", "a.html"])
PATH = st.lists(STEP, min_size=1, max_size=5).map("/".join)


@given(PATH, PATH)
def test_a_link_is_the_shortest_relative_path(to: str, start: str) -> None:
    folder = posixpath.dirname(start)
    assert posixpath.normpath(posixpath.join(folder, href(to, start=start))) == to
    # A page has no pages below its own name, so the last step is never gone into.
    if not f"{folder}/".startswith(f"{to}/"):
        assert href(to, start=start) == posixpath.relpath(to, folder or ".")


@given(PATH, PATH)
def test_a_fragment_stays(to: str, start: str) -> None:
    expected = "#x" if to == start else f"{href(to, start=start)}#x"
    assert href(f"{to}#x", start=start) == expected
