"""Work spread over a cluster: here one of two workers, all on this computer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from importlib.util import find_spec
from pathlib import Path

import pytest

from statuteline.cli.main import _status
from statuteline.engines.spark import ENGINE
from statuteline.errors import EngineError

WORKERS = "local-cluster[2,1,1024]"  # two, of one core and 1,024 MB each
CODE = (
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
    '<act name="code"><meta><identification source="#x">'
    '<FRBRWork><FRBRdate date="2020-01-01" name="x"/></FRBRWork><FRBRExpression>'
    '<FRBRdate date="2020-01-01" name="x"/></FRBRExpression></identification></meta>'
    "<body>{}</body></act></akomaNtoso>"
)
SECTION = (
    '<section eId="sec_{0}"><num>Sec. {0}.</num>'
    "<content><p>The book of shelf {0} is lent for {0} {1}.</p></content></section>"
)
PROGRAM = """
import json, os
from statuteline.engines.spark import ENGINE
from statuteline.errors import StatutelineError
from statuteline.model.ids import parse_date

told = {}
told["numbers"] = list(ENGINE.run(abs, range(-5000, 0), 0))
told["folders"] = sorted(set(ENGINE.run(os.getenv, ["SPARK_LOCAL_DIRS"] * 500, 0)))
for name, function, items in (
    ("ours", parse_date, ["2021-10-01", "never"]),
    ("another's", int, ["1", "one"]),
):
    try:
        list(ENGINE.run(function, items, 0))
    except StatutelineError as error:
        told[name] = [type(error).__name__, str(error)]
print(json.dumps(told))
"""


@pytest.fixture
def no_spark(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("py4j", "pyspark"):
        for module in [name, *(one for one in sys.modules if one.startswith(f"{name}."))]:
            monkeypatch.setitem(sys.modules, module, None)


def written(folder: Path) -> list[str]:
    """Write two codes that differ in every section."""
    paths = []
    for unit in ("days", "weeks"):
        path = folder / f"{unit}.xml"
        told = "".join(SECTION.format(number, unit) for number in range(1, 101))
        path.write_text(CODE.format(told), "utf-8")
        paths.append(str(path))
    return paths


def run_on_the_cluster(
    folder: Path, *words: str, python: str = sys.executable, told: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run Python in a new process that is told of the cluster as Spark's users do."""
    conf = folder / "conf"
    conf.mkdir()
    settings = f"spark.master {WORKERS}\nspark.driver.bindAddress 127.0.0.1\n"
    (conf / "spark-defaults.conf").write_text(settings, "utf-8")
    home = find_spec("pyspark")
    assert home
    assert home.submodule_search_locations
    environment = os.environ | {
        "PYSPARK_PYTHON": python,
        "SPARK_CONF_DIR": str(conf),
        "SPARK_HOME": home.submodule_search_locations[0],
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_WORKER_DIR": str(folder / "work"),
    }
    environment.pop("PYSPARK_SUBMIT_ARGS", None)
    return subprocess.run(
        [sys.executable, *words],
        env=environment,
        input=told,
        capture_output=True,
        text=True,
        check=False,
    )


def bare_python(folder: Path) -> str:
    """Make a Python that has all packages of this one, but not our own."""
    packages = folder / "packages"
    packages.mkdir()
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if "statuteline" not in path.name and path.suffix != ".pth":
            (packages / path.name).symlink_to(path)
    path = folder / "python"
    path.write_text(
        f'#!/bin/sh\nPYTHONPATH="$PYTHONPATH:{packages}" exec {sys.executable} -S "$@"\n',
        "utf-8",
    )
    path.chmod(0o755)
    return str(path)


@pytest.mark.usefixtures("no_spark")
def test_without_the_extra_it_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(EngineError, match="not installed"):
        list(ENGINE.run(abs, (1,), 0))
    assert _status(["compare", *written(tmp_path), "--engine", "spark"]) == 2
    told = capsys.readouterr()
    assert "statuteline[spark]" in told.err
    assert not told.out


def test_the_cluster_decides_how_many_processes_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["compare", *written(tmp_path), "--engine", "spark", "--jobs", "2"]
    assert _status(words) == 2
    assert "no use for --jobs" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.usefixtures("spark")
def test_workers_without_the_package_give_the_same_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    python = bare_python(tmp_path)
    for module, found in (("lxml", True), ("statuteline", False)):
        tried = subprocess.run(
            [python, "-c", f"import {module}"], capture_output=True, check=False
        )
        assert (tried.returncode == 0) is found, tried.stderr
    words = ["compare", *written(tmp_path), "--format", "json"]
    assert _status(words) == 1
    here = capsys.readouterr().out
    assert len(here.splitlines()) == 100
    program = ["-m", "statuteline", *words, "--engine", "spark"]
    there = run_on_the_cluster(tmp_path, *program, python=python)
    assert there.returncode == 1, there.stderr
    assert there.stdout == here


@pytest.mark.slow
@pytest.mark.usefixtures("spark")
def test_two_workers_share_and_errors_come_home(tmp_path: Path) -> None:
    done = run_on_the_cluster(tmp_path, "-c", PROGRAM)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["numbers"] == list(range(5000, 0, -1))
    assert len(told["folders"]) == 2, "each worker has a folder of its own"
    name, words = told["ours"]
    assert name == "IdentifierError"
    assert "never" in words
    name, words = told["another's"]
    assert name == "EngineError"
    assert "ValueError: invalid literal" in words
