"""Which passages say so, in whose words?"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, Q
from django.db.models.functions import Substr
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.access import may_read_everything
from linkwork.evaluation.coding.models import CodingCode
from linkwork.evaluation.coding.reads.apart import known, live, standing
from linkwork.evaluation.coding.reads.cases import of_case
from linkwork.evaluation.coding.reads.frames import frame as frame_called
from linkwork.evaluation.coding.reads.rows import Code, Pair, Row, codes, fits, in_order, load, stage_of
from linkwork.evaluation.coding.rules import Origin, Valence, context
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.studies import access
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads import Case, SourceCard
from linkwork.evaluation.studies.reads.parts import part, with_part
from linkwork.evaluation.studies.rules import Direction, Doing, Group, SourceKind
from linkwork.programmes.rules import Stage


@dataclass(frozen=True)
class Cited:
    """A passage as evidence. Where `may_quote` is false, `text` is empty for all but evaluators.

    `codes` are (frame id, construct id, name). `coder` is for evaluators. `source_hash` is of the text's version,
    in which the passage goes from `start` to `end` (code points, the end exclusive).
    """

    id: UUID
    study_id: UUID
    source_id: UUID
    source_title: str
    source_kind: SourceKind
    source_hash: str
    group: Group | None
    language: str
    direction: Direction
    text: str
    codes: tuple[tuple[str, str, str], ...]
    valence: Valence
    stage: Stage | None
    coder: str
    origin: Origin
    may_quote: bool
    start: int
    end: int


@dataclass(frozen=True)
class Quote(Cited):
    """A passage with its place in the text. `before` and `after` and `memo` are for evaluators."""

    before: str
    after: str
    strength: int | None
    memo: str


def quote(viewer: Viewer, coding_id: UUID) -> Quote:
    """One passage as evidence, also of a coding removed since. Raises NotFound, also where its source is sealed."""
    access.check_may_learn(viewer)
    rows = known(viewer).filter(id=coding_id)
    found = _quotes(viewer, load(viewer, rows))
    if not found:
        raise NotFound(_("There is no such coding in this programme."))
    return found[0]


def quotes(
    viewer: Viewer,
    study_id: UUID,
    frame: str | None = None,
    construct: str | None = None,
    stage: Stage | None = None,
    valence: Valence | None = None,
    group: Group | None = None,
    ids: Collection[UUID] | None = None,
    layer: Layer = Layer.CONSENSUS,
    case: Case | None = None,
) -> list[Quote]:
    """The study's passages that carry a construct (or one below it), by source and place; narrowed by what is given.

    `ids` narrows to these codings (a cell of the overlap). Two questions of the database, however many passages; one
    more for the case of somebody who speaks, who is known to those alone that read the sources.
    """
    access.check_may_learn(viewer)
    rows = live(viewer, layer).filter(study_id=study_id)
    if case:
        if case.turn_id:
            access.check_may_read_sources(viewer)
            access.check_part(studies.part_in(viewer, study_id), Doing.READ)
        rows = of_case(viewer, rows, study_id, case)
    if frame:
        wanted = Q(frame=frame)
        if construct:
            wanted &= Q(construct__in=_with_below(viewer, frame, construct))
        carrying = CodingCode.objects.filter(wanted, programme_id=viewer.programme)
        rows = rows.filter(id__in=carrying.values("coding_id"))
    if valence:
        rows = rows.filter(valence=valence)
    wanted_ids = None if ids is None else set(ids)
    found = _quotes(viewer, [row for row in load(viewer, rows) if wanted_ids is None or row.id in wanted_ids])
    found = [one for one in found if fits(one.stage, stage) and fits(one.group, group)]
    return sorted(
        found, key=lambda one: (one.source_title, one.source_id.int, one.start, one.end, one.id.int)
    )


def _with_below(viewer: Viewer, frame_id: str, construct_id: str) -> list[str]:
    wanted = {construct_id}
    for one in frame_called(
        viewer, frame_id
    ).constructs:  # in reading order: a parent comes before its children
        if one.parent in wanted:
            wanted.add(one.id)
    return sorted(wanted)


def cited(viewer: Viewer, coding_ids: Collection[UUID]) -> dict[UUID, Cited]:
    """These passages by coding id; one removed since is not in it. One or two questions, and no text is read whole."""
    access.check_may_learn(viewer)
    if not coding_ids:
        return {}
    words = Substr("source__text", F("start") + 1, F("end") - F("start"))
    joined = {"words": words, "frame": F("codes__frame"), "construct": F("codes__construct")}
    rows = standing(viewer).filter(id__in=set(coding_ids)).select_related("source", "coder")
    rows = with_part(rows, viewer)
    found: dict[UUID, Any] = {}
    held: dict[UUID, list[Pair]] = {}
    row: Any  # carries the words and the code it was joined with
    for row in rows.defer("source__text").annotate(**joined):
        found[row.id] = row
        held.setdefault(row.id, []).append((row.frame, row.construct))
    code_of = codes(viewer, {pair for pairs in held.values() for pair in pairs})
    return {
        coding_id: _cited(viewer, row, [code_of[pair] for pair in held[coding_id]])
        for coding_id, row in found.items()
    }


def _cited(viewer: Viewer, row: Any, carried: list[Code]) -> Cited:
    whole, source = may_read_everything(viewer, part(viewer, row)), row.source
    stage = row.stage or source.stage
    return Cited(
        id=row.id,
        study_id=row.study_id,
        source_id=row.source_id,
        source_title=source.title,
        source_kind=SourceKind(source.kind),
        source_hash=source.sha256,
        group=Group(source.group) if source.group else None,
        language=source.language,
        direction=Direction(source.direction),
        text=row.words if whole or source.quotable else "",
        codes=_named(in_order(carried)),
        valence=Valence(row.valence),
        stage=Stage(stage) if stage else None,
        coder=row.coder.name if whole and row.coder else "",
        origin=Origin(row.origin),
        may_quote=source.quotable,
        start=row.start,
        end=row.end,
    )


def _quotes(viewer: Viewer, rows: Sequence[Row]) -> list[Quote]:
    """What is the same for all passages of a text, or of the same codes, is looked up once."""
    if not rows:
        return []
    sources = studies.sources_with_text(viewer, {row.source_id for row in rows})
    whole = {key: may_read_everything(viewer, one.my_part) for key, one in sources.items()}
    names = {id(row.codes): row.codes for row in rows}  # rows with the same codes hold the same tuple
    named = {key: _named(one) for key, one in names.items()}
    return [
        _quote(row, sources[row.source_id], whole[row.source_id], named[id(row.codes)])
        for row in rows
        if row.source_id in sources
    ]


def _quote(row: Row, source: SourceCard, whole: bool, named: tuple[tuple[str, str, str], ...]) -> Quote:
    before, after = context(source.text, row.start, row.end) if whole else ("", "")
    return Quote(
        id=row.id,
        study_id=row.study_id,
        source_id=row.source_id,
        source_title=source.title,
        source_kind=source.kind,
        source_hash=source.hash,
        group=source.group,
        language=source.language,
        direction=source.direction,
        text=source.text[row.start : row.end] if whole or source.quotable else "",
        before=before,
        after=after,
        start=row.start,
        end=row.end,
        codes=named,
        valence=Valence(row.valence),
        strength=row.strength,
        stage=stage_of(row, source),
        coder=row.coder if whole else "",
        origin=Origin(row.origin),
        memo=row.memo if whole else "",
        may_quote=source.quotable,
    )


def _named(carried: Iterable[Code]) -> tuple[tuple[str, str, str], ...]:
    return tuple((one.frame_id, one.construct_id, one.name) for one in carried)
