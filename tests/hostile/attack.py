"""What an attack is: an input made on the spot, the command it goes to, how that ends."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Data: TypeAlias = bytes | Callable[[], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a process of its own may use; the kernel ends one that wants more.

    Args:
        mebibytes: Of address space, the interpreter and its libraries included.
        seconds: Of processor time, not of the clock.
    """

    mebibytes: int = 1024
    seconds: int = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """One hostile input.

    Args:
        name: What is hostile about it, in plain words; no two attacks share one.
        command: The words behind ``statuteline``, parted at spaces. It runs in a folder
            that holds ``files`` and has the corpus beside it, in ``../corpus``.
        says: Words that must stand in what is told: of a refusal in the error.
        files: Bytes by the name of the file, or what makes them where they are many. A
            name that begins with ``corpus/`` is put into the corpus.
        links: Targets of symbolic links, by the same names.
        more: Makes what is no plain file, given the folder above both.
        status: How the command ends. 2 means that the input is refused; 0 and 1 that it
            is shown or taken, and does no harm.
        corpus: The corpus the command is given: ``own`` has one text in official words,
            ``shipped`` is that of the program.
        writes: Whether it may write: only an input that is taken may.
        finding: Whether it is told as a finding, which goes to standard output.
        output: The file that it writes its output to; empty for standard output.
        kind: What the output is, by the ending of such a file.
        slow: Whether it takes many seconds.
        stdin: Bytes on standard input; this needs a process of its own.
        limits: What its process may use; None to run inside of the test's process.
    """

    name: str
    command: str
    says: str
    files: Mapping[str, Data] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    more: Callable[[Path], None] | None = None
    status: int = 2
    corpus: str = "own"
    writes: bool = False
    finding: bool = False
    output: str = ""
    kind: str = "txt"
    slow: bool = False
    stdin: bytes | None = None
    limits: Limits | None = None

    @property
    def words(self) -> list[str]:
        """The words behind the program's name; quotes keep some together."""
        return shlex.split(self.command)
