"""``statuteline rules``: the encodings, and what one holds on a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from statuteline.cli._output import say
from statuteline.cli._params import Day, Session, corpus_option, format_option

if TYPE_CHECKING:
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.rules.encodings import Encoding, Version

_OF_VERSION = frozenset({"table", "json-logic"})
"""The formats that write one version of one encoding."""


@click.command("rules")
@click.argument("name", required=False)
@click.option(
    "--file", "path", metavar="FILE", help="A document of `--format json`; - for stdin."
)
@click.option("--at", type=Day(), help="The day of the law: YYYY-MM-DD or today.")
@click.option("--reading", metavar="NAME", help="Only one reading.")
@click.option("--uncovered", is_flag=True, help="Tell which words no citation covers.")
@click.option("--check", "checks", is_flag=True, help="Check all encodings, or only NAME.")
@corpus_option
@format_option("text", "table", "json", "json-logic")
@click.pass_context
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - one parameter an option
    ctx: click.Context,
    name: str | None,
    path: str | None,
    at: date | None,
    reading: str | None,
    uncovered: bool,
    checks: bool,
    form: str,
) -> None:
    """List the encodings, or show what NAME holds on a day of the law.

    The text is plain English beside the words of the statute; the table has one column
    for each way to an outcome; JSON is the document that other engines read; json-logic
    has two rules for each outcome, surely yes and surely no. The exit status is 1 if
    nothing is encoded for that day, or if a check finds something.

    With --file, show or check an encoding of your own: a document of one version. Its
    first day is taken if --at is left out.

    \b
    Examples:
      statuteline rules
      statuteline rules us-ct/vacatur --at 2021-11-01
      statuteline rules us-ct/vacatur --at 2018-05-01 --reading narrow --format table
      statuteline rules us-ct/vacatur --at 2021-11-01 --uncovered
      statuteline rules --check
    """
    session: Session = ctx.obj
    of_version = at is not None or reading is not None or uncovered or form in _OF_VERSION
    _refuse_without_sense(name, path, of_version=of_version, checks=checks)
    if checks:
        from statuteline.cli._rules_check import show_checks

        corpus = session.open()
        found = show_checks(corpus, _chosen(corpus, name, path), form)
        ctx.exit(1 if found else 0)
    if name is None and path is None:
        from statuteline.cli._rules_list import show_encodings

        show_encodings(session.open(), form)
        return
    from statuteline.audit.encodings import standing

    corpus = session.open()
    (encoding,) = (standing(one, corpus) for one in _chosen(corpus, name, path))
    if at is None and path is not None:
        at = encoding.versions[0].days.start
    if at is None:
        raise click.UsageError(f"On which day? Give --at. {_versions_told(encoding)}")
    version = encoding.version_at(at)
    if version is None:
        _tell_absent(encoding, at, form)
        ctx.exit(1)
    elif uncovered:
        if reading is not None or form in _OF_VERSION:
            raise click.UsageError("--uncovered goes with --at and --format json alone.")
        from statuteline.cli._rules_check import show_uncovered

        show_uncovered(corpus, encoding, version, at, form)
    else:
        _show(corpus, encoding, _with_reading(encoding, version, reading), at, form)


def _refuse_without_sense(
    name: str | None, path: str | None, *, of_version: bool, checks: bool
) -> None:
    if name is not None and path is not None:
        raise click.UsageError("Name an encoding, or give a file, not both.")
    if checks and of_version:
        raise click.UsageError("--check goes with NAME and --format json alone.")
    if name is None and path is None and of_version:
        raise click.UsageError("Name an encoding: `statuteline rules` lists them.")


def _tell_absent(encoding: Encoding, at: date, form: str) -> None:
    told = f"{encoding.name} is not encoded for {at}. {_versions_told(encoding)}"
    say(told, err=form in {"json", "json-logic"})
    if form == "json":
        from statuteline.cli._output import write_json

        day = {"at": str(at), "absent": "not-encoded"}
        write_json("rules", {"encoding": encoding.name, **day})


def _chosen(corpus: Corpus, name: str | None, path: str | None) -> tuple[Encoding, ...]:
    """Take the encoding that is named, or that a file holds; all for neither.

    Raises:
        RuleError: If there is no such encoding, or the file holds none.
    """
    from statuteline.audit.encodings import all_encodings, document_in
    from statuteline.cli._files import file_bytes, shown_name
    from statuteline.law import encoding_named

    if path is None:
        known = all_encodings(corpus)
        return known if name is None else (encoding_named(name, known),)
    from statuteline.rules.read_document import encoding_from

    return (encoding_from(document_in(file_bytes(path), shown_name(path))),)


def _show(
    corpus: Corpus, encoding: Encoding, version: Version, at: date, form: str
) -> None:
    axioms = encoding.axioms_at(at)
    if form == "json":
        from statuteline.cli._output import write_json
        from statuteline.rules.document import document

        write_json("rule", {**document(encoding, version)})
    elif form == "json-logic":
        from statuteline.cli._output import write_json
        from statuteline.rules.json_logic_document import json_logic_document

        write_json("json-logic", {**json_logic_document(encoding, version)})
    elif form == "table":
        from statuteline.cli._rules_table import show_tables

        show_tables(corpus, encoding, version, axioms)
    else:
        from statuteline.cli._rules_text import show_version

        show_version(corpus, encoding, version, axioms)


def _with_reading(encoding: Encoding, version: Version, name: str | None) -> Version:
    """Keep one reading of a version, with all else."""
    if name is None:
        return version
    kept = tuple(one for one in version.readings if one.name == name)
    if not kept:
        from statuteline.errors import RuleError
        from statuteline.rules.json_place import nearest

        known = [one.name for one in version.readings]
        raise RuleError(
            f"{encoding.name} has no reading {name!r} on that day",
            hint=nearest(name, known) if known else "it decides nothing",
        )
    return replace(version, readings=kept)


def _versions_told(encoding: Encoding) -> str:
    from statuteline.rules.version_words import days_told

    told = "; ".join(days_told(version) for version in encoding.versions)
    return f"Texts that are encoded: {told}."
