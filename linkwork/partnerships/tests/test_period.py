"""The numbers of a period are those of the days in it, the same as when counted one by one."""

import datetime as dt

import pytest
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import NotAllowed
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import AdvocacyState, Level, Method, Practice, Sector
from linkwork.partnerships.tests.builders import TODAY, activity, advocacy, meeting, partner
from linkwork.testing.cast import NOON, Cast

DAY = dt.timedelta(days=1)


def test_the_numbers_of_a_period(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    school, clinic = partner(cast.worker), partner(cast.worker, "Clinic", Sector.HEALTH)
    meeting_id = meeting(cast.worker, school, clinic)
    actions.keep_minutes(meeting_id=meeting_id, came=[school], minutes="", by=cast.worker, at=NOON)
    activity_id = activity(cast.worker, school)
    for days, families in ((0, 6), (1, None), (40, 9)):
        actions.keep_session(
            activity_id=activity_id,
            held_on=TODAY - days * DAY,
            partner_ids=[school],
            families=families,
            by=cast.worker,
            at=NOON,
        )
    action_id = advocacy(cast.worker, opened_on=TODAY - 40 * DAY)
    for days in (39, 3, 2):
        actions.add_attempt(
            action_id=action_id, made_on=TODAY - days * DAY, method=Method.CALL, by=cast.worker, at=NOON
        )
    actions.settle_advocacy(
        action_id=action_id, to=AdvocacyState.WON, settled_on=TODAY, result="", by=cast.worker, at=NOON
    )
    advocacy(cast.worker, opened_on=TODAY)
    partner(cast.outsider)
    with django_assert_num_queries(5):
        work = reads.work_in(cast.manager, TODAY - 30 * DAY, TODAY)
    assert work == reads.PeriodWork(
        partners={Sector.SCHOOL: 1},
        practices={Practice.SHARED_ACTIVITY: 2, Practice.MEETING: 1},
        meetings=1,
        organisations_came=1,
        sessions=2,
        families=6,
        uncounted=1,
        asked={Level.COMMUNITY: 1},
        attempts=2,
        settled={AdvocacyState.WON: 1},
    )
    nothing = reads.work_in(cast.manager, TODAY - 900 * DAY, TODAY - 800 * DAY)
    assert (nothing.partners, nothing.families, nothing.attempts) == ({}, None, 0)


def test_a_manager_answers_for_it(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        reads.work_in(cast.worker, TODAY, TODAY)
