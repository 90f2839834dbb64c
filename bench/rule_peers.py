"""The same decision in programs that others wrote: JSON-Logic, z3 and OpenFisca.

OpenFisca knows no unknown: a fact that is not given has a default. It is asked only where
all facts are known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np
from json_logic import jsonLogic
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from rule_case import AXIOMS, GUARDS, OUTCOMES
from rule_solver import Solver
from statuteline.rules.facts import Choice, YesNo
from statuteline.rules.json_form import constant_json
from statuteline.rules.json_logic import rails
from statuteline.rules.predicates import facts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from statuteline.rules.facts import Fact, Facts

Simulation: TypeAlias = Any  # OpenFisca has types only where it is installed with them

MONTH: Final = "2021-11"
FACTS: Final = facts_of(*GUARDS)
RAILS: Final = tuple(rails(guard) for guard in GUARDS)


def by_json_logic(facts: Facts) -> Callable[[], list[str]]:
    """Prepare both rules of every outcome; gives the outcomes that are not ruled out."""
    data = {name: constant_json(value) for name, value in facts.items()}

    def ask() -> list[str]:
        sure = [jsonLogic(both.yes, data) for both in RAILS]
        out = [jsonLogic(both.no, data) for both in RAILS]
        if True in sure:
            return [OUTCOMES[sure.index(True)].name]
        return [one.name for one, no in zip(OUTCOMES, out, strict=True) if not no]

    return ask


def by_solver(facts: Facts) -> Callable[[], list[str]]:
    """Prepare a solver, made once; gives the outcomes that some case still has."""
    solver = Solver(GUARDS, [axiom.holds for axiom in AXIOMS])
    return lambda: [OUTCOMES[number].name for number in solver.left(facts)]


class Level(Enum):
    """What the facts call ``offense_level``, in its order."""

    violation = "violation"
    misdemeanor = "misdemeanor"
    class_a = "class A felony"
    class_b = "class B felony"
    class_c = "class C felony"
    class_d = "class D felony"
    class_e = "class E felony"
    unclassified = "unclassified felony"


Person: Final = build_entity(key="person", plural="persons", label="", is_person=True)


def _input(fact: Fact) -> type[Variable]:
    """Make the variable of a fact."""
    kind: dict[str, object] = {"value_type": int}
    match fact:
        case YesNo():
            kind = {"value_type": bool}
        case Choice():
            kind = {
                "value_type": Enum,
                "possible_values": Level,
                "default_value": Level.violation,
            }
        case _:
            pass
    common = {"entity": Person, "definition_period": DateUnit.MONTH, "label": fact.ask}
    return type(fact.name, (Variable,), {**kind, **common})


class outcome(Variable):  # type: ignore[misc]  # noqa: N801 - OpenFisca's way to name it
    """The number of the outcome: 0 shall vacate, 1 may vacate, 2 no relief."""

    value_type = int
    entity = Person
    definition_period = DateUnit.MONTH
    label = "What the court does"

    def formula(person: Simulation, period: object) -> object:  # noqa: N805 - OpenFisca's
        """Compute it for all persons at once."""
        level = person("offense_level", period)
        long = person("longest_prison_term", period)
        scope = (
            (level == Level.misdemeanor)
            + (level == Level.class_c)
            + (level == Level.class_d)
            + (level == Level.class_e)
            + (level == Level.unclassified) * (long <= 10)
        )
        basis = person("took_part_as_result_of_trafficking", period) + person(
            "took_part_as_result_of_federal_crime", period
        )
        relief = scope * basis * person("proved_victim_at_time_of_offense", period)
        prostitution = person("conviction_for_prostitution", period)
        return np.where(relief, np.where(prostitution, 0, 1), 2)


def simulation(cases: Sequence[Facts], *, times: int = 1) -> Simulation:
    """Build a simulation of cases whose facts are all known.

    Args:
        cases: The cases.
        times: How often they are repeated.
    """
    system = TaxBenefitSystem([Person])
    system.add_variables(outcome, *(_input(fact) for fact in FACTS))
    built = SimulationBuilder().build_default_simulation(system, count=len(cases) * times)
    for fact in FACTS:
        column = [case[fact.name] for case in cases]
        if isinstance(fact, Choice):
            column = [fact.values.index(str(value)) for value in column]
        built.set_input(fact.name, MONTH, np.tile(np.array(column), times))
    return built


def by_openfisca(built: Simulation) -> Callable[[], Sequence[int]]:
    """Prepare a simulation; gives the number of each outcome, computed anew each time."""

    def compute() -> Sequence[int]:
        built.delete_arrays("outcome", MONTH)
        found: Sequence[int] = built.calculate("outcome", MONTH)
        return found

    return compute
