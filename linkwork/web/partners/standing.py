"""How the relationship stands, in words and as lines over time. The sides are never put into one number."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from linkwork.exchange.pictures import Chart, Line, line_chart
from linkwork.partnerships.reads import RatingCard
from linkwork.partnerships.rules import HIGHEST, Answers, Side, is_far_apart, newest_by_side, sides_missing
from linkwork.web.partners import words
from linkwork.web.shared.days import day_said

MOST_QUARTERS = 12


def values(ratings: Sequence[RatingCard], today: dt.date) -> dict[str, Any]:
    """What `partners/relationship.html` shows."""
    newest = newest_by_side((one.side, one.rated_on, one.answers) for one in ratings)
    return {
        "sides": [
            {"side": words.SIDES[side], "strength": f"{said.strength:g}", "trust": f"{said.trust:g}"}
            for side, said in sorted(newest.items(), key=lambda pair: pair[0] is Side.THEM)
        ],
        "one_side": _one_side(newest),
        "far_apart": is_far_apart(newest),
        "charts": _charts(ratings, today),
        "said": [
            {
                "when": day_said(one.rated_on, today),
                "who": one.who,
                "side": words.SIDES[one.side],
                "strength": f"{one.answers.strength:g}",
                "trust": f"{one.answers.trust:g}",
                "changed": one.changed,
            }
            for one in reversed(ratings)
        ],
    }


def _one_side(newest: dict[Side, Answers]) -> str:
    missing = sides_missing(newest)
    if len(missing) != 1:
        return ""
    if missing[0] is Side.THEM:
        return _("Only we have said how it is: this is one side’s view.")
    return _("Only they have said how it is: this is one side’s view.")


def _charts(ratings: Sequence[RatingCard], today: dt.date) -> list[tuple[str, Chart]]:
    if len(ratings) < 2:
        return []
    quarters = _quarters(ratings[0].rated_on, today)
    drawn: list[tuple[str, Callable[[Answers], float]]] = [
        (_("Strength, 1 to 5"), lambda said: said.strength),
        (_("Trust, 1 to 5"), lambda said: said.trust),
    ]
    return [(title, _chart(title, ratings, quarters, value)) for title, value in drawn]


def _chart(
    title: str,
    ratings: Sequence[RatingCard],
    quarters: list[tuple[int, int]],
    value: Callable[[Answers], float],
) -> Chart:
    lines = []
    for side in Side:
        last = {_quarter(one.rated_on): value(one.answers) for one in ratings if one.side is side}
        lines.append(Line(str(words.SIDES[side]), tuple(last.get(quarter) for quarter in quarters)))
    names = [_("%(year)s, quarter %(quarter)s") % {"year": y, "quarter": q} for y, q in quarters]
    short = [f"{q}/{y % 100:02}" for y, q in quarters]
    chart = line_chart(
        short,
        lines,
        title=title,
        description=_("What each side said last in each quarter. A quarter without an answer is left empty."),
        column=_("Quarter"),
        top=HIGHEST,
        right_to_left=get_language_bidi(),
    )
    rows = tuple((name, *row[1:]) for name, row in zip(names, chart.table_rows, strict=True))
    return replace(chart, table_rows=rows)


def _quarter(day: dt.date) -> tuple[int, int]:
    return day.year, (day.month + 2) // 3


def _quarters(first: dt.date, last: dt.date) -> list[tuple[int, int]]:
    """From the first to the last day's quarter, the newest twelve."""
    (year, quarter), end = _quarter(first), _quarter(last)
    found = []
    while (year, quarter) <= end:
        found.append((year, quarter))
        year, quarter = (year, quarter + 1) if quarter < 4 else (year + 1, 1)
    return found[-MOST_QUARTERS:]
