"""Only modules whose steps are tried change a disk; a new one must come to the table."""

from __future__ import annotations

import ast
from pathlib import Path

import statuteline

PACKAGE = Path(statuteline.__file__).parent
KNOWN = {
    "batch/_output.py": "answers of a table, by `decide`",
    "cli/_output.py": "a device that `--output` names, which is never replaced",
    "cli/main.py": "nothing: standard output is led to the null device",
    "corpus/code_file.py": "nothing: it opens codes to read them",
    "corpus/disk.py": "all files",
    "corpus/holding.py": "the file of the lock",
    "corpus/index_file.py": "the index of `search`",
    "corpus/inside.py": "nothing: it opens the files of a corpus to read them",
    "corpus/key_files.py": "a pair of keys; killed in between, one may be there alone",
    "corpus/recorder.py": "removes the journal",
    "corpus/seal_store.py": "a seal",
    "corpus/start.py": "a new corpus, by `init`",
    "corpus/unfinished.py": "removes what was cut off",
    "publishers/saved_pages.py": "removes a page whose line the disk refused",
    "website": "a site, made beside its place and put there when it is whole",
    "engines/spark.py": "a folder of the system, with the program for the workers",
}
CALLS = {
    *("write_text", "write_bytes", "mkdir", "unlink", "rmdir", "rename", "touch", "chmod"),
    *("symlink_to", "hardlink_to", "rmtree", "copyfile", "copytree", "mkstemp", "mkdtemp"),
    *("fsync", "truncate", "TemporaryDirectory", "NamedTemporaryFile"),
}
OF_OS = {"open", "replace", "remove", "link", "write", "makedirs", "symlink"}


def writes(source: str) -> bool:
    """Tell whether a module calls what changes a disk."""
    return any(_changes(one) for one in ast.walk(ast.parse(source)) if _is_call(one))


def _is_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Call)


def _changes(node: ast.AST) -> bool:
    assert isinstance(node, ast.Call)
    called = node.func
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    whose = called.value if isinstance(called, ast.Attribute) else None
    if isinstance(whose, ast.Name) and whose.id == "os" and name in OF_OS:
        return True
    modes = [*node.args, *(one.value for one in node.keywords if one.arg == "mode")]
    said = [one.value for one in modes if isinstance(one, ast.Constant)]
    if name == "open":
        return any(isinstance(one, str) and set(one) & set("wax+") for one in said)
    return name in CALLS


def test_no_other_module_changes_a_disk() -> None:
    modules = (
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if writes(path.read_text("utf-8"))
    )
    # All of the website writes into the folder that MkDocs is given.
    found = {"website" if one.startswith("website/") else one for one in modules}
    assert found == set(KNOWN)


def test_what_writes_is_found() -> None:
    for line in (
        'path.write_text("x")',
        'open(name, "w")',
        'path.open(mode="rb+")',
        "os.replace(a, b)",
        "shutil.rmtree(folder)",
        "mkdtemp()",
    ):
        assert writes(line), line
    for line in ('path.open("rb")', 'text.replace("a", "b")', "open(name)"):
        assert not writes(line), line
