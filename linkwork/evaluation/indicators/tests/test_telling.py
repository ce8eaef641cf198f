"""What cannot be told from days that are not exact is not told."""

import pytest

from linkwork.core.days import Days
from linkwork.core.errors import Refused
from linkwork.evaluation.indicators import reads
from linkwork.evaluation.indicators.tests.test_reads import log
from linkwork.extracts import actions as gate
from linkwork.testing.cast import NOON, Cast


@pytest.mark.parametrize(
    ("days", "derived", "told", "refused"),
    [
        (Days.EXACT, True, {"month", "stage", "mode"}, set()),
        (Days.MONTH, False, {"month", "mode"}, {"stage"}),
        (Days.SHIFTED, True, {"mode"}, {"month", "stage"}),
    ],
)
def test_figures_that_need_what_was_rounded_away_are_not_told(
    cast: Cast, days: Days, derived: bool, told: set[str], refused: set[str]
) -> None:
    made = gate.take_log(contacts=log(), by=cast.evaluator, at=NOON, days=days)
    held = {one.definition.id for one in reads.figures(cast.evaluator, made)}
    assert ("first_derived_share" in held) == ("first_disagreements" in held) == derived
    assert "first_share" in held
    for by in told:
        assert reads.figure(cast.evaluator, made, "contacts", by=by).groups
    for by in refused:
        with pytest.raises(Refused, match="not exact enough"):
            reads.breakdown(cast.evaluator, made, by)
    if derived:
        assert reads.disagreements(cast.evaluator, made) == []
    else:
        with pytest.raises(Refused, match="which contact of a person came first"):
            reads.disagreements(cast.evaluator, made)


def test_the_same_person_s_contacts_give_the_same_order_however_far_they_are_moved(cast: Cast) -> None:
    exact, moved = (
        gate.take_log(contacts=log(), by=cast.evaluator, at=NOON, days=days)
        for days in (Days.EXACT, Days.SHIFTED)
    )
    one, other = (reads.figure(cast.evaluator, made, "first_derived_share") for made in (exact, moved))
    assert (one.numerator, one.denominator) == (other.numerator, other.denominator) == (20, 60)
