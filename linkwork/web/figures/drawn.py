"""The pictures of the figures' page: months under stages, the funnel, a run chart, a breakdown; each to be saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound, Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.indicators import reads as indicators
from linkwork.evaluation.indicators.reads import ALWAYS, EVERYTHING, Figure, Span
from linkwork.exchange.pictures.of_figures import (
    breakdown_picture,
    can_run,
    funnel_picture,
    months_picture,
    run_picture,
)
from linkwork.instruments.indicators import Grouping
from linkwork.programmes import reads as programmes
from linkwork.web.charts.saving import Illustration

NAMES = ("contacts", "funnel", "run", "breakdown")
RUNS_FIRST = "first_share"  # what the run chart shows until something else is chosen


@dataclass(frozen=True)
class Parts:
    """Figures broken down by month and by what was asked, or a sentence that says why not."""

    months: list[Figure]
    by: list[Figure]
    why_not: str = ""


def parts_of(viewer: Viewer, extract_id: UUID, by: str, span: Span = ALWAYS) -> Parts:
    """By month for the pictures over time, and by `by`. Days that are not exact enough leave them out and say so."""
    return _parts(lambda grouping: indicators.breakdown(viewer, extract_id, grouping, span), by)


def parts_leaving(viewer: Viewer, extract_id: UUID, by: str) -> Parts:
    """The same as it may leave."""
    return _parts(
        lambda grouping: [one for one in indicators.leaving(viewer, extract_id, grouping) if not one.small],
        by,
    )


def _parts(told: Callable[[str], list[Figure]], by: str) -> Parts:
    try:
        months = told(Grouping.MONTH)
    except Refused as refusal:
        months, why = [], refusal.reason
    else:
        why = ""
    if not by:
        return Parts(months, [], why)
    try:
        return Parts(months, told(by), why)
    except (NotFound, Refused) as refusal:
        return Parts(months, [], refusal.reason)


def run_choices(parts: Parts) -> list[tuple[str, str]]:
    """The figures that can be followed month by month: id and title."""
    return [(one.definition.id, _(one.definition.title)) for one in parts.months if can_run(one)]


def chosen_run(parts: Parts, asked: str) -> str:
    """The figure whose run is shown: the one asked for, else first meetings, else the first there is."""
    ids = [key for key, _title in run_choices(parts)]
    return next((key for key in (asked, RUNS_FIRST, *ids) if key in ids), "")


def pictures(
    viewer: Viewer, figures: Sequence[Figure], parts: Parts, by: str, run: str
) -> dict[str, Illustration]:
    """The page's pictures by the names their files have. A figure that is marked as small is not drawn."""
    spans = programmes.stage_spans(viewer)
    by_month = {one.definition.id: one for one in parts.months}
    drawn = {
        "contacts": months_picture(by_month[EVERYTHING], spans) if EVERYTHING in by_month else None,
        "funnel": funnel_picture(figures),
        "run": run_picture(by_month[run]) if run in by_month else None,
        "breakdown": _breakdown(parts.by, by),
    }
    return {name: one for name, one in drawn.items() if one}


def hides_months(parts: Parts) -> bool:
    """Whether a month's contacts are hidden."""
    return any(
        group.hidden for one in parts.months if one.definition.id == EVERYTHING for group in one.groups
    )


def _breakdown(found: Sequence[Figure], by: str) -> Illustration | None:
    one = next((one for one in found if one.definition.id == EVERYTHING), None)
    return breakdown_picture(one, Grouping(by)) if one else None
