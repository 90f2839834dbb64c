"""``statuteline validate``: is the corpus as it promises to be?"""

from __future__ import annotations

import click

from statuteline.cli._output import say, write_json
from statuteline.cli._params import Session, corpus_option, format_option


@click.command("validate")
@corpus_option
@format_option("text", "json")
@click.pass_context
def COMMAND(ctx: click.Context, form: str) -> None:  # noqa: N802
    """Check every file of the corpus, its digest, and what files say of each other.

    The exit status is 0 if all is well, 1 with findings, and 2 if a file could not be
    read at all.

    \b
    Example:
      statuteline validate
    """
    from statuteline.cli._progress import counted
    from statuteline.corpus.checks import validate

    session: Session = ctx.obj
    corpus = session.open()
    findings = validate(corpus, lambda paths: counted(paths, "files checked"))
    count = len(corpus.xml_files())
    if form == "json":
        write_json(
            "validate",
            {
                "corpus": corpus.settings.name,
                "files": count,
                "findings": [
                    {"rule": f.rule, "what": f.what, "where": f.where, "hint": f.hint}
                    for f in findings
                ],
            },
        )
    else:
        for finding in findings:
            say(f"{finding.where}: {finding.rule}: {finding.what}")
            if finding.hint:
                say(f"    {finding.hint}")
        told = f"{len(findings)} findings" if len(findings) != 1 else "1 finding"
        say(f"{count} files, {told}." if findings else f"{count} files, all well.")
    if any(finding.unreadable for finding in findings):
        ctx.exit(2)
    ctx.exit(1 if findings else 0)
