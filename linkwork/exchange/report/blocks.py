"""What is a report made of? A few kinds of block, every word in them already said, so that two papers can set them."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from markupsafe import Markup


@dataclass(frozen=True)
class Text:
    """Paragraphs. `soft` for what stands aside."""

    lines: tuple[str, ...]
    soft: bool = False
    kind: str = "text"


@dataclass(frozen=True)
class Facts:
    """Terms, each with one or more lines."""

    pairs: tuple[tuple[str, tuple[str, ...]], ...]
    kind: str = "facts"


@dataclass(frozen=True)
class Points:
    """A list."""

    items: tuple[str, ...]
    kind: str = "points"


@dataclass(frozen=True)
class Table:
    """A table whose first column names its rows. `numbers`: every other column holds numbers."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: bool = True
    kind: str = "table"


@dataclass(frozen=True)
class Picture:
    """A picture with the table it was drawn from. `svg` for pages, `alone` for papers; `lines` stand below it."""

    title: str
    description: str
    svg: Markup
    alone: str
    width: float
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[str, ...] = ()
    kind: str = "picture"


@dataclass(frozen=True)
class Words:
    """A quotation in its own language and direction, and who said it."""

    text: str
    lang: str
    dir: str
    who: str


@dataclass(frozen=True)
class Entry:
    """Something that was said or found: what it is, its words, what it rests on. `flag` is what must not be missed."""

    above: str
    title: str
    lines: tuple[str, ...] = ()
    words: tuple[Words, ...] = ()
    notes: tuple[str, ...] = ()
    flag: str = ""
    kind: str = "entry"


@dataclass(frozen=True)
class Heading:
    """A heading inside a chapter."""

    title: str
    kind: str = "heading"


Block = Text | Facts | Points | Table | Picture | Entry | Heading


@dataclass(frozen=True)
class Chapter:
    """One chapter. `id` is its place in the contents."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Report:
    """The whole report in one language. With a `cover` (terms with lines) it begins with a page of its own."""

    lang: str
    dir: str
    above: str
    title: str
    programme: str
    lead: str
    demo: str
    printed: str
    contents: str
    chapters: tuple[Chapter, ...] = field(default=())
    cover: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def pictures(self) -> bool:
        """Whether anything in it is drawn."""
        return any(isinstance(block, Picture) for one in self.chapters for block in one.blocks)

    def data(self) -> dict[str, Any]:
        """As values for a template: dictionaries, lists and text, nothing else."""
        return asdict(self)


def chapter(id: str, title: str, blocks: Sequence[Block]) -> Chapter:
    """A chapter of `blocks`."""
    return Chapter(id, title, tuple(blocks))
