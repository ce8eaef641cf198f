"""Which passages say so, in whose words?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.access import may_read_everything
from linkwork.evaluation.coding.models import Coding, CodingCode
from linkwork.evaluation.coding.reads.rows import Row, coder_names, fits, live, load, stage_of
from linkwork.evaluation.coding.rules import Valence, context
from linkwork.evaluation.studies import access
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads import SourceCard
from linkwork.evaluation.studies.rules import Direction, Group
from linkwork.instruments import frames
from linkwork.programmes.rules import Stage


@dataclass(frozen=True)
class Quote:
    """A passage as evidence. Where `may_quote` is false, `text` is empty for all but evaluators.

    `codes` are (frame id, construct id, name). `before` and `after`, `memo` and `coder` are for evaluators.
    """

    id: UUID
    study_id: UUID
    source_id: UUID
    source_title: str
    group: Group | None
    language: str
    direction: Direction
    text: str
    before: str
    after: str
    start: int
    end: int
    codes: tuple[tuple[str, str, str], ...]
    valence: Valence
    strength: int | None
    stage: Stage | None
    coder: str
    memo: str
    may_quote: bool


def quote(viewer: Viewer, coding_id: UUID) -> Quote:
    """One passage as evidence, also of a coding removed since. Raises NotFound."""
    access.check_may_learn(viewer)
    rows = Coding.objects.filter(programme_id=viewer.programme, id=coding_id)
    found = _quotes(viewer, load(viewer, rows))
    if not found:
        raise NotFound("There is no such coding in this programme.")
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
) -> list[Quote]:
    """The study's passages that carry a construct (or one below it), by source and place; narrowed by what is given.

    `ids` narrows to these codings (a cell of the overlap). Six questions of the database, however many passages.
    """
    access.check_may_learn(viewer)
    rows = live(viewer).filter(study_id=study_id)
    if frame:
        wanted = Q(frame=frame)
        if construct:
            wanted &= Q(construct__in=_with_below(frame, construct))
        carrying = CodingCode.objects.filter(wanted, programme_id=viewer.programme)
        rows = rows.filter(id__in=carrying.values("coding_id"))
    if valence:
        rows = rows.filter(valence=valence)
    wanted_ids = None if ids is None else set(ids)
    found = _quotes(viewer, [row for row in load(viewer, rows) if wanted_ids is None or row.id in wanted_ids])
    found = [one for one in found if fits(one.stage, stage) and fits(one.group, group)]
    return sorted(found, key=lambda one: (one.source_title, one.source_id, one.start, one.end, one.id))


def _with_below(frame_id: str, construct_id: str) -> list[str]:
    wanted = {construct_id}
    for one in frames.frame(frame_id).constructs:  # in reading order: a parent comes before its children
        if one.parent in wanted:
            wanted.add(one.id)
    return sorted(wanted)


def _quotes(viewer: Viewer, rows: Sequence[Row]) -> list[Quote]:
    if not rows:
        return []
    sources = studies.sources_with_text(viewer, {row.source_id for row in rows})
    names = coder_names(viewer) if may_read_everything(viewer) else {}
    return [_quote(viewer, row, sources[row.source_id], names) for row in rows]


def _quote(viewer: Viewer, row: Row, source: SourceCard, names: dict[UUID, str]) -> Quote:
    whole = may_read_everything(viewer)
    before, after = context(source.text, row.start, row.end) if whole else ("", "")
    return Quote(
        id=row.id,
        study_id=row.study_id,
        source_id=row.source_id,
        source_title=source.title,
        group=source.group,
        language=source.language,
        direction=source.direction,
        text=source.text[row.start : row.end] if whole or source.quotable else "",
        before=before,
        after=after,
        start=row.start,
        end=row.end,
        codes=tuple((code.frame_id, code.construct_id, code.name) for code in row.codes),
        valence=Valence(row.valence),
        strength=row.strength,
        stage=stage_of(row, source),
        coder=names.get(row.coder_id, "") if row.coder_id else "",
        memo=row.memo if whole else "",
        may_quote=source.quotable,
    )
