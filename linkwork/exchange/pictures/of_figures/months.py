"""Contacts (or another count) month by month, under the programme's stages."""

import datetime as dt
from collections.abc import Sequence

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from linkwork.evaluation.indicators.reads import Figure, GroupValue, number
from linkwork.exchange.pictures.files import Illustration
from linkwork.exchange.pictures.months import Band, Column, month_chart
from linkwork.exchange.pictures.of_figures.about import few, notes
from linkwork.exchange.pictures.of_figures.calendar import long, months_of, place_of, short
from linkwork.exchange.words import words
from linkwork.programmes.rules import Stage, StageSpan

ORDER = tuple(Stage)


def months_picture(figure: Figure, spans: Sequence[StageSpan]) -> Illustration | None:
    """The picture of a count broken down by month; None where no month is told."""
    months = months_of(figure)
    if not months:
        return None
    days = [month for month, _group in months]
    columns = [_column(short(month), group) for month, group in months]
    what = {"title": _(figure.definition.title), "first": long(days[0]), "last": long(days[-1])}
    chart = month_chart(
        columns,
        _bands(spans, days),
        title=_("%(title)s by month and stage") % what,
        description=_("%(title)s, a column for each month from %(first)s to %(last)s, under the stages.")
        % what,
        heads=(_("Month"), _("Stage"), what["title"]),
        right_to_left=get_language_bidi(),
    )
    return Illustration(chart, notes(figure))


def _column(name: str, group: GroupValue | None) -> Column:
    if group is None:
        return Column(name, 0.0, number(0))
    if group.hidden or group.value is None:
        return Column(name, None, few(), hidden=group.hidden)
    return Column(name, float(group.value), number(group.value))


def _bands(spans: Sequence[StageSpan], days: Sequence[dt.date]) -> list[Band]:
    """The stages that were on in these months, from their first days."""
    names = words()["stage"]
    bounds = [(span.stage, place_of(span.starts_on, days)) for span in spans]
    ends = [*(start for _stage, start in bounds[1:]), float(len(days))]
    return [
        Band(ORDER.index(stage) + 1, names[stage], max(start, 0.0), min(end, float(len(days))))
        for (stage, start), end in zip(bounds, ends, strict=True)
        if end > 0 and start < len(days) and end > start
    ]
