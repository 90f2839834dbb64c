"""A comparison as Akoma Ntoso: the new text's structure, with what was there before.

Deleted and inserted words stand in ``del`` and ``ins``. A provision that is gone keeps
its place, with the status ``removed`` and ``old-`` before its eId. A paragraph, row or
cell that begins only in one of the texts has the class ``begins-deleted`` or
``begins-inserted``: in the other text its words run on from those before it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Final

from lxml import etree

from statuteline.corpus.meta_writer import append_meta, period_groups
from statuteline.corpus.names import AKN, OWN, ROOT_OF_KIND, STATUS_OF_COVERAGE, akn
from statuteline.corpus.writer import document_text
from statuteline.errors import CorpusError
from statuteline.model.change import Part, Run, RunKind
from statuteline.model.provision import Coverage, walk
from statuteline.model.work import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.corpus.settings import CorpusSettings
    from statuteline.corpus.uris import Uris
    from statuteline.model.change import Comparison, Line, Runs
    from statuteline.model.provision import Provision

_MARK: Final = {RunKind.DELETED: "del", RunKind.INSERTED: "ins"}
_BEGINS: Final = {
    RunKind.DELETED: "begins-deleted",
    RunKind.INSERTED: "begins-inserted",
}


@dataclass(slots=True, eq=False)
class _Node:
    """A provision of the new text, or one that is gone."""

    provision: Provision
    gone: bool = False
    parts: dict[Part, Runs] = field(default_factory=dict)
    children: list[_Node] = field(default_factory=list)
    reached: bool = False


def write_redline(
    comparison: Comparison,
    uris: Uris,
    settings: CorpusSettings,
    visible: Callable[[str], str],
) -> str:
    """Write a comparison as Akoma Ntoso, valid against the strict schema.

    Args:
        comparison: Two texts compared. The metadata is that of the new one.
        uris: The URIs of the corpus it belongs to.
        settings: What that corpus says of itself.
        visible: Writes characters that XML cannot carry as others; leaves line feeds
            and tabs alone.

    Returns:
        The document, ending with a line feed.

    Raises:
        CorpusError: If the work's series is not set up in that corpus, or a text holds
            a character that XML cannot carry outside the words that are compared.
    """
    new = comparison.new
    root = etree.Element(akn("akomaNtoso"), nsmap={None: AKN, "sl": OWN})  # type: ignore[dict-item]
    document = etree.SubElement(
        root,
        akn(ROOT_OF_KIND[new.kind]),
        {"name": new.kind.value, "contains": "multipleVersions"},
    )
    try:
        append_meta(document, new, uris, settings)
        is_act = new.kind in {Kind.STATUTE_SECTION, Kind.PUBLIC_ACT}
        body = etree.SubElement(document, akn("body" if is_act else "mainBody"))
        writer = _Writer(visible, period_groups(new))
        for node in _tree(comparison):
            writer.provision(body, node)
    except ValueError as error:
        raise CorpusError(
            f"The text holds a character that XML cannot carry: {error}",
            where=str(new.id),
            hint="remove control characters from the source",
        ) from error
    return document_text(root)


def _tree(comparison: Comparison) -> list[_Node]:
    """Put every line into the provision of the new text that it belongs to."""
    tree = _Tree(comparison)
    for line in comparison.lines:
        tree.add(line)
    return tree.top


class _Tree:
    def __init__(self, comparison: Comparison) -> None:
        self._nodes: dict[str, _Node] = {}
        self._gone: dict[str, _Node] = {}
        self._above: dict[int, _Node] = {}
        self._old = {p.eid.text: p for p in walk(comparison.old.body)}
        self._old_parent = {
            child.eid.text: p.eid.text
            for p in walk(comparison.old.body)
            for child in p.children
        }
        self._twin: dict[str, str] = {}
        for line in comparison.lines:
            if line.old and line.new:
                self._twin.setdefault(line.old.eid.text, line.new.eid.text)
        self.top = [self._node(provision) for provision in comparison.new.body]

    def _node(self, provision: Provision) -> _Node:
        node = _Node(provision)
        self._nodes[provision.eid.text] = node
        node.children = [self._node(child) for child in provision.children]
        self._above |= {id(child): node for child in node.children}
        return node

    def add(self, line: Line) -> None:
        """Add the runs of a line to its provision, and note how far we have come."""
        node = self._node_of(line)
        node.parts[line.part] = node.parts.get(line.part, ()) + line.runs
        here: _Node | None = node
        while here is not None:
            here.reached = True
            here = self._above.get(id(here))

    def _node_of(self, line: Line) -> _Node:
        if line.new is not None:
            return self._nodes[line.new.eid.text]
        assert line.old is not None, "a line stands in at least one text"  # noqa: S101 -- invariant
        old = line.old.eid.text
        if old in self._twin:
            return self._nodes[self._twin[old]]
        if old not in self._gone:
            self._gone[old] = self._placed(old)
        return self._gone[old]

    def _placed(self, old: str) -> _Node:
        """Put a provision that is gone behind what its parent has shown so far."""
        node = _Node(self._old[old], gone=True)
        parent = self._old_parent.get(old)
        while parent is not None and parent not in self._gone and parent not in self._twin:
            parent = self._old_parent.get(parent)
        siblings = self.top
        if parent is not None:
            above = self._gone.get(parent) or self._nodes[self._twin[parent]]
            siblings = above.children
            self._above[id(node)] = above
        behind = [n for n, one in enumerate(siblings, start=1) if one.reached]
        siblings.insert(max(behind, default=0), node)
        return node


class _Writer:
    """Writes provisions with their marks."""

    def __init__(self, visible: Callable[[str], str], groups: dict[str, str]) -> None:
        self._visible = visible
        self._groups = groups

    def provision(self, parent: etree._Element, node: _Node) -> None:
        provision = node.provision
        element = etree.SubElement(parent, akn(provision.level.value))
        eid, wid = provision.eid.text, provision.wid.text
        element.set("eId", f"old-{eid}" if node.gone else eid)
        if wid != eid or node.gone:
            element.set("wId", wid)
        if eid in self._groups and not node.gone:
            element.set("period", f"#{self._groups[eid]}")
        coverage = Coverage.REMOVED if node.gone else provision.coverage
        if coverage in STATUS_OF_COVERAGE:
            element.set("status", STATUS_OF_COVERAGE[coverage])
        for part in (Part.NUM, Part.HEADING):
            if part in node.parts:
                line = etree.SubElement(element, akn(part.value))
                self._words(line, node.parts[part])
        intro, behind = node.parts.get(Part.INTRO, ()), node.parts.get(Part.WRAP_UP, ())
        if not node.children:
            box = etree.SubElement(element, akn("content"))
            self._blocks(box, intro)
            self._blocks(box, behind)
            return
        if intro:
            self._blocks(etree.SubElement(element, akn("intro")), intro)
        for child in node.children:
            self.provision(element, child)
        if behind:
            self._blocks(etree.SubElement(element, akn("wrapUp")), behind)

    def _blocks(self, parent: etree._Element, runs: Runs) -> None:
        pages = _split(runs, "\n") if runs else []
        for tabular, group in groupby(pages, key=lambda page: _has_cells(page[1])):
            table = etree.SubElement(parent, akn("table")) if tabular else None
            for begins, words in group:
                if table is None:
                    element = etree.SubElement(parent, akn("p"), _begins(begins))
                    self._words(element, words)
                else:
                    self._row(etree.SubElement(table, akn("tr"), _begins(begins)), words)

    def _row(self, row: etree._Element, runs: Runs) -> None:
        for begins, words in _split(runs, "\t"):
            cell = etree.SubElement(row, akn("td"), _begins(begins))
            self._words(etree.SubElement(cell, akn("p")), words)

    def _words(self, element: etree._Element, runs: Runs) -> None:
        for run in runs:
            text = self._visible(run.text)
            if run.kind is not RunKind.EQUAL:
                etree.SubElement(element, akn(_MARK[run.kind])).text = text
            elif len(element):
                element[-1].tail = (element[-1].tail or "") + text
            else:
                element.text = (element.text or "") + text


def _begins(kind: RunKind) -> dict[str, str]:
    return {} if kind is RunKind.EQUAL else {"class": _BEGINS[kind]}


def _has_cells(runs: Runs) -> bool:
    return any("\t" in run.text for run in runs)


def _split(runs: Runs, separator: str) -> list[tuple[RunKind, Runs]]:
    """Part runs at a separator; say of each part in which texts it begins there."""
    parts: list[tuple[RunKind, Runs]] = [(RunKind.EQUAL, ())]
    for run in runs:
        first, *others = run.text.split(separator)
        kind, words = parts[-1]
        parts[-1] = (kind, words + _run(run.kind, first))
        parts += [(run.kind, _run(run.kind, text)) for text in others]
    return parts


def _run(kind: RunKind, text: str) -> Runs:
    return (Run(kind=kind, text=text),) if text else ()
