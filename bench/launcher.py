"""Run a command and report what it cost: ``python launcher.py REPORT COMMAND [ARG ...]``.

The memory that the system reports of a process counts what its parent had when it was
started. A benchmark that has read large files must therefore not start what it measures;
this small program does.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path


def run(report: str, *command: str) -> int:
    """Run a command; write seconds of user and system, and the peak in kB.

    Returns:
        The exit status of the command; 127 if it was ended by a signal.
    """
    # Who stops the command stops its whole group; this program still tells the cost.
    signal.signal(signal.SIGTERM, lambda *_: None)
    process = subprocess.Popen(command)
    # The memory of a child is known only to the call that waits for it.
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    told = f"{usage.ru_utime} {usage.ru_stime} {usage.ru_maxrss}"
    Path(report).write_text(told, encoding="utf-8")
    return process.returncode if process.returncode >= 0 else 127


if __name__ == "__main__":
    sys.exit(run(*sys.argv[1:]))
