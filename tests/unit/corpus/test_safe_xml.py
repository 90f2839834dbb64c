from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from statuteline.corpus import safe_xml
from statuteline.corpus.safe_xml import MAX_DEPTH, parse_xml
from statuteline.errors import MalformedXmlError

if TYPE_CHECKING:
    from pathlib import Path

LAUGHS = (
    '<!DOCTYPE a [<!ENTITY b "ha">'
    + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("bcdefgh", "cdefghi", strict=True)
    )
    + "]>"
)


def refused(data: bytes) -> MalformedXmlError:
    with pytest.raises(MalformedXmlError) as caught:
        parse_xml(data, "memory")
    return caught.value


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (f"{LAUGHS}<a>&i;</a>", 1),
        (f"<?xml version='1.0'?>\n<!-- c -->\n<?pi x?>\n{LAUGHS}<a>&i;</a>", 4),
        ("\n\n<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>", 3),
        ("<!DOCTYPE a [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><a>&f;</a>", 1),
        ("<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/p'>%p;]><a/>", 1),
        ("<!-- --><!-- --><!DOCTYPE a><a/>", 1),
        ("\ufeff<!DOCTYPE a><a/>", 1),
    ],
)
def test_a_document_type_is_refused_with_its_line(data: str, line: int) -> None:
    error = refused(data.encode())
    assert "<!DOCTYPE is not allowed" in error.what
    assert error.where == f"memory:{line}"


@pytest.mark.parametrize(
    "data",
    [
        b"<!-- <!DOCTYPE a> --><a>x</a>",
        b"<a><![CDATA[x]]><!-- <!ENTITY b 'c'> --></a>",
        b"<?pi <!DOCTYPE a> ?><a>x</a>",
        b"\xef\xbb\xbf<a>x</a>",
        b'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n<a>x</a>\r\n',
    ],
)
def test_what_declares_nothing_is_read(data: bytes) -> None:
    assert parse_xml(data, "memory").text == "x"


def test_the_words_of_a_declaration_may_be_text() -> None:
    root = parse_xml(b"<a><![CDATA[<!DOCTYPE a [<!ENTITY b 'c'>]>]]></a>", "memory")
    assert root.text == "<!DOCTYPE a [<!ENTITY b 'c'>]>"


ENTITY = '<!DOCTYPE a [<!ENTITY e "boom">]><a>&e;</a>'


@pytest.mark.parametrize(
    "data",
    [
        f'<?xml version="1.0" encoding="UTF-16"?>{ENTITY}'.encode("utf-16"),
        f'<?xml version="1.0" encoding="UTF-16"?>{ENTITY}'.encode("utf-16-le"),
        f'<?xml version="1.0" encoding="UTF-16"?>{ENTITY}'.encode("utf-16-be"),
        ENTITY.encode("utf-32"),
        b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a><a/>',
        b'<?xml version="1.0" encoding="ISO-8859-1"?><a>\xc3\xa9</a>',
        '<?xml version="1.0" encoding="IBM037"?><a/>'.encode("cp037"),
        b"<a>\xe9</a>",
        b"<a>\x00</a>",
    ],
)
def test_only_utf_8_is_read(data: bytes) -> None:
    assert "UTF-8" in refused(data).what


def test_a_byte_that_is_not_utf_8_has_a_line() -> None:
    assert refused(b"<a>\n\n\xff</a>").where == "memory:3"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n",
        b"words",
        b"<a>",
        b"<a/><b/>",
        b"<a>&b;</a>",
        b"<a>&#0;</a>",
        b"<a b=1/>",
    ],
)
def test_what_is_not_well_formed_is_refused_in_one_line(data: bytes) -> None:
    error = refused(data)
    assert error.what.startswith("Not well-formed XML: ")
    assert "\n" not in error.what
    assert error.where.startswith("memory:")


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 1000, 100_000])
def test_deep_nesting_is_refused(depth: int) -> None:
    assert refused(b"<a>\n" * depth + b"</a>" * depth).where.startswith("memory:")


def test_nesting_up_to_the_limit_is_read() -> None:
    assert parse_xml(b"<a>" * MAX_DEPTH + b"</a>" * MAX_DEPTH, "memory").tag == "a"


def test_a_file_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_xml, "MAX_BYTES", 1024 * 1024)
    parse_xml(b"<a>".ljust(1024 * 1024 - 4) + b"</a>", "memory")
    assert "1 MiB" in refused(b"<a>".ljust(1024 * 1024 - 3) + b"</a>").what


def test_no_other_file_and_no_network_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket.socket, "connect", forbidden)
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    root = parse_xml(
        '<a xmlns:i="http://www.w3.org/2001/XInclude">'
        f'<i:include href="{secret.as_uri()}" parse="text"/></a>'.encode(),
        "memory",
    )
    assert [str(piece) for piece in root.itertext()] == []


def test_a_prolog_of_many_comments_takes_no_time() -> None:
    # A pattern that could split these in more than one way would never end.
    assert parse_xml(b"<!---->\n" * 50_000 + b"<a/>", "memory").tag == "a"
