"""A joint display as it may go out: every word in it already said, so that four kinds of file can set it alike."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Piece:
    """One thing in a cell. `kind`: figure, words, note, verdict or rating; `below` says where it comes from."""

    kind: str
    text: str
    below: str = ""
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True)
class Line:
    """One row: what it asks, what it is about, and a cell for each column."""

    question: str
    about: str
    cells: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True)
class Paper:
    """The whole display in one language. `heads` name the columns after the first, which holds the questions."""

    lang: str
    dir: str
    above: str
    title: str
    programme: str
    demo: str
    standing: str
    first_head: str
    heads: tuple[str, ...]
    rows: tuple[Line, ...]
    notes: tuple[str, ...]
    printed: str

    def data(self) -> dict[str, Any]:
        """As values for a template: dictionaries, lists and text, nothing else."""
        return asdict(self)


def quoted(text: str, dir: str) -> str:
    """A quotation in its marks, told apart from what stands around it where it runs the other way."""
    return f"\u2068“{text}”\u2069" if dir == "rtl" else f"“{text}”"
