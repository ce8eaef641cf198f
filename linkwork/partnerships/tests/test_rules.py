"""Reach, quiet partners, the steps of advocacy and factors, when to try again."""

import datetime as dt

import pytest

from linkwork.partnerships.rules import (
    ADVOCACY_STEPS,
    FACTOR_STEPS,
    AdvocacyState,
    FactorState,
    Reach,
    Sector,
    Tried,
    is_quiet,
    next_attempt_on,
    reach_of,
)

pytestmark = pytest.mark.rules
MONDAY = dt.date(2026, 3, 2)


def test_only_health_care_is_sectoral() -> None:
    assert reach_of(Sector.HEALTH) is Reach.SECTORAL
    assert {reach_of(sector) for sector in Sector if sector is not Sector.HEALTH} == {Reach.INTER_SECTORAL}


@pytest.mark.parametrize(
    ("last", "days", "quiet"),
    [(MONDAY, 56, False), (MONDAY, 57, True), (None, 56, False), (None, 57, True)],
)
def test_a_partner_is_quiet_after_eight_weeks(last: dt.date | None, days: int, quiet: bool) -> None:
    assert is_quiet(last, MONDAY, MONDAY + dt.timedelta(days=days)) is quiet


def test_the_first_attempt_is_due_at_once() -> None:
    assert next_attempt_on(MONDAY, []) == MONDAY


def test_the_next_attempt_is_due_as_planned_or_after_three_weeks() -> None:
    planned = Tried(MONDAY, MONDAY + dt.timedelta(days=4))
    assert next_attempt_on(MONDAY, [planned]) == MONDAY + dt.timedelta(days=4)
    assert next_attempt_on(MONDAY, [planned, Tried(MONDAY, None)]) == MONDAY + dt.timedelta(days=21)


def test_every_state_has_its_steps_and_none_leads_to_itself() -> None:
    assert set(ADVOCACY_STEPS) == set(AdvocacyState)
    assert set(FACTOR_STEPS) == set(FactorState)
    assert all(state not in steps for state, steps in ADVOCACY_STEPS.items())
    assert all(state not in steps for state, steps in FACTOR_STEPS.items())


def test_what_is_won_stays_won() -> None:
    assert not ADVOCACY_STEPS[AdvocacyState.WON]
