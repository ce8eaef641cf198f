"""Where do two frames meet in a study?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.reads.apart import live
from linkwork.evaluation.coding.reads.frames import frames_named
from linkwork.evaluation.coding.reads.rows import Code, CodingCard, fits, load, stage_of
from linkwork.evaluation.coding.rules import Passage, meetings
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.studies import access
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.rules import Group
from linkwork.instruments.frames import Construct, Frame
from linkwork.programmes.rules import Stage


@dataclass(frozen=True)
class Line:
    """One row or column of the overlap: a construct (or a domain) and how many codings carry it."""

    construct: Construct
    codings: int


@dataclass(frozen=True)
class OverlapCell:
    """How many passages two codes share, and the codings that take part."""

    passages: int
    coding_ids: tuple[UUID, ...]


@dataclass(frozen=True)
class Overlap:
    """Where two frames meet. Lines in the frames' own order; a pair without a cell does not meet."""

    frame_a: str
    frame_b: str
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    cells: dict[tuple[str, str], OverlapCell]
    codings: int


def overlap(
    viewer: Viewer,
    study_id: UUID,
    frame_a: str,
    frame_b: str,
    stage: Stage | None = None,
    group: Group | None = None,
    source_id: UUID | None = None,
    by_domain: bool = False,
    layer: Layer = Layer.CONSENSUS,
) -> Overlap:
    """Where two frames meet in a study (or in one source): passages by pair of constructs, or of domains.

    Counted as `rules.meetings` says. Raises NotFound for an unknown frame.
    """
    access.check_may_learn(viewer)
    a, b = _both(frames_named(viewer, [frame_a, frame_b]), frame_a, frame_b)
    rows = live(viewer, layer).filter(study_id=study_id)
    if source_id:
        rows = rows.filter(source_id=source_id)
    found = load(viewer, rows.order_by("source_id", "start", "id"))
    if stage is not None or group is not None:
        source_of = {one.id: one for one in studies.source_lines(viewer, study_id)}
        found = [
            row
            for row in found
            if fits(stage_of(row, source_of[row.source_id]), stage)
            and fits(source_of[row.source_id].group, group)
        ]
    carried = {
        id(row.codes): row.codes for row in found
    }  # many codings carry the same codes, and the same tuple
    in_a, in_b = (
        {key: _carried(codes, one, by_domain) for key, codes in carried.items()} for one in (frame_a, frame_b)
    )
    passages = [
        Passage(row.id, row.source_id, row.start, row.end, in_a[id(row.codes)], in_b[id(row.codes)])
        for row in found
    ]
    return _overlap(passages, a, b)


def overlap_of(cards: Sequence[CodingCard], a: Frame, b: Frame, by_domain: bool = False) -> Overlap:
    """The same of codings that are at hand already (one source's, from `codings`). Asks the database nothing."""
    passages = [
        Passage(
            card.id,
            card.source_id,
            card.start,
            card.end,
            _carried(card.codes, a.id, by_domain),
            _carried(card.codes, b.id, by_domain),
        )
        for card in cards
    ]
    return _overlap(passages, a, b)


def _both(found: Mapping[str, Frame], *frame_ids: str) -> Iterator[Frame]:
    for one in frame_ids:
        if one not in found:
            raise NotFound(f'There is no frame "{one}".')
        yield found[one]


def _overlap(passages: Sequence[Passage[UUID]], a: Frame, b: Frame) -> Overlap:
    table = meetings(passages)
    return Overlap(
        a.id,
        b.id,
        _in_order(a.constructs, table.in_a),
        _in_order(b.constructs, table.in_b),
        {pair: OverlapCell(cell.passages, cell.keys) for pair, cell in table.cells.items()},
        len(passages),
    )


def _carried(codes: Sequence[Code], frame_id: str, by_domain: bool) -> frozenset[str]:
    return frozenset(
        one.domain if by_domain else one.construct_id for one in codes if one.frame_id == frame_id
    )


def _in_order(constructs: Sequence[Construct], used: dict[str, int]) -> tuple[Line, ...]:
    return tuple(Line(one, used[one.id]) for one in constructs if one.id in used)
