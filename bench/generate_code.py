"""Write an invented code in two versions, and the truth about what changed."""

from __future__ import annotations

import argparse
from pathlib import Path

from generated_code import DEFAULT_SEED, FEWEST_SECTIONS, Change, generate


def main() -> None:
    """Read the arguments, write the files, and say how much changed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sections", type=int, help=f"at least {FEWEST_SECTIONS}")
    parser.add_argument("folder", type=Path, help="for v1.xml, v2.xml and truth.json")
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED)
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        choices=[change.name for change in Change],
        help="a change not to make; may be given again",
    )
    given = parser.parse_args()
    if given.sections < FEWEST_SECTIONS:
        parser.error(f"at least {FEWEST_SECTIONS} sections")
    truth = generate(
        given.sections,
        given.folder,
        given.seed,
        without=frozenset(Change[name] for name in given.without),
    )
    print(
        f"{given.sections} sections: {len(truth.events)} events, "
        f"{len(truth.lineage)} addresses changed, {len(truth.changed)} provisions with "
        f"changed words ({len(truth.conforming)} conforming), {len(truth.splits)} splits, "
        f"{len(truth.merges)} merges, {len(truth.moves)} moves"
    )


if __name__ == "__main__":
    main()
