"""Planning a meeting, keeping its minutes, taking on what was agreed."""

import datetime as dt
from uuid import UUID

import pytest
from django.apps import apps
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import Practice, Sector
from linkwork.partnerships.tests.builders import TODAY, meeting, partner
from linkwork.testing.cast import NOON, Cast

A_DAY = dt.timedelta(days=1)


def test_a_meeting_is_planned_held_and_counted_once(cast: Cast) -> None:
    school, town = partner(cast.worker), partner(cast.worker, "Town hall", Sector.MUNICIPALITY)
    police = partner(cast.worker, "Police station", Sector.POLICE)
    meeting_id = meeting(cast.worker, school, town)
    assert [one.came for one in reads.meeting(cast.worker, meeting_id).asked] == [None, None]

    for came in ({school, police}, {school, town}, {school, police}):  # corrected twice
        actions.keep_minutes(
            meeting_id=meeting_id, came=came, minutes="A summer group is wanted.", by=cast.worker, at=NOON
        )
    card = reads.meeting(cast.supervisor, meeting_id)
    assert card.kept
    assert card.minutes == "A summer group is wanted."
    assert {one.partner_id: one.came for one in card.asked} == {school: True, town: False, police: True}
    assert reads.partner(cast.worker, school).practices[Practice.MEETING] == 1
    assert reads.partner(cast.worker, town).practices[Practice.MEETING] == 0


def test_minutes_are_not_kept_beforehand(cast: Cast) -> None:
    school = partner(cast.worker)
    meeting_id = meeting(cast.worker, school, starts_at=NOON + dt.timedelta(hours=1))
    with pytest.raises(IllegalStep):
        actions.keep_minutes(meeting_id=meeting_id, came=[school], minutes="", by=cast.worker, at=NOON)


def test_a_meeting_needs_a_title_and_somebody_to_meet(cast: Cast) -> None:
    school = partner(cast.worker)
    with pytest.raises(Invalid) as untitled:
        actions.plan_meeting(title=" ", starts_at=NOON, partner_ids=[school], by=cast.worker, at=NOON)
    with pytest.raises(Invalid) as alone:
        actions.plan_meeting(title="Plans", starts_at=NOON, partner_ids=[], by=cast.worker, at=NOON)
    assert set(untitled.value.errors) | set(alone.value.errors) == {"title", "partners"}


