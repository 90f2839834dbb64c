"""The benchmarks: a figure, or a word of why there is none; and a chart one can read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

import measure
from chart import Series, growth_chart
from generated_code import Change, generate
from generated_code.worst_cases import WORST_CASES
from measure import Cost, Meter, NotMeasured
from targets import TARGETS, Target
from variants import ARBITRARY, CANONICAL, OURS

BENCH = Path(__file__).resolve().parents[2] / "bench"
SVG = "{http://www.w3.org/2000/svg}"


def test_a_command_has_a_cost() -> None:
    found = Meter(60).of_command([sys.executable, "-c", "bytearray(50_000_000)"])
    assert isinstance(found, Cost)
    assert found.whole == found.inside > 0
    assert found.peak > 50


def test_a_function_costs_less_than_its_process(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<a/>", encoding="utf-8")
    found = Meter(60).of_function("parse", str(path))
    assert isinstance(found, Cost)
    assert found.inside < found.whole


def test_what_takes_too_long_is_stopped() -> None:
    endless = [sys.executable, "-c", "import time; time.sleep(600)"]
    assert Meter(0.2).of_command(endless) == NotMeasured("> 0.2", stopped_after=0.2)


def test_what_is_stopped_tells_what_it_had_taken() -> None:
    busy = [sys.executable, "-c", "while True: pass"]
    found = Meter(1).of_command(busy)
    assert isinstance(found, NotMeasured)
    assert found.spent is not None
    assert 0 < found.spent < 2


def test_what_ignores_a_request_is_stopped_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(measure, "_GRACE", 0.2)
    deaf = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
        "time.sleep(600)"
    )
    found = Meter(0.5).of_command([sys.executable, "-c", deaf])
    assert found == NotMeasured("> 0.5", stopped_after=0.5)


def test_a_failure_is_told_and_no_figure() -> None:
    found = Meter(60).of_function("parse", "no such file")
    assert isinstance(found, NotMeasured)
    assert "no such file" in found.why


@pytest.mark.parametrize("peer", ["xmldiff", "redlines"])
def test_an_absent_peer_is_told(peer: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _WITHOUT.format(peer=peer, bench=str(BENCH))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert peer in run.stderr.splitlines()[-1]


_WITHOUT = """
import sys
sys.path.insert(0, {bench!r})
sys.modules[{peer!r}] = None
from subject import run
run("report", {peer!r}, "a.xml", "b.xml")
"""


def _said(path: Path) -> list[tuple[str, str | None, str]]:
    return [
        (etree.QName(element).localname, element.get("eId"), (element.text or "").strip())
        for element in etree.parse(path).iter("{*}*")
    ]


def test_every_variant_says_the_same(tmp_path: Path) -> None:
    generate(20, tmp_path)
    for name in ("v1.xml", "v2.xml"):
        for variant in OURS:
            target = tmp_path / "laid-out.xml"
            variant.lay_out(tmp_path / name, target)
            assert _said(target) == _said(tmp_path / name)


def test_no_two_sections_of_arbitrary_xml_are_equal_bytes(tmp_path: Path) -> None:
    generate(20, tmp_path)
    (tmp_path / "v2.xml").write_bytes((tmp_path / "v1.xml").read_bytes())
    sections = []
    for name in ("v1.xml", "v2.xml"):
        ARBITRARY.lay_out(tmp_path / name, tmp_path / "laid-out.xml")
        text = (tmp_path / "laid-out.xml").read_text("utf-8")
        sections.append(set(text.split("<akn:section ")[1:]))
    assert len(sections[0]) == len(sections[1]) == 20
    assert not sections[0] & sections[1]


def _cost(seconds: float) -> Cost:
    return Cost(whole=seconds, inside=seconds, peak=10)


def test_a_target_is_met_missed_or_not_shown() -> None:
    at_most = Target(variant=CANONICAL, against="parse", sections=1, limit=1.5)
    faster = Target(variant=CANONICAL, against="xmldiff", sections=1, limit=50, faster=True)
    for ours, verdicts in ((1.0, ("met", "met")), (4.0, ("missed", "not shown"))):
        costs: dict[tuple[str, int], Cost | NotMeasured] = {
            ("canonical files", 1): _cost(ours),
            ("parse", 1): _cost(1.0),
            ("xmldiff", 1): NotMeasured("> 60", stopped_after=60),
        }
        rows = at_most.row(costs, {}), faster.row(costs, {})
        assert tuple(row.split(" | ")[-1].strip(" |") for row in rows) == verdicts
    assert at_most.row({}, {}).endswith("| not measured |")


def test_targets_are_held_against_what_is_measured() -> None:
    names = {variant.name for variant in OURS}
    assert {target.variant.name for target in TARGETS} <= names


def test_the_chart_can_be_read() -> None:
    series = [
        Series(name="parse", points=((100, 0.01), (1_000, 0.1)), ours=False),
        Series(name="a < b", points=((100, 0.02), (1_000, 0.1)), ours=True),
    ]
    root = etree.fromstring(growth_chart(series).encode())
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title")
    assert "a < b 0.1 s" in (root.findtext(f"{SVG}desc") or "")
    assert "prefers-color-scheme: dark" in (root.findtext(f"{SVG}style") or "")
    names = {t.text: float(t.get("y") or 0) for t in root.iter(f"{SVG}text")}
    assert abs(names["parse"] - names["a < b"]) >= 15


def test_a_worst_case_differs_in_its_two_versions(tmp_path: Path) -> None:
    for case in WORST_CASES.values():
        old, new = case.write(20, tmp_path)
        assert old.read_bytes() != new.read_bytes()


def test_changes_are_named_as_the_command_line_names_them(tmp_path: Path) -> None:
    options = [word for change in Change for word in ("--without", change.name)]
    program = [sys.executable, str(BENCH / "generate_code.py")]
    subprocess.run(
        [*program, "10", str(tmp_path), *options], check=True, capture_output=True
    )
    assert '"events": []' in (tmp_path / "truth.json").read_text("utf-8")
