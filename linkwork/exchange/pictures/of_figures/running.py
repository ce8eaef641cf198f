"""A figure's months as a run chart, and what its rules say in plain words."""

from collections.abc import Sequence

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from linkwork.evaluation.indicators.reads import Figure, number
from linkwork.evaluation.indicators.rules.runs import Run, run_of
from linkwork.evaluation.indicators.rules.runs import Stretch as Found
from linkwork.exchange.pictures.files import Illustration
from linkwork.exchange.pictures.of_figures.about import few, notes
from linkwork.exchange.pictures.of_figures.calendar import long, months_of, short
from linkwork.exchange.pictures.runs import RunWords, Stretch, run_chart
from linkwork.instruments.indicators import Grouping, Shape

FEWEST = 3  # points: fewer are no run


def can_run(figure: Figure) -> bool:
    """Whether a figure can be told month by month in a way that its points compare."""
    return Grouping.MONTH in figure.definition.grouping and figure.definition.shape is not Shape.SPREAD


def run_picture(figure: Figure) -> Illustration | None:
    """The run chart of a figure broken down by month; None with fewer than three months to show."""
    months = months_of(figure)
    counts = figure.definition.shape is Shape.COUNT
    values = [
        (0 if counts else None) if group is None else None if group.hidden else group.value
        for _month, group in months
    ]
    if sum(value is not None for value in values) < FEWEST:
        return None
    run = run_of(values)
    names = [long(month) for month, _group in months]
    said = run_sentences(figure, run, names)
    chart = run_chart(
        [short(month) for month, _group in months],
        [None if value is None else float(value) for value in values],
        median=None if run.median is None else float(run.median),
        shifts=_stretches(run.shifts),
        trends=_stretches(run.trends),
        words=_words(figure, run),
        title=_("%(title)s, month by month") % {"title": _(figure.definition.title)},
        description=" ".join(said),
        shown=[
            few() if group and group.hidden else number(value)
            for (_month, group), value in zip(months, values, strict=True)
        ],
        right_to_left=get_language_bidi(),
    )
    return Illustration(chart, (*said, *notes(figure)))


def _stretches(found: Sequence[Found]) -> list[Stretch]:
    return [Stretch(one.first, one.last, "") for one in found]


def _words(figure: Figure, run: Run) -> RunWords:
    unit = "%" if figure.unit == "percent" else ""
    middle = number(run.median) + (f"\u00a0{unit}" if unit else "")
    return RunWords(
        median=_("Median %(value)s") % {"value": middle},
        shift=_("Shift"),
        trend=_("Trend"),
        step=_("Month"),
        value=_(figure.definition.title),
        mark=_("What the rules say"),
        hidden=few(),
        unit=unit,
    )


def run_sentences(figure: Figure, run: Run, months: Sequence[str]) -> tuple[str, ...]:
    """The median, each shift and trend with its months, and what it means that there is none."""
    unit = "\u00a0%" if figure.unit == "percent" else ""
    said = [_("Half of the months lie above %(median)s, half below.") % {"median": number(run.median) + unit}]
    said += [_shift(one, months) for one in run.shifts]
    said += [_trend(one, months) for one in run.trends]
    if run.too_few:
        said.append(_("The months change sides more seldom than chance would have it."))
    if run.too_many:
        said.append(_("The months change sides more often than chance would have it."))
    if not run.changed:
        said.append(_("No rule of run charts is met: what goes up and down here may be chance."))
    return tuple(said)


def _shift(one: Found, months: Sequence[str]) -> str:
    values = {"n": number(one.points), "first": months[one.first], "last": months[one.last]}
    if one.up:
        return _("A shift: from %(first)s to %(last)s %(n)s months in a row lie above the median.") % values
    return _("A shift: from %(first)s to %(last)s %(n)s months in a row lie below the median.") % values


def _trend(one: Found, months: Sequence[str]) -> str:
    values = {"n": number(one.points), "first": months[one.first], "last": months[one.last]}
    if one.up:
        return _("A trend: from %(first)s to %(last)s it goes up %(n)s months in a row.") % values
    return _("A trend: from %(first)s to %(last)s it goes down %(n)s months in a row.") % values
