"""The page of the manual that lists every command with its options.

It is made from the commands themselves, never from printed help. A test holds
``site/manual/reference.md`` against it; ``pytest --update-golden`` writes the page anew.
"""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Final

import click

from statuteline.cli.main import cli, command_modules

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEPT: Final = "\b\n"
"""What click calls a paragraph whose lines are kept."""
_PREFACE: Final = """\
# Reference: commands

This page is made from the commands, by `tool/command_page.py`: every argument, every
option, every default. `statuteline COMMAND --help` says the same. [Commands](commands.md)
tells what they are for, and what all of them share; [formats](formats.md), what they read
and write.

`-h` and `--help` show the help of a command.
"""


def command_page() -> str:
    """Write the page.

    Returns:
        Markdown, with one section a command, in the order of their names.
    """
    top = click.Context(cli, info_name="statuteline")
    links = " · ".join(f"[`{name}`](#{name})" for name, _ in _below(cli, top))
    return "\n".join([_PREFACE, f"{links}\n", *_section("statuteline", cli, top, prose="")])


def help_examples() -> Iterator[str]:
    """Give the examples in the help of all commands, each as one line."""
    for command in _commands(cli, click.Context(cli, info_name="statuteline")):
        yield from _examples(command)


def _commands(command: click.Command, ctx: click.Context) -> Iterator[click.Command]:
    yield command
    for name, below in _below(command, ctx):
        yield from _commands(below, click.Context(below, parent=ctx, info_name=name))


def _below(
    command: click.Command, ctx: click.Context
) -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        for name in command.list_commands(ctx):
            found = command.get_command(ctx, name)
            if found is not None and not found.hidden:
                yield name, found


def _section(
    title: str, command: click.Command, ctx: click.Context, prose: str
) -> Iterator[str]:
    """Write a command, then those below it."""
    yield f"## `{title}`\n"
    paragraphs = inspect.cleandoc(command.help or "").split("\n\n")
    yield from (f"{one}\n" for one in paragraphs if not one.startswith(_KEPT))
    if command.epilog:
        yield f"{command.epilog}\n"
    usage = [ctx.command_path, *command.collect_usage_pieces(ctx)]
    yield _block("text", [" ".join(usage)])
    yield from _parameters(command, ctx)
    examples = _examples(command)
    if examples:
        yield "Examples:\n"
        yield _block("sh", examples)
    if prose:
        yield f"More about it: [`{prose}`](commands.md#{prose}).\n"
    for name, below in _below(command, ctx):
        whole = f"{title} {name}" if ctx.parent else name
        yield from _section(
            whole,
            below,
            click.Context(below, parent=ctx, info_name=name),
            prose=name if name in command_modules() and not ctx.parent else prose,
        )


def _examples(command: click.Command) -> list[str]:
    paragraphs = inspect.cleandoc(command.help or "").split("\n\n")
    kept = "\n".join(one.removeprefix(_KEPT) for one in paragraphs if one.startswith(_KEPT))
    whole = re.sub(r"\\\n\s*", "", kept)  # a line that goes on in the next
    lines = [line.strip() for line in whole.splitlines()]
    return [line for line in lines if line.startswith("statuteline ")]


def _parameters(command: click.Command, ctx: click.Context) -> Iterator[str]:
    lines = [
        f"* {_name(one)}: {' '.join(_asked(one))}"
        for one in command.params
        if isinstance(one, click.Argument)
    ]
    lines += [
        f"* {_flags(one, ctx)}: {' '.join(_told(one, ctx))}"
        for one in command.params
        if isinstance(one, click.Option) and not one.hidden
    ]
    yield "".join(f"{line}\n" for line in lines)


def _name(argument: click.Argument) -> str:
    """Name an argument; one that can be typed in several ways bears a bar in click."""
    names = (argument.metavar or argument.human_readable_name).upper().split("|")
    return ", or ".join(f"`{one.strip(' []')}`" for one in names)


def _asked(argument: click.Argument) -> Iterator[str]:
    if argument.nargs == -1:
        yield "One or more." if argument.required else "Any number."
    elif not isinstance(argument.type, click.Choice):
        yield "One." if argument.required else "One, or none."
    yield from _limits(argument)


def _flags(option: click.Option, ctx: click.Context) -> str:
    """Name an option as it is typed, with what is typed behind it."""
    typed = [*option.opts, *option.secondary_opts]
    value = "" if option.is_flag or option.count else f" {_value(option, ctx)}"
    return ", ".join(f"`{one}{value}`" for one in typed)


def _value(option: click.Option, ctx: click.Context) -> str:
    match option.type:
        case click.Choice(choices=[only]):
            return str(only)
        case click.Choice():
            return "NAME"
        case click.IntRange() if option.metavar is None:
            return "N"
        case _:
            return option.make_metavar(ctx)


def _told(option: click.Option, ctx: click.Context) -> Iterator[str]:
    told = (option.help or "").partition("  [default: ")[0]
    if told:
        yield told
    yield from _limits(option)
    if option.required:
        yield "Required."
    if option.multiple and not re.search("repeat|given again", told):
        yield "May be given again."
    if isinstance(option.envvar, str):
        yield f"The variable `{option.envvar}` says the same."
    default = _default(option, ctx)
    if default:
        yield f"If left out: {default}."


def _limits(parameter: click.Parameter) -> Iterator[str]:
    """Say which values a parameter takes, where click knows."""
    match parameter.type:
        case click.Choice(choices=choices) if len(choices) > 1:
            yield f"One of {', '.join(f'`{one}`' for one in choices)}."
        case click.IntRange(min=low, max=high) if high is not None:
            yield f"From {low} to {high}."
        case click.IntRange(min=low) if low:
            yield f"At least {low}."
        case _:
            pass


def _default(option: click.Option, ctx: click.Context) -> str:
    """Say what holds without the option, where click or its help tells it."""
    _, told, otherwise = (option.help or "").partition("  [default: ")
    if told:
        return otherwise.rstrip("]")
    default = option.get_default(ctx, call=False)
    if option.secondary_opts:
        return f"`{(option.opts if default else option.secondary_opts)[0]}`"
    if option.is_flag or option.count or not option.show_default:
        return ""
    return f"`{default}`"


def _block(language: str, lines: list[str]) -> str:
    return "\n".join([f"```{language}", *lines, "```\n"])
