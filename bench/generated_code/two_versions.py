"""Both versions of a code, and the truth about them, in one folder."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final

from generated_code.akn_file import write
from generated_code.first_version import Draft, is_stub
from generated_code.node import Node, Nursery
from generated_code.second_version import Amendments, Change
from generated_code.truth import Truth, truth_of
from generated_code.vocabulary import Vocabulary

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT_SEED: Final = 20260101
FEWEST_SECTIONS: Final = 10


def generate(
    sections: int,
    folder: Path,
    seed: int = DEFAULT_SEED,
    *,
    without: frozenset[Change] = frozenset(),
) -> Truth:
    """Write ``v1.xml``, ``v2.xml`` and ``truth.json``.

    Args:
        sections: How many sections the first version has, at least 10.
        folder: Where to write, made if missing.
        seed: Another seed gives another code.
        without: Changes not to make.

    Returns:
        The truth, as written.

    Raises:
        ValueError: If there are too few sections.
    """
    if sections < FEWEST_SECTIONS:
        raise ValueError(f"at least {FEWEST_SECTIONS} sections")
    folder.mkdir(parents=True, exist_ok=True)
    random = Random(seed)
    draft = Draft(random, Vocabulary(random, sections), Nursery())
    titles = draft.code(sections)
    cited = _sections(titles)
    _cite_no_stub(cited)
    numbers = {index: section.label for index, section in enumerate(cited)}
    old = write(folder / "v1.xml", "2020-01-01", titles, numbers)

    amendments = Amendments(draft, titles, without)
    amendments.make()
    # What is repealed is still cited, by the number it had.
    present = {section.uid for section in _sections(titles)}
    numbers |= {
        index: section.label
        for index, section in enumerate(cited)
        if section.uid in present
    }
    new = write(folder / "v2.xml", "2021-01-01", titles, numbers)
    truth = truth_of(sections, seed, old, new, amendments.ledger)
    truth.write(folder / "truth.json")
    return truth


def _sections(titles: list[Node]) -> list[Node]:
    return [
        section for title in titles for chapter in title.kids for section in chapter.kids
    ]


def _cite_no_stub(sections: list[Node]) -> None:
    """Let whatever cites a stub cite the next section that has words of its own."""
    count = len(sections)
    for section in sections:
        for node in section.walk():
            for at, word in enumerate(node.words):
                if word.startswith("@"):
                    bare = word.rstrip(".,")
                    index = int(bare[1:])
                    while is_stub(sections[index]):
                        index = (index + 1) % count
                    node.words[at] = f"@{index}{word[len(bare) :]}"
