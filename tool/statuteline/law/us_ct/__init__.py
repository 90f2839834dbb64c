"""Connecticut: one module a section of its statutes, or a document with claims on them."""

from __future__ import annotations

import sys

from statuteline.law._gathering import gathered

LAW = gathered(sys.modules[__name__])
