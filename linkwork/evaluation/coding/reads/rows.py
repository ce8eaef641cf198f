"""What every question of this room begins with: the rows that count, their codes, their stage."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Aggregate, DateTimeField, F, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import Coding, CodingCode
from linkwork.evaluation.coding.reads.frames import frames_named
from linkwork.evaluation.coding.rules import Origin, Valence
from linkwork.evaluation.coding.rules.codebook import Codebook
from linkwork.evaluation.coding.rules.own import OWN
from linkwork.evaluation.studies.reads import SourceLine
from linkwork.instruments import frames
from linkwork.instruments.frames import Frame
from linkwork.programmes import reads as programmes
from linkwork.programmes.rules import Stage

Pair = tuple[str, str]


@dataclass(frozen=True)
class Code:
    """One code on a coding."""

    frame_id: str
    construct_id: str
    name: str
    domain: str


@dataclass(frozen=True)
class CodingCard:
    """One coding without its words. `stage` is its own where it has one, otherwise its source's."""

    id: UUID
    source_id: UUID
    start: int
    end: int
    codes: tuple[Code, ...]
    valence: Valence
    strength: int | None
    stage: Stage | None
    memo: str
    origin: Origin
    coder_id: UUID | None
    coder: str


class Row(NamedTuple):
    """A coding as it lies in the table, with its codes. Ten thousand of these are read at once: no model objects.

    `made_at` is there where it was asked for: making moments takes a third as long as all the rest.
    """

    id: UUID
    study_id: UUID
    source_id: UUID
    start: int
    end: int
    coder_id: UUID | None
    valence: str
    strength: int | None
    stage: str
    memo: str
    origin: str
    made_at: dt.datetime | None
    coder: str
    codes: tuple[Code, ...]


class _Together(Aggregate):
    """Several texts as one, with a comma between them."""

    function = "GROUP_CONCAT"
    template = "%(function)s(%(expressions)s)"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """The same by the name it has there."""
        named = "STRING_AGG(%(expressions)s, ',')"
        return super().as_sql(compiler, connection, template=named, **extra)


# Ids are read as text, and made into ids once each where many rows share them; a coding's codes come as one text, so
# that ten thousand codings are ten thousand rows, whatever they carry.
AS_TEXT = {name: Cast(name, TextField()) for name in ("id", "study_id", "source_id", "coder_id")}
PLAIN = ("start", "end", "valence", "strength", "stage", "memo", "origin")


def load(
    viewer: Viewer, rows: QuerySet[Coding], book: Codebook | None = None, *, dated: bool = False
) -> list[Row]:
    """The codings with their codes and coders, in the order of `rows`: one question.

    One more for own lists, where no codebook of their study is at hand.
    """
    named = {f"{name}_text": cast for name, cast in AS_TEXT.items()}
    made = F("created_at") if dated else Value(None, DateTimeField())
    found = rows.annotate(**named, carried=carried(), made=made)
    held = list(found.values_list(*PLAIN, "made", *named, "coder__name", "carried"))
    pairs = {text: pairs_in(text) for text in {row[-1] for row in held}}
    carried_ones = {pair for some in pairs.values() for pair in some}
    code_of = {pair: _in_book(book, *pair) for pair in carried_ones} if book else codes(viewer, carried_ones)
    ordered = {text: in_order(code_of[pair] for pair in some) for text, some in pairs.items()}
    ids = ids_in(row[9:12] for row in held)
    return [
        Row(
            UUID(key),
            ids[study],
            ids[source],
            start,
            end,
            ids[coder],
            valence,
            strength,
            stage,
            memo,
            origin,
            made,
            name or "",
            ordered[text],
        )
        for start, end, valence, strength, stage, memo, origin, made, key, study, source, coder, name, text in held
    ]


def ids_in(rows: Iterable[Iterable[str | None]]) -> dict[Any, Any]:
    """The ids in these texts, by text; nothing stays nothing."""
    return {text: UUID(text) if text else None for text in set(chain.from_iterable(rows))}


def carried() -> Subquery:
    """For a question about codings: each one's codes as one text, "frame construct,frame construct"."""
    here = CodingCode.objects.filter(programme_id=OuterRef("programme_id"), coding_id=OuterRef("id"))
    pair = Concat("frame", Value(" "), "construct", output_field=TextField())
    return Subquery(here.order_by().values("coding_id").annotate(text=_Together(pair)).values("text"))


def pairs_in(text: str | None) -> list[Pair]:
    """The (frame id, construct id) of a coding, from the text that `carried` makes of them."""
    return [
        (frame, construct)
        for frame, _, construct in (one.partition(" ") for one in (text or "").split(","))
        if frame
    ]


def codes(viewer: Viewer, pairs: Collection[Pair]) -> dict[Pair, Code]:
    """These (frame id, construct id) as codes: no question of the database, or one where any is of an own list.

    Raises NotFound where a frame no longer names one of them.
    """
    found = {pair: code(*pair) for pair in pairs if not pair[0].startswith(OWN)}
    own = [pair for pair in pairs if pair[0].startswith(OWN)]
    frame_of = frames_named(viewer, {frame_id for frame_id, _ in own}) if own else {}
    for frame_id, construct_id in own:
        found[frame_id, construct_id] = code_in(frame_of, frame_id, construct_id)
    return found


def _in_book(book: Codebook, frame_id: str, construct_id: str) -> Code:
    found = book.code(frame_id, construct_id)
    return Code(frame_id, construct_id, found.name, found.domain)


def code_in(frame_of: Mapping[str, Frame], frame_id: str, construct_id: str) -> Code:
    """A construct of one of these frames as a code. Raises NotFound."""
    if frame_id not in frame_of:
        raise NotFound(_("There is no frame “%(frame)s”.") % {"frame": frame_id})
    one = frame_of[frame_id].construct(construct_id)
    return Code(frame_id, one.id, one.name, one.domain)


@cache
def code(frame_id: str, construct_id: str) -> Code:
    """A construct of a shipped frame as a code. Raises NotFound where the frame no longer names it."""
    return code_in({frame_id: frames.frame(frame_id)}, frame_id, construct_id)


@cache
def frame_place(frame_id: str) -> tuple[int, str]:
    """Where a frame stands among all: shipped ones as they are listed, then own ones by age."""
    shipped = frames.frame_ids()
    return (shipped.index(frame_id), "") if frame_id in shipped else (len(shipped), frame_id)


def in_order(found: Iterable[Code]) -> tuple[Code, ...]:
    """Frame by frame, as frames are listed."""
    return tuple(sorted(found, key=lambda one: (frame_place(one.frame_id), one.construct_id)))


def in_reading_order(frame_of: Mapping[str, Frame], found: Collection[Code]) -> list[Code]:
    """Those of these frames' codes that were found: frames in their usual order and constructs in reading order."""
    return [
        code_in(frame_of, frame.id, one.id)
        for frame in sorted(frame_of.values(), key=lambda frame: frame_place(frame.id))
        for one in frame.constructs
        if code_in(frame_of, frame.id, one.id) in found
    ]


def coder_names(viewer: Viewer) -> dict[UUID, str]:
    """The name of every worker by id: one question of the database."""
    return {worker.id: worker.name for worker in programmes.workers(viewer)}


def fits(found: object, wanted: object | None) -> bool:
    """Whether a filter lets `found` through; None lets everything through."""
    return wanted is None or found == wanted


def stage_of(row: Row, source: SourceLine) -> Stage | None:
    """The coding's own stage where it has one, otherwise its source's."""
    return Stage(row.stage) if row.stage else source.stage
