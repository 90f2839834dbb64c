"""Time decisions: one case, a proof, loading the law, and a million cases, beside peers."""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from measure import Meter, NotMeasured
from rule_case import AXIOMS, DAY, ENCODING, GUARDS, KNOWN, OPEN, OUTCOMES, VERSION
from rule_peers import by_json_logic, by_openfisca, by_solver, simulation
from rule_solver import Solver
from rule_tables import tables
from statuteline.rules import settling
from statuteline.rules.deciding import decide
from statuteline.rules.document import document
from statuteline.rules.explaining import explain
from statuteline.rules.grid import grid
from statuteline.rules.json_form import constant_json, predicate_json
from statuteline.rules.kleene import truth
from statuteline.rules.predicates import all_of, not_
from statuteline.rules.receipts import receipt
from statuteline.rules.settling import settle
from stopwatch import Stopwatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from statuteline.rules.answers import Answer
    from statuteline.rules.facts import Facts
    from statuteline.rules.predicates import Predicate

HERE: Final = Path(__file__).parent
SPAN, QUICK_SPAN = 0.3, 0.02
CASES, QUICK_CASES = 1_000_000, 50_000
_CHECKED: Final = (
    "from statuteline.law import encodings as e; from statuteline.rules.checking "
    "import check; assert not any(map(check, e()))"
)
LOADING: Final = (
    ("Python alone", "pass"),
    ("all encodings", "from statuteline.law import encodings; encodings()"),
    (
        "all encodings, and that of every possible case one outcome is met",
        _CHECKED,
    ),
)


