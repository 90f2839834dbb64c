"""Fingerprints of texts: what a judgement of a text is bound to.

White space, and the shape of quotation marks and dashes, are no part of a fingerprint;
letter case is, since defined terms have capitals.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from statuteline.model.provision import walk

if TYPE_CHECKING:
    from statuteline.model.provision import Provision

LENGTH = 32
"""Hexadecimal characters of a fingerprint: 128 bits."""

_FOLDED = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "\u00a0": " ",
        "\u00ad": "",
    }
)


def text_fingerprint(provision: Provision) -> str:
    """Digest the words of a provision itself, its number, and the numbers right below it.

    The words of the provisions below are theirs; that there is one more, or one less, is
    a change of this one.
    """
    below = " ".join(child.label for child in provision.children)
    return _digest(f"n {provision.label}", f"b {below}", *_words(provision))


def unnumbered_fingerprint(provision: Provision) -> str:
    """Digest the words of a provision itself, and how many provisions are right below it.

    Two texts that differ only by renumbering have the same.
    """
    return _digest(f"b {len(provision.children)}", *_words(provision))


def whole_fingerprint(provision: Provision) -> str:
    """Digest the words and numbers of a provision and of all that lies below it."""
    return joined(*(text_fingerprint(one) for one in walk((provision,))))


def whole_unnumbered_fingerprint(provision: Provision) -> str:
    """Digest the words of a provision and of all that lies below it, without numbers."""
    return joined(*(unnumbered_fingerprint(one) for one in walk((provision,))))


def joined(*fingerprints: str) -> str:
    """Make one fingerprint of several, in their order."""
    return _digest(*fingerprints)


def shortened(digest: str) -> str:
    """Cut a digest to the length of a fingerprint."""
    return digest[:LENGTH]


def _digest(*lines: str) -> str:
    return shortened(sha256("\n".join(lines).encode()).hexdigest())


def _words(provision: Provision) -> tuple[str, ...]:
    """Give the words of each part behind a letter that says which it is."""
    return (
        f"c {provision.coverage.value}",
        f"h {_folded(provision.heading_text)}",
        f"i {_folded(provision.intro_text)}",
        f"w {_folded(provision.wrap_up_text)}",
    )


def _folded(text: str) -> str:
    plain = text if text.isascii() else text.translate(_FOLDED)
    return " ".join(plain.split())
