"""Running heads and page numbers of a PDF marked as artifacts, which nobody reads aloud.

WeasyPrint gives them a tag like any words, and leaves that tag out of the tree. What is
in the tree stays as it is.

Source:
    ISO 14289-1, clause 7.8: running heads and page numbers are artifacts.
"""

from __future__ import annotations

from typing import Any

_NONE = "null"


def mark_artifacts(_document: object, pdf: Any) -> None:  # noqa: ANN401 -- pydyf has no types
    """Mark as artifacts the words that no tag of the tree holds.

    Args:
        pdf: The document as pydyf holds it, complete but for its trailer.
    """
    objects = {entry.reference: entry for entry in pdf.objects}
    root = objects[pdf.catalog["StructTreeRoot"]]
    held = _below(root, objects)
    numbers = objects[root["ParentTree"]]["Nums"]
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for reference in pdf.page_references:
        page = objects[reference]
        tags = owners[page["StructParents"]]
        loose = {number for number, tag in enumerate(tags) if tag not in held}
        for number in loose:
            tags[number] = _NONE
        _as_artifacts(objects[page["Contents"]].stream, loose)


def _below(root: Any, objects: dict[bytes, Any]) -> set[bytes]:  # noqa: ANN401 -- the same
    """Find every tag in the tree."""
    found: set[bytes] = set()
    rest = [*root["K"]]
    while rest:
        reference = rest.pop()
        if reference in objects and reference not in found:
            found.add(reference)
            rest += objects[reference].get("K", ())
    return found


def _as_artifacts(stream: list[Any], loose: set[int]) -> None:
    """Let the marked content of these numbers begin as an artifact does."""
    for end in range(2, len(stream)):
        properties = stream[end - 1]
        if stream[end] == b"BDC" and properties["MCID"] in loose:
            stream[end - 2 : end + 1] = ["/Artifact", b"BMC", b""]