def main() -> None:
    """Print the part of the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="short measurements")
    quick = parser.parse_args().quick
    watch = Stopwatch(span=QUICK_SPAN if quick else SPAN)
    cases = QUICK_CASES if quick else CASES
    print("\n".join((*single_case(watch), *proofs(watch), *loading(), *tables(cases))))


def single_case(watch: Stopwatch) -> Iterator[str]:
    """Write the table of one case: all facts known, and two of them unknown."""
    yield "\n## Deciding one case\n"
    yield f"`{ENCODING.name}` as of {DAY}: three outcomes over {len(KNOWN)} facts. In the"
    yield "second case two of the facts are unknown, and the outcome depends on both."
    yield "Microseconds of the processor, and that as times the exact settlement.\n"
    yield "* json-logic answers clause by clause, by the two rules that we export."
    yield "* z3 settles exactly; the solver is made once."
    yield "* OpenFisca computes arrays of one person, set up before. It knows no unknown.\n"
    yield "| what | all known | | two unknown | |"
    yield "|---|--:|--:|--:|--:|"
    rows = tuple(_times(watch))
    _, base = rows[0]
    for name, times in rows:
        pairs = zip(times, base, strict=False)
        cells = [f"{taken * 1e6:,.1f} | {taken / one:,.2f}" for taken, one in pairs]
        if len(cells) == 1:
            cells.append("not possible |")
        yield f"| {name} | {' | '.join(cells)} |"


def _times(watch: Stopwatch) -> Iterator[tuple[str, list[float]]]:
    """Give each row: its name, and the seconds for each of the two cases."""
    rows: dict[str, Callable[[Facts], Callable[[], object]]] = {
        "exact settlement": _settled,
        "of that, finding the grid of these predicates again": lambda _: _laid,
        "exact settlement of a first case, the grid laid out too": _laid_and_settled,
        "every outcome clause by clause": lambda facts: (
            lambda: [truth(guard, facts) for guard in GUARDS]
        ),
        "every outcome explained": lambda facts: (
            lambda: [explain(guard, facts) for guard in GUARDS]
        ),
        "`decide`: all of that, and the procedure": lambda facts: lambda: _decide(facts),
        "its receipt": lambda facts: _receipt(_decide(facts)),
    }
    for name, prepare in rows.items():
        yield name, [watch.seconds(prepare(facts)) for facts in (KNOWN, OPEN)]
    yield from _in_node(watch.span)
    for name, peer in (("json-logic, both rules", by_json_logic), ("z3", by_solver)):
        yield name, [watch.seconds(peer(facts)) for facts in (KNOWN, OPEN)]
    yield "OpenFisca, one person", [watch.seconds(by_openfisca(simulation([KNOWN])))]


def _settled(facts: Facts) -> Callable[[], object]:
    return lambda: settle(OUTCOMES, facts, AXIOMS)


def _laid() -> object:
    return settling._lay(GUARDS, tuple(axiom.holds for axiom in AXIOMS))  # noqa: SLF001


def _laid_and_settled(facts: Facts) -> Callable[[], object]:
    def work() -> object:
        settling._lay.cache_clear()  # noqa: SLF001 - a first case has no grid yet
        return settle(OUTCOMES, facts, AXIOMS)

    return work


def _decide(facts: Facts) -> Answer:
    return decide(ENCODING, facts, at=DAY, governed=DAY, known=DAY, texts=None)


def _receipt(answer: Answer) -> Callable[[], object]:
    return lambda: receipt(answer, package="benchmark", files={}).digest


def _in_node(span: float) -> Iterator[tuple[str, list[float]]]:
    """Time the JavaScript evaluator; nothing where there is no Node."""
    node = shutil.which("node")
    if node is None:
        return
    cases = {"known": KNOWN, "open": OPEN}
    values = {
        "document": document(ENCODING, VERSION),
        "axioms": [predicate_json(axiom.holds) for axiom in AXIOMS],
        "cases": {
            name: {fact: constant_json(value) for fact, value in facts.items()}
            for name, facts in cases.items()
        },
    }
    with TemporaryDirectory() as folder:
        path = Path(folder) / "values.json"
        path.write_text(json.dumps(values), "utf-8")
        run = subprocess.run(
            [node, str(HERE / "rules_in_node.mjs"), str(path), str(span)],
            capture_output=True,
            text=True,
            check=True,
        )
    found = json.loads(run.stdout)
    for what, name in (
        ("settled", "JavaScript, exact settlement"),
        ("clauses", "JavaScript, clause by clause"),
        ("explained", "JavaScript, explained"),
    ):
        yield name, [found[case][what] for case in cases]


def proofs(watch: Stopwatch) -> Iterator[str]:
    """Write the table of proofs between the texts of two days."""
    before = next(one for one in ENCODING.versions if one.days.start.year == 2016)
    yield "\n## Proving that one text gives what another gave\n"
    yield "Each proof from nothing: the grid laid out, or the solver made.\n"
    yield "| claim | verdict | ours, ms | z3, ms | z3 / ours |"
    yield "|---|---|--:|--:|--:|"
    for reading in before.readings:
        shall = reading.outcomes[0].when
        for name, then in (
            ("shall vacate", GUARDS[0]),
            ("any relief", not_(GUARDS[-1])),
        ):
            verdicts = _by_grid(shall, then)(), _by_solver(shall, then)()
            if verdicts[0] is not verdicts[1]:
                raise AssertionError(verdicts)
            ours = watch.seconds(_by_grid(shall, then))
            peer = watch.seconds(_by_solver(shall, then))
            yield (
                f"| 2016, {reading.name}: shall vacate; so in 2021: {name} "
                f"| {'refuted' if verdicts[0] else 'proved'} | {ours * 1e3:.2f} "
                f"| {peer * 1e3:.2f} | {peer / ours:.0f} |"
            )


def _by_grid(first: Predicate, then: Predicate) -> Callable[[], bool]:
    def work() -> bool:
        laid = grid(first, then, axioms=tuple(axiom.holds for axiom in AXIOMS))
        return bool(laid.possible & laid.cases(first) & ~laid.cases(then))

    return work


def _by_solver(first: Predicate, then: Predicate) -> Callable[[], bool]:
    def work() -> bool:
        solver = Solver([first, then], [axiom.holds for axiom in AXIOMS])
        return solver.can_be(all_of(first, not_(then)))

    return work


def loading() -> Iterator[str]:
    """Write the table of what a process pays before its first case."""
    yield "\n## Loading the law\n"
    yield "Processor seconds of whole processes, and their largest memory.\n"
    yield "| what | seconds | memory, MB |"
    yield "|---|--:|--:|"
    for name, program in LOADING:
        cost = Meter(60).of_command([sys.executable, "-c", program])
        if isinstance(cost, NotMeasured):
            yield f"| {name} | {cost.why} | |"
        else:
            yield f"| {name} | {cost.whole:.3f} | {cost.peak:.0f} |"


if __name__ == "__main__":
    main()
