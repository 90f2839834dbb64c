"""One invented link of code and text, in order, for tests to change."""

from __future__ import annotations

from datetime import date

from statuteline.model.ids import EId, ExpressionId, ProvisionRef, WorkId
from statuteline.model.interval import Interval
from statuteline.trace.links import Link, Quote
from statuteline.trace.units import Unit, UnitKind

WORK = WorkId.parse("us-ct/cgs/1-1")
DAYS = Interval(start=date(2020, 1, 1))
UNIT = Unit(
    id="us-ct/rain@2020-01-01/wet",
    kind=UnitKind.DEFINITION,
    name="wet",
    encoding="us-ct/rain",
    days=DAYS,
    code="c1",
    cited=(),
)
LINK = Link(
    unit=UNIT,
    provision=ProvisionRef(WORK, EId("sec_1-1")),
    expression=ExpressionId.parse("us-ct/cgs/1-1/eng@2020-01-01"),
    days=DAYS,
    words=("rain",),
    quote=Quote.THERE,
    found=EId("sec_1-1"),
    text="t1",
    unnumbered="u1",
)
