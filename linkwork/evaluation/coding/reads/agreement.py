"""How far do coders of a study agree, construct by construct and on all together?

A coder has read a source if they have any coding in it, of whatever frame, or said in a round that they are done with
it; in what they have not read their ratings are missing. Removed codings do not count. A construct counts with those
below it, so that one coder's finer reading does not part them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import RoundDone
from linkwork.evaluation.coding.reads.apart import blind_sources, live
from linkwork.evaluation.coding.reads.digests import digest_of
from linkwork.evaluation.coding.reads.frames import frames_named
from linkwork.evaluation.coding.reads.lines import line_of, strengths_on, what_counts
from linkwork.evaluation.coding.reads.rows import Code, Row, code_in, coder_names, in_reading_order, load
from linkwork.evaluation.coding.rules.agreement import (
    Agreement,
    Chance,
    Coefficient,
    Pieces,
    Ratings,
    Undefined,
    Unit,
    agreements,
    shares_given,
    undefined,
    unitizing,
)
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.coding.rules.units import Line, pieces, pooled, ratings
from linkwork.evaluation.studies import access
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.rules import Doing
from linkwork.instruments.frames import Frame

BY_UNIT = (
    Coefficient.PERCENT,
    Coefficient.COHEN,
    Coefficient.FLEISS,
    Coefficient.AC1,
    Coefficient.ALPHA_NOMINAL,
)
BY_STRENGTH = (Coefficient.ALPHA_ORDINAL, Coefficient.ALPHA_INTERVAL)
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

    `found` holds the coefficients over the unit asked for (none for the continuum), u-alpha, whose unit is its own, and
    the ordered alphas of how strongly where two coders have said that.
    """

    code: Code
    given: tuple[float | None, ...]
    found: tuple[Agreement, ...]

    def of(self, coefficient: Coefficient) -> Agreement:
        """One of the coefficients. Raises KeyError."""
        return {one.coefficient: one for one in self.found}[coefficient]


@dataclass(frozen=True)
class StudyAgreement:
    """`pooled` holds the coefficients over every unit by every construct (none for the continuum or for no construct).

    `together` are the unitizing alphas over all constructs at once; undefined where one coder's codes overlap. `digest`
    changes with any coding that was compared.
    """

    study_id: UUID
    unit: Unit
    window: int | None
    coders: tuple[CoderLine, ...]
    constructs: tuple[ConstructAgreement, ...]
    pooled: tuple[Agreement, ...]
    together: tuple[Agreement, ...]
    sources: int
    digest: str


def agreement(
    viewer: Viewer,
    study_id: UUID,
    constructs: Sequence[tuple[str, str]] = (),
    coders: Sequence[UUID] = (),
    unit: Unit = Unit.SENTENCE,
    chance: Chance | None = None,
    sources: Sequence[UUID] = (),
    window: int | None = None,
) -> StudyAgreement:
    """How far coders agree over the sources that at least one of them has read.

    `constructs` are (frame id, construct id), `coders` workers' ids; none given: all that were used, all who coded, in
    all sources. With `chance`, every coefficient comes with its interval. For evaluators. Raises NotFound for an
    unknown study, construct or coder, ValueError for a unit that texts do not have.
    """
    access.check_may_read_sources(viewer)
    if unit is Unit.GIVEN:
        raise ValueError("A text has no given units.")
    access.check_part(studies.study(viewer, study_id).my_part, Doing.READ)
    counted = live(viewer, Layer.CODERS).filter(study_id=study_id)
    if sources:
        counted = counted.filter(source_id__in=set(sources))
    rows = [row for row in load(viewer, counted) if row.coder_id is not None]
    names = {row.coder_id: row.coder for row in rows if row.coder_id is not None}
    if not set(coders) <= set(names):  # somebody who has coded nothing here
        names = coder_names(viewer)
    asked = tuple(dict.fromkeys(coders)) or _in_order_of_name({row.coder_id for row in rows}, names)
    if not set(asked) <= set(names):
        raise NotFound(_("There is no such coder in this programme."))
    frame_of = frames_named(viewer, {*_frames_on(rows), *(frame_id for frame_id, _ in constructs)})
    wanted = [code_in(frame_of, *one) for one in dict.fromkeys(constructs)] or _used(rows, frame_of)
    rows = [row for row in rows if row.coder_id in asked]
    read = _read(viewer, study_id, rows, asked, sources)
    compared = Compared(study_id, rows, read, {one: names[one] for one in asked}, wanted, frame_of)
    return figures(viewer, compared, unit, window, chance)


@dataclass(frozen=True)
class Compared:
    """What is compared: the coders' rows, who read what, the coders by name in their order, and the codes."""

    study_id: UUID
    rows: Sequence[Row]
    read: Mapping[UUID, Collection[UUID | None]]
    coders: Mapping[UUID, str]
    wanted: Sequence[Code]
    frame_of: Mapping[str, Frame]


