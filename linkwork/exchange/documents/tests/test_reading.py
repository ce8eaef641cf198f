"""Do documents come in as the words people wrote, and hostile ones not at all?"""

import io
import zipfile
from contextlib import suppress

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from linkwork.core.errors import Refused
from linkwork.exchange.documents import reading
from linkwork.exchange.documents.captions import captions_to_text
from linkwork.exchange.documents.pages import page_to_text
from linkwork.exchange.documents.reading import ENDINGS, read_document

pytestmark = pytest.mark.rules
WORDS = "Förtroende 😀 ثقة 信任"


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def word() -> bytes:
    document = docx.Document()
    document.add_heading("Interview", 1)
    document.add_paragraph(WORDS)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Who", "A worker"
    document.add_paragraph("The end")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(*, locked: bool = False) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    if locked:
        writer.encrypt("x", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def printed() -> bytes:
    import typst

    made = typst.compile(b"#set page(width: 10cm)\nTrust came first.")
    assert isinstance(made, bytes)
    return made


ODT = (
    '<office:document-content xmlns:office="o" xmlns:text="t" xmlns:draw="d"><office:body><office:text>'
    "<text:h>Interview</text:h><text:p>One<text:s/>two<text:tab/>three<text:line-break/>four"
    "<text:note><text:p>aside</text:p></text:note> <text:span>five</text:span></text:p>"
    "</office:text></office:body></office:document-content>"
)


def test_a_word_document_keeps_its_order():
    assert read_document("a.docx", word()) == f"Interview\n{WORDS}\nWho\tA worker\nThe end"


def test_an_open_document_keeps_its_spaces():
    text = read_document("a.odt", zipped(content_xml=ODT.encode()))
    assert text is not None
    assert text.split("\n")[:3] == ["Interview", "One two\tthree", "four five"]


def test_rich_text_is_read():
    assert read_document("a.rtf", rb"{\rtf1\ansi\ansicpg1252 caf\'e9\par two\u8364?}") == "café\ntwo€"


def test_a_printed_page_is_read():
    text = read_document("a.pdf", printed())
    assert text is not None
    assert text.strip() == "Trust came first."


def test_a_word_divided_at_the_end_of_a_line_is_whole_again():
    assert reading._mended("imple-\nmentation, 2019-\n2020") == "implementation, 2019-\n2020"


def test_a_web_page_shows_what_people_see():
    html = (
        "<html><head><title>x</title><style>p{}</style></head><body><h1>One &amp; two</h1><p>a\n  b<br>c</p>"
        "<script>no()</script><table><tr><td>1</td><td> 2 </td></tr></table></body></html>"
    )
    assert read_document("a.html", html.encode()) == "One & two\na b\nc\n1\t2"


def test_captions_become_turns():
    text = (
        "WEBVTT\n\n1\n00:01.000 --> 00:02.000\n<v Amal>Hello\n<b>there</b>\n\n00:03.000 --> 00:04.000\n"
        "<v Amal>and welcome\n\n01:00:05.000 --> 01:00:06.000\n<v Bo>Thanks\n\nNOTE nothing\n"
    )
    assert captions_to_text(text) == "[0:00:01] Amal: Hello there and welcome\n[1:00:05] Bo: Thanks"


def test_captions_without_voices_stay_apart():
    srt = "1\r\n00:00:01,000 --> 00:00:02,000\r\nHello\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n{\\an8}again\r\n"
    assert read_document("a.srt", srt.encode()) == "[0:00:01] Hello\n[0:00:03] again"


def test_captions_in_another_encoding_are_read_by_their_mark():
    assert captions_to_text("") == ""
    assert read_document("a.html", "<p>é</p>".encode("utf-16")) == "é"


def test_plain_text_needs_no_reading():
    assert read_document("a.txt", WORDS.encode()) is None
    assert ".txt" in ENDINGS


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
HOSTILE = {
    "document type": ("a.docx", zipped(word__document_xml=LAUGHS)),
    "declares a document": ("a.odt", zipped(content_xml=LAUGHS)),
    "far more than it is": ("a.docx", zipped(word__document_xml=b" " * (5 * 1024 * 1024))),
    "no whole ZIP": ("a.docx", word()[:400]),
    "no text document": ("a.zip", zipped(readme=b"x")),
    "damaged": ("a.docx", zipped(word__document_xml=b"<x/>")),
    "pictures of pages": ("a.pdf", pdf()),
    "locked with a password": ("a.pdf", pdf(locked=True)),
    "is damaged and": ("a.pdf", b"%PDF-1.7 nothing"),
    "old Office format": ("a.doc", b"\xd0\xcf\x11\xe0rest"),
    "not UTF-8": ("a.html", b"<p>\xff</p>"),
    "not XML: line 1": ("a.odt", zipped(content_xml=b"<x")),
}


@pytest.mark.parametrize("reason", HOSTILE)
def test_what_cannot_be_read_is_refused_in_words(reason):
    name, data = HOSTILE[reason]
    with pytest.raises(Refused, match=reason):
        read_document(name, data)


def test_a_file_that_is_far_too_large_is_not_opened(monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 10)
    with pytest.raises(Refused, match="larger than 50 MB"):
        read_document("a.txt", b"0" * 11)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(ENDINGS),
    st.sampled_from([b"", b"{\\rtf", b"%PDF-1.4", b"PK\x03\x04"]),
    st.binary(max_size=60),
)
def test_no_bytes_end_in_anything_but_words_or_a_reason(ending, start, rest):
    with suppress(Refused):
        read_document(f"a{ending}", start + rest)


@given(
    st.text(
        st.characters(codec="utf-8", exclude_characters="<&\r", exclude_categories=["Cc", "Z"]), min_size=1
    )
)
def test_a_page_of_plain_words_is_those_words(words):
    assert page_to_text(f"<p>{words}</p>") == words
