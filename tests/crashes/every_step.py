"""Give one command again and again, each time with a fault at another step.

``python every_step.py OPERATION FOLDER HOST [EVERY]`` prints as JSON how many steps the
command has, how often it was given, and what was not as it must be. Each time a child of
this process gives the command, in a fresh copy of the folder, so that nothing is loaded
twice. With EVERY, only each of so many points is tried.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from breaking import DIED, Disk, Fault
from operations import CONTROL, OPERATIONS, Operation, call

if TYPE_CHECKING:
    from collections.abc import Iterator

_OURS: Final = {".held"}
_ENDED: Final = "when it has ended"
_CACHES: Final = {".index"}
_FAULTS: Final = tuple(fault for fault in Fault if fault is not Fault.NONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What became of a command that was given.

    Args:
        status: Its exit status.
        err: What it said on standard error.
        steps: The steps that it made, if it lived.
    """

    status: int
    err: str
    steps: tuple[str, ...]


class Trial:
    """An operation, and a folder for it.

    Args:
        operation: The operation.
        folder: An empty folder.
        host: The address of a server of pages.
    """

    def __init__(self, operation: Operation, folder: Path, host: str) -> None:
        self.operation = operation
        self._folder = folder
        self._host = host
        self._start = folder / "start"
        self._start.mkdir()
        self.world = folder / "world"
        operation.prepare(self._start)
        self.renew()
        self.before, self._files_before = self._state(), self._files()
        # Once here, so that all is loaded; then in a child, to count the steps.
        status = call(*operation.words(self.world, host))
        assert status in {0, 1}, status
        self.renew()
        clean = self.give(Fault.NONE, 0)
        assert clean.status == status, clean.err
        self.steps = clean.steps
        self.status = status
        self.after, self._files_after = self._state(), self._files()
        assert self.after != self.before or operation.again

    def renew(self) -> None:
        """Make the folder what it was before."""
        shutil.rmtree(self.world, ignore_errors=True)
        shutil.copytree(self._start, self.world)

    def give(self, fault: Fault, at: int) -> Told:
        """Give the command in a child."""
        err, count = self._folder / "err", self._folder / "steps"
        words = tuple(self.operation.words(self.world, self._host))
        child = os.fork()
        if child == 0:
            self._give(Disk(fault, at, self.world), words, err, count)
        _, ended = os.waitpid(child, 0)
        return Told(
            status=os.waitstatus_to_exitcode(ended),
            err=err.read_text("utf-8"),
            steps=tuple(json.loads(count.read_text("utf-8") or "[]")),
        )

    def _give(
        self, disk: Disk, words: tuple[str | Path, ...], err: Path, count: Path
    ) -> None:
        """Be the child; never return."""
        status = DIED - 1
        try:
            for number, path in ((1, Path(os.devnull)), (2, err), (3, count)):
                handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
                os.dup2(handle, number)
            told = os.fdopen(3, "w", encoding="utf-8")
            disk.install()
            status = call(*words)
            disk.end()
            sys.stdout.flush()
            sys.stderr.flush()
            told.write(json.dumps(disk.steps))
            told.flush()
        except BaseException:  # noqa: BLE001 - it must end here
            traceback.print_exc()
            sys.stderr.flush()
        os._exit(status)

    def faults(self, fault: Fault, at: int) -> Iterator[str]:
        """Give the command with a fault at a step, and tell what is not as it must be."""
        self.renew()
        told = self.give(fault, at)
        try:
            found = self._state()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told
            yield f"cannot be read: {error!r}; {told.err}"
            return
        if at > len(self.steps) and found != self.after:
            yield f"it had ended: {found}"
        elif fault.ends:
            yield from self._after_death(told, found)
        else:
            yield from self._after_error(fault, told, found)

    def _after_death(self, told: Told, found: object) -> Iterator[str]:
        if told.status != DIED:
            yield f"it ended with {told.status}: {told.err}"
        between = self.operation.between
        if found not in [self.before, self.after] and not between(
            self.before, self.after, found
        ):
            yield f"between: {found}"
        if not self.operation.again and found == self.after:
            return
        again = self.give(Fault.NONE, 0)
        if again.status != self.status:
            yield f"again it ended with {again.status}: {again.err}"
        elif self._state() != self.after:
            yield f"again it gave {self._state()}"

    def _after_error(self, fault: Fault, told: Told, found: object) -> Iterator[str]:
        if told.status == self.status:
            if found != self.after:  # what could not be tidied up does no harm
                yield f"it said that all is well: {found}"
            return
        if told.status != 2:
            yield f"it ended with {told.status}: {told.err}"
        for words in ("Error: ", os.strerror(fault.error), "  where: "):
            if words not in told.err:
                yield f"it does not say {words!r}: {told.err}"
        if fault is Fault.STAYS_READ_ONLY or self.operation.piecewise:
            # In the first case nothing can be put back; what is read is still right.
            between = self.operation.between
            if found not in [self.before, self.after] and not between(
                self.before, self.after, found
            ):
                yield f"between: {found}"
        elif found != self.before or self._files() != self._files_before:
            there = self._files()
            differing = {
                name
                for name in {*there, *self._files_before}
                if there.get(name, b"") != self._files_before.get(name, b"")
                or (name in there) != (name in self._files_before)
            }
            yield f"it changed {sorted(differing)}: {told.err}"

    def _state(self) -> Any:  # noqa: ANN401 - each operation has its own
        return self.operation.state(self.world)

    def _files(self) -> dict[str, bytes | None]:
        return {
            path.relative_to(self.world).as_posix(): path.read_bytes()
            if path.is_file()
            else None
            for path in sorted(self.world.rglob("*"))
            if path.name not in _OURS and not _CACHES & set(path.parts)
        }


def main() -> None:
    name, folder, host, *every = sys.argv[1:]
    out = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # the commands talk
    trial = Trial(OPERATIONS.get(name, CONTROL), Path(folder), host)
    steps = (*trial.steps, _ENDED)
    points = [
        (at, fault)
        for at, step in enumerate(steps, 1)
        for fault in _FAULTS
        if step != _ENDED or fault in {Fault.POWER, Fault.NAMES}
    ]
    tried = points[:: int(every[0])] if every else points
    wrong = [
        f"step {at} of {len(trial.steps)} ({steps[at - 1]}), {fault.value}: {what}"
        for at, fault in tried
        for what in trial.faults(fault, at)
    ]
    told = {"steps": trial.steps, "tried": len(tried), "wrong": wrong}
    os.write(out, json.dumps(told).encode())


if __name__ == "__main__":
    main()
