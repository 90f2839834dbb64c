"""Drafts as they lie on somebody's desk: Word, PDF and HTML files, and plain text."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from attack import Attack, Limits

if TYPE_CHECKING:
    from attack import Data

TITLE = "Drafts and archives"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
BODY = "<w:p><w:r><w:t>Sec. 1. A bell is needed.</w:t></w:r></w:p>"


def links(*targets: tuple[str, str], mode: str = "Internal") -> str:
    """Write the links of a part."""
    each = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}" '
        f'TargetMode="{mode}"/>'
        for n, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{LINKS}">{each}</Relationships>'


def word(
    body: str = BODY, before: str = "", **parts: str | bytes
) -> dict[str, str | bytes]:
    """Give the parts of a Word file; an underscore in a name stands for a slash."""
    return {
        "_rels/.rels": links(("officeDocument", "word/document.xml")),
        "word/document.xml": f'{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body>'
        "</w:document>",
        **{name.replace("__", "/"): content for name, content in parts.items()},
    }


def styles(*based: tuple[str, str]) -> str:
    """Describe styles, each based on another one."""
    each = "".join(
        f'<w:style w:styleId="{name}" w:type="paragraph"><w:basedOn w:val="{other}"/>'
        "</w:style>"
        for name, other in based
    )
    return f'<w:styles xmlns:w="{WORD}">{each}</w:styles>'


def listed(start: str) -> bytes:
    """Write a Word file with a list in Roman numbers that begins somewhere."""
    item = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:r><w:t>A bell</w:t></w:r></w:p>"
    )
    numbering = (
        f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0">'
        f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="lowerRoman"/>'
        '<w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum><w:num w:numId="1">'
        '<w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    links_of = links(("numbering", "numbering.xml"))
    parts: dict[str, str | bytes] = {
        "word/_rels/document.xml.rels": links_of,
        "word/numbering.xml": numbering,
    }
    return packed({**word(item), **parts})


def packed(parts: dict[str, str | bytes], method: int = ZIP_DEFLATED) -> bytes:
    """Pack parts into a zip file."""
    store = BytesIO()
    with ZipFile(store, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return store.getvalue()


def changed(data: bytes, old: bytes, new: bytes) -> bytes:
    """Change bytes of a file, which must be there."""
    if old not in data:
        raise ValueError("there is nothing to change")
    return data.replace(old, new)


def twice() -> bytes:
    """Pack two documents under one name: which one is read differs by program."""
    other = word(BODY.replace("A bell", "No bell"))["word/document.xml"]
    parts = {**word(), "word/docuMENT.xml": other}
    return packed(parts, ZIP_STORED).replace(b"docuMENT", b"document")


def many_parts(count: int) -> bytes:
    """Pack a document beside very many parts."""
    return packed({**{f"word/{n}": "" for n in range(count)}, **word()}, ZIP_STORED)


def bomb(mebibytes: int) -> bytes:
    """Pack a document whose words fill memory."""
    return packed(word("<w:p><w:r><w:t>" + "b" * (mebibytes << 20) + "</w:t></w:r></w:p>"))


def pdf(content: bytes, *more: bytes, pages: bytes = b"", page: bytes = b"") -> bytes:
    """Write a PDF file of one page."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        pages or b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        page
        or b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        content,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
        *more,
    ]
    data, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, len(data))
    )


def stream(words: bytes, dictionary: bytes = b"") -> bytes:
    """Write a stream of drawing instructions."""
    return b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(words), dictionary, words)


PAGE_OF_FORMS = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
    b"/Resources << /XObject << /X 6 0 R >> >> >>"
)
WORDS = b"BT /F1 12 Tf 1 0 0 1 72 700 Tm (Sec. 1. A bell is needed.) Tj ET"


def unpacking(mebibytes: int) -> bytes:
    """Write a page whose instructions unpack to very many."""
    small = zlib.compress(b" " * (mebibytes << 20), 9)
    return pdf(stream(small, b"/Filter /FlateDecode "))


def draft(
    name: str,
    kind: str,
    data: Data,
    says: str,
    status: int = 2,
    limits: Limits | None = None,
) -> Attack:
    """Compare a draft with the usual text."""
    return Attack(
        name=name,
        files={f"draft.{kind}": data},
        command=f"diff us-ct/cgs/1-1/eng@2001-10-01 draft.{kind} --no-pager",
        says=says,
        status=status,
        limits=limits,
    )


