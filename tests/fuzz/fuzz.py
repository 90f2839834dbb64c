"""Try every target for its share of some minutes; print what was executed and found."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from contextlib import redirect_stderr
from dataclasses import dataclass
from hashlib import sha256
from io import StringIO
from pathlib import Path
from platform import python_version
from typing import TYPE_CHECKING, Final

import atheris

with (
    redirect_stderr(StringIO()),  # atheris names each module
    atheris.instrument_imports(include=["statuteline"]),
):
    from every_target import TARGETS
from mutations import seeds_of, tokens_of
from target import ROOT, tried

if TYPE_CHECKING:
    from collections.abc import Iterator

    from target import Target

_BUILD: Final = ROOT / "build" / "fuzz"
_LONGEST: Final = 30
"""Seconds for one input: a reader that needs more has a finding."""
_MEMORY: Final = 2048
"""Mebibytes for one target."""
_DONE: Final = re.compile(r"^Done (\d+) runs in (\d+) second", re.MULTILINE)
_COUNTED: Final = re.compile(r"^#(\d+)\s", re.MULTILINE)
_HEAD: Final = """\
# Fuzzing

The last recorded run of `make fuzz`, which writes this page: every reader that bytes from
outside come to, tried with inputs that atheris makes of seeds, led by what they reach in
the package. A finding is an input that ends in anything else than a text or an error that
says what is wrong: another exception, more than {longest} seconds, or more than {memory}
MiB.

{minutes:g} minutes on one core, Python {python}: **{executed:,} executions, {findings}
findings**.

| target | executions | a second | findings |
|---|---:|---:|---:|
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What became of one target.

    Args:
        name: The target.
        executed: How many inputs it was given.
        seconds: For how long.
        findings: What was found: for each kind one sentence.
    """

    name: str
    executed: int
    seconds: int
    findings: tuple[str, ...]


def run(target: Target, seconds: int, folder: Path) -> Ran:
    """Try one target in a process of its own, which takes over what is loaded."""
    corpus = folder / "corpus" / target.name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds_of(target)):
        (corpus / f"seed-{number}").write_bytes(data)
    words = folder / f"{target.name}.words"
    words.write_text("".join(map(_entry, _short(target))), encoding="ascii")
    log = folder / f"{target.name}.log"
    options = [
        *(f"-max_total_time={seconds}", f"-timeout={_LONGEST}"),
        *(f"-rss_limit_mb={_MEMORY}", f"-max_len={target.largest}"),
        *("-len_control=0", "-print_final_stats=1", f"-dict={words}"),
        *(f"-artifact_prefix={folder}/{target.name}-stopped-", str(corpus)),
    ]
    child = os.fork()
    if child == 0:
        with log.open("wb") as output:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
        _try_on(target, folder, options)
        os._exit(1)
    _, status = os.waitpid(child, 0)
    told = log.read_text(encoding="utf-8", errors="replace")
    counts = _DONE.findall(told) or [((_COUNTED.findall(told) or ["0"])[-1], seconds)]
    findings = tuple(_found(folder, target.name))
    if status:
        findings += (f"{target.name}: the run stopped; see {log}",)
    executed, lasted = map(int, counts[-1])
    return Ran(name=target.name, executed=executed, seconds=lasted, findings=findings)


def _try_on(target: Target, folder: Path, options: list[str]) -> None:
    """Try a target until its time is over, and keep the first input of each finding."""
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

    atheris.Setup([sys.argv[0], *options], try_one)
    atheris.Fuzz()  # ends the process


def _short(target: Target) -> Iterator[bytes]:
    return (token for token in tokens_of(target) if 2 <= len(token) <= 30)


def _entry(token: bytes) -> str:
    signs = "".join(f"\\x{one:02x}" for one in token)
    return f'"{signs}"\n'


def _found(folder: Path, name: str) -> Iterator[str]:
    path = folder / "findings.jsonl"
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            if one["target"] == name:
                yield f"{name}: {one['what']}: {one['told']} ({name}-{one['input']})"


def page(ran: tuple[Ran, ...], minutes: float) -> Iterator[str]:
    """Write the page of a run."""
    yield _HEAD.format(
        longest=_LONGEST,
        memory=_MEMORY,
        minutes=minutes,
        python=python_version(),
        executed=sum(one.executed for one in ran),
        findings=sum(len(one.findings) for one in ran) or "no",
    )
    for one in ran:
        speed = one.executed / max(1, one.seconds)
        yield f"| `{one.name}` | {one.executed:,} | {speed:,.0f} | {len(one.findings)} |\n"


def main() -> int:
    """Run the targets; 1 if there is a finding."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30, help="for all of them")
    parser.add_argument("--only", action="append", help="a target; all if none is named")
    parser.add_argument("--page", type=Path, default=_BUILD / "page.md")
    given = parser.parse_args()
    chosen = [one for one in TARGETS if not given.only or one.name in given.only]
    seconds = max(1, round(given.minutes * 60 / len(chosen)))
    _BUILD.mkdir(parents=True, exist_ok=True)
    (_BUILD / "findings.jsonl").unlink(missing_ok=True)
    ran = []
    for target in chosen:
        one = run(target, seconds, _BUILD)
        speed = one.executed / max(1, one.seconds)
        told = f"{one.name:22}{one.executed:>10,}{speed:>8,.0f} a second"
        sys.stdout.write("\n  ".join((told, *one.findings)) + "\n")
        sys.stdout.flush()
        ran.append(one)
    given.page.write_text("".join(page(tuple(ran), given.minutes)), encoding="utf-8")
    total = sum(len(one.findings) for one in ran)
    executed = sum(one.executed for one in ran)
    sys.stdout.write(f"{executed:,} executions, {total} findings\n")
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
