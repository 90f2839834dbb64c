"""Bytes that are no characters, and characters that are not what they seem."""

from __future__ import annotations

from attack import Attack
from usual_text import usual_xml

TITLE = "Encodings and characters"
TEXT = usual_xml().decode()
DAYS = "--at 2021-11-01 --governed 2021-10-15 --known 2026-01-01"
LINES = "Sec. 1. A bell is needed.\n"


def xml(name: str, data: bytes, says: str) -> Attack:
    """Hand a text in XML to ``import akn``."""
    files = {"text.xml": data}
    return Attack(name=name, files=files, command="import akn text.xml", says=says)


def draft(name: str, data: bytes, says: str, status: int = 2, kind: str = "txt") -> Attack:
    """Compare a draft with the usual text."""
    return Attack(
        name=name,
        files={f"draft.{kind}": data},
        command=f"diff us-ct/cgs/1-1/eng@2001-10-01 draft.{kind} --no-pager",
        says=says,
        status=status,
    )


def facts(name: str, data: bytes, says: str, status: int = 2, kind: str = "toml") -> Attack:
    """Decide a case."""
    return Attack(
        name=name,
        files={f"case.{kind}": data},
        command=f"decide us-ct/vacatur {DAYS} --facts case.{kind}",
        says=says,
        status=status,
        corpus="shipped",
    )


FACTS = "[facts]\nconviction_for_prostitution = true\n"

