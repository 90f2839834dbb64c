"""The keys that a reader trusts, as options."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable


def trust_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Ask whom the reader trusts: ``keys`` and ``prints``."""
    for option in (
        click.option(
            "--fingerprint",
            "prints",
            multiple=True,
            metavar="HEX",
            help="The fingerprint of a key that you trust.",
        ),
        click.option(
            "--key",
            "keys",
            multiple=True,
            metavar="FILE",
            help="A public key that you trust.",
        ),
    ):
        function = option(function)
    return function


def trusted(keys: tuple[str, ...], prints: tuple[str, ...]) -> frozenset[str]:
    """Give the fingerprints of the keys that the reader trusts.

    Raises:
        SealError: If a file is no public key, or a word no fingerprint.
    """
    from statuteline.corpus.key_files import open_public_key
    from statuteline.sealing.keys import read_fingerprint

    found = {open_public_key(Path(name)).fingerprint for name in keys}
    return frozenset(found | {read_fingerprint(text, "--fingerprint") for text in prints})
