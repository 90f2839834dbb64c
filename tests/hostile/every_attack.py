"""All attacks, group by group, as the table of the site shows them."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attack import Attack

GROUPS: dict[str, tuple[Attack, ...]] = {
    module.TITLE: module.ATTACKS
    for module in (
        import_module(path.stem)
        for path in sorted(Path(__file__).parent.glob("attacks_*.py"))
    )
}
ATTACKS: tuple[Attack, ...] = tuple(one for group in GROUPS.values() for one in group)
