"""What is a codebook: its frames in order, their codes, where each code leads, and how it is written down?

Plain values, so that the codebook of today and one frozen a year ago are drawn, compared and hashed by the same lines.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any
from uuid import UUID

from linkwork.core.errors import NotFound, sentence
from linkwork.evaluation.coding.rules.own import CodeState, list_id_of, uuid_of

Pair = tuple[str, str]


@dataclass(frozen=True)
class CodeCard:
    """One code. `colour` is 1 to 8; `domain` the top it hangs under; a `heading` groups others and is never given.

    `maps_to` are constructs of shipped frames it speaks of too; `merged_into` the code that took its passages.
    """

    frame_id: str
    construct_id: str
    name: str
    definition: str
    parent: str | None
    domain: str
    depth: int
    colour: int
    code: str = ""
    include: str = ""
    exclude: str = ""
    example: str = ""
    heading: bool = False
    state: CodeState = CodeState.IN_USE
    maps_to: tuple[Pair, ...] = ()
    merged_into: Pair | None = None

    @property
    def pair(self) -> Pair:
        """How codings name it."""
        return self.frame_id, self.construct_id

    @property
    def id(self) -> UUID | None:
        """The id of an own code; None for a construct of a shipped frame."""
        return uuid_of(self.construct_id) if list_id_of(self.frame_id) else None

    @property
    def offered(self) -> bool:
        """Whether it may be given to passages now."""
        return self.state is CodeState.IN_USE and not self.heading


@dataclass(frozen=True)
class BookFrame:
    """One list of codes in a codebook, every code after its parent. `kind` is "shipped" or a `ListKind`."""

    id: str
    name: str
    long_name: str
    kind: str
    version: str
    citation: str
    codes: tuple[CodeCard, ...]

    @property
    def list_id(self) -> UUID | None:
        """The id of an own list; None for a shipped frame."""
        return list_id_of(self.id)

    @cached_property
    def by_construct(self) -> dict[str, CodeCard]:
        """Its codes by the id of what they stand for."""
        return {one.construct_id: one for one in self.codes}

    @property
    def tops(self) -> tuple[CodeCard, ...]:
        """The domains, themes or codes that hang under none."""
        return tuple(one for one in self.codes if one.depth == 0)

    def inside(self, top: CodeCard) -> tuple[CodeCard, ...]:
        """A top and all below it."""
        return tuple(one for one in self.codes if one.domain == top.construct_id)

    def children(self, card: CodeCard) -> tuple[CodeCard, ...]:
        """What hangs right below a code."""
        return tuple(one for one in self.codes if one.parent == card.construct_id)


@dataclass(frozen=True)
class Codebook:
    """The frames a study uses, in their order, with all their codes: also those left out, retired or merged.

    `beside` holds the shipped frames that the study does not use; what was coded with them keeps its name.
    """

    study_id: UUID
    frames: tuple[BookFrame, ...]
    beside: Mapping[str, BookFrame] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def _by_frame(self) -> dict[str, BookFrame]:
        return {**self.beside, **{one.id: one for one in self.frames}}

    def frame(self, frame_id: str) -> BookFrame:
        """One frame, used or not. Raises NotFound."""
        found = next((one for one in self.frames if one.id == frame_id), None) or self.beside.get(frame_id)
        if found is None:
            raise NotFound(sentence("There is no such frame in this codebook."))
        return found

    def get(self, frame_id: str, construct_id: str) -> CodeCard | None:
        """One code of any frame; None where there is none."""
        book = self._by_frame.get(frame_id)
        return (book and book.by_construct.get(construct_id)) or self._beside(frame_id, construct_id)

    def _beside(self, frame_id: str, construct_id: str) -> CodeCard | None:
        """As a shipped frame names it today: a frozen codebook may be older."""
        book = self.beside.get(frame_id)
        return book.by_construct.get(construct_id) if book else None

    def code(self, frame_id: str, construct_id: str) -> CodeCard:
        """One code of any frame. Raises NotFound."""
        found = self.get(frame_id, construct_id)
        if found is None:
            raise NotFound(sentence("There is no such code in this codebook."))
        return found

    def current(self, frame_id: str, construct_id: str) -> CodeCard:
        """The code that stands for this one now: itself, or what it was merged into. Raises NotFound."""
        found = self.code(frame_id, construct_id)
        while found.merged_into:
            found = self.code(*found.merged_into)
        return found

    def may_be_given(self, frame_id: str, construct_id: str) -> bool:
        """Whether a passage may be given this code: of a shipped frame any, of an own list one that is in use."""
        found = self.get(frame_id, construct_id)
        return found is not None and found.state in (CodeState.IN_USE, CodeState.LEFT_OUT)

    @property
    def own_codes(self) -> list[CodeCard]:
        """The codes of the study's own lists that were not merged away."""
        return [
            one
            for book in self.frames
            if book.list_id
            for one in book.codes
            if one.state is not CodeState.MERGED
        ]


def as_content(book: Codebook) -> dict[str, Any]:
    """The codebook as plain JSON values, to keep. What the study does not use is not in it."""
    return {"frames": [asdict(one) for one in book.frames]}


def from_content(
    study_id: UUID, content: Mapping[str, Any], beside: Mapping[str, BookFrame] = MappingProxyType({})
) -> Codebook:
    """The twin of `as_content`. `beside`: the shipped frames of today, for the names of what codes map to."""
    return Codebook(study_id, tuple(_frame(one) for one in content["frames"]), beside)


def _frame(data: Mapping[str, Any]) -> BookFrame:
    return BookFrame(**{**data, "codes": tuple(_card(one) for one in data["codes"])})


def _card(data: Mapping[str, Any]) -> CodeCard:
    merged = data["merged_into"]
    return CodeCard(
        **{
            **data,
            "state": CodeState(data["state"]),
            "maps_to": tuple((pair[0], pair[1]) for pair in data["maps_to"]),
            "merged_into": (merged[0], merged[1]) if merged else None,
        }
    )


def hash_of(content: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of the content in one agreed form: keys in order, no spaces, UTF-8."""
    said = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()