ATTACKS = (
    xml("a text in UTF-16 with a mark", TEXT.encode("utf-16"), "Not UTF-8: byte 0xff"),
    xml(
        "a text in UTF-16 without a mark",
        TEXT.encode("utf-16-le"),
        "Not UTF-8 text: byte 0x00",
    ),
    xml(
        "a text in UTF-16, the greater byte first",
        TEXT.encode("utf-16-be"),
        "Not UTF-8 text: byte 0x00",
    ),
    xml("a text in UTF-32", TEXT.encode("utf-32"), "Not UTF-8: byte 0xff"),
    xml(
        "a text that says it is in UTF-7",
        usual_xml('"UTF-8"', '"UTF-7"'),
        "The file says that its encoding is 'UTF-7', not UTF-8",
    ),
    xml(
        "a text that says it is in UTF-16 and is not",
        usual_xml('"UTF-8"', '"UTF-16"'),
        "The file says that its encoding is 'UTF-16', not UTF-8",
    ),
    xml(
        "a text in Latin-1 that says so",
        usual_xml('"UTF-8"', '"iso-8859-1"'),
        "The file says that its encoding is 'iso-8859-1', not UTF-8",
    ),
    xml(
        "a text in Latin-1 that says nothing",
        usual_xml("A bell", "Ä bell").replace("Ä".encode(), b"\xc4"),
        "Not UTF-8: byte 0xc4",
    ),
    xml(
        "a text in an encoding that nobody knows",
        usual_xml('"UTF-8"', '"b"'),
        "The file says that its encoding is 'b', not UTF-8",
    ),
    xml("a text in EBCDIC", TEXT.encode("cp500"), "Not UTF-8: byte 0xa7"),
    xml(
        "a slash of two bytes",
        usual_xml("A bell", "A / bell").replace(b" / ", b" \xc0\xaf "),
        "Not UTF-8: byte 0xc0",
    ),
    xml(
        "a NUL of two bytes",
        usual_xml("A bell", "A / bell").replace(b" / ", b" \xc0\x80 "),
        "Not UTF-8: byte 0xc0",
    ),
    xml(
        "an angle bracket of three bytes",
        usual_xml("A bell", "A / bell").replace(b" / ", b" \xe0\x80\xbc "),
        "Not UTF-8: byte 0xe0",
    ),
    xml(
        "half a pair, in three bytes",
        usual_xml("A bell", "A \ud800 bell"),
        "Not UTF-8: byte 0xed",
    ),
    xml(
        "a character beyond Unicode, in four bytes",
        usual_xml("A bell", "A / bell").replace(b" / ", b" \xf4\x90\x80\x80 "),
        "Not UTF-8: byte 0xf4",
    ),
    xml(
        "a byte that begins nothing",
        usual_xml("A bell", "A / bell").replace(b" / ", b" \x80 "),
        "Not UTF-8: byte 0x80",
    ),
    xml(
        "a character that is cut short",
        usual_xml("A bell", "A / bell").replace(b" / ", b" \xe2\x80 "),
        "Not UTF-8: byte 0xe2",
    ),
    xml(
        "two marks at the beginning",
        b"\xef\xbb\xbf" * 2 + usual_xml(),
        "Not well-formed XML: Start tag expected, '<' not found, line 1, column 1",
    ),
    xml(
        "a mark in the middle of a tag",
        usual_xml("<section ", "<\ufeffsection "),
        "Not well-formed XML: Opening and ending tag mismatch: ⟨U+FEFF⟩section",
    ),
    xml(
        "letters that look like those of an id",
        usual_xml("/cgs/", "/сgs/"),
        "'us-ct/сgs/1-1' is not a work id",
    ),
    xml(
        "digits of another script in an id",
        usual_xml("1-1", "١-١"),
        "Not valid Akoma Ntoso 3.0: line 9: Element 'FRBRdate', attribute 'date':",
    ),
    xml(
        "digits of full width in an id",
        usual_xml("1-1", "１-１"),
        "Not valid Akoma Ntoso 3.0: line 9: Element 'FRBRdate', attribute 'date':",
    ),
    xml(
        "an id with a joiner that is not seen",
        usual_xml("sec_1-1", "sec_1\u200d-1"),
        "'sec_1\\u200d-1__subsec_a' is not an eId",
    ),
    xml(
        "an id with an ending that turns the line round",
        usual_xml("sec_1-1", "sec_1-1\u202e"),
        "'sec_1-1\\u202e__subsec_a' is not an eId",
    ),
    xml(
        "an id with a line feed",
        usual_xml('eId="sec_1-1"', 'eId="sec_1-1&#10;"'),
        "Not valid Akoma Ntoso 3.0: line 52: Element 'section', attribute 'eId':",
    ),
    draft(
        "a draft in UTF-16 with a mark",
        LINES.encode("utf-16"),
        "{+Sec. 1. A bell",
        1,
    ),
    draft(
        "a draft in UTF-16 without a mark",
        LINES.encode("utf-16-le"),
        "The file is no text: its byte 2 is 0x00",
    ),
    draft(
        "a draft in UTF-32",
        LINES.encode("utf-32"),
        "{+Sec. 1. A bell",
        1,
    ),
    draft(
        "a draft in UTF-16 that is cut short",
        LINES.encode("utf-16")[:-1],
        "The file is not UTF-16-LE: its byte 51 is 0x0a",
    ),
    draft(
        "a draft with half a pair in UTF-16",
        b"\xff\xfe\x00\xd8a\x00",
        "The file is not UTF-16-LE: its byte 1 is 0x00",
    ),
    draft(
        "a draft with half a pair in UTF-8",
        b"Sec. 1. A \xed\xa0\x80 bell",
        "The file is not UTF-8: its byte 11 is 0xed",
    ),
    draft(
        "a draft in two encodings",
        "Sec. 1. Ä".encode() + "Ä bell".encode("latin-1"),
        "The file is not UTF-8: its byte 11 is 0xc4",
    ),
    draft(
        "a draft with the character NUL",
        b"Sec. 1. A \0 bell.\n",
        "The file is no text: its byte 11 is 0x00",
    ),
    draft(
        "a draft that clears the screen",
        b"Sec. 1. A \x1b[2J bell.\n",
        "The file is no text: its byte 11 is 0x1b",
    ),
    draft(
        "a draft that sets the title of the window",
        b"Sec. 1. A \x1b]0;b\x07 bell.\n",
        "The file is no text: its byte 11 is 0x1b",
    ),
    draft(
        "a draft with an escape of one byte",
        "Sec. 1. A \x9b31m bell.\n".encode(),
        "{+Sec. 1. A ⟨U+009B⟩31m bell.+}",
        1,
    ),
    draft(
        "a draft that deletes what stands before it",
        b"Sec. 1. A bell\b\b\b\b.\n",
        "The file is no text: its byte 15 is 0x08",
    ),
    draft(
        "a draft that writes over its own line",
        b"Sec. 1. A bell.\rSec. 1. No",
        "{+Sec. 1. A bell",
        1,
    ),
    draft(
        "a draft that turns a line round",
        "Sec. 1. A \u202e bell \u202c.\n".encode(),
        "{+Sec. 1. A ⟨U+202E⟩ bell ⟨U+202C⟩.+}",
        1,
    ),
    draft(
        "a draft that isolates a direction",
        "Sec. 1. A \u2067 bell \u2069.\n".encode(),
        "{+Sec. 1. A ⟨U+2067⟩ bell ⟨U+2069⟩.+}",
        1,
    ),
    draft(
        "a draft with a space of no width",
        "Sec. 1. A be\u200bll.\n".encode(),
        "{+Sec. 1. A be⟨U+200B⟩ll.+}",
        1,
    ),
    draft(
        "a draft with a soft hyphen",
        "Sec. 1. A be\u00adll.\n".encode(),
        "{+Sec. 1. A be⟨U+00AD⟩ll.+}",
        1,
    ),
    draft(
        "a draft with letters of tags that are not seen",
        "Sec. 1. A \U000e0041\U000e0042 bell.\n".encode(),
        "{+Sec. 1. A ⟨U+E0041⟩⟨U+E0042⟩ bell.+}",
        1,
    ),
    draft(
        "a draft with a letter of a private area",
        "Sec. 1. A \ue000 bell.\n".encode(),
        "{+Sec. 1. A ⟨U+E000⟩ bell.+}",
        1,
    ),
    draft(
        "a draft with what is no character",
        "Sec. 1. A \uffff bell.\n".encode(),
        "{+Sec. 1. A ⟨U+FFFF⟩ bell.+}",
        1,
    ),
    draft(
        "a draft with ten thousand accents on one letter",
        ("Sec. 1. A" + "\u0301" * 10_000 + " bell.\n").encode(),
        "bell.+}",
        1,
    ),
    draft(
        "a draft with letters that look like others",
        "Sес. 1. A bеll.\n".encode(),
        "{+Sес. 1. A bеll.",
        1,
    ),
    draft(
        "a draft with another line end",
        "Sec. 1. A\u2028bell.\n".encode(),
        "{+Sec. 1. A bell",
        1,
    ),
    draft(
        "a page that says it is in UTF-7",
        b'<meta charset="utf-7"><p>Sec. 1. +ADw-script+AD4-</p>',
        "The file says that its encoding is 'utf-7', which is not known here",
        kind="html",
    ),
    draft(
        "a page in a codec that unpacks",
        b'<meta charset="zlib"><p>Sec. 1. A bell</p>',
        "The file says that its encoding is 'zlib', which is not known here",
        kind="html",
    ),
    draft(
        "a page in a codec that always fails",
        b'<meta charset="undefined"><p>Sec. 1. A bell</p>',
        "The file says that its encoding is 'undefined', which is not known here",
        kind="html",
    ),
    draft(
        "a page in a codec of host names",
        b'<meta charset="idna"><p>Sec. 1. A .. bell</p>',
        "The file says that its encoding is 'idna', which is not known here",
        kind="html",
    ),
    draft(
        "a page in a codec of escapes",
        b'<meta charset="unicode_escape"><p>Sec. 1. \\x3cscript></p>',
        "The file says that its encoding is 'unicode_escape', which is not known",
        kind="html",
    ),
    draft(
        "a page in a codec of punctuation",
        b'<meta charset="punycode"><p>Sec. 1. A bell-' + b"a" * 1000,
        "The file says that its encoding is 'punycode', which is not known here",
        kind="html",
    ),
    facts("facts in UTF-16", FACTS.encode("utf-16"), "The file is not UTF-8"),
    facts(
        "facts with the character NUL",
        FACTS.encode() + b"\0",
        "The file is not TOML: Invalid statement (at line 3, column 1)",
    ),
    facts(
        "facts with a byte that is no UTF-8",
        FACTS.encode() + b"a = '\xff'",
        "The file is not UTF-8",
    ),
    facts(
        "facts that begin with a mark",
        b"\xef\xbb\xbf" + FACTS.encode(),
        "No outcome: by 1 January 2026 the corpus had not recorded the text of 1",
        0,
    ),
    facts(
        "facts with half a pair in JSON",
        b'{"facts": {"offense_level": "\\ud800"}}',
        "offense_level cannot be �",
        kind="json",
    ),
    facts(
        "facts with half a pair for a name",
        b'{"facts": {"\\ud800": true}}',
        "No fact � is asked for",
        kind="json",
    ),
    facts(
        "a fact whose name turns the line round",
        '[facts]\n"\u202econviction" = true\n'.encode(),
        "No fact �conviction is asked for",
    ),
    facts(
        "a fact whose name clears the screen",
        b'[facts]\n"\\u001b[2J" = true\n',
        "No fact �[2J is asked for",
    ),
    facts(
        "a fact whose value clears the screen",
        b'[facts]\noffense_level = "\\u001b[2J"\n',
        "offense_level cannot be �[2J",
    ),
    facts(
        "a fact named in letters that look like others",
        "[facts]\n'соnviction_for_prostitution' = true\n".encode(),
        "No fact соnviction_for_prostitution is asked for",
    ),
    facts(
        "a table named to clear the screen",
        b'["\\u001b[2J"]\na = 1\n',
        "A case has no '\\x1b[2J' beside its facts",
    ),
)
