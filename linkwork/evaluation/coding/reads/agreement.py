"""How far do coders of a study agree, construct by construct and on all together?

A coder has read a source if they have any coding in it, of whatever frame; in what they have not read their ratings are
missing. Removed codings do not count. A construct counts with those below it, so that one coder's finer reading does
not part them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.reads.apart import live
from linkwork.evaluation.coding.reads.frames import frames_named
from linkwork.evaluation.coding.reads.rows import Code, Row, code_in, coder_names, frame_place, load
from linkwork.evaluation.coding.rules.agreement import (
    Agreement,
    Chance,
    Coefficient,
    Pieces,
    Undefined,
    Unit,
    agreements,
    shares_given,
    undefined,
    unitizing,
)
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.coding.rules.units import Coded, Line, Text, lay, pieces, ratings
from linkwork.evaluation.studies import access
from linkwork.evaluation.studies import reads as studies
from linkwork.instruments.frames import Frame

BY_UNIT = (
    Coefficient.PERCENT,
    Coefficient.COHEN,
    Coefficient.FLEISS,
    Coefficient.AC1,
    Coefficient.ALPHA_NOMINAL,
)
UNITIZING = (Coefficient.U_ALPHA, Coefficient.U_ALPHA_BINARY, Coefficient.CU_ALPHA)


@dataclass(frozen=True)
class CoderLine:
    """One coder: how many of the compared sources they have read, and how many codings of the constructs they made."""

    id: UUID
    name: str
    sources: int
    codings: int


@dataclass(frozen=True)
class ConstructAgreement:
    """One construct. `given`: each coder's share of the units they rated, in the order of `coders`; None: rated none.

    `found` holds the coefficients over the unit asked for (none for the continuum) and u-alpha, whose unit is its own.
    """

    code: Code
    given: tuple[float | None, ...]
    found: tuple[Agreement, ...]

    def of(self, coefficient: Coefficient) -> Agreement:
        """One of the coefficients. Raises KeyError."""
        return {one.coefficient: one for one in self.found}[coefficient]


@dataclass(frozen=True)
class StudyAgreement:
    """`together` are the unitizing alphas over all constructs at once; undefined where one coder's codes overlap."""

    study_id: UUID
    unit: Unit
    coders: tuple[CoderLine, ...]
    constructs: tuple[ConstructAgreement, ...]
    together: tuple[Agreement, ...]
    sources: int


def agreement(
    viewer: Viewer,
    study_id: UUID,
    constructs: Sequence[tuple[str, str]] = (),
    coders: Sequence[UUID] = (),
    unit: Unit = Unit.SENTENCE,
    chance: Chance | None = None,
) -> StudyAgreement:
    """How far coders agree over the sources that at least one of them has read.

    `constructs` are (frame id, construct id), `coders` workers' ids; none given: all that were used, all who coded.
    With `chance`, the coefficients over a unit come with their intervals. For evaluators. Raises NotFound for an
    unknown study, construct or coder, ValueError for a unit that texts do not have.
    """
    access.check_may_read_sources(viewer)
    if unit is Unit.GIVEN:
        raise ValueError("A text has no given units.")
    studies.study(viewer, study_id)
    names = coder_names(viewer)
    rows = [
        row
        for row in load(viewer, live(viewer, Layer.CODERS).filter(study_id=study_id))
        if row.coder_id in names
    ]
    asked = tuple(dict.fromkeys(coders)) or _in_order_of_name({row.coder_id for row in rows}, names)
    if not set(asked) <= set(names):
        raise NotFound(_("There is no such coder in this programme."))
    frame_of = frames_named(viewer, {*_frames_on(rows), *(frame_id for frame_id, _ in constructs)})
    wanted = [code_in(frame_of, *one) for one in dict.fromkeys(constructs)] or _used(rows, frame_of)
    counts_as = _counts_as(wanted, frame_of)
    rows = [row for row in rows if row.coder_id in asked]
    line = _line(viewer, rows, wanted, asked, counts_as)
    carrying = [row for row in rows if not counts_as.keys().isdisjoint(row.codes)]
    return StudyAgreement(
        study_id,
        unit,
        tuple(_coder(one, names[one], rows, carrying) for one in asked),
        _by_construct(line, wanted, unit, chance),
        tuple(_unitized(pieces(line), coefficient, len(asked)) for coefficient in UNITIZING),
        len(line.texts),
    )


