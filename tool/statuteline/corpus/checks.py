"""Checking a whole corpus: every file, its digest, and what files say of each other."""

from __future__ import annotations

import os
from collections import defaultdict
from itertools import groupby, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from statuteline.corpus.checksums import FILE_NAME, digest, read_sums
from statuteline.corpus.cross_checks import References, overlap_findings
from statuteline.corpus.file_checks import FileChecks, Lines
from statuteline.corpus.findings import Finding
from statuteline.corpus.inside import check_inside, read_inside
from statuteline.corpus.reader import read_tree
from statuteline.corpus.safe_xml import parse_xml
from statuteline.corpus.schema import schema_complaints
from statuteline.corpus.writer import write
from statuteline.errors import CorpusError, IdentifierError
from statuteline.model.ids import ExpressionId
from statuteline.model.work import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from statuteline.corpus.cross_checks import Record
    from statuteline.corpus.store import Corpus
    from statuteline.model.ids import WorkId
    from statuteline.model.work import Expression


def validate(
    corpus: Corpus, watch: Callable[[Generator[Path, None, None]], Iterable[Path]] = iter
) -> tuple[Finding, ...]:
    """Check a corpus, work by work: the texts of one work only are in memory.

    Args:
        corpus: The corpus.
        watch: Hands the files on, to be checked one by one.

    Returns:
        All faults found, by file; empty if the corpus is as it promises to be. A
        file that cannot be read gives one finding and is left out of the rest.

    Raises:
        CorpusError: If the list of digests itself is broken.
    """
    findings: list[Finding] = []
    across: list[Finding] = []
    references = References()
    paths = corpus.xml_files()
    for _, folder in groupby(watch(path for path in paths), key=lambda path: path.parent):
        works: dict[WorkId, list[Record]] = defaultdict(list)
        for path in folder:
            try:
                expression, lines = _record(corpus, path, findings)
            except (CorpusError, OSError) as error:
                findings.append(_unreadable(error, path))
            else:
                references.take(expression, path)
                works[expression.id.work].append((expression, lines))
        across += [found for one in works.values() for found in overlap_findings(one)]
    findings += _links(corpus.root)
    findings += _digest_findings(corpus.root, paths)
    findings += _colliding_paths(corpus.root, paths)
    findings += across
    findings += references.findings()
    return tuple(findings)


def _record(corpus: Corpus, path: Path, findings: list[Finding]) -> Record:
    where = str(path)
    data = read_inside(corpus.root, path)
    root = parse_xml(data, where)
    complaints = schema_complaints(root)
    findings += [
        Finding(rule="schema", what=words, where=f"{where}:{line}", hint="Akoma Ntoso 3.0")
        for line, words in complaints
    ]
    expression = read_tree(root, corpus.uris, where)
    lines = Lines(root, where)
    checks = FileChecks(expression, lines)
    relative = path.relative_to(corpus.root).with_suffix("").as_posix()
    try:
        expected = ExpressionId.parse(relative)
    except IdentifierError as error:
        raise CorpusError(
            f"The path is not an expression's: {error.what}", where=where, hint=error.hint
        ) from error
    place = expected.work.jurisdiction
    jurisdiction = next((j for j in corpus.uris.jurisdictions if j.id == place), None)
    findings += checks.findings(expected, jurisdiction)
    findings += _misplaced(corpus, expression, lines)
    canonical = write(expression, corpus.uris, corpus.settings)
    if canonical != data:
        findings.append(_not_canonical(data, canonical, where))
    return expression, lines


def _misplaced(corpus: Corpus, expression: Expression, lines: Lines) -> Iterator[Finding]:
    """Find texts that are not of the kind, or not of the words, their place promises."""
    series = corpus.uris.series(expression.id.work)
    if expression.kind is not series.kind:
        yield Finding(
            rule="kind",
            what=f"The file is a {expression.kind.value}, its series holds "
            f"{series.kind.value} documents",
            where=lines.line_of("identification"),
            hint="jurisdiction.toml says what each series holds",
        )
    promised = corpus.settings.text
    if expression.kind is Kind.STATUTE_SECTION and expression.words is not promised:
        yield Finding(
            rule="words",
            what=f"The text is {expression.words.value}, this corpus holds "
            f"{promised.value} texts",
            where=lines.line_of("proprietary"),
            hint="keep official and restated texts in two corpora",
        )


def _not_canonical(data: bytes, canonical: bytes, where: str) -> Finding:
    lines = (text.splitlines(keepends=True) for text in (data, canonical))
    pairs = enumerate(zip_longest(*lines), start=1)
    line = next(number for number, (found, wanted) in pairs if found != wanted)
    return Finding(
        rule="canonical",
        what="The file is not in canonical form from this line on",
        where=f"{where}:{line}",
        hint="write expressions with `statuteline import akn FILE`",
    )


def _unreadable(error: CorpusError | OSError, path: Path) -> Finding:
    if isinstance(error, OSError):
        what = f"The file cannot be read: {error.strerror}"
        return Finding(rule="unreadable", what=what, where=str(path), unreadable=True)
    return Finding(
        rule="unreadable",
        what=error.what,
        where=error.where or str(path),
        hint=error.hint,
        unreadable=True,
    )


def _digest_findings(root: Path, paths: Iterable[Path]) -> Iterator[Finding]:
    sums = read_sums(root)
    files = {
        path.relative_to(root).as_posix(): path
        for path in paths
        if path.is_file() and not path.is_symlink()  # others have their findings already
    }
    for relative, path in files.items():
        known = sums.get(relative)
        if known is None:
            yield Finding(
                rule="not-recorded",
                what=f"{relative} is not in {FILE_NAME}",
                where=f"{path}:1",
                hint="record expressions with `statuteline import akn FILE`",
            )
        elif known.digest != digest(read_inside(root, path)):
            yield Finding(
                rule="changed",
                what=f"The file was changed after it was recorded ({known.place})",
                where=f"{path}:1",
                hint="restore it: expressions are never edited; a correction is a new file",
            )
    for relative, known in sums.items():
        if relative not in files:
            yield Finding(
                rule="missing",
                what=f"{relative} is recorded, but the file is gone",
                where=str(root / known.place),
                hint="restore the file: recorded expressions are never removed",
            )


def _links(root: Path) -> Iterator[Finding]:
    """Find links to folders: no file behind one is read, and none of it is checked."""
    for folder, folders, _ in os.walk(root):
        for name in sorted(folders):
            try:
                check_inside(root, Path(folder) / name)
            except CorpusError as error:
                yield _unreadable(error, root)


def _colliding_paths(root: Path, paths: Iterable[Path]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for path in paths:
        relative = path.relative_to(root).as_posix()
        other = seen.setdefault(relative.casefold(), relative)
        if other != relative:
            yield Finding(
                rule="path",
                what=f"{relative} and {other} differ only in capitals",
                where=f"{path}:1",
                hint="some disks cannot hold both; choose another number",
            )
