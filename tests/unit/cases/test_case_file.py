from __future__ import annotations

from datetime import date

import pytest

from statuteline.cases.case_file import read_case
from statuteline.errors import FactsError
from statuteline.rules.facts import Choice, Fact, YesNo

ASKED: tuple[Fact, ...] = (
    YesNo(name="wet", ask="Is it wet?"),
    Choice(name="level", ask="Which?", values=("low", "high, by far")),
)
TOML = """# a case
[days]
governed = 2021-10-01
known = "unknown"

[facts]
wet = true
level = "high, by far"
"""
JSON = """{"days": {"governed": "2021-10-01", "known": null},
  "facts": {"wet": true,
    "level": "high, by far"}}"""
CSV = '\ufeffgoverned,known,wet,level\r\n2021-10-01,,yes,"high, by far"\r\n'


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (TOML, "case.toml"),
        (JSON, "case.json"),
        (CSV, "CASE.CSV"),
        (TOML, "standard input"),
        (JSON, "standard input"),
        (CSV, "standard input"),
    ],
)
def test_every_kind_of_file_says_the_same(text: str, where: str) -> None:
    case = read_case(text.encode(), where)
    assert (case.governed, case.known) == (date(2021, 10, 1), None)
    assert case.facts(ASKED) == {"wet": True, "level": "high, by far"}


@pytest.mark.parametrize(
    ("text", "where", "place"),
    [
        (TOML.replace("true", '"perhaps"'), "case.toml", "case.toml:7"),
        (JSON.replace("true", '"perhaps"'), "case.json", "case.json:2"),
        (CSV.replace("yes", "perhaps"), "case.csv", "case.csv:2"),
    ],
)
def test_a_wrong_value_is_found_on_its_line(text: str, where: str, place: str) -> None:
    with pytest.raises(FactsError, match="wet cannot be perhaps") as caught:
        read_case(text.encode(), where).facts(ASKED)
    assert caught.value.where == place


@pytest.mark.parametrize(
    ("data", "where", "told"),
    [
        (b"[facts]\nwet", "a.toml", "is not TOML"),
        (b"[facts]\nwet = true\nwet = true", "a.toml", "is not TOML"),
        (b"a = " + b"[" * 9000, "a.toml", "is not TOML"),
        (b'{"facts": {"wet": 1, "wet": 2}}', "a.json", "'wet' stands there twice"),
        (b'{"a":' * 9000, "a.json", "nested too deep"),
        (b"[1]", "a.json", "is an object"),
        (b'"' + b"9" * 5000 + b'"', "a.json", "is an object"),
        (b"9" * 5000, "a.json", "is not JSON"),
        (b"\n[facts]\nwet = '\xff'", "a.toml", "is not UTF-8"),
        (b"wet = true", "a.toml", "has no 'wet' beside its facts"),
        (b"[fact]\nwet = true", "a.toml", "did you mean facts?"),
        (b"facts = 1", "a.toml", "facts is no table"),
        (b"[days]\nat = 2021-10-01", "a.toml", "give it as --at"),
        (b"[days]\ngovernd = 2021-10-01", "a.toml", "did you mean governed?"),
        (b"[days]\nknown = 2021-10-01T00:00:00", "a.toml", "a.toml:2"),
        (b"[days]\nknown = 2021", "a.toml", "known cannot be 2021"),
        (b"", "a.csv", "0 rows below its header"),
        (b"wet\nyes\nno\n", "a.csv", "2 rows below its header"),
        (b"wet\nyes,no\n", "a.csv", "2 cells, the header 1"),
        (b"wet,wet\nyes,no\n", "a.csv", "'wet' stands there twice"),
        (b'wet\n"yes\n', "a.csv", "is not CSV"),
    ],
)
def test_what_is_no_case_is_refused(data: bytes, where: str, told: str) -> None:
    with pytest.raises(FactsError) as caught:
        read_case(data, where)
    assert told in str(caught.value)


def test_a_row_of_empty_cells_is_a_case_of_which_nothing_is_known() -> None:
    assert read_case(b"wet,level\n,\n", "a.csv").facts(ASKED) == {}


@pytest.mark.parametrize("kind", ["json", "toml", "csv"])
def test_of_many_faults_the_first_are_told_and_the_rest_counted(kind: str) -> None:
    names = [f"a{number}" for number in range(5000)]
    written = {
        "json": '{"facts": {' + ", ".join(f'"{name}": 1' for name in names) + "}}",
        "toml": "[facts]\n" + "".join(f"{name} = 1\n" for name in names),
        "csv": ",".join(names) + "\n" + ",".join("1" * 5000) + "\n",
    }
    case = read_case(written[kind].encode(), f"case.{kind}")
    with pytest.raises(FactsError) as caught:
        case.facts(ASKED)
    assert caught.value.what.startswith("5000 faults:\nNo fact a0 is asked for\n")
    assert caught.value.what.endswith("and 4980 more")
    assert caught.value.what.count("where: case") == 20


def test_a_number_of_json_has_no_more_digits_than_a_case_needs() -> None:
    with pytest.raises(FactsError, match="a number of 101 digits stands there"):
        read_case(b'{"facts": {"wet": ' + b"9" * 101 + b"}}", "case.json")
