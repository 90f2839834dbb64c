"""The command line in this process, with the shipped corpus or one of our own."""

from __future__ import annotations

import shutil
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from statuteline.cli.main import _status
from statuteline.corpus.locate import VARIABLE, shipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


CODE = (
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">\n'
    '<act name="code"><meta><identification source="#x">'
    '<FRBRWork><FRBRdate date="2020-01-01" name="x"/></FRBRWork><FRBRExpression>'
    '<FRBRdate date="2020-01-01" name="x"/></FRBRExpression></identification></meta>\n'
    '<body><chapter eId="chp_1"><num>Chapter 1</num><heading>Books</heading>\n{}'
    "</chapter></body></act></akomaNtoso>\n"
)
SECTION = (
    '<section eId="sec_{0}"><num>Sec. {0}.</num><heading>Shelf {0}</heading>'
    "<content><p>{1}</p></content></section>\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    for name in ("NO_COLOR", "FORCE_COLOR", VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    def call(*args: str | Path) -> Result:
        capsys.readouterr()
        status = _status([str(arg) for arg in args])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        assert "fault of statuteline" not in err
        return Result(status=status, out=out, err=err)

    return call


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the shipped corpus, to be broken."""
    return shutil.copytree(shipped(), tmp_path / "copy")


@pytest.fixture
def own(tmp_path: Path, run: Callable[..., Result]) -> Path:
    assert run("init", tmp_path / "own").status == 0
    return tmp_path / "own"


@pytest.fixture
def files() -> Callable[[Path], dict[str, bytes | None]]:
    """Give everything below a folder: nothing may differ after a refusal."""

    def tree(root: Path) -> dict[str, bytes | None]:
        return {
            path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else None
            for path in sorted(root.rglob("*"))
        }

    return tree


@pytest.fixture
def code(tmp_path: Path) -> Callable[[str, dict[str, str]], Path]:
    """Write a code of one chapter: the words of each section by its number."""

    def written(name: str, sections: dict[str, str]) -> Path:
        path = tmp_path / name
        told = "".join(SECTION.format(num, words) for num, words in sections.items())
        path.write_text(CODE.format(told), "utf-8")
        return path

    return written


@pytest.fixture
def free_port() -> int:
    """A port of this computer that nobody listened at a moment ago."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        return port
