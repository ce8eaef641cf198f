"""A figure month by month, and what the rules of a run chart find in it, in plain sentences."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.indicators.reads.figures import figure
from linkwork.evaluation.indicators.reads.telling import Figure, GroupValue, number
from linkwork.evaluation.indicators.rules.runs import Run, Stretch, run_of
from linkwork.evaluation.indicators.rules.scopes import ALWAYS, Span
from linkwork.instruments.indicators import Grouping, Shape

FEWEST = 3  # points: fewer are no run


@dataclass(frozen=True)
class Point:
    """One month. `value` None where it is hidden or there was nothing to count it from.

    A month that is not over when the extract was taken, or that the period cuts, is not `whole`: it is shown and not
    judged, since it would always look like a fall.
    """

    month: dt.date
    value: Decimal | None
    hidden: bool
    whole: bool


@dataclass(frozen=True)
class Running:
    """A figure's months without gaps, what the rules find in the whole ones, and that in sentences.

    Places in `run` are places in `points`.
    """

    figure: Figure
    points: tuple[Point, ...]
    run: Run
    sentences: tuple[str, ...]


def run(viewer: Viewer, extract_id: UUID, indicator_id: str, span: Span = ALWAYS) -> Running:
    """One figure's run. Raises as `figure` does, and NotFound for a spread: its months are not compared."""
    found = figure(viewer, extract_id, indicator_id, Grouping.MONTH, span)
    if not can_run(found):
        raise NotFound(_("That figure cannot be followed month by month."))
    return running(found)


def can_run(found: Figure) -> bool:
    """Whether a figure can be told month by month in a way that its points compare."""
    return Grouping.MONTH in found.definition.grouping and found.definition.shape is not Shape.SPREAD


def running(found: Figure) -> Running:
    """The run of a figure that is broken down by month."""
    points = _points(found)
    judged = run_of([point.value if point.whole else None for point in points])
    if judged.points < FEWEST:
        said: tuple[str, ...] = (_("There are too few whole months to tell a change from chance."),)
    else:
        said = run_sentences(found, judged, [str(date_format(point.month, "F Y")) for point in points])
    if not all(point.whole for point in points):
        said = (*said, _("Months that are not whole are shown and not judged."))
    return Running(found, points, judged, said)


def _points(found: Figure) -> tuple[Point, ...]:
    groups = {dt.date.fromisoformat(f"{group.key}-01"): group for group in found.groups if group.key}
    taken_on = localdate(found.extract.taken_at)
    last = min(found.span.until or taken_on, taken_on)
    return tuple(
        Point(
            month,
            _value(found, groups.get(month)),
            hidden=month in groups and groups[month].hidden,
            whole=_is_whole(month, found.span.since, last),
        )
        for month in _row(sorted(groups))
    )


def _value(found: Figure, group: GroupValue | None) -> Decimal | None:
    if group is None:  # a month in which nothing was counted
        return Decimal(0) if found.definition.shape is Shape.COUNT else None
    return group.value


def _row(months: Sequence[dt.date]) -> list[dt.date]:
    row = list(months[:1])
    while row and row[-1] < months[-1]:
        row.append(_after(row[-1]))
    return row


def _after(month: dt.date) -> dt.date:
    return (month + dt.timedelta(days=32)).replace(day=1)


def _is_whole(month: dt.date, first: dt.date | None, last: dt.date) -> bool:
    return (first is None or first <= month) and _after(month) - dt.timedelta(days=1) <= last


def run_sentences(found: Figure, judged: Run, months: Sequence[str]) -> tuple[str, ...]:
    """The median, each shift and trend with its months, and what it means that there is none."""
    unit = "\u00a0%" if found.unit == "percent" else ""
    middle = number(judged.median) + unit
    said = [
        _("The median is %(median)s: half of the months lie at it or above, half at it or below.")
        % {"median": middle}
    ]
    said += [_shift(one, months) for one in judged.shifts]
    said += [_trend(one, months) for one in judged.trends]
    if judged.too_few:
        said.append(_("The months change sides more seldom than chance would have it."))
    if judged.too_many:
        said.append(_("The months change sides more often than chance would have it."))
    if not judged.changed:
        said.append(_("No rule of run charts is met: what goes up and down here may be chance."))
    return tuple(said)


def _shift(one: Stretch, months: Sequence[str]) -> str:
    values = {"n": number(one.points), "first": months[one.first], "last": months[one.last]}
    if one.up:
        return _("A shift: from %(first)s to %(last)s %(n)s months in a row lie above the median.") % values
    return _("A shift: from %(first)s to %(last)s %(n)s months in a row lie below the median.") % values


def _trend(one: Stretch, months: Sequence[str]) -> str:
    values = {"n": number(one.points), "first": months[one.first], "last": months[one.last]}
    if one.up:
        return _("A trend: from %(first)s to %(last)s it goes up %(n)s months in a row.") % values
    return _("A trend: from %(first)s to %(last)s it goes down %(n)s months in a row.") % values
