"""A session of Apache Spark, and what it could not do told as an error of ours."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from statuteline.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyspark.sql import SparkSession

_SETTINGS: Final = {
    "spark.log.level": "ERROR",
    "spark.ui.enabled": "false",  # a web server on the user's machine, for one command
    "spark.ui.showConsoleProgress": "false",  # we have a count of our own
}
_PYTHON_ERROR: Final = re.compile(r"^\w*Error: .+$", re.MULTILINE)


@contextmanager
def spark_session(settings: Mapping[str, str], hint: str) -> Iterator[SparkSession]:
    """Connect to the cluster; leaving the context ends the session.

    Where the cluster is, Spark is told as always: by ``spark-defaults.conf``, by
    ``PYSPARK_SUBMIT_ARGS`` or by ``spark-submit``.

    Args:
        settings: Settings of Spark beside our own.
        hint: What to do where Spark cannot do the work.

    Raises:
        EngineError: If PySpark is not installed, or Spark could not do what it was
            given while the context lasted.
    """
    try:
        from py4j.protocol import Py4JError  # noqa: PLC0415 - an extra
        from pyspark.errors import PySparkException  # noqa: PLC0415
        from pyspark.sql import SparkSession  # noqa: PLC0415
    except ImportError as error:
        raise EngineError(
            "The engine spark needs the package PySpark, which is not installed",
            hint="pip install 'statuteline[spark]'",
        ) from error
    builder = SparkSession.builder.appName("statuteline")
    for name, value in {**_SETTINGS, **settings}.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
        try:
            yield session
        finally:
            session.stop()
    except (Py4JError, PySparkException) as error:
        raise _fault(error, hint) from error


def _fault(error: Any, hint: str) -> EngineError:  # noqa: ANN401 - of a package that may be missing
    """Tell what Spark could not do, in one line of its many."""
    words = str(error)
    told = _PYTHON_ERROR.findall(words) or [words.partition("\n")[0]]
    return EngineError(
        f"Spark could not do the work: {told[-1]}", where="--engine spark", hint=hint
    )
