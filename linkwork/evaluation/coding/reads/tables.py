"""What does a table of a study's codings say now?"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotAllowed, NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.access import may_read_everything
from linkwork.evaluation.coding.reads.frames import frames_named
from linkwork.evaluation.coding.reads.held import Carried, Held, codes_in, held, ids
from linkwork.evaluation.coding.reads.rows import coder_names, frame_place
from linkwork.evaluation.coding.rules import Valence, paragraphs
from linkwork.evaluation.coding.rules.tables.asked import Across, Asked, Count, Kind, Near, settled
from linkwork.evaluation.coding.rules.tables.crossing import Crossed, Mark, cross
from linkwork.evaluation.coding.rules.tables.together import taking_part, together
from linkwork.evaluation.coding.rules.tables.wording import begins
from linkwork.evaluation.studies import access
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads import SourceLine
from linkwork.evaluation.studies.rules import Group
from linkwork.instruments.frames import Frame
from linkwork.programmes.rules import Stage

Pair = tuple[str, str]


@dataclass(frozen=True)
class TableLine:
    """One row or column. `name` is empty where the page knows how to call `key` (a group, a stage, a valence).

    A code's key is "frame:construct"; what nobody has said has the key "". `total` counts as its cells do: for a code
    all its passages (sources, words), for a column the sources it speaks of.
    """

    key: str
    name: str
    total: int


class TableCell(NamedTuple):
    """What is counted, and how to find the codings behind it, their ids as text."""

    value: float
    behind: Callable[[], tuple[str, ...]]

    @property
    def coding_ids(self) -> tuple[UUID, ...]:
        """The codings behind it: looked for when somebody opens the cell."""
        return tuple(UUID(one) for one in self.behind())


@dataclass(frozen=True)
class CodeTable:
    """A table. A pair of keys without a cell is nought. `codings` and `sources` are those that were looked at."""

    asked: Asked
    rows: tuple[TableLine, ...]
    columns: tuple[TableLine, ...]
    cells: Mapping[Pair, TableCell]
    codings: int
    sources: int

    @property
    def most(self) -> float:
        """The largest value."""
        return max((cell.value for cell in self.cells.values()), default=0.0)


def code_table(viewer: Viewer, study_id: UUID, asked: Asked) -> CodeTable:
    """The table that is asked for, from the codings as they are now; at most six questions of the database.

    Raises NotFound for an unknown frame; NotAllowed where coders are asked for by somebody who may not read the study.
    """
    access.check_may_learn(viewer)
    asked = settled(asked)
    wide = asked.kind is Kind.ACROSS and asked.across is Across.STUDY
    line_of = {one.id: one for one in studies.source_lines(viewer, None if wide else study_id)}
    if asked.kind is Kind.ACROSS and asked.across is Across.CODER:
        _check_may_know_coders(viewer, line_of.values())
    line_of = {key: one for key, one in line_of.items() if not asked.group or one.group == asked.group}
    found = held(viewer, None if wide else study_id, asked.layer)
    known = {text: line_of[key] for text, key in ids(row.source for row in found).items() if key in line_of}
    rows = [
        one
        for one in found
        if one.source in known
        and (not asked.stage or (one.stage or known[one.source].stage) == asked.stage)
        and (not asked.valence or one.valence == asked.valence)
    ]
    seen = _Seen(line_of, known, rows, codes_in(rows))
    frame_of = _frames(viewer, seen, asked)
    if asked.kind is Kind.TOGETHER:
        return _together(viewer, asked, seen, frame_of)
    return _across(viewer, asked, seen, frame_of)


@dataclass(frozen=True)
class _Seen:
    """What a table is made of: the sources it may speak of, the codings in them, and what these say as text."""

    lines: Mapping[UUID, SourceLine]
    line_of: Mapping[str, SourceLine]
    rows: Sequence[Held]
    carried: Carried


def _check_may_know_coders(viewer: Viewer, lines: Collection[SourceLine]) -> None:
    if not all(may_read_everything(viewer, one.my_part) for one in lines):
        raise NotAllowed(_("Only those who read a study’s sources know who coded what."))


def _frames(viewer: Viewer, seen: _Seen, asked: Asked) -> dict[str, Frame]:
    wanted = {frame_id for pairs in seen.carried.values() for frame_id, _construct in pairs}
    named = {one for one in (asked.frame_a, asked.frame_b) if one}
    found = frames_named(viewer, wanted | named)
    for frame_id in named - found.keys():
        raise NotFound(_("There is no frame “%(frame)s”.") % {"frame": frame_id})
    return found


def _marks(
    seen: _Seen, frame_of: Mapping[str, Frame], frame_id: str, asked: Asked
) -> list[Mark[str, str, UUID]]:
    """The codings under the codes of one frame, or of all; by domain where that is asked for."""
    key_of: dict[Pair, str] = {}
    for frame in frame_of.values():
        if not frame_id or frame.id == frame_id:
            for one in frame.constructs:
                key_of[frame.id, one.id] = f"{frame.id}:{one.domain if asked.domains else one.id}"
    under = {
        text: frozenset(key_of[pair] for pair in pairs if pair in key_of)
        for text, pairs in seen.carried.items()
    }
    return [
        Mark(row.key, seen.line_of[row.source].id, row.start, row.end, keys)
        for row in seen.rows
        if (keys := under[row.codes])
    ]


def _code_lines(frame_of: Mapping[str, Frame], totals: Mapping[str, int]) -> tuple[TableLine, ...]:
    """The codes that were used, in reading order."""
    return tuple(
        TableLine(key, one.name, totals[key])
        for frame in sorted(frame_of.values(), key=lambda frame: frame_place(frame.id))
        for one in frame.constructs
        if (key := f"{frame.id}:{one.id}") in totals
    )


def _across(viewer: Viewer, asked: Asked, seen: _Seen, frame_of: Mapping[str, Frame]) -> CodeTable:
    marks = _marks(seen, frame_of, asked.frame_a, asked)
    words_in = _words_in(viewer, marks) if asked.count is Count.WORDS else None
    column_of = {row.key: _column(asked.across, row, seen.line_of[row.source]) for row in seen.rows}
    columns = _columns(viewer, asked, seen, column_of)
    sources_of = {one.key: max(one.total, 1) for one in columns}
    cells = {
        pair: TableCell(
            _value(asked, one) / (sources_of[pair[1]] if asked.each else 1), partial(tuple, one.keys)
        )
        for pair, one in cross(marks, lambda mark: column_of[mark.key], words_in).items()
    }
    whole = cross(marks, lambda _mark: "", words_in)
    totals = {key: _value(asked, one) for (key, _all), one in whole.items()}
    return CodeTable(
        asked, _code_lines(frame_of, totals), columns, cells, len(marks), len({m.text for m in marks})
    )


def _value(asked: Asked, one: Crossed[str]) -> int:
    if asked.count is Count.SOURCES:
        return one.texts
    return one.words if asked.count is Count.WORDS else one.passages


def _words_in(viewer: Viewer, marks: Sequence[Mark[str, str, UUID]]) -> dict[UUID, list[int]]:
    texts = studies.sources_with_text(viewer, {one.text for one in marks})
    return {key: begins(one.text) for key, one in texts.items()}


def _column(across: Across, row: Held, line: SourceLine) -> str:
    match across:
        case Across.SOURCE:
            return str(line.id)
        case Across.GROUP:
            return line.group or ""
        case Across.STAGE:
            return row.stage or line.stage or ""
        case Across.CODER:
            return str(UUID(row.coder)) if row.coder else ""
        case Across.VALENCE:
            return row.valence
    return str(line.study_id)


def _columns(
    viewer: Viewer, asked: Asked, seen: _Seen, column_of: Mapping[str, str]
) -> tuple[TableLine, ...]:
    """Every source and study, even without codings; groups, stages and coders there are; what nobody said, last.

    A column's total are the sources it speaks of: for a stage those of that stage, and those with a coding in it.
    """
    across, lines = asked.across, seen.lines
    holding: dict[str, set[UUID]] = {}
    for key, source in {(column_of[row.key], row.source) for row in seen.rows}:
        holding.setdefault(key, set()).add(seen.line_of[source].id)
    if across in (Across.SOURCE, Across.GROUP, Across.STUDY):
        for line in lines.values():
            key = {Across.SOURCE: str(line.id), Across.GROUP: line.group or ""}.get(
                across, str(line.study_id)
            )
            holding.setdefault(key, set()).add(line.id)
    elif across is Across.STAGE:
        for line in lines.values():
            if not asked.stage or line.stage == asked.stage:
                holding.setdefault(line.stage or "", set()).add(line.id)
    elif across is Across.VALENCE:
        holding = {key: set(lines) for key in holding}
    names = _names(viewer, across, seen)
    order = {key: place for place, key in enumerate(names)}
    return tuple(
        TableLine(key, names.get(key, ""), len(sources))
        for key, sources in sorted(holding.items(), key=lambda item: order.get(item[0], len(order)))
    )


def _names(viewer: Viewer, across: Across, seen: _Seen) -> dict[str, str]:
    """What columns are called, in their order."""
    if across is Across.SOURCE:
        return {str(one.id): one.title for one in seen.lines.values()}
    if across is Across.CODER:
        found = set(ids(row.coder for row in seen.rows).values())
        coders = [(name, str(key)) for key, name in coder_names(viewer).items() if key in found]
        return {key: name for name, key in sorted(coders)}
    if across is Across.STUDY:
        return {str(one.id): one.title for one in studies.studies(viewer)}
    kinds: dict[Across, Sequence[str]] = {
        Across.GROUP: list(Group),
        Across.STAGE: list(Stage),
        Across.VALENCE: list(Valence),
    }
    return {str(key): "" for key in kinds[across]}


def _together(viewer: Viewer, asked: Asked, seen: _Seen, frame_of: Mapping[str, Frame]) -> CodeTable:
    marks = _marks(seen, frame_of, "", asked)
    keys = {key for some in {mark.rows for mark in marks} for key in some}
    in_a = frozenset(key for key in keys if not asked.frame_a or key.startswith(f"{asked.frame_a}:"))
    frame_b = asked.frame_b or asked.frame_a
    in_b = frozenset(key for key in keys if not frame_b or key.startswith(f"{frame_b}:"))
    turns = _turns(viewer, marks) if asked.near is Near.TURN else None
    bonds = together(marks, in_a, in_b, asked.near, asked.reach, turns)
    value = {Count.SOURCES: "texts", Count.STRENGTH: "c"}.get(asked.count, "times")
    used_a, used_b = {a for a, _b in bonds.pairs}, {b for _a, b in bonds.pairs}
    return CodeTable(
        asked,
        _code_lines(frame_of, {key: n for key, n in bonds.passages.items() if key in used_a}),
        _code_lines(frame_of, {key: n for key, n in bonds.passages.items() if key in used_b}),
        {
            pair: TableCell(
                float(getattr(one, value)), partial(taking_part, marks, pair, asked.near, asked.reach, turns)
            )
            for pair, one in bonds.pairs.items()
        },
        len(marks),
        len({mark.text for mark in marks}),
    )


def _turns(viewer: Viewer, marks: Sequence[Mark[str, str, UUID]]) -> dict[UUID, list[tuple[int, int]]]:
    """Where turns stand; in a source without speakers its paragraphs."""
    wanted = {one.text for one in marks}
    found = studies.turn_places(viewer, wanted)
    texts = studies.sources_with_text(viewer, wanted - found.keys()) if wanted - found.keys() else {}
    return found | {key: list(paragraphs(one.text)) for key, one in texts.items()}
