"""Which figures can be told from an extract whose days are not exact, or which holds only a part of the record?

A figure that would be wrong is not told: which contact came first is not known where days are only months, or where an
earlier contact may have been left outside; in which month or stage is not known where days were shifted; how many days
lie between two of them is not known where they are only months.
"""

import datetime as dt
from collections.abc import Mapping

from linkwork.evaluation.indicators.rules.scopes import ALWAYS, Span
from linkwork.extracts.rules.days import Lost
from linkwork.instruments.indicators import Definition, Grouping
from linkwork.instruments.indicators.shapes import DERIVED, flat

NEEDS: Mapping[str, frozenset[Lost]] = {
    Grouping.MONTH: frozenset({Lost.CALENDAR}),
    Grouping.STAGE: frozenset({Lost.CALENDAR, Lost.WITHIN_MONTH}),
}
ORDER = frozenset({Lost.ORDER, Lost.BEGINNING})


def can_be_told(one: Definition, lost: frozenset[Lost]) -> bool:
    """Whether nothing that the figure counts was lost."""
    if Lost.ORDER in lost and _measures_days(one):
        return False
    return not lost & ORDER or not _derives(one)


def can_be_parted(by: str, lost: frozenset[Lost]) -> bool:
    """Whether the groups of a breakdown can still be told apart."""
    return not lost & NEEDS.get(by, frozenset())


def order_is_known(lost: frozenset[Lost]) -> bool:
    """Whether it can be told which contact of a case came first."""
    return not lost & ORDER


def can_be_bounded(span: Span, lost: frozenset[Lost]) -> bool:
    """Whether it can be told what lies in these days: where days are months, only whole months can be asked for."""
    if span == ALWAYS or not lost & NEEDS[Grouping.STAGE]:
        return True
    whole = (span.since is None or span.since.day == 1) and (span.until is None or _ends_month(span.until))
    return Lost.CALENDAR not in lost and whole


def _ends_month(day: dt.date) -> bool:
    return (day + dt.timedelta(days=1)).day == 1


def _derives(one: Definition) -> bool:
    return any(test.get("column") in DERIVED for count in one.counts for test in flat(count.where))


def _measures_days(one: Definition) -> bool:
    return one.numerator.days_between is not None
