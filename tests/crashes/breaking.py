"""A disk that refuses, or a process that dies, at one step of the writing.

Steps are the calls that change a disk: opening for writing, writing, flushing, renaming,
linking, cutting, making and removing. They are counted in the order in which Python makes
them. What libraries in other languages write, such as SQLite, is not seen here.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, NoReturn

from losing import Unflushed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DIED: Final = 99
"""The exit status of a process that was made to die."""
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_REMOVING: Final = {"unlink", "remove", "rmdir", "rename", "replace"}


class Fault(Enum):
    """What happens at a step, or from a step on."""

    NONE = "nothing"
    """Steps are counted only."""
    KILLED = "the process is killed"
    """Of what is being written then, half is written."""
    POWER = "the power fails"
    """The same; and bytes that were not flushed are lost."""
    NAMES = "the power fails, and names are lost"
    """The same; and what was done in folders that were not flushed is undone."""
    FULL = "the disk is full at this step"
    STAYS_FULL = "the disk is full from this step on"
    """Renaming and removing go on."""
    READ_ONLY = "the disk can only be read at this step"
    STAYS_READ_ONLY = "the disk can only be read from this step on"

    @property
    def ends(self) -> bool:
        """Whether the process dies of it."""
        return self in {Fault.KILLED, Fault.POWER, Fault.NAMES}

    @property
    def error(self) -> int:
        """The number of the error that the disk answers."""
        full = self in {Fault.FULL, Fault.STAYS_FULL}
        return errno.ENOSPC if full else errno.EROFS


class Disk:
    """The steps of a process, counted from 1 on; at one of them, a fault.

    Args:
        fault: What happens.
        at: At which step; at the one behind the last, when the command has ended.
        world: The folder where everything is that is written.
    """

    def __init__(self, fault: Fault, at: int, world: Path) -> None:
        self.steps: list[str] = []
        self.unflushed = Unflushed(world)
        self._fault = fault
        self._at = at

    def install(self) -> None:
        """Take the place of the functions that change a disk, in this process."""
        for name in (
            *("replace", "rename", "link", "mkdir", "unlink", "remove", "rmdir"),
            *("chmod", "truncate", "ftruncate"),
        ):
            setattr(os, name, self._stepping(name, getattr(os, name)))
        self._take_open()
        self._take_flushing()
        builtins.open = io.open = self._opening(io.open)

    def end(self) -> None:
        """Die now, if the command should have ended before."""
        if self._fault.ends and len(self.steps) < self._at:
            self.fail()

    def wants(self, name: str) -> bool:
        """Count a step, and tell whether it must fail."""
        self.steps.append(name)
        number = len(self.steps)
        match self._fault:
            case Fault.NONE:
                return False
            case Fault.STAYS_FULL:
                return number >= self._at and name not in _REMOVING
            case Fault.STAYS_READ_ONLY:
                return number >= self._at
            case _:
                return number == self._at

    def fail(self) -> NoReturn:
        """Die, or answer as the disk does."""
        if self._fault in {Fault.POWER, Fault.NAMES}:
            self.unflushed.lose_bytes()
        if self._fault is Fault.NAMES:
            self.unflushed.lose_names()
        if self._fault.ends:
            os._exit(DIED)
        raise OSError(self._fault.error, os.strerror(self._fault.error))

    def _stepping(self, name: str, whole: Callable[..., Any]) -> Callable[..., Any]:
        def step(*args: Any, **options: Any) -> object:  # noqa: ANN401
            if self.wants(name):
                self.fail()
            with self.unflushed.naming(name, args, options):
                return whole(*args, **options)

        return step

    def _take_open(self) -> None:
        whole = os.open

        def opened(path: Any, flags: int, *args: Any, **options: Any) -> int:  # noqa: ANN401
            if not flags & _WRITING:
                return whole(path, flags, *args, **options)
            if self.wants("open"):
                self.fail()
            with self.unflushed.naming("open", (path,), options):
                return whole(path, flags, *args, **options)

        os.open = opened

    def _take_flushing(self) -> None:
        write = os.write

        def flushed(handle: int) -> None:
            if self.wants("fsync"):
                self.fail()
            # The disk need not do it in earnest: no power fails here.
            self.unflushed.flushed(handle)

        def all_flushed() -> None:
            if self.wants("sync") and self._fault.ends:
                self.fail()  # it can answer nothing
            self.unflushed.all_flushed()

        def written(handle: int, data: bytes) -> int:
            self.unflushed.will_write(handle)
            if self.wants("write"):
                write(handle, data[: len(data) // 2])
                self.fail()
            return write(handle, data)

        os.fsync, os.sync, os.write = flushed, all_flushed, written  # type: ignore[assignment]

    def _opening(self, whole: Callable[..., Any]) -> Callable[..., Any]:
        def opened(  # noqa: PLR0913, PLR0917 - the parameters of open
            file: Any,  # noqa: ANN401
            mode: str = "r",
            buffering: int = -1,
            encoding: str | None = None,
            errors: str | None = None,
            newline: str | None = None,
            closefd: bool = True,  # noqa: FBT001, FBT002
            opener: Any = None,  # noqa: ANN401
        ) -> Any:  # noqa: ANN401
            if not set(mode) & set("wax+"):
                return whole(
                    file, mode, buffering, encoding, errors, newline, closefd, opener
                )
            raw = self._raw(file, mode.replace("b", ""), closefd, opener)
            if buffering == 0:
                return raw
            random = "+" in mode
            buffer = io.BufferedRandom(raw) if random else io.BufferedWriter(raw)
            if "b" in mode:
                return buffer
            return io.TextIOWrapper(buffer, encoding, errors, newline)

        return opened

    def _raw(self, file: Any, mode: str, closefd: bool, opener: Any) -> _Raw:  # noqa: ANN401, FBT001
        if isinstance(file, int):
            raw = _Raw(file, mode, closefd, opener)
        else:
            if self.wants("open"):
                self.fail()
            with self.unflushed.naming("open", (file,), {}):
                raw = _Raw(file, mode, closefd, opener)
        raw.disk = self
        return raw


class _Raw(io.FileIO):
    """A file whose writes are steps."""

    disk: Disk

    def write(self, data: Any, /) -> int:  # noqa: ANN401
        fails = self.disk.wants("write")
        view = memoryview(data)
        self.disk.unflushed.will_write(self.fileno())
        count = super().write(view[: len(view) // 2] if fails else view)
        if fails:
            self.disk.fail()
        return count

    def truncate(self, size: int | None = None, /) -> int:
        if self.disk.wants("truncate"):
            self.disk.fail()
        return super().truncate(size)
