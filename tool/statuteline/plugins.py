"""Finding plug-ins: modules of one folder, and entry points of other packages."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, TypeVar

from statuteline.errors import PluginError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint
    from types import ModuleType

Offer = TypeVar("Offer")


def plugin_names(folder: ModuleType, group: str) -> tuple[str, ...]:
    """List the plug-ins of a folder without importing them.

    Args:
        folder: The package that holds one module per plug-in. Modules whose names
            begin with an underscore, and ``base``, are not plug-ins.
        group: The entry-point group under which other packages add theirs.

    Returns:
        Names with hyphens for underscores, sorted.
    """
    return tuple(sorted({*_own_names(folder), *_outside(group)}))


@cache  # a folder is looked through once: a site asks thousands of times
def _own_names(folder: ModuleType) -> frozenset[str]:
    return frozenset(
        module.name.replace("_", "-")
        for module in iter_modules(folder.__path__)
        if not module.name.startswith("_") and module.name != "base"
    )


def _outside(group: str) -> dict[str, EntryPoint]:
    """Look what other packages add: a search through all that is installed."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow to load, seldom needed

    return {point.name: point for point in entry_points(group=group)}


def load_plugin(
    folder: ModuleType, group: str, name: str, attribute: str, kind: type[Offer]
) -> Offer:
    """Import one plug-in and take what it offers.

    A module of the folder comes before one of that name in another package.

    Args:
        folder: The package that holds one module per plug-in.
        group: The entry-point group for plug-ins of other packages.
        name: One of :func:`plugin_names`.
        attribute: The module's attribute that holds the offer.
        kind: The type the offer must have.

    Returns:
        The offer.

    Raises:
        PluginError: If there is no such plug-in, it is of another package and cannot
            be imported, or it offers something else.
    """
    module: object
    if name in _own_names(folder):
        module = import_module(f"{folder.__name__}.{name.replace('-', '_')}")
    elif name in (outside := _outside(group)):
        module = _loaded(outside[name])
    else:
        known = ", ".join(plugin_names(folder, group))
        raise PluginError(f"There is no plug-in {name!r}", hint=f"one of {known}")
    offer = getattr(module, attribute, None)
    if not isinstance(offer, kind):
        raise PluginError(
            f"The plug-in {name!r} has no {attribute} of type {kind.__name__}",
            where=getattr(module, "__file__", None) or name,
        )
    return offer


def _loaded(point: EntryPoint) -> object:
    try:
        return point.load()
    except (ImportError, AttributeError) as error:
        raise PluginError(
            f"The plug-in {point.name!r} cannot be loaded: {error}",
            where=point.value,
            hint="update or remove the package that brings it",
        ) from error
