"""A reader's home: what the examples of the manual need before they run."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from lending_code import chapter, chapter_row, edition, listing, section, title_row

ROOT: Final = Path(__file__).resolve().parents[2]
SHELL: Final = shutil.which("sh") or "/bin/sh"
YEARS: Final = (2015, 2017, 2023, 2025, 2026)

_CODE: Final = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<act name="code"><meta><identification source="#town"><FRBRWork><FRBRdate
date="2000-01-01"/></FRBRWork><FRBRExpression><FRBRdate date="{year}-01-01"/>
</FRBRExpression></identification></meta><body><section eId="sec_1-1"><num>1-1</num>
<content><p>A fee of {fee} dollars is due.</p></content></section></body></act>
</akomaNtoso>
"""
_ACT: Final = """<html><head><title>An act</title></head><body>
<p>House Bill No. 1</p>
<p>Public Act No. 31-7</p>
<p>AN ACT CONCERNING LIBRARIES.</p>
<p>Be it enacted by the Senate and House of Representatives:</p>
{sections}
<p>Approved June 3, 2031</p>
</body></html>
"""
_AMENDED: Final = "is repealed and the following is substituted in lieu thereof"
_WORDS: Final = {
    "9-12": ("Each reader pays a yearly fee of ", "ten", "four", " dollars."),
    "9-13": ("A lost book costs ", "twice", "three times", " its price."),
    "9-14": ("A card is good for ", "one", "two", " years."),
}
_SOURCES: Final = {
    2015: "P.A. 13-900, S. 3",
    2017: "P.A. 13-900, S. 3; P.A. 16-901, S. 2",
    2023: "P.A. 13-900, S. 3; P.A. 16-901, S. 2; P.A. 21-902, S. 5",
}


def fill(home: Path) -> None:
    """Put into a folder what the examples name: codes, cases, corpora, documents, acts."""
    (home / ".local" / "share" / "bash-completion" / "completions").mkdir(parents=True)
    for year, fee in (("2024", "two"), ("2026", "three")):
        code = home / f"code-{year}.xml"
        code.write_text(_CODE.format(year=year, fee=fee), encoding="utf-8")
    (home / "clients.csv").write_text("name,offense_level\nfirst,misdemeanor\n", "utf-8")
    shutil.copytree(ROOT / "statutes", home / "laws")
    older = ROOT / "tests" / "corpora-of-formats" / "unstated-1"
    shutil.copytree(older, home / "my-older-corpus")
    sources = home / "tests" / "sources"
    shutil.copytree(ROOT / "tests" / "sources", sources)
    shutil.copy(sources / "002_cbb9d4ade4911ffd.txt", home / "summary.txt")
    shutil.copy(sources / "000_ab743b98e2784593.txt", home / "questions.txt")
    _put_acts(home)


def pages() -> dict[str, bytes]:
    """Give five editions of an invented code, with a section 54-95c, by path."""
    served: dict[str, bytes] = {}
    for year in YEARS:
        folder = f"{year}/pub" if year % 2 else f"{year}/sup"
        note = _SOURCES[max(one for one in _SOURCES if one <= year)]
        fee = {2015: "one", 2017: "two"}.get(year, "three")
        words = section(
            "54-95c",
            "Fees of lenders.",
            f"A lender shall charge {fee} dollars.",
            ("source-first", f"({note}.)"),
        )
        served |= edition(year, folder)
        served[f"/{folder}/titles.htm"] = listing(
            "titles.htm",
            title_row("title_09.htm", "9"),
            title_row("title_09a.htm", "9a"),
            title_row("title_54.htm", "54"),
            heading=f"<h2>Revised to January 1, {year}</h2>",
        )
        served[f"/{folder}/title_54.htm"] = listing(
            "title_54.htm",
            chapter_row("chap_960.htm", "960", "Secs. 54-90 to 54-96"),
            heading='<h1 class="title-no">TITLE 54</h1>',
        )
        served[f"/{folder}/chap_960.htm"] = chapter("chap_960.htm", words)
    return served


