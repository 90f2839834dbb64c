"""What a program costs: processor seconds and memory, its own children included."""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryFile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHORT: Final = 3.0
"""Processor seconds up to which a run is repeated and the median taken."""
_ROUNDS: Final = 3
_GRACE: Final = 5.0
"""Seconds in which a program that is asked to stop may do so."""
_LAUNCHER: Final = Path(__file__).with_name("launcher.py")
_SUBJECT: Final = Path(__file__).with_name("subject.py")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run took.

    Args:
        whole: Processor seconds of the whole process, user and system.
        inside: The same without start-up and imports; for programs that are no Python,
            those of the whole process.
        peak: Largest resident memory, in MB.
    """

    whole: float
    inside: float
    peak: float


@dataclass(frozen=True, slots=True)
class NotMeasured:
    """Why there is no figure.

    Args:
        why: The reason, short enough for a table.
        stopped_after: Seconds of the clock, if it took too long; else None.
        spent: Processor seconds that it had taken until then, if that is known.
    """

    why: str
    stopped_after: float | None = None
    spent: float | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Meter:
    """Measures, and stops what takes too long.

    Args:
        cap: Seconds of the clock after which a program is stopped.
    """

    cap: float

    def of_command(self, command: Sequence[str]) -> Cost | NotMeasured:
        """Measure a program; both "no difference" and "differs" count as done."""
        return self._median([*command], None)

    def of_function(self, *subject: str) -> Cost | NotMeasured:
        """Measure one of the functions of ``subject.py``, in a process of its own.

        Args:
            subject: Its name, and its arguments.
        """
        with NamedTemporaryFile("r", encoding="utf-8") as report:
            command = [sys.executable, str(_SUBJECT), report.name, *subject]
            return self._median(command, Path(report.name))

    def _median(self, command: list[str], report: Path | None) -> Cost | NotMeasured:
        first = self._once(command, report)
        if isinstance(first, NotMeasured) or first.whole > _SHORT:
            return first
        runs = [first]
        for _ in range(_ROUNDS - 1):
            run = self._once(command, report)
            if isinstance(run, NotMeasured):
                return run
            runs.append(run)
        return Cost(
            whole=statistics.median(run.whole for run in runs),
            inside=statistics.median(run.inside for run in runs),
            peak=statistics.median(run.peak for run in runs),
        )

    def _once(self, command: list[str], report: Path | None) -> Cost | NotMeasured:
        stopped = threading.Event()
        if report is not None:
            report.write_text("", encoding="utf-8")
        with TemporaryFile() as errors, NamedTemporaryFile("r", encoding="utf-8") as cost:
            process = subprocess.Popen(
                [sys.executable, "-S", str(_LAUNCHER), cost.name, *command],
                stdout=subprocess.DEVNULL,
                stderr=errors,
                start_new_session=True,
            )

            def stop(how: signal.Signals) -> None:
                stopped.set()
                os.killpg(process.pid, how)

            timers = [
                threading.Timer(self.cap, stop, [signal.SIGTERM]),
                threading.Timer(self.cap + _GRACE, stop, [signal.SIGKILL]),
            ]
            for timer in timers:
                timer.start()
            process.wait()
            for timer in timers:
                timer.cancel()
            if stopped.is_set():
                figures = [float(one) for one in cost.read().split()[:2]]
                spent = sum(figures) if figures else None
                return NotMeasured(f"> {self.cap:g}", stopped_after=self.cap, spent=spent)
            reported = report.read_text("utf-8") if report is not None else None
            # Python ends with 1 after an error too, but then it has reported nothing.
            if process.returncode not in {0, 1} or reported == "":
                errors.seek(0)
                return NotMeasured(_telling(errors.read().decode(errors="replace").strip()))
            user, system, peak = map(float, cost.read().split())
        whole = user + system
        inside = float(reported) if reported is not None else whole
        return Cost(whole=whole, inside=inside, peak=peak / 1024)


def _telling(errors: str) -> str:
    """Choose the line that names the error: ours come first, Python's come last."""
    lines = errors.splitlines() or ["no word of why"]
    return next((line for line in lines if line.startswith("Error")), lines[-1])
