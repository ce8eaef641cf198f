"""What a project holds, as plain values. Ids are the files' GUIDs, kept as they came: there and back is the same.

A file holds passages and marks by the ten thousand: those are tuples with names, which are made sooner.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID


@dataclass(frozen=True)
class User:
    """Somebody who coded."""

    guid: UUID
    name: str


@dataclass(frozen=True)
class Code:
    """One code and those below it. `codable` is false for a heading that is not to be used on a passage."""

    guid: UUID
    name: str
    description: str = ""
    color: str = ""
    codable: bool = True
    codes: tuple["Code", ...] = ()

    def each(self) -> Iterator["Code"]:
        """This code and all below it, from the top."""
        yield self
        for one in self.codes:
            yield from one.each()


class Mark(NamedTuple):
    """One code on one passage, by one person."""

    guid: UUID
    code: UUID
    by: UUID | None = None
    at: dt.datetime | None = None
    notes: tuple[UUID, ...] = ()


class Passage(NamedTuple):
    """A stretch of a text: code points from `start` to before `end`. `words` is the file's own comment on it."""

    guid: UUID
    start: int
    end: int
    marks: tuple[Mark, ...] = ()
    name: str = ""
    words: str = ""
    notes: tuple[UUID, ...] = ()
    by: UUID | None = None
    at: dt.datetime | None = None


@dataclass(frozen=True)
class Value:
    """What a variable is for one source or case, as text; `kind` is one of the standard's six types."""

    variable: UUID
    text: str


@dataclass(frozen=True)
class Variable:
    """A property of sources or cases."""

    guid: UUID
    name: str
    kind: str = "Text"
    description: str = ""


@dataclass(frozen=True)
class Text:
    """One source with its whole text, line ends as LF. `marks` are codes on the whole of it."""

    guid: UUID
    name: str
    text: str
    passages: tuple[Passage, ...] = ()
    marks: tuple[Mark, ...] = ()
    values: tuple[Value, ...] = ()
    notes: tuple[UUID, ...] = ()
    description: str = ""


@dataclass(frozen=True)
class Note:
    """A memo."""

    guid: UUID
    name: str
    text: str
    by: UUID | None = None
    at: dt.datetime | None = None


@dataclass(frozen=True)
class Case:
    """A unit of comparison: sources and passages that belong together, and what is known of it."""

    guid: UUID
    name: str
    description: str = ""
    values: tuple[Value, ...] = ()
    sources: tuple[UUID, ...] = ()
    passages: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class CodeSet:
    """Codes put together for a purpose, across the tree."""

    guid: UUID
    name: str
    codes: tuple[UUID, ...] = ()
    description: str = ""


@dataclass(frozen=True)
class Project:
    """All of it."""

    name: str
    origin: str = ""
    users: tuple[User, ...] = ()
    codes: tuple[Code, ...] = ()
    variables: tuple[Variable, ...] = ()
    cases: tuple[Case, ...] = ()
    texts: tuple[Text, ...] = ()
    notes: tuple[Note, ...] = ()
    sets: tuple[CodeSet, ...] = ()
    description: str = ""

    def each_code(self) -> Iterator[Code]:
        """Every code of the tree, from the top."""
        for one in self.codes:
            yield from one.each()


@dataclass
class Loss:
    """What of a file was not carried: each kind of element or property with how often, and why."""

    found: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, what: str, why: str) -> None:
        """Count one."""
        self.found[(what, why)] = self.found.get((what, why), 0) + 1

    def lines(self) -> list[tuple[str, str, int]]:
        """(what, why, how often), in the order they were met."""
        return [(what, why, count) for (what, why), count in self.found.items()]
