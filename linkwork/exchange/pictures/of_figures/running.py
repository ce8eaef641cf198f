"""A figure's months as a run chart, and what its rules say in plain words."""

from collections.abc import Sequence

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from linkwork.evaluation.indicators.reads import Figure, can_run, number, run_sentences, running
from linkwork.evaluation.indicators.reads.running import FEWEST
from linkwork.evaluation.indicators.rules.runs import Run
from linkwork.evaluation.indicators.rules.runs import Stretch as Found
from linkwork.exchange.pictures.files import Illustration
from linkwork.exchange.pictures.of_figures.about import few, notes
from linkwork.exchange.pictures.of_figures.calendar import short
from linkwork.exchange.pictures.runs import RunWords, Stretch, run_chart

__all__ = ["can_run", "run_picture", "run_sentences"]


def run_picture(figure: Figure) -> Illustration | None:
    """The run chart of a figure broken down by month; None with fewer than three months to show."""
    found = running(figure)
    run, said = found.run, found.sentences
    if run.points < FEWEST:
        return None
    chart = run_chart(
        [short(point.month) for point in found.points],
        [None if point.value is None else float(point.value) for point in found.points],
        median=None if run.median is None else float(run.median),
        shifts=_stretches(run.shifts),
        trends=_stretches(run.trends),
        words=_words(figure, run),
        title=_("%(title)s, month by month") % {"title": _(figure.definition.title)},
        description=" ".join(said),
        shown=[few() if point.hidden else number(point.value) for point in found.points],
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
