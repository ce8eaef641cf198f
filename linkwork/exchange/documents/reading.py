"""The text of one file, whatever wrote it."""

import io
import re
from collections.abc import Callable
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.exchange.documents.captions import captions_to_text
from linkwork.exchange.documents.pages import page_to_text
from linkwork.exchange.safe_xml import parse
from linkwork.exchange.zips import open_zip

ENDINGS = (".txt", ".md", ".docx", ".odt", ".rtf", ".pdf", ".html", ".htm", ".vtt", ".srt")
LARGEST = 50 * 1024 * 1024
MOST_IN_ARCHIVE = 200
ZIP, OLD_WORD, PDF, RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf"


def read_document(name: str, data: bytes) -> str | None:
    """The text of a file; None for plain text, which needs no reading. Raises Refused with what to do."""
    if len(data) > LARGEST:
        raise Refused(_("%(file)s is larger than 50 MB. Divide it into parts.") % {"file": name})
    reader = _reader(name.casefold(), data)
    return reader(name, data) if reader else None


def open_archive(name: str, data: bytes) -> ZipFile | None:
    """An archive of documents; None for anything else, also for the documents that are archives themselves.

    Raises Refused for an archive that is not opened: too large, locked, or with too many files in it.
    """
    if not data.startswith(ZIP) or not name.casefold().endswith(".zip"):
        return None
    packed = open_zip(data, name)
    inside = packed.namelist()
    if "word/document.xml" in inside or "content.xml" in inside:
        return None
    if len(inside) > MOST_IN_ARCHIVE:
        words = _("%(file)s holds more than %(n)s files. Divide it into parts.")
        raise Refused(words % {"file": name, "n": MOST_IN_ARCHIVE})
    return packed


def _reader(name: str, data: bytes) -> Callable[[str, bytes], str] | None:
    """By what the file is, and only for text by what it is called."""
    if data.startswith(PDF):
        return _pdf
    if data.startswith(RTF):
        return _rtf
    if data.startswith(OLD_WORD):
        return _old
    if data.startswith(ZIP):
        return _zipped
    if name.endswith((".html", ".htm")):
        return lambda name, data: page_to_text(_decoded(name, data))
    if name.endswith((".vtt", ".srt")):
        return lambda name, data: captions_to_text(_decoded(name, data))
    return None


def _old(name: str, _data: bytes) -> str:
    words = _("%(file)s is locked, or of an old Office format. Save it as .docx without a password.")
    raise Refused(words % {"file": name})


def _zipped(name: str, data: bytes) -> str:
    packed = open_zip(data, name)
    inside = packed.namelist()
    if "word/document.xml" in inside:
        for part in inside:
            if part.endswith((".xml", ".rels")):
                _check_plain(packed.read(part), name)
        return _docx(name, data)
    if "content.xml" in inside:
        return _odt(name, packed.read("content.xml"))
    raise Refused(_("%(file)s holds no text document. Save it as .docx, .odt or .txt.") % {"file": name})


def _check_plain(xml: bytes, name: str) -> None:
    """A word processor declares no document type; who does wants entities of their own."""
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        words = _("%(file)s declares a document type, which could hide anything, so it is not read.")
        raise Refused(words % {"file": name})


def _docx(name: str, data: bytes) -> str:
    import docx  # not at the start: few commands and pages read documents
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    try:
        body = docx.Document(io.BytesIO(data))
        blocks = list(body.iter_inner_content())
    except (KeyError, ValueError, PackageNotFoundError):
        raise Refused(_broken(name)) from None
    lines = []
    for block in blocks:
        if isinstance(block, Table):
            lines += ["\t".join(cell.text.strip() for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    return "\n".join(lines)


def _odt(name: str, xml: bytes) -> str:
    root = parse(xml, name)
    body = next((one for one in root.iter() if one.tag == "text"), root)
    return "\n".join("".join(_spoken(one)) for one in body.iter() if one.tag in ("p", "h"))


def _spoken(block: Element) -> list[str]:
    """The words of a paragraph, with the spaces, tabs and line breaks that OpenDocument writes as elements."""
    words = [block.text or ""]
    for inner in block:
        match inner.tag:
            case "s":
                words.append(" ")
            case "tab":
                words.append("\t")
            case "line-break":
                words.append("\n")
            case "note" | "annotation" | "frame":
                pass
            case _:
                words += _spoken(inner)
        words.append(inner.tail or "")
    return words


def _rtf(name: str, data: bytes) -> str:
    from striprtf.striprtf import rtf_to_text

    try:
        text: str = rtf_to_text(data.decode("ascii", errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, UnicodeError, IndexError):
        raise Refused(_broken(name)) from None
    return text


def _pdf(name: str, data: bytes) -> str:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise Refused(_("%(file)s is locked with a password. Save it without.") % {"file": name})
        pages = [page.extract_text() for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError):
        raise Refused(_broken(name)) from None
    text = "\n\n".join(_mended(page) for page in pages)
    if not text.strip():
        raise Refused(_("%(file)s holds pictures of pages, and no text.") % {"file": name})
    return text


def _mended(page: str) -> str:
    """A word divided at the end of a line is one word again; other line ends stay as they are printed."""
    return re.sub(r"(?<=[^\W\d_])-\n(?=[^\W\d_])", "", page)


def _decoded(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(_("%(file)s is not UTF-8 text. Save it as UTF-8.") % {"file": name}) from None


def _broken(name: str) -> str:
    return _("%(file)s is damaged and cannot be read. Open it where it was made and save it again.") % {
        "file": name
    }
