"""Setting up on a machine without a fit Python ends in a clear message and status 2."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHELL = shutil.which("sh") or "/bin/sh"


class Machine:
    """A machine whose only programs are the Pythons put on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.programs = folder / "bin"
        self.programs.mkdir()
        (folder / "tool").mkdir()
        shutil.copy(ROOT / "tool" / "bootstrap", folder / "tool")

    def add_python(self, name: str, *, version: str, venv: bool = True) -> None:
        """Put a Python there that says it has a version, and perhaps lacks venv."""
        pretend = f"import sys; sys.version_info = {tuple(map(int, version.split('.')))}; "
        if not venv:
            pretend += "sys.modules['ensurepip'] = None; "
        self.add_program(
            name,
            # Making an environment ends the run here, after the choice was made.
            'case "$1" in -m) exit 9 ;; esac\n'
            f'exec {sys.executable} -c "{pretend} exec(sys.argv[1])" "$2"\n',
        )

    def add_program(self, name: str, script: str) -> None:
        path = self.programs / name
        path.write_text(f"#!{SHELL}\n{script}", "utf-8")
        path.chmod(0o755)

    def set_up(self, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [SHELL, "tool/bootstrap"],
            cwd=self.folder,
            env={"PATH": str(self.programs)} | environment,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_no_python(machine: Machine) -> None:
    run = machine.set_up()
    assert run.returncode == 2
    assert run.stderr.startswith("No Python was found.\n  where: python3.14 python3.13")
    assert "hint:  install Python 3.11 or newer" in run.stderr


def test_only_an_old_python(machine: Machine) -> None:
    machine.add_python("python3", version="3.9.18")
    run = machine.set_up()
    assert run.returncode == 2
    assert run.stderr.startswith("Python 3.11 or newer is needed.\n")
    assert "where: found only python3 (3.9.18)" in run.stderr


def test_a_python_without_venv(machine: Machine) -> None:
    machine.add_python("python3", version="3.12.1", venv=False)
    run = machine.set_up()
    assert run.returncode == 2
    assert "venv or ensurepip is missing" in run.stderr
    assert "where: python3 (3.12.1)" in run.stderr
    assert "apt-get install python3-venv" in run.stderr


def test_the_python_asked_for_is_the_only_one_tried(machine: Machine) -> None:
    machine.add_python("python3", version="3.12.1")
    run = machine.set_up(PYTHON="python9")
    assert run.returncode == 2
    assert run.stderr.startswith("No Python was found.\n  where: python9\n")


def test_the_newest_fit_python_is_taken(machine: Machine) -> None:
    machine.add_program("python3.14", "exit 127\n")
    machine.add_python("python3.13", version="3.13.0", venv=False)
    machine.add_python("python3.12", version="3.12.1")
    machine.add_python("python3", version="3.11.7")
    run = machine.set_up()
    assert run.stdout == "Making .venv with python3.12 (3.12.1)\n"
    assert run.returncode == 9
