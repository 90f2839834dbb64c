"""Nothing that a file says is dropped: it is read, or refused with file and line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from statuteline.corpus.reader import read
from statuteline.corpus.writer import write
from statuteline.errors import SchemaViolationError
from statuteline.model.work import Expression

if TYPE_CHECKING:
    from statuteline.corpus.store import Corpus

Text = Callable[..., Expression]


@pytest.fixture
def source(corpus: Corpus, text: Text) -> str:
    return write(text(), corpus.uris, corpus.settings).decode()


def refused(corpus: Corpus, source: str) -> SchemaViolationError:
    with pytest.raises(SchemaViolationError) as caught:
        read(source.encode(), corpus.uris, "file.xml")
    return caught.value


def line_of(source: str, words: str) -> str:
    return f"file.xml:{source[: source.index(words)].count(chr(10)) + 1}"


# From words of the file to the words that replace them, and the words of the message.
LOST = {
    "attachment": ("</body>", "</body><conclusions/>", "<conclusions> is no part"),
    "second-document": ("</act>", "</act><act/>", "holds 2 documents"),
    "loose-words": ("<content>", "<content>lost", "loose words: 'lost'"),
    "tail": ("</content>", "</content>lost", "loose words: 'lost'"),
    "loose-words-in-body": ("<body>", "<body>lost", "loose words: 'lost'"),
    "content-and-lower": ("<intro>", "<content><p>lost</p></content><intro>", "<content>"),
    "second-number": (
        "<intro>",
        "<num>b</num><num>c</num><intro>",
        "second",
    ),
    "wrap-up-of-leaf": ("</content>", "</content><wrapUp><p>lost</p></wrapUp>", "<wrapUp>"),
    "intro-of-leaf": ("<content>", "<intro><p>lost</p></intro><content>", "<intro>"),
    "marked-number": (
        "<num>(a)</num>",
        "<num>(<b>a</b>)</num>",
        "may hold words only",
    ),
    "nested-mark": ("Some words.", "<b><i>Some</i></b> words.", "may hold words only"),
    "unknown-mark": ("Some words.", "<def>Some</def> words.", "<def> is no mark"),
    "unknown-block": ("<p>Some words.</p>", "<foreign/>", "<foreign> is no block"),
    "unknown-level": ("<body>", '<body><hcontainer eId="x"/>', "no level of a text"),
    "unknown-status": (
        'subsec_a"',
        'subsec_a" status="temporary"',
        "status is",
    ),
    "unknown-period": ('subsec_a"', 'subsec_a" period="#tg_9"', "no temporalGroup"),
    "workflow": ("<references", "<workflow/><references", "<workflow> is no part"),
    "note-of-two": (
        "<proprietary",
        '<notes><note class="source"><p>a</p><p>b</p></note></notes><proprietary',
        "one <p>",
    ),
    "note-words": (
        "<proprietary",
        '<notes><note class="source">lost<p>a</p></note></notes><proprietary',
        "loose words",
    ),
    "note-kind": (
        "<proprietary",
        '<notes><note class="gossip"><p>a</p></note></notes><proprietary',
        "'gossip' is none of source",
    ),
    "status": ('words="official"', 'words="official" status="lost"', "'lost' is none of"),
    "edition-kind": (
        "</proprietary>",
        '<sl:edition kind="reprint" revised-to="2025-01-01"/></proprietary>',
        "'reprint' is none of",
    ),
    "place-level": (
        "</proprietary>",
        '<sl:position><sl:shelf number="1"/></sl:position></proprietary>',
        "<shelf> is no level",
    ),
    "place-without-chapter": (
        "</proprietary>",
        '<sl:position><sl:title number="1" name=""/></sl:position></proprietary>',
        "title and chapter",
    ),
    "own-data": (
        "</proprietary>",
        "<sl:more/></proprietary>",
        "<more> is no part",
    ),
    "table-part": ("<p>Some words.</p>", "<table><p>lost</p></table>", "no row of a table"),
    "row-words": (
        "<p>Some words.</p>",
        "<table><tr>lost<td><p>a</p></td></tr></table>",
        "loose words",
    ),
    "cell-of-two": (
        "<p>Some words.</p>",
        "<table><tr><td><p>a</p><p>b</p></td></tr></table>",
        "one <p>",
    ),
    "eid": ('eId="sec_1-1__subsec_a"', 'eId="a b"', "'a b' is not an eId"),
    "no-eid": ('eId="sec_1-1__subsec_a"', "", "'' is not an eId"),
    "wid": ('eId="sec_1-1__subsec_a"', 'eId="sec_1-1__subsec_a" wId="?"', "not a wId"),
    "kind": ('name="section"', 'name="bill"', "no kind of document"),
    "root": ("akomaNtoso", "akomantoso", "The root is akomantoso"),
    "link": (
        "Some words.",
        '<ref href="http://x.test/y">Some</ref>',
        "not an Akoma",
    ),
    "foreign-link": (
        "Some words.",
        '<ref href="/akn/us-xx/act/code/1958/1">Some</ref>',
        "us-xx/code is not set up",
    ),
    "wrong-year": (
        "Some words.",
        '<ref href="/akn/us-ct/act/cgs/1949/1-1">Some</ref>',
        "is not the URI of",
    ),
}


@pytest.mark.parametrize("name", LOST)
def test_what_would_be_lost_is_refused(name: str, corpus: Corpus, source: str) -> None:
    found, changed, says = LOST[name]
    assert found in source
    broken = source.replace(found, changed)
    error = refused(corpus, broken)
    assert says in error.what
    assert error.where.startswith("file.xml:")
    assert error.where.removeprefix("file.xml:").isdigit()


def test_a_fault_has_the_line_of_its_element(corpus: Corpus, source: str) -> None:
    broken = source.replace('eId="sec_1-1__subsec_a"', 'eId="SEC"')
    assert refused(corpus, broken).where == line_of(broken, 'eId="SEC"')
    event = source.replace('type="amendment"', 'type="rumour"')
    assert refused(corpus, event).where == line_of(event, 'type="rumour"')


@pytest.mark.parametrize(
    ("found", "changed", "says"),
    [
        ('type="amendment"', 'type="rumour"', "type is 'rumour'"),
        ('date="2026-01-02"', 'date="2026-13-02"', "'2026-13-02' is not a date"),
        ('words="official"', 'words="mine"', "words is 'mine'"),
        ('source="#unknown-act"', 'source="#act_7"', "'#act_7' is not in <references>"),
        ('start="#ev_1"', 'start="#ev_2"', "'#ev_2' is not an event of the lifecycle"),
        ("cgs/1958/1-1/eng@2001-10-01", "cgs/1959/1-1/eng@2001-10-01", "is not the URI of"),
        ("/akn/us-ct/", "/akn/us-xx/", "us-xx/cgs is not set up"),
        ("cgs/1958/1-1/eng@2001-10-01", "cgs/1958/1-1/eng", "not an expression id"),
    ],
)
def test_broken_meta_has_a_line(
    found: str, changed: str, says: str, corpus: Corpus, source: str
) -> None:
    assert found in source
    broken = source.replace(found, changed)
    error = refused(corpus, broken)
    assert says in error.what
    at = int(error.where.removeprefix("file.xml:"))
    assert changed in broken.splitlines()[at - 1]


@pytest.mark.parametrize("name", ["root", "empty"])
def test_an_empty_document_is_refused(name: str, corpus: Corpus) -> None:
    space = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    inner = {"root": "", "empty": "<act name='section'/>"}[name]
    error = refused(corpus, f"<akomaNtoso xmlns='{space}'>{inner}</akomaNtoso>")
    assert error.where == "file.xml:1"


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"<body>", b"<!-- <!DOCTYPE a> --><?pi?><body>"),
        lambda data: data.replace(b"Some words.", b"Some<!-- c --> <![CDATA[words.]]>"),
        lambda data: data.replace(b"Some", b"&#83;ome"),
        lambda data: b"\n".join(line.strip() for line in data.split(b"\n")),
    ],
    ids=["bom", "crlf", "comments", "cdata", "character-reference", "no-indent"],
)
def test_other_spellings_are_the_same_text(
    change: Callable[[bytes], bytes], corpus: Corpus, source: str, text: Text
) -> None:
    changed = change(source.encode())
    assert changed != source.encode()
    found = read(changed, corpus.uris, "file.xml")
    assert found == text()
    assert write(found, corpus.uris, corpus.settings).decode() == source
