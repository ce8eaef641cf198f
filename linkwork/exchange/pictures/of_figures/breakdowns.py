"""Contacts by worker, place, language and the like, as bars."""

from collections.abc import Callable, Sequence

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from linkwork.evaluation.indicators.labels import heading
from linkwork.evaluation.indicators.reads import Figure, GroupValue, number
from linkwork.exchange.pictures.bars import Bar, bar_chart
from linkwork.exchange.pictures.files import Illustration
from linkwork.exchange.pictures.of_figures.about import few, notes
from linkwork.instruments.indicators import Grouping


def breakdown_title(figure: Figure, by: Grouping) -> str:
    """What the picture of a breakdown shows."""
    return _("%(title)s by %(what)s") % {"title": _(figure.definition.title), "what": heading(by).lower()}


def breakdown_picture(
    figure: Figure, by: Grouping, name: Callable[[GroupValue], str] = lambda group: group.label
) -> Illustration | None:
    """The groups of a figure as bars; None where there are none. `name` says what a group is called."""
    if not figure.groups:
        return None
    chart = bar_chart(
        bars(figure.groups, name),
        title=breakdown_title(figure, by),
        description=figure.sentence,
        columns=(heading(by), _(figure.definition.title)),
        right_to_left=get_language_bidi(),
    )
    return Illustration(chart, notes(figure))


def bars(groups: Sequence[GroupValue], name: Callable[[GroupValue], str]) -> list[Bar]:
    """One bar for each group; a hidden one has no length."""
    return [
        Bar(name(one), None, few(), hidden=one.hidden)
        if one.hidden or one.value is None
        else Bar(name(one), float(one.value), number(one.value))
        for one in groups
    ]
