"""An authority for servers of this computer that say who they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import trustme

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def trusted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """Make an authority, the only one that this computer trusts during a test."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "root.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(folder / "root.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(folder / "none"))
    return authority
