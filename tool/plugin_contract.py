"""A contract for import-linter: plug-ins are found by folder scan, imported by nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from importlinter import Contract, ContractCheck, fields, output

if TYPE_CHECKING:
    from grimp import ImportGraph


class PlugInContract(Contract):
    """No module of a folder imports a plug-in of that folder.

    A plug-in is a module that :func:`statuteline.plugins.plugin_names` would list: one
    whose name does not begin with an underscore and is not ``base``.
    """

    folders = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: FBT001 - their interface
        """Look for imports of plug-ins inside each folder."""
        del verbose
        found = tuple(
            sorted(
                (importer, plugin)
                for folder in cast("set[str]", self.folders)
                for plugin in graph.find_children(folder)
                if is_plugin(plugin)
                for importer in graph.find_modules_that_directly_import(plugin)
                if importer.startswith(f"{folder}.")
            )
        )
        return ContractCheck(kept=not found, metadata={"found": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print what imports a plug-in."""
        for importer, plugin in check.metadata["found"]:
            output.print_error(f"{importer} must not import {plugin}", bold=False)
            output.new_line()


def is_plugin(module: str) -> bool:
    """Tell whether a module of a plug-in folder is a plug-in."""
    name = module.rpartition(".")[2]
    return not name.startswith("_") and name != "base"
