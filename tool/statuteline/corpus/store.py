"""The corpus on disk: a path is a citation, a file is an expression, never edited."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from difflib import get_close_matches
from typing import TYPE_CHECKING

from statuteline.corpus.checksums import JOURNAL, digest
from statuteline.corpus.heads import read_head
from statuteline.corpus.inside import read_inside
from statuteline.corpus.locate import SETTINGS, file_of, locate
from statuteline.corpus.reader import read
from statuteline.corpus.settings import read_corpus_settings, read_jurisdiction
from statuteline.corpus.unfinished import finish_recording, unfinished
from statuteline.corpus.uris import Uris
from statuteline.errors import (
    CorpusError,
    IdentifierError,
    WorkNotFoundError,
)
from statuteline.model.citation import parse_citation, print_citation
from statuteline.model.ids import ExpressionId, WorkId
from statuteline.model.natural import is_within, natural
from statuteline.model.work import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from statuteline.corpus.heads import Head
    from statuteline.corpus.recorder import Recorder
    from statuteline.corpus.settings import CorpusSettings
    from statuteline.model.citation import Citation
    from statuteline.model.work import Expression, Kind


def open_corpus(path: Path | None = None) -> Corpus:
    """Open a corpus.

    Args:
        path: Its folder; None to look for one as
            :func:`statuteline.corpus.locate.locate` does.

    Returns:
        The corpus; no expression is read yet.

    Raises:
        CorpusError: If the folder holds no corpus, or its settings are broken.

    Example:
        >>> from statuteline.corpus.locate import shipped
        >>> str(open_corpus(shipped()).cite("54-95c").work)
        'us-ct/cgs/54-95c'
    """
    return Corpus(locate(path))


class Corpus:
    """A corpus folder: its settings, its works and their expressions.

    Args:
        root: The folder that holds ``corpus.toml``.

    Raises:
        CorpusError: If its settings are missing or broken.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.settings: CorpusSettings = read_corpus_settings(root / SETTINGS)
        self.uris = Uris(
            jurisdictions=tuple(
                read_jurisdiction(path) for path in sorted(root.glob("*/jurisdiction.toml"))
            )
        )

    def works(self, *kinds: Kind) -> tuple[WorkId, ...]:
        """List works, sorted as people count: 54-95c before 54-102.

        Args:
            kinds: Kinds of works; all of them if none is given. No folder of another kind
                is looked into.
        """
        found = set()
        for jurisdiction in self.uris.jurisdictions:
            for series in jurisdiction.series:
                if kinds and series.kind not in kinds:
                    continue
                folder = self.root / jurisdiction.id / series.name
                found |= {
                    WorkId(jurisdiction.id, series.name, path.parent.name)
                    for path in self._recorded(folder.glob("*/*@*.xml"))
                }
        return tuple(sorted(found, key=lambda work: (work.series, natural(work.number))))

    def holds(self, work: WorkId) -> bool:
        """Tell whether the corpus has any text of a work."""
        return bool(self._labels(work))

    def expression_ids(self, work: WorkId) -> tuple[ExpressionId, ...]:
        """List the expressions of a work, oldest version first.

        Raises:
            WorkNotFoundError: If the corpus has none; the hint names the nearest work.
        """
        labels = self._labels(work)
        if not labels:
            raise WorkNotFoundError(
                f"There is no work {work} in this corpus",
                where=str(self.root),
                hint=self._nearest(work),
            )
        found = (ExpressionId.parse(f"{work}/{label}") for label in labels)
        return tuple(sorted(found, key=lambda one: one.in_time))

    def _labels(self, work: WorkId) -> list[str]:
        """List what tells the expressions of a work apart; none for an unknown work."""
        try:
            files = self._recorded((self.root / str(work)).iterdir())
        except OSError:
            return []
        names = sorted(path.name for path in files)
        found = (name.removesuffix(".xml") for name in names if name.endswith(".xml"))
        return [label for label in found if "@" in label]

    def xml_files(self) -> tuple[Path, ...]:
        """List the XML files of the corpus, wherever they stand in it, sorted."""
        return tuple(sorted(self._recorded(self.root.rglob("*.xml"))))

    def _recorded(self, files: Iterable[Path]) -> list[Path]:
        """Leave out what a recording has not recorded yet, or was cut off before it did."""
        found = list(files)
        left_out = unfinished(self.root)  # looked up behind the files: these can be newer
        if not left_out:
            return found
        return [
            path for path in found if path.relative_to(self.root).as_posix() not in left_out
        ]

    def read(self, expression: ExpressionId) -> Expression:
        """Read one expression.

        Raises:
            CorpusError: If its file is missing, or not as this corpus writes it.
        """
        return read(self.content(expression), self.uris, str(self.path(expression)))

    def read_recorded(self, expression: ExpressionId, known: str) -> Expression:
        """Read one expression whose digest is known.

        Raises:
            CorpusError: If its file is missing, has another digest, or is not as this
                corpus writes it.
        """
        data, where = self.content(expression), str(self.path(expression))
        if digest(data) != known:
            raise CorpusError(
                f"{expression} was changed after it was recorded",
                where=where,
                hint="restore it: expressions are never edited; a correction is a new file",
            )
        return read(data, self.uris, where)

    def digest(self, expression: ExpressionId) -> str:
        """Give the SHA-256 of the file of one expression, in lower-case hexadecimal.

        Raises:
            CorpusError: If its file is missing.
        """
        return digest(self.content(expression))

    def content(self, expression: ExpressionId) -> bytes:
        """Give the file of one expression, byte for byte.

        Raises:
            CorpusError: If its file is missing, or not recorded yet.
        """
        path = self.path(expression)
        if not self._recorded((path,)):
            raise CorpusError(
                f"{expression} is not recorded: its recording is under way, or was cut off",
                where=str(self.root / JOURNAL),
                hint="the next import clears away what was cut off; then import it again",
            )
        return self._file(path, str(expression))

    def expressions(self, work: WorkId) -> tuple[Expression, ...]:
        """Read all expressions of a work, oldest version first.

        Raises:
            WorkNotFoundError: If the corpus has none.
            CorpusError: If a file is not as this corpus writes it.
        """
        return tuple(self.read(expression) for expression in self.expression_ids(work))

    def heads(self, work: WorkId) -> tuple[Head, ...]:
        """Read the heads of all texts of a work, oldest version first.

        Raises:
            WorkNotFoundError: If the corpus has none.
            CorpusError: If the head of a file is not as this corpus writes it.
        """
        return tuple(map(self.head, self.expression_ids(work)))

    def head(self, expression: ExpressionId) -> Head:
        """Read the head of one text.

        Raises:
            CorpusError: If it is missing, or not as this corpus writes it.
        """
        return read_head(self.content(expression), expression, str(self.path(expression)))

    def case_tables(self) -> tuple[tuple[str, bytes], ...]:
        """Read the tables of golden cases, ``<jurisdiction>/cases/<name>.toml``.

        Returns:
            The file and its bytes, for each, sorted by file. A corpus may have none.

        Raises:
            CorpusError: If a file cannot be read.
        """
        return self._files_of_jurisdictions("cases", "*.toml")

    def law_documents(self) -> tuple[tuple[str, bytes], ...]:
        """Read the encodings of its own, ``<jurisdiction>/law/*.json``.

        Returns:
            The file and its bytes, for each, sorted by file. A corpus may have none.

        Raises:
            CorpusError: If a file cannot be read.
        """
        return self._files_of_jurisdictions("law", "*.json")

    def _files_of_jurisdictions(
        self, folder: str, names: str
    ) -> tuple[tuple[str, bytes], ...]:
        folders = (self.root / one.id / folder for one in self.uris.jurisdictions)
        paths = sorted(path for within in folders for path in within.glob(names))
        return tuple((str(path), self._file(path, path.name)) for path in paths)

    def path(self, expression: ExpressionId) -> Path:
        """Give the file of an expression, whether or not it exists."""
        return file_of(self.root, expression)

    def cite(self, text: str) -> Citation:
        """Read a citation that somebody typed, of a work in this corpus.

        Raises:
            IdentifierError: If the words are no citation.
            WorkNotFoundError: If this corpus has no such work.
        """
        forms = tuple(jurisdiction.citations for jurisdiction in self.uris.jurisdictions)
        try:
            citation = parse_citation(text, forms)
        except IdentifierError as error:
            near = self._near_numbers(text)
            if near:
                error.hint = f"did you mean {near}?"
            raise
        self.expression_ids(citation.work)
        return citation

    def cited(self, citation: Citation) -> str:
        """Print a citation as its jurisdiction does."""
        return print_citation(citation, self.uris.series(citation.work).forms)

    def add(self, expression: Expression) -> bool:
        """Record a new expression.

        Args:
            expression: The text; its file must not exist with other content.

        Returns:
            True if it was written, False if the same bytes are recorded already.

        Raises:
            ImmutableExpressionError: If another text is recorded under this id.
            CorpusError: If it cannot be written as valid Akoma Ntoso, or the disk
                refuses; nothing is then changed.
        """
        with self.recording() as recorder:
            return recorder.record((recorder.check(expression),)) == 1

    def check_official(self, why: str) -> None:
        """Refuse a corpus that holds other words than the publisher's.

        Args:
            why: What needs those words, such as ``An edition is official``.

        Raises:
            CorpusError: If its texts are not official.
        """
        if self.settings.text is not Words.OFFICIAL:
            raise CorpusError(
                f"{why}, and this corpus holds {self.settings.text.value} texts",
                where=str(self.root),
                hint="`statuteline init DIR --text official` starts one for the "
                "publisher's texts; use it with --corpus DIR",
            )

    @contextmanager
    def recording(self, *, dry_run: bool = False) -> Iterator[Recorder]:
        """Hold the corpus, and make ready to record many expressions.

        What a recording that was cut off has left is cleared away first.

        Args:
            dry_run: Whether expressions will only be checked: then the corpus is not
                held, and nothing is cleared away.

        Yields:
            What checks and records them.

        Raises:
            HeldError: If somebody else writes to the corpus.
            CorpusError: If the list of digests is broken, or the disk refuses.
        """
        # Only writing needs the schema and the writer: showing a text stays quick.
        from statuteline.corpus.holding import held  # noqa: PLC0415
        from statuteline.corpus.recorder import Recorder  # noqa: PLC0415

        with ExitStack() as holding:
            if not dry_run:
                holding.enter_context(held(self.root))
                finish_recording(self.root)
            yield Recorder(self.root, self.uris, self.settings)

    def _file(self, path: Path, name: str) -> bytes:
        try:
            return read_inside(self.root, path)
        except OSError as error:
            raise CorpusError(
                f"{name} cannot be read: {error.strerror}", where=str(path)
            ) from error

    def _nearest(self, work: WorkId) -> str:
        works = (one for one in self.works() if one.series == work.series)
        group = next((one for one in works if is_within(work.number, one.number)), None)
        if group is not None:
            return f"it stands under one heading with others: {group}"
        near = self._near_numbers(work.number)
        return f"did you mean {near}?" if near else "`statuteline list` shows what there is"

    def _near_numbers(self, text: str) -> str:
        works = self.works()
        names = {work.number: work for work in works} | {str(work): work for work in works}
        found = get_close_matches(text, names, n=3, cutoff=0.6)
        return " or ".join(dict.fromkeys(str(names[name]) for name in found))
