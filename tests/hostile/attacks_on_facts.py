"""Facts of a case, cases in tables and in lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attack import Attack

if TYPE_CHECKING:
    from attack import Data

TITLE = "Facts and cases"
DAYS = "--at 2021-11-01 --governed 2021-10-15 --known 2026-01-01"


def toml(name: str, data: str, says: str, status: int = 2) -> Attack:
    """Decide the case of a file in TOML."""
    return decided(name, data.encode, says, status)


def json(name: str, data: str, says: str, status: int = 2) -> Attack:
    """Decide the case of a file in JSON."""
    return decided(name, data.encode, says, status, "json")


def csv(name: str, data: str, says: str, status: int = 2) -> Attack:
    """Decide the case of a file in CSV."""
    return decided(name, data.encode, says, status, "csv")


def decided(
    name: str, data: Data, says: str, status: int = 2, kind: str = "toml"
) -> Attack:
    return Attack(
        name=name,
        files={f"case.{kind}": data},
        command=f"decide us-ct/vacatur {DAYS} --facts case.{kind}",
        says=says,
        status=status,
        corpus="shipped",
        limits=None,
    )


def dated(name: str, value: str, says: str, status: int = 2) -> Attack:
    """Decide a case that says itself which text governs it."""
    return Attack(
        name=name,
        files={"case.toml": f"[days]\ngoverned = {value}\n".encode()},
        command="decide us-ct/vacatur --at 2021-11-01 --known 2026-01-01 --facts case.toml",
        says=says,
        status=status,
        corpus="shipped",
    )


def table(name: str, data: str, says: str, status: int = 2) -> Attack:
    """Put a table of golden cases into a corpus."""
    return Attack(
        name=name,
        files={"corpus/us-ct/cases/a.toml": data.encode()},
        command="cases",
        says=says,
        status=status,
    )


def rows(name: str, data: str, says: str, status: int = 2) -> Attack:
    """Ask what becomes of many cases."""
    return Attack(
        name=name,
        files={"cases.csv": data.encode()},
        command="impact us-ct/vacatur 2018-01-01 2021-11-01 --cases cases.csv",
        says=says,
        status=status,
        corpus="shipped",
    )


def fact(value: str, name: str = "longest_prison_term") -> str:
    return f"[facts]\n{name} = {value}\n"


ROW = 'encoding = "us-ct/vacatur"\n[[case]]\nname = "a"\nat = 2021-11-01\n'

ATTACKS = (
    toml(
        "facts: an empty file",
        "",
        "No outcome: by 1 January 2026 the corpus had not recorded the text of 1",
        0,
    ),
    toml(
        "facts: white space alone",
        " \n\t\n",
        "No outcome: by 1 January 2026 the corpus had not recorded the text of 1",
        0,
    ),
    json(
        "facts: an empty file of JSON",
        "",
        "The file is not JSON: Expecting value: line 1 column 1 (char 0)",
    ),
    json(
        "facts: white space in place of JSON",
        " \n ",
        "The file is not JSON: Expecting value: line 2 column 2 (char 3)",
    ),
    csv("facts: an empty file of CSV", "", "The file has 0 rows below its header, not one"),
    toml(
        "facts: a name twice",
        fact("1") + "longest_prison_term = 2\n",
        "The file is not TOML: Cannot overwrite a value (at line 3, column 24)",
    ),
    toml(
        "facts: a table twice",
        fact("1") + fact("2"),
        "The file is not TOML: Cannot declare ('facts',) twice (at line 3, column",
    ),
    json(
        "facts: a name twice in JSON",
        '{"facts": {"a": 1, "a": 2}}',
        "The file is not JSON: 'a' stands there twice",
    ),
    json(
        "facts: a table twice in JSON",
        '{"facts": {}, "facts": {}}',
        "The file is not JSON: 'facts' stands there twice",
    ),
    csv("facts: a column twice", "a,a\n1,2\n", "A column 'a' stands there twice"),
    toml(
        "facts: lists a hundred thousand deep",
        fact("[" * 100_000),
        "The file is not TOML: it is nested too deep",
    ),
    toml(
        "facts: tables a hundred thousand deep",
        fact("{a=" * 100_000),
        "The file is not TOML: it is nested too deep",
    ),
    toml(
        "facts: a name of a hundred thousand steps",
        fact("1", "a" + ".a" * 100_000),
        "The file is not TOML: it has a key of a hundred steps",
    ),
    toml(
        "facts: a table of a hundred thousand steps",
        f"[a{'.a' * 100_000}]\n",
        "The file is not TOML: it has a key of a hundred steps",
    ),
    json(
        "facts: arrays a hundred thousand deep",
        "[" * 100_000,
        "The file is not JSON: it is nested too deep",
    ),
    json(
        "facts: objects a hundred thousand deep",
        '{"a":' * 100_000,
        "The file is not JSON: it is nested too deep",
    ),
    json("facts: an array in place of an object", "[]", "A case in JSON is an object"),
    json("facts: a number in place of an object", "1", "A case in JSON is an object"),
    json("facts: null in place of the table", '{"facts": null}', "facts is no table"),
    toml(
        "facts: a number of a million digits",
        fact("9" * 1_000_000),
        "The file is not TOML: it has a number of too many digits",
    ),
    json(
        "facts: a number of a million digits in JSON",
        '{"facts": {"longest_prison_term": ' + "9" * 1_000_000 + "}}",
        "The file is not JSON: a number of 1000000 digits stands there",
    ),
    csv(
        "facts: a number of a million digits in CSV",
        f"longest_prison_term\n{'9' * 100_000}\n",
        "longest_prison_term cannot be",
    ),
    csv(
        "facts: a cell longer than any",
        f"longest_prison_term\n{'9' * 1_000_000}\n",
        "The file is not CSV: field larger than field limit (131072)",
    ),
    toml(
        "facts: a number of forty thousand hexadecimal digits",
        fact("0x" + "f" * 40_000),
        "longest_prison_term cannot be a number so large",
    ),
    toml(
        "facts: a number of nineteen digits",
        fact("9" * 19),
        "longest_prison_term cannot be 9999999999999999999",
    ),
    toml("facts: a number below zero", fact("-1"), "longest_prison_term cannot be -1"),
    toml("facts: infinity", fact("inf"), "longest_prison_term cannot be inf"),
    toml("facts: what is no number", fact("nan"), "longest_prison_term cannot be nan"),
    json(
        "facts: infinity in JSON",
        '{"facts": {"longest_prison_term": Infinity}}',
        "longest_prison_term cannot be inf",
    ),
    json(
        "facts: what is no number in JSON",
        '{"facts": {"longest_prison_term": NaN}}',
        "longest_prison_term cannot be nan",
    ),
    json(
        "facts: a number beyond all floats",
        '{"facts": {"longest_prison_term": 1e999}}',
        "longest_prison_term cannot be inf",
    ),
    json(
        "facts: a number with a fraction",
        '{"facts": {"longest_prison_term": 1.0}}',
        "longest_prison_term cannot be 1.0",
    ),
    toml("facts: digits of another script", fact('"١"'), "longest_prison_term cannot be ١"),
    toml(
        "facts: a number with underlines in words",
        fact('"1_0"'),
        "longest_prison_term cannot be 1_0",
    ),
    toml(
        "facts: one for true",
        fact("1", "conviction_for_prostitution"),
        "conviction_for_prostitution cannot be 1",
    ),
    toml("facts: true for one", fact("true"), "longest_prison_term cannot be True"),
    toml("facts: a list for a value", fact("[1]"), "longest_prison_term cannot be a list"),
    toml(
        "facts: a table for a value",
        fact("{a = 1}"),
        "longest_prison_term cannot be a table",
    ),
    toml(
        "facts: a name of Python's own",
        fact("1", "__class__"),
        "No fact __class__ is asked for",
    ),
    toml(
        "facts: a name that opens a path",
        fact("1", "'../../etc/passwd'"),
        "No fact ../../etc/passwd is asked for",
    ),
    toml(
        "facts: a name of a million letters",
        fact("1", "a" * 1_000_000),
        "No fact aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa… is",
    ),
    toml(
        "facts: a value of a million letters",
        fact(f'"{"a" * 1_000_000}"'),
        "longest_prison_term cannot be",
    ),
    toml(
        "facts: ten thousand names",
        "[facts]\n" + "".join(f"a{i} = 1\n" for i in range(10_000)),
        "10000 faults:",
    ),
    dated("facts: the year 0", '"0000-01-01"', "governed cannot be 0000-01-01"),
    dated(
        "facts: the year 0 as a date",
        "0000-01-01",
        "The file is not TOML: Invalid date or datetime (at line 2, column 12)",
    ),
    dated("facts: the year 10000", '"10000-01-01"', "governed cannot be 10000-01-01"),
    dated("facts: a year below zero", '"-0001-01-01"', "governed cannot be -0001-01-01"),
    dated(
        "facts: the thirtieth of February", '"2021-02-30"', "governed cannot be 2021-02-30"
    ),
    dated(
        "facts: the thirtieth of February as a date",
        "2021-02-30",
        "The file is not TOML: Invalid date or datetime (at line 2, column 12)",
    ),
    dated(
        "facts: the twenty-ninth of February of no leap year",
        '"1900-02-29"',
        "governed cannot be 1900-02-29",
    ),
    dated("facts: a month of zero", '"2021-00-10"', "governed cannot be 2021-00-10"),
    dated(
        "facts: a day in digits of another script",
        '"٢٠٢١-١٠-٠١"',
        "governed cannot be ٢٠٢١-١٠-٠١",
    ),
    dated("facts: a day by the week", '"2021-W01-1"', "governed cannot be 2021-W01-1"),
    dated("facts: a day without hyphens", '"20211001"', "governed cannot be 20211001"),
    dated(
        "facts: a time of a day",
        "2021-10-01T12:00:00Z",
        "governed cannot be 2021-10-01 12:00:00+00:00",
    ),
    dated("facts: a day as a number", "20211001", "governed cannot be 20211001"),
    dated(
        "facts: the last day there is",
        "9999-12-31",
        "No outcome: by 1 January 2026 the corpus had not recorded the text of 1",
        0,
    ),
    dated(
        "facts: the first day there is",
        "0001-01-01",
        "No outcome: the texts of the two days differ in what they give.",
        0,
    ),
    csv(
        "facts: a quotation mark that nothing closes",
        'longest_prison_term\n"1',
        "The file is not CSV: unexpected end of data",
    ),
    csv(
        "facts: more cells than columns",
        "longest_prison_term\n1,2\n",
        "The row has 2 cells, the header 1",
    ),
    csv(
        "facts: two rows",
        "longest_prison_term\n1\n2\n",
        "The file has 2 rows below its header, not one",
    ),
    csv(
        "facts: a hundred thousand columns",
        ",".join(f"a{i}" for i in range(100_000)) + "\n" + "," * 99_999,
        "100000 faults:",
    ),
    csv(
        "facts: a formula for a value",
        "longest_prison_term\n=1+1\n",
        "longest_prison_term cannot be =1+1",
    ),
    csv(
        "facts: a command for a value",
        "offense_level\n=cmd|' /C calc'!A0\n",
        "offense_level cannot be =cmd|' /C calc'!A0",
    ),
    table("cases: an empty table", "", "The table names no encoding"),
    table(
        "cases: no TOML", "a = ", "The file is not TOML: Invalid value (at end of document)"
    ),
    table(
        "cases: lists a hundred thousand deep",
        "case = " + "[" * 100_000,
        "The file is not TOML: it is nested too deep",
    ),
    table("cases: an encoding that nobody has", 'encoding = "b"\n', "No encoding is 'b'"),
    table("cases: a list for the encoding", "encoding = []\n", "No encoding is []"),
    table("cases: a key that no table has", ROW + "b = 1\n", "A case has no 'b'"),
    table(
        "cases: an outcome that nobody knows",
        ROW + 'outcome = "\\u001b[2J"\n',
        "There is no outcome '\\x1b[2J'",
    ),
    table(
        "cases: a day that is none",
        ROW.replace("2021-11-01", "2021-02-30"),
        "The file is not TOML: Invalid date or datetime (at line 4, column 6)",
    ),
    table(
        "cases: a name twice",
        ROW + 'outcome = "unknown"\n' + ROW.partition("\n")[2],
        "2 faults:",
    ),
    rows("rows: an empty file", "", "The file has no header"),
    rows(
        "rows: a header alone",
        "longest_prison_term\n",
        "us-ct/vacatur: Vacating a conviction of a trafficking victim",
        1,
    ),
    rows("rows: a column twice", "name,name\na,b\n", "A column 'name' stands there twice"),
    rows("rows: a column that is no fact", "b\n1\n", "No fact b is asked for"),
    rows(
        "rows: a row that is too long",
        "longest_prison_term\n1,2\n",
        "The row has 2 cells, the header 1",
    ),
    rows(
        "rows: names that steer the terminal",
        "name,longest_prison_term\n\x1b[2J\u202e,1\n",
        "As before undetermined: ⟨U+001B⟩[2J⟨U+202E⟩",
        1,
    ),
    rows(
        "rows: ten thousand faults",
        "longest_prison_term\n" + "b\n" * 10_000,
        "10000 faults:",
    ),
)