def why(reason: Undefined) -> str:
    """Why there is no value, as a sentence."""
    return {
        Undefined.ONE_CODER: _("It takes two coders to agree."),
        Undefined.NOT_TWO_CODERS: _("This coefficient is for exactly two coders."),
        Undefined.NO_PAIRS: _("No two coders have rated the same words."),
        Undefined.ONE_VALUE: _("Everybody gave the same answer everywhere, so chance alone would agree."),
        Undefined.NOT_NUMBERS: _("The values are not numbers."),
        Undefined.OVERLAPPING: _(
            "A coder gave two of the constructs to the same words. Compare them one by one."
        ),
    }[reason]


def _in_order_of_name(found: Iterable[UUID | None], names: dict[UUID, str]) -> tuple[UUID, ...]:
    return tuple(sorted((one for one in found if one), key=lambda one: (names[one], one)))


def _frames_on(rows: Sequence[Row]) -> set[str]:
    return {one.frame_id for row in rows for one in row.codes}


def _used(rows: Sequence[Row], frame_of: Mapping[str, Frame]) -> list[Code]:
    """Every construct on any of the rows, frames in their usual order and constructs in reading order."""
    found = {one for row in rows for one in row.codes}
    return [
        code_in(frame_of, frame.id, one.id)
        for frame in sorted(frame_of.values(), key=lambda frame: frame_place(frame.id))
        for one in frame.constructs
        if code_in(frame_of, frame.id, one.id) in found
    ]


def _line(
    viewer: Viewer,
    rows: Sequence[Row],
    wanted: Sequence[Code],
    coders: Sequence[UUID],
    counts_as: Mapping[Code, Sequence[Code]],
) -> Line:
    readers: dict[UUID, set[UUID | None]] = {}
    for row in rows:
        readers.setdefault(row.source_id, set()).add(row.coder_id)
    sources = studies.sources_with_text(viewer, readers)
    texts = [Text(one, sources[one].text, frozenset(readers[one])) for one in sorted(sources)]
    coded = (
        Coded(row.source_id, row.start, row.end, asked, row.coder_id)
        for row in rows
        for asked in {above for one in row.codes for above in counts_as.get(one, ())}
    )
    return lay(texts, coded, wanted, coders)


def _counts_as(wanted: Sequence[Code], frame_of: Mapping[str, Frame]) -> dict[Code, list[Code]]:
    """For each construct which of the wanted ones it counts as: itself and those it stands below."""
    found: dict[Code, list[Code]] = {}
    for asked in wanted:
        inside = {asked.construct_id}
        for one in frame_of[asked.frame_id].constructs:  # a parent comes before its children
            if one.parent in inside or one.id in inside:
                inside.add(one.id)
                found.setdefault(code_in(frame_of, asked.frame_id, one.id), []).append(asked)
    return found


def _coder(coder_id: UUID, name: str, rows: Sequence[Row], carrying: Sequence[Row]) -> CoderLine:
    read = {row.source_id for row in rows if row.coder_id == coder_id}
    return CoderLine(coder_id, name, len(read), sum(row.coder_id == coder_id for row in carrying))


def _by_construct(
    line: Line, wanted: Sequence[Code], unit: Unit, chance: Chance | None
) -> tuple[ConstructAgreement, ...]:
    counted = Unit.CHARACTER if unit is Unit.CONTINUUM else unit
    rated = ratings(line, counted, by_paragraph=chance is not None)
    made = []
    for one in wanted:
        over_units = () if unit is Unit.CONTINUUM else agreements(rated[one], BY_UNIT, chance)
        unitized = _unitized(pieces(line.only(one)), Coefficient.U_ALPHA, len(line.coders))
        made.append(ConstructAgreement(one, shares_given(rated[one], 1), (*over_units, unitized)))
    return tuple(made)


def _unitized(cut: Pieces | Undefined, coefficient: Coefficient, n_coders: int) -> Agreement:
    if isinstance(cut, Undefined):
        return undefined(coefficient, cut, Unit.CONTINUUM, n_coders)
    return unitizing(cut, coefficient)
