"""Texts in XML that come from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attack import Attack, Limits
from usual_text import usual_xml

if TYPE_CHECKING:
    from attack import Data

TITLE = "Texts in XML"
HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
NO_TYPES = "<!DOCTYPE is not allowed: documents here declare no types or entities"
BOMB = "".join(
    f'<!ENTITY {after} "{f"&{before};" * 10}">'
    for before, after in zip("abcdefghi", "bcdefghij", strict=True)
)

NAMESPACES = " ".join(f'xmlns:a{i}=":{i}"' for i in range(100_000))


def typed(declared: str, words: str = "") -> bytes:
    """Put a document type before the usual text, and words into it."""
    body = usual_xml("A bell", f"{words}A bell").removeprefix(HEAD)
    return HEAD + declared.encode() + body


def refused(name: str, data: Data, says: str, limits: Limits | None = None) -> Attack:
    """Hand a file to ``import akn``."""
    return Attack(
        name=name,
        files={"text.xml": data},
        command="import akn text.xml",
        says=says,
        limits=limits,
    )


def taken(name: str, data: Data, limits: Limits | None = None) -> Attack:
    """Hand a file to ``import akn`` that is odd, and harmless."""
    return Attack(
        name=name,
        files={"text.xml": data},
        command="import akn text.xml",
        says="2 provisions; written to",
        status=0,
        writes=True,
        limits=limits,
    )


def in_words(words: str) -> bytes:
    """Put something into the words of the usual text."""
    return usual_xml("A bell", f"A {words} bell")


ATTACKS = (
    refused(
        "entities that grow a billionfold",
        typed(f'<!DOCTYPE a [<!ENTITY a "ha">{BOMB}]>', "&j;"),
        NO_TYPES,
        Limits(mebibytes=512, seconds=20),
    ),
    refused(
        "one long entity, named a hundred thousand times",
        lambda: typed(
            "<!DOCTYPE a [<!ENTITY a '" + "ha" * 50_000 + "'>]>", "&a;" * 100_000
        ),
        NO_TYPES,
        Limits(mebibytes=512, seconds=20),
    ),
    refused(
        "an entity that names itself",
        typed('<!DOCTYPE a [<!ENTITY a "&b;"><!ENTITY b "&a;">]>', "&a;"),
        NO_TYPES,
    ),
    refused(
        "an external entity that reads a file",
        typed('<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "&a;"),
        NO_TYPES,
    ),
    refused(
        "an external entity that asks another computer",
        typed('<!DOCTYPE a [<!ENTITY a SYSTEM "http://192.0.2.1/a">]>', "&a;"),
        NO_TYPES,
    ),
    refused(
        "a parameter entity that fetches declarations",
        typed('<!DOCTYPE a [<!ENTITY % a SYSTEM "http://192.0.2.1/a.dtd"> %a;]>'),
        NO_TYPES,
    ),
    refused(
        "an external DTD of this computer",
        typed('<!DOCTYPE akomaNtoso SYSTEM "file:///etc/xml/catalog">'),
        NO_TYPES,
    ),
    refused(
        "an external DTD with a public name",
        typed('<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://192.0.2.1/a">'),
        NO_TYPES,
    ),
    refused("a document type that declares nothing", typed("<!DOCTYPE a>"), NO_TYPES),
    refused("a document type behind a comment", typed("<!-- a --> <!DOCTYPE a>"), NO_TYPES),
    refused(
        "a document type behind a hundred thousand comments",
        lambda: typed("<!-- a -->\n" * 100_000 + "<!DOCTYPE a>"),
        NO_TYPES,
        Limits(seconds=20),
    ),
    refused(
        "a document type behind an instruction that is never closed",
        lambda: typed("<?a " * 100_000 + "<!DOCTYPE a>"),
        "Not well-formed XML",
        Limits(seconds=20),
    ),
    refused("an entity that nothing declares", in_words("&nbsp;"), "Not well-formed XML"),
    refused("a reference to the character NUL", in_words("&#0;"), "Not well-formed XML"),
    refused("a reference to half a pair", in_words("&#xD800;"), "Not well-formed XML"),
    refused(
        "a reference to what is no character", in_words("&#xFFFF;"), "Not well-formed XML"
    ),
    refused(
        "a reference to a character beyond Unicode",
        in_words("&#x110000;"),
        "Not well-formed XML",
    ),
    refused("the character NUL", in_words("\0"), "Not UTF-8 text: byte 0x00"),
    refused("an escape character", in_words("\x1b[31m"), "Not well-formed XML"),
    refused("a bell character", in_words("\x07"), "Not well-formed XML"),
    refused(
        "XML 1.1, in which control characters may be referred to",
        in_words("&#x1B;").replace(b'version="1.0"', b'version="1.1"'),
        "Not well-formed XML",
    ),
    refused(
        "elements a hundred and one deep",
        b"<a>" * 101 + b"</a>" * 101,
        "Elements nest deeper than 100",
    ),
    refused(
        "elements a million deep",
        lambda: b"<a>" * 1_000_000,
        "Not well-formed XML",
        Limits(seconds=20),
    ),
    refused(
        "one byte more than 64 MiB",
        lambda: b"<a>".ljust(64 * 1024 * 1024 + 1, b" "),
        "The file is larger than 64 MiB",
        Limits(seconds=20),
    ),
    refused(
        "eleven million characters without a tag",
        lambda: in_words("b" * 11_000_000),
        "Not well-formed XML",
        Limits(seconds=30),
    ),
    refused(
        "an attribute of eleven million characters",
        lambda: usual_xml("Bicycles", "b" * 11_000_000),
        "Not well-formed XML",
        Limits(seconds=30),
    ),
    refused(
        "a hundred thousand attributes on one element",
        lambda: usual_xml(
            'title="Bicycles"', " ".join(f'a{i}="b"' for i in range(100_000))
        ),
        "The attribute title is missing",
        Limits(seconds=30),
    ),
    refused(
        "a hundred thousand namespaces",
        lambda: usual_xml("<p>A", f"<p {NAMESPACES}>A"),
        "Not well-formed XML: xmlns:a0: ':0' is not a valid URI, line 60, column 29",
        Limits(seconds=60),
    ),
    taken(
        "a hundred thousand empty elements",
        lambda: in_words("<b/>" * 100_000),
        Limits(seconds=60),
    ),
    refused(
        "an inclusion of another file",
        in_words(
            '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>'
        ),
        "Not valid Akoma Ntoso 3.0: line 60: Element",
    ),
    taken(
        "a schema of its own, at another computer",
        usual_xml(
            "<akomaNtoso ",
            '<akomaNtoso xmlns:i="http://www.w3.org/2001/XMLSchema-instance" '
            'i:schemaLocation="http://docs.oasis-open.org/legaldocml/ns/akn/3.0 '
            'http://192.0.2.1/a.xsd" ',
        ),
    ),
    refused(
        "no namespace",
        usual_xml("http://docs.oasis-open.org", "http://b"),
        "Not valid Akoma Ntoso 3.0: line 2: Element",
    ),
    refused(
        "a page in place of a text",
        b"<html><body>A bell</body></html>",
        "Not valid Akoma Ntoso 3.0: line 1: Element 'html': No matching global",
    ),
    refused("two root elements", b"<a/><a/>", "Not well-formed XML"),
    refused("words behind the root element", b"<a/>b", "Not well-formed XML"),
    refused("an element that is not closed", b"<a><b></a>", "Not well-formed XML"),
    refused("the same attribute twice", b'<a b="1" b="2"/>', "Not well-formed XML"),
    refused("an empty file", b"", "Not well-formed XML"),
    refused("white space alone", b" \n\t\r\n ", "Not well-formed XML"),
    refused("a comment alone", b"<!-- a -->", "Not well-formed XML"),
    refused("the head of a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "Not UTF-8"),
    refused(
        "the same address twice",
        usual_xml("sec_1-1__subsec_a", "sec_1-1"),
        "Not valid Akoma Ntoso 3.0: line 52: Element 'section': Duplicate",
    ),
    refused(
        "script in an element that is no law",
        in_words("<script>alert(1)</script>"),
        "Not valid Akoma Ntoso 3.0: line 60: Element 'script': This element is not",
    ),
    refused(
        "a link that runs a script",
        in_words('<ref href="javascript:alert(1)">b</ref>'),
        "'javascript:alert(1)' is not an Akoma Ntoso URI",
    ),
)
