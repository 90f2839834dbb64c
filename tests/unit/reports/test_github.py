from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from statuteline.reports import findings_report
from statuteline.trace.states import State

from .conftest import finding

if TYPE_CHECKING:
    from statuteline.reports.base import Checked

COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:]*)(?:,\w+=[^,:]*)*)::(.*)")


def lines(checked: Checked) -> list[tuple[str, str, str]]:
    told = findings_report(checked, "github").decode()
    assert told.endswith("\n")
    found = []
    for line in told[:-1].split("\n"):
        match = COMMAND.fullmatch(line)
        assert match, line
        found.append((match[1], match[2], match[3]))
    return found


def test_each_finding_is_at_its_line_and_a_notice_counts_them(checked: Checked) -> None:
    found = lines(checked)
    assert [level for level, _, _ in found] == [*["error"] * 5, *["warning"] * 2, "notice"]
    assert found[0][1] == "file=law/rain%2C or so.py,line=7,title=statuteline broken"
    assert found[-1][2].startswith("11 links: 1 ok")


def test_hostile_words_make_no_command_of_their_own(hostile: Checked) -> None:
    found = lines(hostile)
    assert len(found) == 8
    assert not any("%" in re.sub("%(25|0A|0D|3A|2C)", "", " ".join(one)) for one in found)


def test_no_more_than_the_host_shows_and_the_rest_is_counted(checked: Checked) -> None:
    links = tuple(
        finding(state, line=line)
        for state in (State.UNREVIEWED, State.BROKEN)
        for line in range(1, 13)
    )
    found = lines(replace(checked, links=links))
    assert [level for level, _, _ in found] == [
        *["error"] * 10,
        *["warning"] * 10,
        "notice",
    ]
    assert "4 findings are not annotated" in found[-1][2]


def test_code_outside_the_folder_has_no_file(checked: Checked) -> None:
    outside = finding(State.BROKEN)
    assert outside.code is not None
    outside = replace(outside, code=replace(outside.code, inside=False))
    assert "file=" not in lines(replace(checked, links=(outside,)))[0][1]