def figures(
    viewer: Viewer, compared: Compared, unit: Unit, window: int | None, chance: Chance | None = None
) -> StudyAgreement:
    """The coefficients of what is compared. One question: the texts."""
    asked, wanted, read = tuple(compared.coders), compared.wanted, compared.read
    counts_as = what_counts(wanted, compared.frame_of)
    line = line_of(viewer, compared.rows, read, wanted, asked, counts_as, unit)
    strengths = strengths_on(line, compared.rows, counts_as, unit, window)
    carrying = [row for row in compared.rows if not counts_as.keys().isdisjoint(row.codes)]
    return StudyAgreement(
        compared.study_id,
        unit,
        window if unit is Unit.WINDOW else None,
        tuple(_coder(one, name, read, carrying) for one, name in compared.coders.items()),
        *_by_construct(line, wanted, strengths, unit, window, chance),
        _together(line, chance),
        len(line.texts),
        digest_of(carrying, read),
    )


def compared_rows(
    viewer: Viewer,
    study_id: UUID,
    rows: Sequence[Row],
    coders: Mapping[UUID, str],
    sources: Iterable[UUID],
) -> Compared:
    """These rows compared, where all these coders have read all these sources."""
    frame_of = frames_named(viewer, _frames_on(rows))
    read = {one: set[UUID | None](coders) for one in sources}
    return Compared(study_id, rows, read, coders, _used(rows, frame_of), frame_of)


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
    """Every construct on any of the rows."""
    return in_reading_order(frame_of, {one for row in rows for one in row.codes})


def _read(
    viewer: Viewer, study_id: UUID, rows: Sequence[Row], coders: Sequence[UUID], sources: Sequence[UUID]
) -> dict[UUID, set[UUID | None]]:
    """Who has read which source: who coded in it, and who said in a round that they are done with it."""
    readers: dict[UUID, set[UUID | None]] = {}
    for row in rows:
        readers.setdefault(row.source_id, set()).add(row.coder_id)
    marks = RoundDone.objects.filter(
        programme_id=viewer.programme, round__study_id=study_id, coder_id__in=coders
    )
    if viewer.id is not None:  # a colleague's mark would stand beside codings that are kept from the viewer
        marks = marks.filter(Q(coder_id=viewer.id) | ~Q(source_id__in=blind_sources(viewer)))
    if sources:
        marks = marks.filter(source_id__in=set(sources))
    for source_id, coder_id in marks.values_list("source_id", "coder_id"):
        readers.setdefault(source_id, set()).add(coder_id)
    return readers


def _coder(
    coder_id: UUID, name: str, read: Mapping[UUID, Collection[UUID | None]], carrying: Sequence[Row]
) -> CoderLine:
    sources = sum(coder_id in coders for coders in read.values())
    return CoderLine(coder_id, name, sources, sum(row.coder_id == coder_id for row in carrying))


def _by_construct(
    line: Line,
    wanted: Sequence[Code],
    strengths: Mapping[Code, Ratings],
    unit: Unit,
    window: int | None,
    chance: Chance | None,
) -> tuple[tuple[ConstructAgreement, ...], tuple[Agreement, ...]]:
    counted = Unit.CHARACTER if unit is Unit.CONTINUUM else unit
    rated = ratings(line, counted, by_paragraph=chance is not None, window=window)
    made = []
    for one in wanted:
        over_units = () if unit is Unit.CONTINUUM else agreements(rated[one], BY_UNIT, chance)
        cut = pieces(line.only(one), in_blocks=chance is not None)
        unitized = _unitized(cut, Coefficient.U_ALPHA, len(line.coders), chance)
        weighed = agreements(strengths[one], BY_STRENGTH, chance) if one in strengths else ()
        made.append(ConstructAgreement(one, shares_given(rated[one], 1), (*over_units, unitized, *weighed)))
    if unit is Unit.CONTINUUM or not wanted:
        return tuple(made), ()
    return tuple(made), agreements(pooled(rated), BY_UNIT, chance)


def _together(line: Line, chance: Chance | None) -> tuple[Agreement, ...]:
    cut = pieces(line, in_blocks=chance is not None)
    return tuple(_unitized(cut, coefficient, len(line.coders), chance) for coefficient in UNITIZING)


def _unitized(
    cut: Pieces | Undefined, coefficient: Coefficient, n_coders: int, chance: Chance | None
) -> Agreement:
    if isinstance(cut, Undefined):
        return undefined(coefficient, cut, Unit.CONTINUUM, n_coders)
    return unitizing(cut, coefficient, chance)
