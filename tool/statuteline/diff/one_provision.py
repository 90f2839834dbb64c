"""Whether two provisions may be one, before their words are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.model.provision import Coverage

if TYPE_CHECKING:
    from statuteline.model.provision import Provision


def states_wid(provision: Provision) -> bool:
    """Tell whether a lasting id says more than the address does."""
    return provision.wid.text != provision.eid.text


def may_be_one(old: Provision, new: Provision) -> bool:
    """Refuse pairs that lasting ids contradict, and pairs of different levels."""
    contradicted = old.wid != new.wid and (states_wid(old) or states_wid(new))
    return old.level is new.level and not contradicted


def is_block_of(block: Provision, divided: Provision) -> bool:
    """Tell whether one side has undivided text where the other has parts only."""
    has_text = bool(block.intro or block.wrap_up) and block.coverage is Coverage.FULL
    if not has_text or divided.intro or divided.wrap_up or not divided.children:
        return False
    level = divided.children[0].level
    return all(child.level is not level for child in block.children)
