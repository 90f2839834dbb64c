"""The style sheet of a page, and the policy that allows it and nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import Final

_SHEETS: Final = ("tokens.css", "page.css", "law.css")
"""Colours and type; the page as a whole; and the law's words, for any page."""


def dress(more: str = "") -> dict[str, str]:
    """Give the style sheet of pages, and the policy that allows it and nothing else.

    Args:
        more: Rules of a style sheet that come behind the shared ones.
    """
    folder = files("statuteline.publish")
    sheets = (folder.joinpath(name).read_text("utf-8") for name in _SHEETS)
    style = "".join(sheets) + more
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return {"style": style, "policy": policy}
