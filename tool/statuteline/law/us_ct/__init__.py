"""Connecticut: one module a section of the General Statutes."""

from __future__ import annotations

import sys

from statuteline.law._gathering import gathered

LAW = gathered(sys.modules[__name__])
