"""A cluster of Apache Spark.

It needs PySpark, which the extra ``spark`` brings, and Java. Where the cluster is, Spark
is told as always: by ``spark-defaults.conf``, by ``PYSPARK_SUBMIT_ARGS`` or by
``spark-submit``. This package is sent along; the packages that it needs must be there.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final
from zipfile import ZipFile

from statuteline.engines._spark_session import spark_session
from statuteline.engines.base import Engine, Item, Result
from statuteline.errors import StatutelineError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from pyspark import SparkContext

_CHUNK: Final = 16
"""Items of one Spark task: enough to outweigh the journey."""
_CHUNKS_A_CORE: Final = 4
"""Spark tasks for each core of the cluster at a time: a long one delays few others."""
_PYTHON: Final = "PYSPARK_PYTHON"  # Spark's own name for the Python of its workers
_HINT: Final = (
    "it needs Java 17 or newer here, and on every worker a Python of this version, "
    f"{_PYTHON}, with the packages of statuteline"
)


def _run(
    function: Callable[[Item], Result], items: Iterable[Item], jobs: int
) -> Generator[Result, None, None]:
    del jobs  # the cluster decides
    waiting = iter(items)
    with _context() as context:
        # Spark's own iterator over results would work off one partition at a time; all
        # results at once need not fit into memory. So the items go in batches, which
        # grow with the cluster: workers may join late.
        while batch := tuple(islice(waiting, _batch_size(context))):
            tasks = context.parallelize(batch, -(-len(batch) // _CHUNK))
            for found in tasks.map(partial(_result_or_error, function)).collect():
                if isinstance(found, StatutelineError):
                    raise found
                yield found


def _batch_size(context: SparkContext) -> int:
    return int(context.defaultParallelism) * _CHUNKS_A_CORE * _CHUNK


def _result_or_error(
    function: Callable[[Item], Result], item: Item
) -> Result | StatutelineError:
    """Bring our own errors home as values: Spark would try again, and wrap them."""
    try:
        return function(item)
    except StatutelineError as error:
        return error


@contextmanager
def _context() -> Iterator[SparkContext]:
    """Connect to the cluster, with this package on it."""
    with spark_session({}, _HINT) as session, TemporaryDirectory() as folder:
        context = session.sparkContext
        context.addPyFile(str(_package(Path(folder))))
        if context.master.startswith("local") and _PYTHON not in os.environ:
            # Spark takes the first python3 that it finds, which may be another.
            context.pythonExec = sys.executable
        yield context


def _package(folder: Path) -> Path:
    """Pack this package, so that every machine runs the same code as this one."""
    path = folder / "statuteline.zip"
    source = Path(__file__).parents[1]
    with ZipFile(path, "w") as archive:
        for module in sorted(source.rglob("*.py")):
            archive.write(module, module.relative_to(source.parent).as_posix())
    return path


ENGINE = Engine(
    summary="A cluster of Apache Spark; needs statuteline[spark].",
    run=_run,
    counts_jobs=False,
)
