"""Codings of a study laid on one line, so that the rules can compare them."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.reads.rows import Code, Row, code_in
from linkwork.evaluation.coding.rules.agreement import Ratings, Unit
from linkwork.evaluation.coding.rules.strengths import Weighed, strengths
from linkwork.evaluation.coding.rules.units import Coded, Line, Text, lay
from linkwork.evaluation.studies import reads as studies
from linkwork.instruments.frames import Frame

CountsAs = Mapping[Code, Sequence[Code]]


def line_of(
    viewer: Viewer,
    rows: Sequence[Row],
    readers: Mapping[UUID, Collection[UUID | None]],
    wanted: Sequence[Code],
    coders: Sequence[UUID],
    counts_as: CountsAs,
    unit: Unit,
) -> Line:
    """The texts with what these coders gave these codes to. One question, one more for turns."""
    sources = studies.sources_with_text(viewer, readers)
    turns = studies.turn_places(viewer, sources) if unit is Unit.TURN else {}
    texts = [
        Text(one, sources[one].text, frozenset(readers[one]), tuple(turns.get(one, ())))
        for one in sorted(sources)
    ]
    coded = (
        Coded(row.source_id, row.start, row.end, asked, row.coder_id)
        for row in rows
        for asked in {above for one in row.codes for above in counts_as.get(one, ())}
    )
    return lay(texts, coded, wanted, coders)


def strengths_on(
    line: Line, rows: Sequence[Row], counts_as: CountsAs, unit: Unit, window: int | None
) -> dict[Code, Ratings]:
    """How strongly each coder gave a code in each unit, for the codes of which two coders have said it anywhere."""
    if unit in (Unit.CHARACTER, Unit.CONTINUUM):
        return {}
    by_code: dict[Code, list[Weighed]] = {}
    for row in rows:
        for asked in {above for one in row.codes for above in counts_as.get(one, ())}:
            mark = Weighed(row.source_id, row.start, row.end, row.strength, row.coder_id)
            by_code.setdefault(asked, []).append(mark)
    said = {
        code: marks
        for code, marks in by_code.items()
        if len({one.coder for one in marks if one.strength is not None}) > 1
    }
    units = line.divided(unit, window) if said else None
    return {code: strengths(line, units, marks, unit) for code, marks in said.items()} if units else {}


def what_counts(wanted: Sequence[Code], frame_of: Mapping[str, Frame]) -> dict[Code, list[Code]]:
    """For each construct which of the wanted ones it counts as: itself and those it stands below."""
    found: dict[Code, list[Code]] = {}
    for asked in wanted:
        inside = {asked.construct_id}
        for one in frame_of[asked.frame_id].constructs:  # a parent comes before its children
            if one.parent in inside or one.id in inside:
                inside.add(one.id)
                found.setdefault(code_in(frame_of, asked.frame_id, one.id), []).append(asked)
    return found
