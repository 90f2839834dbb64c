"""The same texts give the same comparison in every process."""

from __future__ import annotations

import os
import subprocess
import sys

_PAIRING = """
from statuteline.diff.align import align
from statuteline.diff.redline import redline
from statuteline.model.ids import EId, WId
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, plain

def section(words, first):
    children = []
    for number, text in enumerate(words, first):
        eid = f"sec_1__subsec_{number}"
        children.append(Provision(
            level=Level.SUBSECTION, eid=EId(eid), wid=WId(eid), num=f"({number})",
            intro=(Paragraph(spans=plain(text)),),
        ))
    top = EId("sec_1")
    return Provision(
        level=Level.SECTION, eid=top, wid=WId("sec_1"), num="1", children=tuple(children)
    )

old = [f"hall{n % 9} room{n % 7} floor{n % 5} of town{n}" for n in range(120)]
new = [f"hall{n % 7} room{n % 9} floor{n % 4} of town{n + 60}" for n in range(120)]
for pair in align((section(old, 1),), (section(new, 5),))[0].children:
    print(pair.old and pair.old.eid, pair.new and pair.new.eid, pair.pairing, pair.moved)
print(redline(" ".join(old * 3), " ".join(new * 3)))
"""


def test_comparison_does_not_depend_on_the_hash_seed() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", _PAIRING],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(found) == 1
    assert b"SIMILAR_TEXT" in found.pop()