def test_meetings_to_come_and_those_without_minutes(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    school = partner(cast.worker)
    forgotten = meeting(cast.worker, school, starts_at=NOON - dt.timedelta(days=9))
    done = meeting(cast.worker, school, starts_at=NOON - dt.timedelta(days=8))
    actions.keep_minutes(meeting_id=done, came=[], minutes="Nobody came.", by=cast.worker, at=NOON)
    coming = meeting(cast.worker, school, starts_at=NOON + dt.timedelta(days=8))
    with django_assert_max_num_queries(1):
        rows = reads.meetings(cast.worker, NOON)
    assert [(row.id, row.kept, row.asked) for row in rows] == [(coming, False, 1), (forgotten, False, 1)]


def test_old_meetings_without_minutes_hide_none_to_come(cast: Cast) -> None:
    school = partner(cast.worker)
    old = [meeting(cast.worker, school, starts_at=NOON - day * A_DAY) for day in range(1, 4)]
    coming = [meeting(cast.worker, school, starts_at=NOON + day * A_DAY) for day in (9, 8)]
    rows = reads.meetings(cast.worker, NOON, most=4)
    assert [row.id for row in rows] == [*reversed(coming), *old[:2]]


def test_every_meeting_stands_on_one_page_and_is_found(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    school, town = partner(cast.worker), partner(cast.worker, "Town hall")
    for day in range(1, 25):
        meeting(cast.worker, school, starts_at=NOON - (day // 3) * A_DAY)
        meeting(cast.worker, town, starts_at=NOON + (day // 3 + 1) * A_DAY)
    for past in (False, True):
        first = reads.meetings_page(cast.worker, NOON, past=past)
        with django_assert_max_num_queries(2):
            last = reads.meetings_page(cast.worker, NOON, past=past, after=first.next)
        begins = [row.starts_at for row in (*first.rows, *last.rows)]
        assert begins == sorted(begins, reverse=past)
        assert last.next is None
        ids = {row.id for row in (*first.rows, *last.rows)}
        assert len(ids) == len(begins) == (22 if past else 26)
    assert len(reads.meetings_page(cast.worker, NOON, words="town").rows) == 20
    assert reads.meetings_page(cast.worker, NOON, words="town", past=True).rows == ()
    assert reads.meetings_page(cast.worker, NOON, words="FAMILIES").next is not None
    with pytest.raises(NotAllowed):
        reads.meetings_page(cast.evaluator, NOON)


def test_what_was_taken_on_is_due_until_it_is_done(cast: Cast) -> None:
    meeting_id = meeting(cast.worker, partner(cast.worker))
    assert cast.worker.id is not None
    action_id = actions.take_on(
        meeting_id=meeting_id,
        what="Ask the library for a room",
        worker_id=cast.worker.id,
        due_on=TODAY,
        by=cast.manager,
        at=NOON,
    )
    [due] = reads.actions_due(cast.worker, TODAY, cast.worker.id)
    assert (due.id, due.what, due.worker_name) == (action_id, "Ask the library for a room", "Amal Haddad")
    assert reads.actions_due(cast.worker, TODAY, cast.other_worker.id) == []
    assert reads.actions_due(cast.worker, TODAY - dt.timedelta(days=1)) == []

    actions.finish_meeting_action(action_id=action_id, by=cast.worker, at=NOON)
    assert reads.actions_due(cast.worker, TODAY) == []
    assert reads.meeting(cast.worker, meeting_id).actions[0].done_at == NOON
    with pytest.raises(IllegalStep):
        actions.finish_meeting_action(action_id=action_id, by=cast.worker, at=NOON)


def test_refusals(cast: Cast) -> None:
    meeting_id = meeting(cast.worker, partner(cast.worker))
    assert cast.worker.id is not None
    with pytest.raises(Invalid):
        actions.take_on(
            meeting_id=meeting_id, what="", worker_id=cast.worker.id, due_on=TODAY, by=cast.worker, at=NOON
        )
    with pytest.raises(NotFound):
        actions.take_on(
            meeting_id=meeting_id, what="Ask", worker_id=new_id(), due_on=TODAY, by=cast.worker, at=NOON
        )
    with pytest.raises(NotFound):
        actions.keep_minutes(meeting_id=new_id(), came=[], minutes="", by=cast.worker, at=NOON)
    with pytest.raises(NotFound):
        actions.finish_meeting_action(action_id=new_id(), by=cast.worker, at=NOON)
    with pytest.raises(NotFound):
        reads.meeting(cast.outsider, meeting_id)
    with pytest.raises(NotAllowed):
        actions.keep_minutes(meeting_id=meeting_id, came=[], minutes="", by=cast.evaluator, at=NOON)


def test_minutes_are_asked_of_those_who_held_the_meeting(cast: Cast) -> None:
    """Of today's everybody may want to know; of earlier ones the page of the day is for whoever was there."""
    school = partner(cast.worker)
    old = meeting(cast.worker, school, starts_at=NOON - 9 * A_DAY)
    today = meeting(cast.worker, school)

    def due(viewer: Viewer) -> dict[UUID, int]:
        midnight = NOON.replace(hour=0) + A_DAY
        found = reads.due_today(viewer, TODAY, midnight, viewer.worker_id)
        return {one.id: one.number for one in found if one.kind is reads.DueKind.MEETING}

    assert due(cast.worker) == {old: 1, today: 1}
    assert due(cast.other_worker) == due(cast.manager) == {today: 0}
    actions.take_on(
        meeting_id=old,
        what="Ask the library",
        worker_id=cast.other_worker.worker_id,
        due_on=TODAY + A_DAY,
        by=cast.worker,
        at=NOON,
    )
    assert due(cast.other_worker) == {old: 1, today: 0}
    yesterday = TODAY - A_DAY
    apps.get_model("programmes", "Worker").objects.filter(id=cast.worker.worker_id).update(until=yesterday)
    assert due(cast.manager) == {old: 1, today: 1}
