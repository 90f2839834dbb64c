"""All that is written, as commands on small folders of invented law."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from statuteline.cli.main import _status
from statuteline.corpus import disk
from statuteline.corpus.checks import validate
from statuteline.corpus.code_index import index_path
from statuteline.corpus.code_scan import digest_of
from statuteline.corpus.editions import read_editions
from statuteline.corpus.judged import read_judged
from statuteline.corpus.judgements import read_judgements
from statuteline.corpus.locate import shipped
from statuteline.corpus.migrating import plan_migration
from statuteline.corpus.seal_store import read_seals
from statuteline.corpus.seals import Question, verify_corpus
from statuteline.corpus.store import open_corpus
from statuteline.importers import _whole_code
from statuteline.publishers.saved_pages import PageFolder
from statuteline.publishers.visits import Visit
from statuteline.sealing.findings import Weight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from statuteline.corpus.store import Corpus

    Between = Callable[[Any, Any, Any], bool]

OLDER: Final = Path(__file__).resolve().parents[1] / "corpora-of-formats" / "unstated-1"
KIND: Final = "us-ct-general-statutes"
DAY: Final = "2031-07-01"
TEXTS: Final = tuple(sorted((shipped() / "us-ct" / "cgs" / "54-95c").glob("eng@*.xml")))
CODE: Final = (
    ("9-2", "Fees.", "A late book costs ten cents."),
    ("9-3", "Lamps.", "Lamps are lent."),
    ("9-21", "Locks.", "A lock is needed."),
)


def _never(_before: object, _after: object, _found: object) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """A command that writes.

    Args:
        name: What it does, as the documentation calls it.
        prepare: Makes what is there before, in an empty folder.
        words: Gives the command, for a folder and the address of a server of pages.
        state: Gives what can be read in a folder.
        between: Tells whether a state that is neither before nor after is still right,
            where a process died.
        again: Whether the command can be given a second time.
        piecewise: Whether it is done piece by piece, so that pieces before an error stay.
    """

    name: str
    prepare: Callable[[Path], None]
    words: Callable[[Path, str], Iterable[str | Path]]
    state: Callable[[Path], Any]
    between: Between = field(default=_never)
    again: bool = True
    piecewise: bool = False


def call(*words: str | Path) -> int:
    """Give a command, in this process."""
    return _status([str(word) for word in words])


def done(*words: str | Path) -> None:
    """Give a command that must succeed."""
    status = call(*words)
    if status:
        raise RuntimeError(f"{words}: {status}")


def _corpus_state(root: Path) -> dict[str, Any]:
    """Read all of a corpus; it must be sound."""
    if not (root / "corpus.toml").exists():
        return {}
    corpus = open_corpus(root)
    findings = validate(corpus)
    if findings:
        raise RuntimeError(f"findings: {findings}")
    return {
        "name": corpus.settings.name,
        "texts": _texts(corpus),
        "editions": read_editions(root, "us-ct"),
        "judgements": set(read_judgements(root)),
        "judged": read_judged(root),
    }


def _texts(corpus: Corpus) -> dict[str, str]:
    return {
        str(one): corpus.digest(one)
        for work in corpus.works()
        for one in corpus.expression_ids(work)
    }


def _own(folder: Path) -> dict[str, Any]:
    return _corpus_state(folder / "own")


def _judged_state(folder: Path) -> dict[str, Any]:
    root = folder / "own"
    return {"judgements": set(read_judgements(root)), "judged": read_judged(root)}


def _sealed_state(folder: Path) -> dict[str, Any]:
    verified = verify_corpus(folder / "own", Question())
    assert all(one.weight is Weight.UNSEALED for one in verified.findings)
    return _own(folder) | {"seals": read_seals(folder / "own")}


def _migrated_state(folder: Path) -> dict[str, Any]:
    return _own(folder) | {"left": plan_migration(folder / "own").steps}


def _pages_state(folder: Path) -> list[Any]:
    found = []
    pages = PageFolder(folder / "pages")
    for entry in pages.entries():
        if isinstance(entry, Visit):
            assert entry.sha256 is not None
            pages.read(entry.sha256)
            found.append((entry.name, entry.sha256))
    return list(dict.fromkeys(found))  # a page is visited again by the next run


def _files_state(folder: Path) -> dict[str, str]:
    """Read all files but the drafts that a process which died has left."""
    return {
        name.as_posix(): hashlib.sha256((folder / name).read_bytes()).hexdigest()
        for name in sorted(path.relative_to(folder) for path in folder.rglob("*"))
        if (folder / name).is_file() and not any(part[0] == "." for part in name.parts)
    }


def _found_state(folder: Path) -> dict[str, Any]:
    """Read the corpus; its index must give the answers of one that was made anew."""
    for _ in range(2):
        done("--corpus", folder / "own", "search", "lamps")
        shutil.rmtree(folder / "own" / ".index")
    return _own(folder)


def _indexed_state(folder: Path) -> tuple[bytes, bool]:
    """Read a code, and tell whether it has an index, which must then be whole."""
    code = folder / "code.xml"
    index = index_path(code)
    if index.exists():
        digest, _, body = index.read_bytes().partition(b"\n")
        assert digest == digest_of(body).hex().encode()
    return code.read_bytes(), index.exists()


def _new(folder: Path) -> None:
    del folder


def _empty(folder: Path) -> None:
    (folder / "own").mkdir()


def _restated(folder: Path) -> None:
    done("init", folder / "own", "--text", "restated")


def _filled(folder: Path) -> None:
    _restated(folder)
    done("--corpus", folder / "own", "import", "akn", *TEXTS[:2])


def _with_key(folder: Path) -> None:
    _filled(folder)
    key = folder / "key.pem"
    done("seal", "--new-key", key)
    done("--corpus", folder / "own", "seal", "--key", key, "--on", "2031-06-30")
    done("--corpus", folder / "own", "import", "akn", *TEXTS)


def _official(folder: Path) -> None:
    done("init", folder / "own")
    sections = [
        {
            "heading": f"Sec. {number}. {name}",
            "status": "active",
            "body": [words],
            "sourceNotes": ["(P.A. 99-1, S. 2.)"],
            "history": [],
        }
        for number, name, words in CODE
    ]
    changed = sections[0] | {
        "body": ["A late book costs two dollars."],
        "sourceNotes": ["(P.A. 25-3, S. 1.)"],
    }
    for name, told in (("2025", (sections[:1], sections[1:])), ("2026", ([changed],))):
        chapters = (
            {
                "number": str(number),
                "name": "Things",
                "title": {"number": "09", "name": "Libraries"},
                "provisions": provisions,
            }
            for number, provisions in enumerate(told, 1)
        )
        lines = "".join(f"{json.dumps(one)}\n" for one in chapters)
        (folder / f"{name}.jsonl").write_text(lines, "utf-8")


def _edition(folder: Path, year: int) -> tuple[str | Path, ...]:
    return (
        *("--corpus", folder / "own", "import", KIND, folder / f"{year}.jsonl"),
        *("--edition", str(year), "--recorded", DAY),
    )


def _in_two_lots(folder: Path) -> None:
    _official(folder)
    _whole_code._AT_ONCE = 1  # type: ignore[misc]


def _with_edition(folder: Path) -> None:
    _official(folder)
    done(*_edition(folder, 2025))


def _with_act(folder: Path) -> None:
    _with_edition(folder)
    clause = "Section 9-2 of the general statutes is repealed and the following is "
    clause += "substituted in lieu thereof (Effective October 1, 2031):"
    printed = ["A late book costs [ten] ", {"ins": "twenty"}, " cents."]
    place = {"type": "p", "page": 1, "section": "1"}
    act = {
        "id": "pa-2031-regular-7",
        "front": {
            "bill": "House Bill No. 1",
            "title": "AN ACT CONCERNING LIBRARIES.",
            "act": "Public Act No. 31-7",
        },
        "approved": "Approved June 3, 2031",
        "blocks": [
            place | {"anchor": "sec-1", "runs": [f"Section 1. {clause}"]},
            place | {"runs": printed},
        ],
    }
    (folder / "act.json").write_text(json.dumps(act), "utf-8")


def _shipped(folder: Path) -> None:
    shutil.copytree(shipped(), folder / "own")
    (folder / "own" / "judgements.toml").unlink()
    (folder / "own" / "judged.jsonl").unlink()


def _older(folder: Path) -> None:
    shutil.copytree(OLDER, folder / "own")


def _report(folder: Path) -> None:
    (folder / "out.html").write_text("what was there", "utf-8")


def _cases(folder: Path) -> None:
    (folder / "cases.csv").write_text("name,offense_level\na,misdemeanor\n", "utf-8")
    (folder / "answers.csv").write_text("what was there", "utf-8")


def _code(folder: Path) -> None:
    text = TEXTS[0].read_bytes()
    (folder / "code.xml").write_bytes(text)


def _is_begun(found: dict[str, Any]) -> bool:
    sources = (source for edition in found["editions"] for source in edition.sources)
    return not all(source.complete for source in sources)


def _begun(before: dict[str, Any], after: dict[str, Any], found: dict[str, Any]) -> bool:
    """An edition whose texts are all in or all not, and that says it is not complete."""
    return _is_begun(found) and found["texts"] in (before["texts"], after["texts"])


def _in_lots(before: dict[str, Any], after: dict[str, Any], found: dict[str, Any]) -> bool:
    """An edition of which a lot is in, and that says it is not complete."""
    lot = {name: one for name, one in after["texts"].items() if "/9-2/" in name}
    lots = (before["texts"], lot, after["texts"])
    return _is_begun(found) and found["texts"] in lots


def _kept(before: dict[str, Any], after: dict[str, Any], found: dict[str, Any]) -> bool:
    """Words are kept already, and nothing is judged."""
    return bool(
        found["judgements"] == before["judgements"] and found["judged"] == after["judged"]
    )


def _migrating(
    before: dict[str, Any], after: dict[str, Any], found: dict[str, Any]
) -> bool:
    """The jurisdiction is replaced, and the corpus does not state its format yet."""
    return bool(after["left"] == () and found == before | {"left": before["left"][1:]})


def _visited(before: list[Any], after: list[Any], found: list[Any]) -> bool:
    """Pages are kept one after the other."""
    return len(before) <= len(found) and found == after[: len(found)]


def _careless(folder: Path) -> None:
    """Write files as one would without a thought."""
    _report(folder)

    def write(files: Mapping[Path, bytes]) -> None:
        for path, data in files.items():
            path.write_bytes(data)

    disk.write_files = write


OPERATIONS: Final = {
    "init-new": Operation(
        name="`init` of a folder that is not there",
        prepare=_new,
        words=lambda folder, _: ("init", folder / "a" / "own"),
        state=lambda folder: _corpus_state(folder / "a" / "own"),
        again=False,
    ),
    "init-empty": Operation(
        name="`init` of a folder that is empty",
        prepare=_empty,
        words=lambda folder, _: ("init", folder / "own"),
        state=_own,
        again=False,
    ),
    "import-first": Operation(
        name="`import akn`, the first text",
        prepare=_restated,
        words=lambda folder, _: ("--corpus", folder / "own", "import", "akn", TEXTS[0]),
        state=_own,
    ),
    "import-many": Operation(
        name="`import akn`, more texts at once",
        prepare=_filled,
        words=lambda folder, _: ("--corpus", folder / "own", "import", "akn", *TEXTS),
        state=_own,
    ),
    "import-code": Operation(
        name="`import us-ct-general-statutes`, an edition",
        prepare=_official,
        words=lambda folder, _: _edition(folder, 2025),
        state=_own,
        between=_begun,
    ),
    "import-lots": Operation(
        name="`import us-ct-general-statutes`, an edition in two lots",
        prepare=_in_two_lots,
        words=lambda folder, _: _edition(folder, 2025),
        state=_own,
        between=_in_lots,
        piecewise=True,
    ),
    "import-supplement": Operation(
        name="`import us-ct-general-statutes`, the edition after it",
        prepare=_with_edition,
        words=lambda folder, _: _edition(folder, 2026),
        state=_own,
        between=_begun,
    ),
    "act-apply": Operation(
        name="`act --apply`",
        prepare=_with_act,
        words=lambda folder, _: (
            *("--corpus", folder / "own", "act", folder / "act.json"),
            *("--apply", "--recorded", DAY),
        ),
        state=_own,
    ),
    "review": Operation(
        name="`review`, and `waive` likewise",
        prepare=_shipped,
        words=lambda folder, _: (
            *("--corpus", folder / "own", "review", "us-ct/training", "--by", "Ada"),
        ),
        state=_judged_state,
        between=_kept,
    ),
    "seal": Operation(
        name="`seal`",
        prepare=_with_key,
        words=lambda folder, _: (
            *("--corpus", folder / "own", "seal", "--key", folder / "key.pem"),
            *("--by", "Ada", "--on", DAY),
        ),
        state=_sealed_state,
    ),
    "pull": Operation(
        name="`pull`, the pages of one section",
        prepare=_new,
        words=lambda folder, host: (
            *("pull", "us-ct", "--edition", "2025", "--section", "9-2", "--pause", "0"),
            *("--host", host, "--into", folder / "pages"),
        ),
        state=_pages_state,
        between=_visited,
        piecewise=True,
    ),
    "migrate": Operation(
        name="`migrate`",
        prepare=_older,
        words=lambda folder, _: ("--corpus", folder / "own", "migrate"),
        state=_migrated_state,
        between=_migrating,
    ),
    "output-new": Operation(
        name="`--output` of a file that is not there",
        prepare=_new,
        words=lambda folder, _: (
            *("diff", "54-95c", "2016-10-01", "2021-10-01", "--format", "html"),
            *("--output", folder / "a" / "out.html"),
        ),
        state=_files_state,
    ),
    "output-there": Operation(
        name="`--output` of a file that is there",
        prepare=_report,
        words=lambda folder, _: (
            *("diff", "54-95c", "2016-10-01", "2021-10-01", "--format", "html"),
            *("--output", folder / "out.html"),
        ),
        state=_files_state,
    ),
    "ratchet": Operation(
        name="`stats --ratchet FILE --write`",
        prepare=_new,
        words=lambda folder, _: (
            *("stats", "--ratchet", folder / "marks.toml", "--write"),
        ),
        state=_files_state,
    ),
    "index": Operation(
        name="`index` of a code",
        prepare=_code,
        words=lambda folder, _: ("index", folder / "code.xml"),
        state=_indexed_state,
    ),
    "search": Operation(
        name="the index of `search`",
        prepare=_with_edition,
        words=lambda folder, _: ("--corpus", folder / "own", "search", "lamps"),
        state=_found_state,
    ),
    "decide-table": Operation(
        name="`decide` of a table",
        prepare=_cases,
        words=lambda folder, _: (
            *("decide", "us-ct/vacatur", "--batch", folder / "cases.csv"),
            *("--out", folder / "answers.csv", "--force"),
            *("--at", "2021-11-01", "--governed", "2021-11-01", "--known", "2026-12-01"),
        ),
        state=_files_state,
    ),
}
CONTROL: Final = replace(
    OPERATIONS["output-there"], name="a command that takes no care", prepare=_careless
)
"""With this one, faults must be found."""
