"""Words on the command line, and what comes over standard input."""

from __future__ import annotations

from shlex import quote

from attack import Attack, Limits

TITLE = "Words that are typed"
SMALL = Limits(mebibytes=1024, seconds=60)


def typed(
    name: str, command: str, says: str, status: int = 2, limits: Limits | None = None
) -> Attack:
    return Attack(name=name, command=command, says=says, status=status, limits=limits)


def sought(name: str, query: str, says: str, status: int = 2) -> Attack:
    """Search for words."""
    return typed(name, f"search {quote(query)} --at 2002-01-01", says, status)


ATTACKS = (
    typed(
        "a work that climbs out of the corpus",
        "show ../../etc/passwd",
        "'../../etc/passwd' is not a citation that this corpus can read",
    ),
    typed(
        "a work by its full path",
        "show /etc/passwd",
        "'/etc/passwd' is not a citation that this corpus can read",
    ),
    typed(
        "a work that climbs out behind its series",
        "show us-ct/cgs/../../../etc",
        "'us-ct/cgs/../../../etc' is not a citation that this corpus can read",
    ),
    typed(
        "a work in letters that look like others",
        "show us-ct/сgs/1-1",
        "'us-ct/сgs/1-1' is not a work id",
    ),
    typed(
        "a work in other capitals", "show US-CT/CGS/1-1", "'US-CT/CGS/1-1' is not a work id"
    ),
    typed(
        "a work in digits of another script",
        "show ١-١",
        "'١-١' is not a citation that this corpus can read",
    ),
    typed(
        "a work that clears the screen",
        "show " + quote("\x1b[2J"),
        "'\\x1b[2J' is not a citation that this corpus can read",
    ),
    typed(
        "a work that turns the line round",
        "show " + quote("\u202e1-1"),
        "'\\u202e1-1' is not a citation that this corpus can read",
    ),
    typed(
        "a work of no words", "show ''", "'' is not a citation that this corpus can read"
    ),
    typed(
        "a work of a hundred thousand characters",
        "show " + "1" * 100_000,
        "A text of 100000 characters is not a citation",
    ),
    typed(
        "a work of brackets",
        "show " + quote("1-1" + "(a)" * 90),
        "us-ct/cgs/1-1/eng@2001-10-01 has no",
    ),
    typed(
        "a work named like an option",
        "show -- --corpus",
        "'--corpus' is not a citation that this corpus can read",
    ),
    typed(
        "a provision that is none",
        "show 1-1 --at 2002-01-01 --provision " + quote("\x1b[2J"),
        "'\\x1b[2J' is not an eId",
    ),
    typed(
        "a day of the year 0",
        "show 1-1 --at 0000-01-01",
        "Invalid value for '--at': '0000-01-01' is not a date; write dates as",
    ),
    typed(
        "a day of the year 10000",
        "show 1-1 --at 10000-01-01",
        "Invalid value for '--at': '10000-01-01' is not a date; write dates as",
    ),
    typed(
        "a day below zero",
        "show 1-1 --at=-0001-01-01",
        "Invalid value for '--at': '-0001-01-01' is not a date; write dates as",
    ),
    typed(
        "the thirtieth of February",
        "show 1-1 --at 2021-02-30",
        "Invalid value for '--at': '2021-02-30' is not a date; write dates as",
    ),
    typed(
        "a day in digits of another script",
        "show 1-1 --at ٢٠٢١-١٠-٠١",
        "Invalid value for '--at': '٢٠٢١-١٠-٠١' is not a date; write dates as",
    ),
    typed(
        "a day of a hundred thousand digits",
        "show 1-1 --at " + "1" * 100_000,
        "Invalid value for '--at':",
    ),
    typed("the last day there is", "show 1-1 --at 9999-12-31", "Bicycles", 0),
    typed(
        "the first day there is",
        "show 1-1 --at 0001-01-01",
        "There is no text of C.G.S. § 1-1 for 0001-01-01 in this corpus; the next",
        1,
    ),
    typed(
        "a corpus that is not there",
        "--corpus nowhere list",
        "There is no corpus in nowhere: it has no corpus.toml",
    ),
    typed(
        "a corpus that is a device",
        "--corpus /dev/null list",
        "There is no corpus in /dev/null: it has no corpus.toml",
    ),
    typed(
        "a corpus of a long name",
        "--corpus " + "a" * 5000 + " list",
        "There is no corpus in",
    ),
    typed(
        "a corpus named to clear the screen",
        "--corpus " + quote("\x1b[2J") + " list",
        "There is no corpus in ⟨U+001B⟩[2J: it has no corpus.toml",
    ),
    typed(
        "a command named to clear the screen",
        quote("\x1b[2J"),
        "No such command '\\x1b[2J'.",
    ),
    typed(
        "a format that climbs out of its folder",
        "diff 1-1 2002-01-01 2003-01-01 --format ../../a",
        "Invalid value for '--format': '../../a' is not one of akn, csv, ct,",
    ),
    typed(
        "a format that is a module of another kind",
        "diff 1-1 2002-01-01 2003-01-01 --format base",
        "Invalid value for '--format': 'base' is not one of akn, csv, ct, ct-act,",
    ),
    typed(
        "a kind of source that climbs out of its folder",
        "import ../../a b",
        "Invalid value for 'KIND': '../../a' is not one of act-summary, akn, faq,",
    ),
    typed(
        "a file named to clear the screen",
        "import akn " + quote("\x1b[2J.xml"),
        "The file cannot be read: No such file or directory",
    ),
    typed(
        "a file name that is no UTF-8",
        "import akn " + quote("\udcff.xml"),
        "The file cannot be read: No such file or directory",
    ),
    typed(
        "a source that is a folder",
        "import akn .",
        "The file cannot be read: Is a directory",
    ),
    typed(
        "a source without an end",
        "import akn /dev/zero",
        "The file is larger than 64 MiB",
        2,
        SMALL,
    ),
    typed(
        "facts without an end",
        "decide us-ct/vacatur --at 2021-11-01 --facts /dev/zero",
        "The file is larger than 64 MiB",
        2,
        SMALL,
    ),
    typed(
        "rules without an end",
        "rules --file /dev/zero",
        "The file is larger than 64 MiB",
        2,
        SMALL,
    ),
    typed(
        "rows without an end",
        "impact us-ct/vacatur 2018-01-01 2021-11-01 --cases /dev/zero",
        "The file is larger than 64 MiB",
        2,
        SMALL,
    ),
    typed(
        "an act without an end", "act /dev/zero", "The file is larger than 64 MiB", 2, SMALL
    ),
    typed(
        "a draft without an end",
        "diff us-ct/cgs/1-1/eng@2001-10-01 /dev/zero",
        "'/dev/zero' is not a citation that this corpus can read",
        2,
        SMALL,
    ),
    typed(
        "marks without an end",
        "stats --ratchet /dev/zero",
        "The file is larger than 64 MiB",
        2,
        SMALL,
    ),
    typed(
        "an output in a folder that is a file",
        "diff 1-1 2002-01-01 2003-01-01 --output ../corpus/corpus.toml/a",
        "File exists",
    ),
    sought("search: no words", "", "There is no word to look for"),
    sought(
        "search: signs alone",
        "*** ((()))",
        "A star can only stand behind the letters that a word begins with",
    ),
    sought(
        "search: brackets ten thousand deep",
        "(" * 10_000 + "bell" + ")" * 10_000,
        "A text of 20,004 characters is too long to look for",
    ),
    sought(
        "search: a bracket that is not closed",
        "(bell",
        "A bracket is opened and not closed",
    ),
    sought(
        "search: a quotation mark that is not closed",
        '"bell',
        "A quotation mark is opened and not closed",
    ),
    sought(
        "search: ten thousand words in the alternative",
        " OR ".join(["bell"] * 10_000),
        "A text of 79,996 characters is too long to look for",
    ),
    sought(
        "search: a distance beyond all numbers",
        "bell NEAR/99999999999999999999 needed",
        "No text in force on 2002-01-01 has these words as they are written; a",
        1,
    ),
    sought(
        "search: the language of the index",
        'bell" OR rowid > 0 --',
        "A quotation mark is opened and not closed",
    ),
    sought(
        "search: a column of the index",
        "title:bell",
        "No text in force on 2002-01-01 has these words as they are written; a",
        1,
    ),
    sought(
        "search: words that clear the screen",
        "\x1b[2J",
        "No text in force on 2002-01-01 has these words as they are written; a",
        1,
    ),
    sought(
        "search: words that turn the line round",
        "\u202ebell",
        "C.G.S. § 1-1(a) Bicycles",
        0,
    ),
    sought(
        "search: a hundred thousand letters",
        "a" * 100_000,
        "A text of 100,000 characters is too long to look for",
    ),
    sought(
        "search: not a word", "NOT bell", "NOT leaves texts out, and nothing says of which"
    ),
    typed(
        "search: a limit below zero",
        "search bell --limit=-1",
        "Invalid value for '--limit': -1 is not in the range x>=1.",
    ),
    typed(
        "search: a part of the corpus that is none",
        "search bell --in " + quote("cgs' OR 1=1"),
        'There is no work in "cgs\' OR 1=1" in this corpus',
    ),
    Attack(
        name="standard input of nothing",
        command="import akn -",
        stdin=b"",
        says="Not well-formed XML: Document is empty, line 1, column 1",
    ),
    Attack(
        name="standard input with a document type",
        command="import akn -",
        stdin=b"<!DOCTYPE a><a/>",
        says="<!DOCTYPE is not allowed: documents here declare no types or entities",
    ),
    Attack(
        name="facts over standard input that are no UTF-8",
        command="decide us-ct/vacatur --at 2021-11-01 --facts -",
        stdin=b"\xff",
        says="The file is not UTF-8",
        corpus="shipped",
    ),
    Attack(
        name="rules over standard input of nothing",
        command="rules --file -",
        stdin=b"",
        says="This is not JSON: Expecting value",
        corpus="shipped",
    ),
)
