from __future__ import annotations

import pytest

from statuteline.diff.phrases import Edit, to_phrases
from statuteline.diff.tokens import tokens


def _edits(*marked: str) -> tuple[Edit, ...]:
    found = []
    for words in marked:
        cut = tokens(words[1:])
        kinds = {
            "=": Edit(kept=cut),
            "-": Edit(deleted=cut),
            "+": Edit(inserted=cut),
        }
        found.append(kinds[words[0]])
    return tuple(found)


def _shown(edits: tuple[Edit, ...]) -> str:
    shown = ""
    for edit in edits:
        shown += "".join(edit.kept)
        shown += f"[-{''.join(edit.deleted)}-]" if edit.deleted else ""
        shown += f"{{+{''.join(edit.inserted)}+}}" if edit.inserted else ""
    return shown


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        # Small words between two replacements read as one phrase.
        (
            ("=a ", "-fee", "+price", "= of the ", "-town", "+city", "= hall"),
            "a [-fee of the town-]{+price of the city+} hall",
        ),
        # A word that says something stays, between short changes.
        (
            ("=a ", "-fee", "+price", "= paid ", "-late", "+early", "= here"),
            "a [-fee-]{+price+} paid [-late-]{+early+} here",
        ),
        # Two lone insertions stay two.
        (("=a ", "+big ", "=fee ", "+paid ", "=now"), "a {+big +}fee {+paid +}now"),
        # What a deletion and its insertion end with alike is kept.
        (("=a ", "-fee ", "+price ", "=now"), "a [-fee-]{+price+} now"),
        # A comma between a deletion and an insertion parts them.
        (
            ("=care", "- training", "=, ", "+if asked, ", "=now"),
            "care[- training-], {+if asked, +}now",
        ),
        # A lone insertion goes where the phrase begins.
        (("=a, ", "+b, ", "=b, c"), "a, b, {+b, +}c"),
        (("=(1) a ", "+fee; (2) a ", "=loan"), "(1) {+a fee; (2) +}a loan"),
        # An insertion that swallows what parts it from the next does not fail.
        (("=x ", "+b x ", "=b ", "+c ", "=b y"), "x b {+x b c +}b y"),
    ],
)
def test_changes_read_as_phrases(marked: tuple[str, ...], shown: str) -> None:
    assert _shown(to_phrases(_edits(*marked))) == shown


def test_a_few_words_drowned_by_long_replacements_go_with_them() -> None:
    marked = (
        "=The ",
        "-clerk of this town shall every year",
        "+board may when it thinks fit",
        "= publish the ",
        "-fees due for books and for maps",
        "+hours at which its halls will open",
        "=.",
    )
    assert _shown(to_phrases(_edits(*marked))) == (
        "The [-clerk of this town shall every year publish the fees due for books and for "
        "maps-]{+board may when it thinks fit publish the hours at which its halls will "
        "open+}."
    )