ENTITY = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
SMALL = Limits(mebibytes=1024, seconds=60)

ATTACKS = (
    draft("Word: an empty file", "docx", b"", "The file is empty"),
    draft(
        "Word: no zip file",
        "docx",
        b"PK\x03\x04word/",
        "The Word file is broken: File is not a zip file",
    ),
    draft(
        "Word: an archive of nothing", "docx", packed({}), "The file is an empty zip file"
    ),
    draft(
        "Word: an archive without a document",
        "docx",
        packed({"word/a": ""}),
        "The Word file has no document in it",
    ),
    draft(
        "Word: an archive that is cut short",
        "docx",
        packed(word())[:-30],
        "The Word file is broken: File is not a zip file",
    ),
    draft(
        "Word: words that unpack to half a gigabyte",
        "docx",
        lambda: bomb(512),
        "The Word file unpacks to more than 64 MiB",
        2,
        SMALL,
    ),
    draft(
        "Word: a hundred thousand parts",
        "docx",
        lambda: many_parts(100_000),
        "{+Sec. 1. A bell",
        1,
        SMALL,
    ),
    draft(
        "Word: two documents under one name",
        "docx",
        twice(),
        "The Word file is broken: a part stands in it twice",
    ),
    draft(
        "Word: a damaged part",
        "docx",
        changed(packed(word(), ZIP_STORED), b"A bell", b"B bell"),
        "The Word file is broken: Bad CRC-32 for file 'word/document.xml'",
    ),
    draft(
        "Word: a part with an external entity",
        "docx",
        packed(word(before=ENTITY)),
        "<!DOCTYPE is not allowed: documents here declare no types or entities",
    ),
    draft(
        "Word: links with an external entity",
        "docx",
        packed({**word(), "_rels/.rels": ENTITY + links()}),
        "<!DOCTYPE is not allowed: documents here declare no types or entities",
    ),
    draft(
        "Word: elements ten thousand deep",
        "docx",
        packed(word("<w:p>" * 10_000 + "</w:p>" * 10_000)),
        "Not well-formed XML: Excessive depth in document: 256, use XML_PARSE_HUGE",
    ),
    draft(
        "Word: a document above the archive",
        "docx",
        packed({**word(), "_rels/.rels": links(("officeDocument", "../../../etc/passwd"))}),
        "The Word file has no document in it",
    ),
    draft(
        "Word: a document by its full path",
        "docx",
        packed({**word(), "_rels/.rels": links(("officeDocument", "/etc/passwd"))}),
        "The Word file has no document in it",
    ),
    draft(
        "Word: a document at another computer",
        "docx",
        packed(
            {
                **word(),
                "_rels/.rels": links(
                    ("officeDocument", "http://192.0.2.1/a"), mode="External"
                ),
            }
        ),
        "{+Sec. 1. A bell",
        1,
    ),
    draft(
        "Word: parts whose names climb out",
        "docx",
        packed({**word(), "../../../../etc/a": "b", "/etc/b": "b"}),
        "{+Sec. 1. A bell",
        1,
    ),
    draft(
        "Word: a template at another computer",
        "docx",
        packed(
            {
                **word(),
                "word/_rels/document.xml.rels": links(
                    ("attachedTemplate", "http://192.0.2.1/a.dotm"), mode="External"
                ),
            }
        ),
        "{+Sec. 1. A bell",
        1,
    ),
    draft(
        "Word: a field that runs a program",
        "docx",
        packed(
            word(
                '<w:p><w:fldSimple w:instr="DDEAUTO cmd.exe"><w:r><w:t>Sec. 1. A bell</w:t>'
                "</w:r></w:fldSimple></w:p>"
            )
        ),
        "{+Sec. 1. A bell",
        1,
    ),
    draft(
        "Word: a program inside",
        "docx",
        packed({**word(), "word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}),
        "{+Sec. 1. A bell",
        1,
    ),
    draft(
        "Word: styles that are based on each other",
        "docx",
        packed(
            {
                **word(
                    '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>'
                    "<w:r><w:t>Sec. 1. A bell</w:t></w:r></w:p>"
                ),
                "word/_rels/document.xml.rels": links(("styles", "styles.xml")),
                "word/styles.xml": styles(("a", "b"), ("b", "a")),
            }
        ),
        "{+Sec. 1. A bell",
        1,
    ),
    draft(
        "Word: a list that counts from five thousand digits",
        "docx",
        listed("9" * 5000),
        "{+(0) A bell",
        1,
        SMALL,
    ),
    draft(
        "Word: a list that counts Roman numbers from a billion",
        "docx",
        listed("9000000000"),
        "{+(9000000000) A bell",
        1,
        SMALL,
    ),
    draft(
        "Word: a tab of a billion columns",
        "docx",
        packed(
            word(
                '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>'
                + BODY
                + "</w:tc></w:tr></w:tbl>"
            )
        ),
        "{+Sec. 1. A bell",
        1,
        SMALL,
    ),
    draft(
        "a workbook in place of a draft",
        "docx",
        packed({"xl/workbook.xml": "<a/>"}),
        "The file is a zip file, but no Word document",
    ),
    draft(
        "a picture in place of a draft",
        "docx",
        b"\x89PNG\r\n\x1a\n",
        "The file is a picture",
    ),
    draft(
        "an old Word file",
        "doc",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
        "The file is a Word document of the old kind (.doc), or one with a password",
    ),
    draft(
        "a program in place of a draft",
        "txt",
        b"\x7fELF\x02\x01\x01\0",
        "The file is no text: its byte 1 is 0x7f",
    ),
    draft("an empty draft", "txt", b"", "The file is empty"),
    draft("a draft of white space alone", "txt", b" \n\t\n", "The file is empty"),
    draft(
        "a draft of 65 MiB",
        "txt",
        lambda: b"Sec. 1. A bell.\n" * (65 << 16),
        "The file is larger than 64 MiB",
        2,
        SMALL,
    ),
    draft("PDF: an empty file", "pdf", b"", "The file is empty"),
    draft(
        "PDF: a head alone",
        "pdf",
        b"%PDF-1.7\n",
        "The PDF file cannot be read: Stream has ended unexpectedly",
    ),
    draft(
        "PDF: a file that is cut short",
        "pdf",
        pdf(stream(WORDS))[:200],
        "The PDF file cannot be read: Stream has ended unexpectedly",
    ),
    draft(
        "PDF: pages that are their own parents",
        "pdf",
        pdf(stream(WORDS), pages=b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"),
        "The PDF file cannot be read: Detected cyclic page references.",
    ),
    draft(
        "PDF: a billion pages, told but not there",
        "pdf",
        pdf(stream(WORDS), pages=b"<< /Type /Pages /Count 1000000000 /Kids [3 0 R] >>"),
        "{+Sec. 1. A bell",
        1,
        SMALL,
    ),
    draft(
        "PDF: instructions that unpack to a gigabyte",
        "pdf",
        lambda: unpacking(1024),
        "The PDF file cannot be read: Limit reached while decompressing. 970742",
        2,
        SMALL,
    ),
    draft(
        "PDF: instructions packed a thousand times",
        "pdf",
        pdf(stream(WORDS, b"/Filter [" + b"/ASCIIHexDecode " * 1000 + b"] ")),
        "The PDF file cannot be read: Maximum filter count 16 exceeded: 1000",
        2,
        SMALL,
    ),
    draft(
        "PDF: instructions in brackets a hundred thousand deep",
        "pdf",
        pdf(stream(b"[" * 100_000)),
        "The PDF file cannot be read: maximum recursion depth exceeded in",
        2,
        SMALL,
    ),
    draft(
        "PDF: a length that names itself",
        "pdf",
        pdf(b"<< /Length 4 0 R >>\nstream\n" + WORDS + b"\nendstream"),
        "The PDF file cannot be read: Detected loop with self reference",
        2,
        SMALL,
    ),
    draft(
        "PDF: a form that draws itself",
        "pdf",
        pdf(
            stream(b"/X Do"),
            stream(
                b"/X Do",
                b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
                b"/Resources << /XObject << /X 6 0 R >> >> ",
            ),
            page=PAGE_OF_FORMS,
        ),
        "The PDF file holds no text: its pages are pictures, as a scanner makes",
        2,
        SMALL,
    ),
    draft(
        "PDF: a script that runs when it is opened",
        "pdf",
        changed(
            pdf(stream(WORDS)),
            b"/Pages 2 0 R",
            b"/Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
        ),
        "{+Sec. 1. A bell",
        1,
    ),
    draft(
        "PDF: a program that is started when it is opened",
        "pdf",
        changed(
            pdf(stream(WORDS)),
            b"/Pages 2 0 R",
            b"/Pages 2 0 R /OpenAction << /S /Launch /F (cmd.exe) >>",
        ),
        "{+Sec. 1. A bell",
        1,
    ),
    draft(
        "PDF: a page as large as the earth",
        "pdf",
        changed(pdf(stream(WORDS)), b"[0 0 612 792]", b"[0 0 9e99 9e99]"),
        "The PDF file holds no text: its pages are pictures, as a scanner makes",
        2,
        SMALL,
    ),
    draft(
        "PDF: letters of a size without end",
        "pdf",
        pdf(stream(WORDS.replace(b"12 Tf", b"1e400 Tf"))),
        "The PDF file cannot be read: list index out of range",
        2,
        SMALL,
    ),
    draft(
        "PDF: a place that is no number",
        "pdf",
        pdf(stream(WORDS.replace(b"72 700", b"nan inf"))),
        "The PDF file cannot be read: not enough values to unpack (expected 6, got",
        2,
        SMALL,
    ),
    draft(
        "PDF: words that clear the screen",
        "pdf",
        pdf(stream(WORDS.replace(b"A bell", b"A \\033[2J bell"))),
        "{+Sec. 1. A ⟨U+001B⟩\\[2J bell is needed.+}",
        1,
    ),
    draft(
        "HTML: elements a hundred thousand deep",
        "html",
        b"<div>" * 100_000 + b"Sec. 1. A bell",
        "The page cannot be read as HTML: Excessive depth in document: 256, use",
        2,
        SMALL,
    ),
    draft(
        "HTML: a script",
        "html",
        b"<p>Sec. 1. A bell</p><script>alert(1)</script><p onclick='alert(1)'>(a) No</p>",
        "{+Sec. 1. A bell",
        1,
    ),
    draft(
        "HTML: a frame and a picture of another computer",
        "html",
        b"<p>Sec. 1. A bell<img src='http://192.0.2.1/a'><iframe src='http://192.0.2.1/b'></iframe></p>",
        "{+Sec. 1. A bell",
        1,
    ),
    draft(
        "HTML: a refresh to another address",
        "html",
        b"<meta http-equiv='refresh' content='0;url=http://192.0.2.1'><p>Sec. 1. A bell",
        "{+Sec. 1. A bell",
        1,
    ),
    draft(
        "HTML: an external entity",
        "html",
        b"<!DOCTYPE html [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"
        b"<html><p>Sec. 1. A &b; bell</p>",
        "{+Sec. 1. A &b; bell",
        1,
    ),
    draft(
        "HTML: words in a comment that is never closed",
        "html",
        b"<p>Sec. 1. A bell</p><!-- " + b"a" * 100_000,
        "{+Sec. 1. A bell",
        1,
    ),
    draft(
        "HTML: words that are not shown",
        "html",
        b"<p>Sec. 1. A bell</p><p style='display:none'>(a) No</p><p hidden>(b) No</p>",
        "{+Sec. 1. A bell",
        1,
    ),
    draft(
        "HTML: a list that begins beyond all numbers",
        "html",
        b"<p>Sec. 1. A bell</p><ol start='99999999999999999999999999'><li>No</li></ol>",
        "{+Sec. 1. A bell",
        1,
    ),
    draft(
        "HTML: a cell of a billion columns",
        "html",
        b"<table><tr><td colspan='1000000000' rowspan='1000000000'>Sec. 1. A bell</table>",
        "{+Sec. 1. A bell",
        1,
        SMALL,
    ),
    draft(
        "HTML: a list nested five thousand times",
        "html",
        b"<ol><li>" * 5000 + b"A bell",
        "The page cannot be read as HTML: Excessive depth in document: 256, use",
        2,
        SMALL,
    ),
)
