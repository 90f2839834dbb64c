"""A corpus from a stranger: its settings, its lists, and what lies in its folders."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from attack import Attack, Limits
from usual_text import usual_xml

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "A corpus from a stranger"
TEXT = "corpus/us-ct/cgs/1-1/eng@2001-10-01.xml"
SETTINGS = """\
name = "Invented"
text = "official"
publisher = "Nobody"
notice = "Nothing."
"""
JURISDICTION = """\
name = "Connecticut"
levels = ["section", "subsection"]
[[series]]
name = "cgs"
title = "Statutes"
kind = "section"
doctype = "act"
author = "Nobody"
year = 1958
number = '{number}'
forms = ['{form}']
printed = "{printed}"
"""
ZEROS = "0" * 64


def settings(
    name: str, data: bytes | str, says: str, command: str = "list", status: int = 2
) -> Attack:
    """Put other settings into the corpus."""
    content = data.encode() if isinstance(data, str) else data
    files = {"corpus/corpus.toml": content}
    return Attack(name=name, files=files, command=command, says=says, status=status)


def cited(
    name: str,
    says: str,
    *,
    number: str = r"\d+-\d+",
    form: str = "{number}{portion}",
    printed: str = "§ {number}{portion}",
    command: str = "show 1-1 --at 2002-01-01",
    status: int = 2,
) -> Attack:
    """Put another jurisdiction into the corpus."""
    told = (
        JURISDICTION.replace("{number}", number, 1)
        .replace("{form}", form, 1)
        .replace("{printed}", printed, 1)
    )
    return Attack(
        name=name,
        files={"corpus/us-ct/jurisdiction.toml": told.encode()},
        command=command,
        says=says,
        status=status,
        limits=Limits(mebibytes=1024, seconds=20),
    )


def lists(name: str, line: str, says: str, file: str = "SHA256SUMS") -> Attack:
    """Put a line into the list of digests, or into the journal, and import a text."""
    return Attack(
        name=name,
        files={
            f"corpus/{file}": f"{line}\n".encode("utf-8", "surrogateescape"),
            "text.xml": usual_xml(),
            "victim.xml": b"<a/>",
        },
        command="import akn text.xml",
        says=says,
    )


def linked(name: str, links: dict[str, str], command: str, says: str) -> Attack:
    """Put symbolic links into the corpus; ``here`` has files that are not its own."""
    files = {"text.xml": usual_xml(), "secret.txt": b"secret", "private/a": b"private"}
    return Attack(name=name, files=files, links=links, command=command, says=says)


def moved_away(world: Path) -> None:
    """Put the texts of a work elsewhere, and a link in their place."""
    work = world / "corpus" / "us-ct" / "cgs" / "1-1"
    work.rename(world / "here" / "elsewhere")
    work.symlink_to("../../../here/elsewhere")


def special(name: str, make: str, place: str, command: str, says: str) -> Attack:
    """Put something into the corpus that is no plain file."""

    def made(world: Path) -> None:
        path = world / place
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file():
            path.unlink()
        if make == "folder":
            path.mkdir()
        elif make == "pipe":
            os.mkfifo(path)
        else:
            with path.open("wb") as stream:
                stream.truncate(1 << 40)

    return Attack(
        name=name,
        more=made,
        files={"text.xml": usual_xml()},
        command=command,
        says=says,
        limits=Limits(mebibytes=1024, seconds=20),
    )


ATTACKS = (
    settings("settings that are empty", "", "'name' is missing"),
    settings("settings that are no TOML", "name = ", "corpus.toml cannot be read"),
    settings("settings with a key twice", 'name = "a"\nname = "b"\n', "cannot be read"),
    settings("settings in UTF-16", SETTINGS.encode("utf-16"), "cannot be read"),
    settings("settings with a byte that is no UTF-8", b'name = "\xff"\n', "cannot be read"),
    settings("settings with the character NUL", SETTINGS + "\0", "cannot be read"),
    settings(
        "settings nested a hundred thousand deep",
        "a = " + "[" * 100_000,
        "corpus.toml cannot be read: it is nested too deep",
    ),
    settings(
        "settings with a table a hundred thousand deep",
        "a" + ".a" * 100_000 + " = 1",
        "corpus.toml cannot be read: it has a key of a hundred steps",
    ),
    settings(
        "settings with a number of a million digits",
        "a = " + "9" * 1_000_000,
        "corpus.toml cannot be read: it has a number of too many digits",
    ),
    settings(
        "settings with a list for a name",
        SETTINGS.replace('"Invented"', "[]"),
        "'name' must be words, not []",
    ),
    settings(
        "settings with words of a third kind",
        SETTINGS.replace("official", "b"),
        "'text' must be one of restated, official, source, unknown, not 'b'",
    ),
    settings(
        "settings that begin with a mark",
        b"\xef\xbb\xbf" + SETTINGS.encode(),
        "Invented. Nothing.",
        status=0,
    ),
    settings(
        "a notice that steers the terminal",
        SETTINGS.replace("Nothing.", r"\u001b[2J\u202e\u009b31mNothing."),
        "⟨U+001B⟩[2J⟨U+202E⟩⟨U+009B⟩31mNothing.",
        "show 1-1 --at 2002-01-01",
        status=0,
    ),
    settings(
        "a notice of ten million characters",
        SETTINGS.replace("Nothing.", "b" * 10_000_000),
        "C.G.S. § 1-1 Bicycles",
        "show 1-1 --at 2002-01-01",
        status=0,
    ),
    cited(
        "a form that is no regular expression",
        "is not taken: a bracket is opened and not closed",
        form="({number}{portion}",
    ),
    cited(
        "a form without a number",
        "forms of series cgs: 'b' is no regular expression with {number}: 'number'",
        form="b",
    ),
    cited(
        "a form that takes exponential time",
        "forms of series cgs: '(?:(?:a+)+)+b{number}' is not taken: a repetition",
        form="(?:(?:a+)+)+b{number}",
        command=f"show {'a' * 60}",
    ),
    cited(
        "a form with two ways for the same words",
        "is not taken: a repetition of it can be read in two ways",
        form="(?:a|a)*b{number}",
        command=f"show {'a' * 60}",
    ),
    cited(
        "a form with very many ways",
        "is not taken: it can be read in too many ways",
        form="a?" * 40 + "{number}",
        command=f"show {'a' * 40}",
    ),
    cited(
        "a form that grows when it is written out",
        "is not taken: it is too long",
        form="((((a{20}){20}){20}){20}){20}{number}",
    ),
    cited(
        "a form that looks back at itself",
        "is not taken: '(?P=' is not allowed in it",
        form=r"{number}(?P<b>a*)(?P=b)",
    ),
    cited(
        "a number that takes exponential time",
        "is not taken: a repetition of it can be read in two ways",
        number=r"(?:\d+)+-\d+",
        command=f"show {'1' * 60}",
    ),
    cited(
        "a printed form as wide as memory",
        "printed form of series cgs: '{number:>9000000000}' cannot be filled in",
        printed="{number:>9000000000}",
    ),
    cited(
        "a printed form that reaches into the program",
        "printed form of series cgs: '{number.__class__}' cannot be filled in",
        printed="{number.__class__}",
    ),
    cited(
        "a printed form that steers the terminal",
        "1-1⟨U+001B⟩[31m Bicycles",
        printed=r"{number}\u001b[31m",
        status=0,
    ),
    lists(
        "a digest for a file above the corpus",
        f"{ZEROS}  ../here/victim.xml",
        "A line of SHA256SUMS is not a digest, two spaces and a path in here",
    ),
    lists(
        "a digest for a file by its full path",
        f"{ZEROS}  /etc/passwd",
        "A line of SHA256SUMS is not a digest, two spaces and a path in here",
    ),
    lists(
        "a digest that is none",
        f"{'z' * 64}  a.xml",
        "A line of SHA256SUMS is not a digest, two spaces and a path in here",
    ),
    lists(
        "a digest with a path that steers the terminal",
        f"{ZEROS}  \x1b[31ma.xml",
        "A line of SHA256SUMS is not a digest, two spaces and a path in here",
    ),
    lists(
        "a digest with a path that is no UTF-8",
        f"{ZEROS}  \udcff.xml",
        "SHA256SUMS cannot be read: 'utf-8' codec can't decode byte 0xff in",
    ),
    lists(
        "a digest with the character NUL in its path",
        f"{ZEROS}  a\0.xml",
        "A line of SHA256SUMS is not a digest, two spaces and a path in here",
    ),
    lists(
        "an unfinished recording of a file above the corpus",
        f"{ZEROS}  ../here/victim.xml",
        "A line of SHA256SUMS.unfinished is not a digest, two spaces and a path in",
        "SHA256SUMS.unfinished",
    ),
    Attack(
        name="an unfinished recording of a file behind a link",
        files={
            "corpus/SHA256SUMS.unfinished": f"{ZEROS}  us-ct/cgs/1-2/a\n".encode(),
            "text.xml": usual_xml(),
            "private/a": b"private",
        },
        links={"corpus/us-ct/cgs/1-2": "../../../here/private"},
        command="import akn text.xml",
        says="The journal of a recording names a file that is none of its own",
    ),
    linked(
        "a text that is a link to another file",
        {TEXT: "../../../../here/secret.txt"},
        "show 1-1 --at 2002-01-01",
        "A symbolic link stands here, and it could lead anywhere",
    ),
    Attack(
        name="a work that is a link to another folder",
        files={"private/a": b"private"},
        links={"corpus/us-ct/cgs/1-2": "../../../here/private"},
        command="validate",
        says="A symbolic link stands here, and it could lead anywhere",
        finding=True,
    ),
    Attack(
        name="a work to be written that is a link to another folder",
        files={"text.xml": usual_xml()},
        more=moved_away,
        command="import akn text.xml",
        says="A symbolic link stands here, and it could lead anywhere",
    ),
    linked(
        "settings that are a link to another file",
        {"corpus/corpus.toml": "../here/secret.txt"},
        "list",
        "A symbolic link stands here, and it could lead anywhere",
    ),
    linked(
        "an encoding that is a link to another file",
        {"corpus/us-ct/law/a.json": "../../../here/secret.txt"},
        "rules",
        "A symbolic link stands here, and it could lead anywhere",
    ),
    linked(
        "a link that leads to itself",
        {TEXT: "eng@2001-10-01.xml"},
        "show 1-1",
        "A symbolic link stands here, and it could lead anywhere",
    ),
    special(
        "a pipe in the place of a text", "pipe", TEXT, "show 1-1", "This is no plain file"
    ),
    special(
        "a pipe in the place of the settings",
        "pipe",
        "corpus/corpus.toml",
        "list",
        "There is no corpus in ../corpus: it has no corpus.toml",
    ),
    special(
        "a pipe in the place of an encoding",
        "pipe",
        "corpus/us-ct/law/a.json",
        "rules",
        "This is no plain file",
    ),
    special(
        "a folder in the place of a text",
        "folder",
        TEXT,
        "show 1-1",
        "us-ct/cgs/1-1/eng@2001-10-01 cannot be read: Is a directory",
    ),
    special(
        "a text of a terabyte", "hole", TEXT, "show 1-1", "The file is larger than 64 MiB"
    ),
    special(
        "settings of a terabyte",
        "hole",
        "corpus/corpus.toml",
        "list",
        "The file is larger than 64 MiB",
    ),
    special(
        "a list of digests of a terabyte",
        "hole",
        "corpus/SHA256SUMS",
        "import akn text.xml",
        "The file is larger than 64 MiB",
    ),
    special(
        "judgements of a terabyte",
        "hole",
        "corpus/judgements.toml",
        "check",
        "The file is larger than 64 MiB",
    ),
    special(
        "an encoding of a terabyte",
        "hole",
        "corpus/us-ct/law/a.json",
        "rules",
        "The file is larger than 64 MiB",
    ),
    special(
        "a table of cases of a terabyte",
        "hole",
        "corpus/us-ct/cases/a.toml",
        "cases",
        "The file is larger than 64 MiB",
    ),
)
