"""``statuteline completion``: words for the shell to complete."""

from __future__ import annotations

import click


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish", "powershell"]))
@click.pass_context
def COMMAND(ctx: click.Context, shell: str) -> None:  # noqa: N802
    """Print the completion script of a SHELL.

    \b
    Example:
      statuteline completion bash > ~/.local/share/bash-completion/completions/statuteline
    """
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"This click knows no completion for {shell}; update click.")
    script = kind(ctx.find_root().command, {}, "statuteline", "_STATUTELINE_COMPLETE")
    click.echo(script.source())