def run(
    line: str, home: Path, *, host: str = "", **around: str
) -> subprocess.CompletedProcess[str]:
    """Run one line in a shell, as a reader would type it.

    Args:
        line: The line.
        home: The folder in which it runs.
        host: The address of a server that `pull` is to ask instead of the publisher's,
            without a pause.
        around: Variables that were exported before.
    """
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    if host:
        programs = f"{_asking(host, home)}{os.pathsep}{programs}"
    environment = os.environ | {"HOME": str(home), "PATH": programs}
    environment.pop("STATUTELINE_CORPUS", None)
    return subprocess.run(
        [SHELL, "-c", line],
        cwd=home,
        env=environment | around,
        capture_output=True,
        text=True,
        check=False,
    )


def _asking(host: str, home: Path) -> Path:
    """Make a program of the same name that asks another server, and is the same else."""
    folder = home / ".programs"
    folder.mkdir(exist_ok=True)
    program = folder / "statuteline"
    real = shlex.quote(str(Path(sys.executable).parent / "statuteline"))
    program.write_text(
        f"#!{SHELL}\n"
        f'if [ "$1" = pull ]; then set -- "$@" --host {host} --pause 0; fi\n'
        f'exec {real} "$@"\n',
        "utf-8",
    )
    program.chmod(0o755)
    return folder


def _put_acts(home: Path) -> None:
    """Put an edition of an invented code into a corpus, and acts that change it beside."""
    chapters = {
        "number": "1",
        "name": "Things",
        "title": {"number": "09", "name": "Libraries"},
        "provisions": [
            {
                "heading": f"Sec. {number}. Fees.",
                "status": "active",
                "body": [f"{before}{old}{behind}"],
                "sourceNotes": ["(P.A. 99-1, S. 2.)"],
                "history": [],
            }
            for number, (before, old, _, behind) in _WORDS.items()
        ],
    }
    (home / "2031.jsonl").write_text(f"{json.dumps(chapters)}\n", "utf-8")
    kind = "us-ct-general-statutes 2031.jsonl --edition 2031 --recorded 2031-03-01"
    for line in (
        "statuteline init documents",
        "statuteline init library",
        f"statuteline --corpus library import {kind}",
    ):
        done = run(line, home)
        assert done.returncode == 0, done.stderr
    clauses = [
        f"<p>{'Sec.' if place > 1 else 'Section'} {place}. Section {number} of the general "
        f"statutes {_AMENDED} (Effective October 1, 2031):</p>\n"
        f"<p>{before}[{old}] <u>{new}</u>{behind}</p>"
        for place, (number, (before, old, new, behind)) in enumerate(_WORDS.items(), 1)
    ]
    page = _ACT.format(sections="\n".join(clauses))
    (home / "2031PA-00007.htm").write_text(page, "utf-8")
    for name, number in (("first", "9-13"), ("second", "9-14")):
        _put_runs(home / f"{name}.json", number)


def _put_runs(path: Path, number: str) -> None:
    before, old, new, behind = _WORDS[number]
    place = {"type": "p", "page": 1, "section": "1"}
    clause = f"Section 1. Section {number} of the general statutes {_AMENDED} "
    clause += "(Effective October 1, 2031):"
    act = {
        "id": f"pa-2031-regular-{number[2:]}",
        "front": {
            "bill": "House Bill No. 1",
            "title": "AN ACT CONCERNING LIBRARIES.",
            "act": f"Public Act No. 31-{number[2:]}",
        },
        "approved": "Approved June 3, 2031",
        "blocks": [
            place | {"anchor": "sec-1", "runs": [clause]},
            place | {"runs": [f"{before}[{old}] ", {"ins": new}, behind]},
        ],
    }
    path.write_text(json.dumps(act), "utf-8")
