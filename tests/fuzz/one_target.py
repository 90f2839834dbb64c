"""Try one target until its time is over, led by what the input reaches in the package.

Started by fuzz.py with the name of a target, a folder for what is found, and words for
libFuzzer. A finding does not end the run: the first input of each kind is kept.
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["statuteline"]):
    from every_target import TARGETS
    from target import Target, tried


def keeping(target: Target, folder: Path) -> None:
    """Hand libFuzzer a function that keeps what it finds; it never returns."""
    known: set[str] = set()

    def try_one(data: bytes) -> None:
        finding = tried(target, data)
        if finding is None or finding.what in known:
            return
        known.add(finding.what)
        name = sha256(data).hexdigest()[:12]
        (folder / f"{target.name}-{name}").write_bytes(data)
        with (folder / "findings.jsonl").open("a", encoding="utf-8") as lines:
            found = {"target": target.name, "input": name, "what": finding.what}
            lines.write(f"{json.dumps({**found, 'told': finding.told[:300]})}\n")

    atheris.Setup([sys.argv[0], *sys.argv[3:]], try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    keeping(next(one for one in TARGETS if one.name == sys.argv[1]), Path(sys.argv[2]))
