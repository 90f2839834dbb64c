"""The reference pages of the manual say what the commands and the package say."""

from __future__ import annotations

import dataclasses
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

import statuteline
from command_page import command_page, help_examples
from python_page import python_page
from statuteline.cli._params import Session
from statuteline.cli.main import cli, command_modules

if TYPE_CHECKING:
    from collections.abc import Callable

MANUAL = Path(__file__).resolve().parents[2] / "site" / "manual"
PAGES = {"reference.md": command_page, "python.md": python_page}


@pytest.mark.parametrize(("name", "write"), PAGES.items(), ids=list(PAGES))
def test_a_page_is_what_would_be_written(
    name: str, write: Callable[[], str], *, update_golden: bool
) -> None:
    written = write()
    if update_golden:
        (MANUAL / name).write_text(written, "utf-8")
    kept = (MANUAL / name).read_text("utf-8")
    assert kept == written, "pytest --update-golden; read it"


def test_every_command_and_option_is_on_the_page() -> None:
    page = command_page()
    context = click.Context(cli, info_name="statuteline")
    for name in command_modules():
        command = cli.get_command(context, name)
        _, _, section = page.partition(f"\n## `{name}`\n")
        assert command is not None
        assert section, name
        section, _, _ = section.partition("\n## ")
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert all(f"`{flag}" in section for flag in parameter.opts), parameter.opts


def test_every_public_name_is_on_the_page_with_fields_from_a_base() -> None:
    page = python_page()
    headings = set(re.findall(r"^### `(?:class |type )?(\w+)`$", page, re.MULTILINE))
    assert headings == set(statuteline.__all__)
    assert "Moved(*, old: EId, new: EId, summary: str, pairing: Pairing)" in page
    _, _, section = page.partition("\n### `class Expression`\n")
    for field in dataclasses.fields(statuteline.Expression):
        assert f"* `{field.name}`: " in section, field.name


def test_a_page_is_the_same_in_every_run() -> None:
    assert " at 0x" not in python_page()


@pytest.mark.parametrize("line", sorted(set(help_examples())))
def test_an_example_of_a_help_text_is_taken(line: str) -> None:
    """Read the words of a line as its command does, without running it."""
    typed = re.split(r" (?:\||>|&&)", line)[0]
    session = Session(corpus=None, colour=False)
    context = cli.make_context("statuteline", shlex.split(typed)[1:], obj=session)
    command: click.Command | None = cli
    while isinstance(command, click.Group):
        name, command, words = command.resolve_command(
            context, context._protected_args + context.args
        )
        assert command is not None
        context = command.make_context(name, words, parent=context)


def test_an_example_with_a_wrong_option_is_seen() -> None:
    with pytest.raises(click.UsageError):
        test_an_example_of_a_help_text_is_taken("statuteline list --serie cgs")
