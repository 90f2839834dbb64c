"""The matrix of an act is what the golden file says, which people can read.

Lines of files and who judged what are left out: they change without any change of meaning.
"""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

from statuteline.audit.tracing import traced
from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.model.ids import WorkId
from statuteline.reports import matrix_report
from statuteline.reports.base import laid_out

GOLDEN = Path(__file__).with_name("matrix") / "pa-21-103.txt"
_PLACE = re.compile(r", [^ ]*/law/[^ ]*\.py:\d+$", re.MULTILINE)


def test_the_matrix_of_the_act(tmp_path: Path, *, update_golden: bool) -> None:
    copy = shutil.copytree(shipped(), tmp_path / "copy")
    (copy / "judgements.toml").unlink(missing_ok=True)
    corpus, on = open_corpus(copy), date(2026, 11, 27)
    act = WorkId.parse("us-ct/pa/21-103")
    found = laid_out(corpus, traced(corpus, on), act, on, folder=Path.cwd())
    told, places = _PLACE.subn("", matrix_report(found, "text").decode())
    assert places > 100
    if update_golden:
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(told, "utf-8")
    assert told == GOLDEN.read_text("utf-8")
