"""Where do two frames meet in a study?"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.reads.frames import frames_named
from linkwork.evaluation.coding.reads.held import Held, held, ids
from linkwork.evaluation.coding.reads.rows import fits, pairs_in
from linkwork.evaluation.coding.rules.meeting import meetings_of
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.coding.rules.stretches import lay, numbered
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
    """How many passages two codes share, and the codings that take part, their ids as text."""

    passages: int
    keys: tuple[str, ...]

    @property
    def coding_ids(self) -> tuple[UUID, ...]:
        """The codings that take part: made when somebody opens the cell."""
        return tuple(UUID(one) for one in self.keys)


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
    found = held(viewer, study_id, layer, [source_id] if source_id else None)
    if stage is not None or group is not None:
        found = _narrowed(viewer, study_id, found, stage, group)
    keys, sources, starts, ends = zip(*(row[:4] for row in found), strict=True) if found else ((),) * 4
    kinds, texts = numbered(row.codes for row in found)
    carried = [pairs_in(text) for text in texts]
    table = meetings_of(
        keys, lay(sources, starts, ends, kinds), _under(a, carried, by_domain), _under(b, carried, by_domain)
    )
    return Overlap(
        a.id,
        b.id,
        _in_order(a.constructs, table.in_a),
        _in_order(b.constructs, table.in_b),
        {pair: OverlapCell(cell.passages, cell.keys) for pair, cell in table.cells.items()},
        len(found),
    )


def _narrowed(
    viewer: Viewer, study_id: UUID, found: Sequence[Held], stage: Stage | None, group: Group | None
) -> list[Held]:
    line_of = {one.id: one for one in studies.source_lines(viewer, study_id)}
    line = {text: line_of[key] for text, key in ids(row.source for row in found).items()}
    return [
        row
        for row in found
        if fits(row.stage or line[row.source].stage, stage) and fits(line[row.source].group, group)
    ]


def _both(found: Mapping[str, Frame], *frame_ids: str) -> Iterator[Frame]:
    for one in frame_ids:
        if one not in found:
            raise NotFound(_("There is no frame “%(frame)s”.") % {"frame": one})
        yield found[one]


def _under(
    frame: Frame, carried: Sequence[Collection[tuple[str, str]]], by_domain: bool
) -> list[frozenset[str]]:
    """What each set of codes says in this frame: its constructs, or their domains."""
    found = [[frame.construct(name) for frame_id, name in codes if frame_id == frame.id] for codes in carried]
    return [frozenset(one.domain if by_domain else one.id for one in some) for some in found]


def _in_order(constructs: Sequence[Construct], used: dict[str, int]) -> tuple[Line, ...]:
    return tuple(Line(one, used[one.id]) for one in constructs if one.id in used)
