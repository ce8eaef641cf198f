"""Figures of some days, month by month, and with intervals: asked of real extracts."""

import datetime as dt
from decimal import Decimal
from uuid import UUID

import pytest

from linkwork.core.days import Days
from linkwork.core.errors import NotFound, Refused
from linkwork.evaluation.indicators import reads
from linkwork.evaluation.indicators.reads import Span
from linkwork.extracts import actions as gate
from linkwork.extracts.rules.logs import LogContact
from linkwork.testing.cast import NOON, Cast

SEPTEMBER = Span(dt.date(2025, 9, 1), dt.date(2025, 9, 30))


def taken(cast: Cast, by_month: dict[str, int], days: Days = Days.EXACT) -> UUID:
    """An extract of a log with so many contacts in each month, one a day from the first on, one person each."""
    each = [(month, n) for month, many in by_month.items() for n in range(many)]
    rows = [
        LogContact(
            line, f"{month}-{n}", dt.date.fromisoformat(f"{month}-01") + dt.timedelta(days=n % 28), "W"
        )
        for line, (month, n) in enumerate(each, start=2)
    ]
    return gate.take_log(contacts=rows, by=cast.evaluator, at=NOON, days=days)


def test_both_ends_of_a_period_are_counted(cast: Cast) -> None:
    made = taken(cast, {"2025-08": 7, "2025-09": 28, "2025-10": 9})
    one = reads.figure(cast.evaluator, made, "contacts", span=SEPTEMBER)
    assert (one.numerator, one.span) == (28, SEPTEMBER)
    single = Span(dt.date(2025, 9, 28), dt.date(2025, 9, 28))
    assert reads.figure(cast.evaluator, made, "contacts", span=single).numerator == 1
    assert (
        reads.figure(cast.evaluator, made, "contacts", span=Span(since=dt.date(2025, 10, 1))).numerator == 9
    )
    assert (
        reads.figure(cast.evaluator, made, "people_reached", span=Span(until=dt.date(2025, 8, 31))).value == 7
    )
    assert {one.definition.id for one in reads.figures(cast.evaluator, made, SEPTEMBER)} == {
        one.definition.id for one in reads.figures(cast.evaluator, made)
    }
    whole = reads.figures(cast.evaluator, made, SEPTEMBER)
    parts = reads.breakdown(cast.evaluator, made, "month", SEPTEMBER)
    assert whole[0].numerator == 28
    assert [group.key for group in parts[0].groups if group.numerator] == ["2025-09"]


def test_periods_that_cannot_be_told(cast: Cast) -> None:
    made = taken(cast, {"2025-09": 9})
    with pytest.raises(Refused, match="ends before it begins"):
        reads.figures(cast.evaluator, made, Span(dt.date(2025, 9, 2), dt.date(2025, 9, 1)))
    months, moved = (
        taken(cast, {"2025-09": 9}, days=Days.MONTH),
        taken(cast, {"2025-09": 9}, days=Days.SHIFTED),
    )
    assert reads.figure(cast.evaluator, months, "contacts", span=SEPTEMBER).numerator == 9
    for made, span in (
        (months, Span(dt.date(2025, 9, 2))),
        (months, Span(until=dt.date(2025, 9, 29))),
        (moved, SEPTEMBER),
    ):
        with pytest.raises(Refused, match="not exact enough for this period"):
            reads.figures(cast.evaluator, made, span)


def test_a_shift_is_found_and_said(cast: Cast) -> None:
    many = [5, 6, 5, 6, 5, 6, 11, 12, 11, 12, 11, 12]
    names = [f"{2024 + (n + 8) // 12}-{(n + 8) % 12 + 1:02}" for n in range(12)]
    made = taken(cast, dict(zip(names, many, strict=True)))
    found = reads.run(cast.evaluator, made, "contacts")
    assert [point.value for point in found.points] == many
    assert found.run.median == Decimal("8.5")
    assert found.sentences == (
        "The median is 8.5: half of the months lie at it or above, half at it or below.",
        "A shift: from September 2024 to February 2025 6 months in a row lie below the median.",
        "A shift: from March 2025 to August 2025 6 months in a row lie above the median.",
        "The months change sides more seldom than chance would have it.",
    )


def test_a_month_without_a_contact_is_nought_and_a_small_one_is_hidden(cast: Cast) -> None:
    made = taken(cast, {"2025-09": 9, "2025-11": 8, "2025-12": 2, "2026-01": 9})
    found = reads.run(cast.evaluator, made, "contacts")
    assert [point.value for point in found.points][:2] == [9, 0]
    assert [point.hidden for point in found.points][3]
    assert found.points[3].value is None
    share = reads.run(cast.evaluator, made, "first_derived_share")
    assert share.points[1].value is None
    assert not share.points[1].hidden


def test_a_month_that_is_not_over_is_shown_and_not_judged(cast: Cast) -> None:
    made = taken(cast, {"2025-12": 9, "2026-01": 9, "2026-02": 9, f"{NOON:%Y-%m}": 6})
    found = reads.run(cast.evaluator, made, "contacts")
    assert [point.whole for point in found.points] == [True, True, True, False]
    assert found.run.points == 3
    assert found.sentences[-1] == "Months that are not whole are shown and not judged."
    cut = reads.run(cast.evaluator, made, "contacts", Span(dt.date(2025, 12, 2), dt.date(2026, 1, 31)))
    assert [point.whole for point in cut.points] == [False, True]
    assert cut.sentences[0] == "There are too few whole months to tell a change from chance."


def test_only_what_compares_is_followed_by_month(cast: Cast) -> None:
    made = taken(cast, {})
    assert reads.run(cast.evaluator, made, "contacts").points == ()
    with pytest.raises(NotFound, match="broken down"):
        reads.run(cast.evaluator, made, "minutes_per_contact")


def test_no_interval_around_a_log_of_contacts(cast: Cast) -> None:
    made = taken(cast, {"2025-09": 9})
    assert {one.interval_words for one in reads.figures(cast.evaluator, made)} == {""}


def test_published_percentages_are_rounded_half_up_on_the_exact_fraction() -> None:
    """The trap of practice reference 7: 69 of 341 is 20.2 and 283 of 332 is 85.2, whatever was printed."""
    from linkwork.evaluation.indicators.rules.values import Raw, measured

    assert measured("share", Raw(69, 341)).value == Decimal("20.2")
    assert measured("share", Raw(283, 332)).value == Decimal("85.2")
    assert measured("share", Raw(1, 8000)).value == Decimal("0.0")
    assert measured("share", Raw(1, 2000)).value == Decimal("0.1")  # 0.05 goes up
    assert measured("ratio", Raw(1294, 507)).value == Decimal("2.55")
