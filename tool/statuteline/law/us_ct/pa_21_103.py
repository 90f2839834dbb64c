"""P.A. 21-103 § 8: what the Trafficking in Persons Council had to report.

The section had effect from passage, and on which day that was is not in our sources. What
is known: § 1 of the same act had effect on 1 July 2021, and no part of an act has effect
before the act is passed. So § 8 had effect on that day, and perhaps earlier; the version
begins there, and says so.
"""

from __future__ import annotations

from datetime import date

from statuteline.model.ids import EId, WorkId
from statuteline.model.interval import Interval
from statuteline.rules.encodings import Encoding, Law, NotEncoded, Version
from statuteline.rules.nodes import cited
from statuteline.rules.schedules import Duty

COUNCIL = "Trafficking in Persons Council"
UNTIL = date(2022, 1, 1)

LAW = Law(
    encodings=(
        Encoding(
            name="us-ct/council-report",
            title="Report of the council on the online grooming of minors",
            work=WorkId.parse("us-ct/pa/21-103"),
            governed_by="day of the report",
            versions=(
                Version(
                    days=Interval(start=date(2021, 7, 1)),
                    bound=True,
                    not_encoded=tuple(
                        NotEncoded(
                            eid=EId.parse(f"sec_{number}"),
                            words="",
                            reason="it amends a section that is encoded itself",
                        )
                        for number in range(1, 8)
                    ),
                    duties=(
                        Duty(
                            name="examine how traffickers use the internet to groom minors",
                            by=COUNCIL,
                            to="",
                            until=UNTIL,
                            cited=cited(
                                "sec_8",
                                "By January 1, 2022, the Trafficking in Persons Council "
                                "shall examine how traffickers use the internet to groom "
                                "minors",
                            ),
                        ),
                        Duty(
                            name="report what it finds and how it would combat such "
                            "grooming",
                            by=COUNCIL,
                            to="Judiciary Committee",
                            until=UNTIL,
                            cited=cited(
                                "sec_8",
                                "report to the Judiciary Committee what it finds and how "
                                "it would combat such grooming",
                            ),
                        ),
                    ),
                ),
            ),
        ),
    )
)
