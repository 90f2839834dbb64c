"""``python -m statuteline``: the command line."""

from statuteline.cli.main import run

run()
