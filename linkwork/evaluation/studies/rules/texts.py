"""What is a source's text, and how do the bytes of a file become it?

A text is normalised once, when it comes in, and never changed: lines end in LF, a byte order mark at the start goes,
everything else stays as it was written (no Unicode normalisation: offsets count the code points people see quoted).
"""

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum

RIGHT_TO_LEFT = frozenset({"ar", "fa", "ur", "ckb", "ps", "he", "yi", "sd", "ug", "dv"})
MARK = "\ufeff"
LONGEST = 2_000_000  # code points: some two hundred hours of talk


class Direction(StrEnum):
    """Which way a text runs."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


class Fault(StrEnum):
    """Why a text or a file cannot be a source."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    PDF = "pdf"
    OFFICE = "office"
    BINARY = "binary"
    UNDECODABLE = "undecodable"


@dataclass(frozen=True)
class NewFile:
    """A file as it came: its name and its bytes."""

    name: str
    data: bytes


class Unreadable(ValueError):
    """The bytes are not a text we can keep; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def decode(data: bytes) -> str:
    """The text of a file: UTF-8 with or without a mark, or UTF-16 with one. Raises Unreadable.

    A file in an older encoding is refused and not guessed at: one wrong letter in a quotation is a wrong quotation.
    """
    if data.startswith(b"%PDF"):
        raise Unreadable(Fault.PDF)
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise Unreadable(Fault.OFFICE)
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not marked and b"\x00" in data:
        raise Unreadable(Fault.BINARY)
    try:
        text = data.decode("utf-16" if marked else "utf-8")
    except UnicodeDecodeError as fault:
        raise Unreadable(Fault.UNDECODABLE) from fault
    return normalised(text)


_UNKEPT = re.compile("[\x00\ud800-\udfff]")  # what no database keeps


def normalised(text: str) -> str:
    """`text` as it is kept. Raises Unreadable where it is empty, too long, or holds what no database keeps."""
    kept = text.removeprefix(MARK).replace("\r\n", "\n").replace("\r", "\n")
    if _UNKEPT.search(kept):
        raise Unreadable(Fault.BINARY)
    if not kept.strip():
        raise Unreadable(Fault.EMPTY)
    if len(kept) > LONGEST:
        raise Unreadable(Fault.TOO_LONG)
    return kept


def hash_of(text: str) -> str:
    """SHA-256 (hex) of the normalised text in UTF-8: which version a coding points into."""
    return hashlib.sha256(text.encode()).hexdigest()


def direction_of(language: str) -> Direction:
    """Which way a language is written; `language` is a code such as "ar" or "pt-BR"."""
    first = language.lower().replace("_", "-").split("-")[0]
    return Direction.RIGHT_TO_LEFT if first in RIGHT_TO_LEFT else Direction.LEFT_TO_RIGHT


def title_of(file_name: str) -> str:
    """A title from a file's name: without folders and ending, underscores as spaces."""
    name = file_name.replace("\\", "/").rsplit("/", 1)[-1]
    stem = name.rsplit(".", 1)[0] if "." in name[1:] else name
    return " ".join(stem.replace("_", " ").split())[:200] or "–"
