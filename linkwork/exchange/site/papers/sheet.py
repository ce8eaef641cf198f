"""What a template is before it is a file: a name, what it is for, and its chapters in the blocks of a report."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from linkwork.exchange.report.blocks import Block, Chapter, Points, Table, Text

RULE = "_" * 40


@dataclass(frozen=True)
class Sheet:
    """One template. `name` is the beginning of its file's name."""

    name: str
    title: str
    about: str
    chapters: tuple[Chapter, ...]


def part(title: str, *blocks: Block) -> Chapter:
    """A chapter; its title is its place in the contents too."""
    return Chapter("", title, blocks)


def points(*lines: str) -> Points:
    """A list."""
    return Points(lines)


def to_fill(*lines: str) -> Text:
    """Lines to write on: each what goes there, and a rule."""
    return Text(tuple(f"{line} {RULE}" for line in lines))


def to_tick(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """A table whose rows are to be filled in."""
    empty = not any(
        cell for row in rows for cell in row[1:]
    )  # narrow columns for a mark, room for what is asked
    return Table(caption, tuple(heads), tuple(tuple(row) for row in rows), numbers=empty)


def signed() -> Chapter:
    """Two lines to sign on."""
    return part(_("Signed"), to_fill(_("For us, name and day:"), _("For you, name and day:")))
