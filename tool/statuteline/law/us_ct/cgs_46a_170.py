"""CGS 46a-170: the seats of the Trafficking in Persons Council.

Seats are data, compared as a set. Seventeen of them, by office or by appointment, are not
restated: only their number is known.
"""

from __future__ import annotations

from datetime import date

from statuteline.model.ids import EId, WorkId
from statuteline.model.interval import Interval
from statuteline.rules.encodings import Encoding, Law, NotEncoded, Version
from statuteline.rules.nodes import cited
from statuteline.rules.seats import Seat

B = "sec_46a-170__subsec_b"
PUBLIC = "public member"
GOVERNOR = "Governor"
LEADERS = tuple(
    f"{side} leader of the {chamber}"
    for side in ("majority", "minority")
    for chamber in ("Senate", "House of Representatives")
)


def _seat(holder: str, filled_by: str | None, count: int, place: str, words: str) -> Seat:
    return Seat(holder=holder, filled_by=filled_by, count=count, cited=cited(place, words))


not_restated = _seat(
    "member by office or appointment, not restated",
    None,
    17,
    B,
    "The council consists of the following members",
)


def _public(place: str, governor: str, leaders: str, rest: str) -> tuple[Seat, ...]:
    """Give the public seats that stand since 2019.

    Args:
        place: The provision on public members.
        governor: Its words on the Governor.
        leaders: Its words on the four leaders.
        rest: Its words on the others.
    """
    return (
        _seat(PUBLIC, GOVERNOR, 2, place, governor),
        *(_seat(PUBLIC, leader, 1, place, leaders) for leader in LEADERS),
        _seat(PUBLIC, None, 4, place, rest),
    )


# What the act of 2021 added: holder, who appoints, and the words.
OFFICES_2021 = (
    (
        "Superior Court judge",
        "Chief Court Administrator",
        "a Superior Court judge whom the Chief Court Administrator appoints",
    ),
    (
        "state's attorney",
        "Chief State's Attorney",
        "a state's attorney whom the Chief State's Attorney appoints",
    ),
    (
        "public defender",
        "Chief Public Defender",
        "a public defender whom the Chief Public Defender appoints",
    ),
)
PUBLIC_2021 = (
    (
        (
            "representative of a coalition of children's advocacy centers and "
            "multidisciplinary teams dedicated to serving child abuse victims and their "
            "families"
        ),
        GOVERNOR,
        (
            "One member appointed by the Governor shall be a representative of a "
            "coalition of children's advocacy centers and multidisciplinary teams "
            "dedicated to serving child abuse victims and their families"
        ),
    ),
    (
        "representative of the Connecticut Coalition to End Homelessness",
        "majority leader of the Senate",
        (
            "one appointed by the majority leader of the Senate, of the Connecticut "
            "Coalition to End Homelessness"
        ),
    ),
    (
        "representative of the Connecticut Criminal Defense Lawyers Association",
        "majority leader of the House of Representatives",
        (
            "one appointed by the majority leader of the House of Representatives, of the "
            "Connecticut Criminal Defense Lawyers Association"
        ),
    ),
    (
        "representative of massage therapists",
        "minority leader of the Senate",
        "one appointed by the minority leader of the Senate, of massage therapists",
    ),
    (
        "representative of an organization that works with adult trafficking victims",
        "minority leader of the House of Representatives",
        (
            "one appointed by the minority leader of the House of Representatives, of an "
            "organization that works with adult trafficking victims"
        ),
    ),
)


def _since_2021(first: int) -> tuple[Seat, ...]:
    """Give all seats but those that came later.

    Args:
        first: The number of the subdivision on the judge.
    """
    public = f"{B}__subdiv_{first + len(OFFICES_2021)}"
    return (
        not_restated,
        *_public(
            public,
            "fifteen public members. The Governor appoints three of them",
            "the majority leaders and the minority leaders of the Senate and of the House "
            "of Representatives appoint two each",
            "Who appoints the other four",
        ),
        *(
            _seat(holder, filled_by, 1, f"{B}__subdiv_{number}", words)
            for number, (holder, filled_by, words) in enumerate(OFFICES_2021, first)
        ),
        *(
            _seat(holder, filled_by, 1, public, words)
            for holder, filled_by, words in PUBLIC_2021
        ),
    )


of_2019 = (
    not_restated,
    *_public(
        f"{B}__subdiv_18",
        "ten public members. The Governor appoints two of them",
        "the majority leaders and the minority leaders of the Senate and of the House of "
        "Representatives appoint one each",
        "Who appoints the other four",
    ),
)
of_2023 = (
    *_since_2021(19),
    _seat(
        "Commissioner of Developmental Services",
        "",
        1,
        f"{B}__subdiv_10",
        "the Commissioner of Developmental Services",
    ),
)


def _version(
    start: date, end: date | None, seats: tuple[Seat, ...], unknown: tuple[int, ...]
) -> Version:
    """Give the seats of one text.

    Args:
        start: The first day of the text.
        end: The first day of the next one.
        seats: The seats.
        unknown: The numbers of the subdivisions that are not restated.
    """
    return Version(
        days=Interval(start=start, end=end),
        seats=seats,
        not_encoded=tuple(
            NotEncoded(
                eid=EId.parse(f"{B}__subdiv_{number}"),
                words="",
                reason="not restated: who has this seat, our sources do not say",
            )
            for number in unknown
        ),
    )


FIRST_17 = tuple(range(1, 18))
AROUND_10 = tuple(number for number in range(1, 19) if number != 10)

LAW = Law(
    encodings=(
        Encoding(
            name="us-ct/council",
            title="Seats of the Trafficking in Persons Council",
            work=WorkId.parse("us-ct/cgs/46a-170"),
            governed_by="day of the membership",
            versions=(
                _version(date(2019, 7, 1), date(2021, 7, 1), of_2019, FIRST_17),
                _version(date(2021, 7, 1), date(2022, 10, 1), _since_2021(18), FIRST_17),
                _version(date(2022, 10, 1), date(2023, 7, 1), _since_2021(18), FIRST_17),
                _version(date(2023, 7, 1), date(2024, 6, 6), of_2023, AROUND_10),
                _version(date(2024, 6, 6), None, of_2023, AROUND_10),
            ),
        ),
    )
)
