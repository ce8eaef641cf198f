"""The ladder, the steps of a visit, addresses typed by hand, short texts."""

import datetime as dt

import pytest

from linkwork.core.errors import IllegalStep, NotAllowed
from linkwork.core.ids import new_id
from linkwork.testing.cast import NOON
from linkwork.workforce.rules.places import is_place_enough, same_place
from linkwork.workforce.rules.texts import Said, Wish, number_of, wish_of
from linkwork.workforce.rules.visits import (
    ALARM,
    VISIT,
    AlarmState,
    Ladder,
    Part,
    Rung,
    VisitState,
    asked_on,
    is_in_order,
    minutes_to_reach,
    more_time,
    rungs_due,
)

pytestmark = pytest.mark.rules


def minutes(number: float) -> dt.timedelta:
    return dt.timedelta(minutes=number)


@pytest.mark.parametrize(
    ("late", "asked"),
    [(0, 0), (0.1, 1), (9, 1), (10, 2), (20, 3), (44, 4), (45, 5), (600, 5)],
)
def test_each_rung_has_its_time(late: float, asked: int) -> None:
    assert rungs_due(Ladder(), NOON, NOON + minutes(late)) == list(Rung)[:asked]


def test_nobody_is_asked_before_the_one_below() -> None:
    assert is_in_order(Ladder())
    assert is_in_order(Ladder(5, 5, 5, 5, 5))
    assert not is_in_order(Ladder(manager_after=5))
    assert not is_in_order(Ladder(worker_after=-1))


def test_nobody_is_asked_to_look_for_themselves() -> None:
    visitor, buddy, other = new_id(), new_id(), new_id()
    ladder = Ladder(manager=visitor, second=other)
    asked = [asked_on(rung, ladder, visitor, buddy) for rung in Rung]
    assert asked == [visitor, buddy, None, other, None]


def test_more_time_counts_from_now_once_it_is_late() -> None:
    assert more_time(NOON, NOON - minutes(10), 30) == NOON + minutes(30)
    assert more_time(NOON, NOON + minutes(10), 30) == NOON + minutes(40)


def test_minutes_to_reach() -> None:
    assert minutes_to_reach(NOON, None) is None
    assert minutes_to_reach(NOON, NOON + minutes(12.9)) == 12
    assert minutes_to_reach(NOON, NOON - minutes(1)) == 0


def test_steps() -> None:
    VISIT.check(VisitState.PLANNED, VisitState.UNDER_WAY, {Part.VISITOR})
    with pytest.raises(NotAllowed):
        VISIT.check(VisitState.PLANNED, VisitState.UNDER_WAY, {Part.WATCHER})
    with pytest.raises(IllegalStep):
        VISIT.check(VisitState.ENDED, VisitState.UNDER_WAY, {Part.VISITOR})
    with pytest.raises(NotAllowed):
        ALARM.check(AlarmState.RAISED, AlarmState.ACKNOWLEDGED, {Part.VISITOR})


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("12 Elm Street", "Flat 2, 12 Elm St, Northtown", True),
        ("Flat 2, 12 Elm Street, Northtown", "12 elm st.", True),
        ("12 Élm Street", "12 Elm Street", True),
        ("2 Elm Street", "12 Elm Street", False),
        ("12 Elm Street", "12 Elm Road", False),
        ("Elm", "12 Elm Street", False),
        ("", "", False),
    ],
)
def test_the_same_place_however_it_is_typed(one: str, other: str, same: bool) -> None:
    assert same_place(one, other) is same
    assert same_place(other, one) is same


def test_a_place_needs_a_number_and_a_street() -> None:
    assert is_place_enough("12 Elm Street")
    assert not is_place_enough("Elm")


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("IN", Wish(Said.IN)),
        ("out thanks", Wish(Said.OUT)),
        ("Là", Wish(Said.IN)),
        ("45 more please", Wish(Said.MORE, 45)),
        ("ok", Wish(Said.MORE, 30)),
        ("Please HELP!", Wish(Said.HELP)),
        ("out? help", Wish(Said.HELP)),
        ("0", None),
        ("999", None),
        ("12345", None),
        ("٣", None),
        ("running a bit late", None),
        ("", None),
    ],
)
def test_what_a_text_means(text: str, wish: Wish | None) -> None:
    assert wish_of(text) == wish


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("+44 7700 900123", "+447700900123"),
        ("0044 (7700) 900-123", "+447700900123"),
        ("07700 900123", ""),
        ("+44", ""),
        ("+1234567890123456", ""),
        ("", ""),
    ],
)
def test_a_number_has_its_country_code(typed: str, number: str) -> None:
    assert number_of(typed) == number
