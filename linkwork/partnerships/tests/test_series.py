"""Meetings in a series: topics, invitations, moving, calling off, and carrying over what was left."""

import datetime as dt
from uuid import UUID

import pytest
from django.utils import timezone

from linkwork.core.errors import IllegalStep, Invalid, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.core.viewer import system
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import INVITATION, ItemState, series_days, topics
from linkwork.partnerships.tests.builders import TODAY, partner
from linkwork.programmes import reads as programmes
from linkwork.testing.cast import NOON, Cast

LATER = NOON + dt.timedelta(hours=3)
WEEK = dt.timedelta(weeks=1)


def series(cast: Cast, *partner_ids: UUID, times: int = 3) -> list[UUID]:
    """Meetings every four weeks, the first one two hours ago; their ids in order."""
    first = actions.plan_meeting(
        title="Families new to the area",
        starts_at=NOON - dt.timedelta(hours=2),
        partner_ids=partner_ids,
        agenda="Who meets whom\n\nA room for winter",
        every_weeks=4,
        times=times,
        by=cast.worker,
        at=NOON,
    )
    found = [first]
    while (after := reads.meeting(cast.worker, found[-1]).after) is not None:
        found.append(after)
    return found


def test_a_series_keeps_its_time_by_the_clock(cast: Cast) -> None:
    ids = series(cast, partner(cast.worker))
    cards = [reads.meeting(cast.worker, one) for one in ids]
    assert len({timezone.localtime(card.starts_at).time() for card in cards}) == 1
    assert [timezone.localdate(card.starts_at) for card in cards] == series_days(TODAY, 4, 3)
    assert [card.before for card in cards] == [None, ids[0], ids[1]]
    assert [topic.words for topic in cards[0].topics] == ["Who meets whom", "A room for winter"]
    assert cards[1].topics == ()
    assert cards[0].ends_at - cards[0].starts_at == dt.timedelta(hours=1)
    assert cards[0].organiser_name == "Amal Haddad"


def test_a_series_that_cannot_be(cast: Cast) -> None:
    school = partner(cast.worker)
    for every, times, field in ((0, 2, "every_weeks"), (1, 27, "times"), (1, 0, "times")):
        with pytest.raises(Invalid) as refused:
            actions.plan_meeting(
                title="Plans",
                starts_at=NOON,
                partner_ids=[school],
                every_weeks=every,
                times=times,
                by=cast.worker,
                at=NOON,
            )
        assert set(refused.value.errors) == {field}
        with pytest.raises(ValueError, match="series"):
            series_days(TODAY, every, times)
    assert topics(" a \n\n b") == ["a", "b"]


def test_what_was_left_is_asked_for_at_the_next_meeting(cast: Cast) -> None:
    school, town = partner(cast.worker), partner(cast.worker, "Town hall")
    first, second, third = series(cast, school, town)
    room = reads.meeting(cast.worker, first).topics[1]
    with pytest.raises(IllegalStep):
        actions.carry_over(meeting_id=first, to_meeting_id=second, by=cast.worker, at=LATER)
    whom = reads.meeting(cast.worker, first).topics[0]
    assert whom.id is not None
    assert room.id is not None
    actions.keep_minutes(
        meeting_id=first,
        came=[school],
        numbers={school: 3, town: 9},
        minutes="",
        said={room.id: "The library has one"},
        done=[whom.id],
        by=cast.worker,
        at=NOON,
    )
    asked = {one.partner_id: (one.came, one.number) for one in reads.meeting(cast.worker, first).asked}
    assert asked == {school: (True, 3), town: (False, None)}
    done = actions.take_on(
        meeting_id=first, what="Ask", worker_id=cast.worker.id, due_on=TODAY, by=cast.worker, at=NOON
    )
    actions.finish_meeting_action(action_id=done, by=cast.worker, at=NOON)
    map_ = actions.take_on(
        meeting_id=first, what="Send the map", partner_id=town, due_on=TODAY, by=cast.worker, at=NOON
    )
    assert actions.carry_over(meeting_id=first, to_meeting_id=second, by=cast.worker, at=LATER) == 2
    assert actions.carry_over(meeting_id=first, to_meeting_id=second, by=cast.worker, at=LATER) == 0
    then = reads.meeting(cast.worker, second)
    assert [(one.words, one.carried) for one in then.topics] == [("A room for winter", True)]
    assert [(one.id, one.partner_name) for one in then.left] == [(map_, "Town hall")]
    actions.keep_minutes(  # corrected afterwards: what was carried stays so
        meeting_id=first, came=[school], minutes="", done=[whom.id, room.id], by=cast.worker, at=LATER
    )
    states = [one.state for one in reads.meeting(cast.worker, first).topics]
    assert states == [ItemState.DONE, ItemState.CARRIED]

    at = NOON + 5 * WEEK
    actions.keep_minutes(meeting_id=second, came=[], minutes="", by=cast.worker, at=at)
    assert actions.carry_over(meeting_id=second, to_meeting_id=third, by=cast.worker, at=at) == 2
    assert [one.id for one in reads.meeting(cast.worker, third).left] == [map_]
    with pytest.raises(IllegalStep):
        actions.carry_over(meeting_id=second, to_meeting_id=first, by=cast.worker, at=at)


def test_what_a_partner_took_on_lands_with_whoever_called_the_meeting(cast: Cast) -> None:
    town = partner(cast.worker, "Town hall")
    [first] = series(cast, town, times=1)
    actions.take_on(
        meeting_id=first, what="Send the map", partner_id=town, due_on=TODAY, by=cast.manager, at=NOON
    )
    found = reads.due_today(cast.worker, TODAY, NOON, cast.worker.worker_id)
    [due] = [one for one in found if one.kind is reads.DueKind.PARTNERS]
    assert (due.other, due.title, due.page_id) == ("Town hall", "Send the map", first)
    other = cast.other_worker
    assert [one.kind for one in reads.due_today(other, TODAY, NOON, other.worker_id)] == [
        reads.DueKind.MEETING
    ]
    with pytest.raises(Invalid):
        actions.take_on(meeting_id=first, what="Ask", due_on=TODAY, by=cast.worker, at=NOON)
    with pytest.raises(Invalid):
        actions.keep_minutes(
            meeting_id=first, came=[town], numbers={town: 0}, minutes="", by=cast.worker, at=NOON
        )


def letters(cast: Cast) -> list[str]:
    rows = programmes.waiting_letters(system(cast.programme_id), NOON)
    return [letter.to for letter in rows if letter.kind == INVITATION]


def test_partners_are_written_to_and_told_of_changes(cast: Cast) -> None:
    school, town = partner(cast.worker), partner(cast.worker, "Town hall")
    first, second, _third = series(cast, school, town)
    with pytest.raises(Refused):
        actions.invite_partners(meeting_id=second, by=cast.worker, at=NOON)
    actions.add_contact(partner_id=school, name="Reed", email="reed@example.org", by=cast.worker, at=NOON)
    actions.add_contact(partner_id=town, name="Pryce", by=cast.worker, at=NOON)
    assert actions.invite_partners(meeting_id=second, by=cast.worker, at=NOON) == 1
    assert letters(cast) == ["reed@example.org"]
    assert [one.invited for one in reads.meeting(cast.worker, second).asked] == [True, False]
    moved = NOON + 4 * WEEK
    actions.move_meeting(meeting_id=second, starts_at=moved, place="Library", by=cast.worker, at=NOON)
    actions.move_meeting(meeting_id=second, starts_at=moved, by=cast.worker, at=NOON)
    card = reads.meeting(cast.worker, second)
    assert (card.starts_at, card.place, card.sequence) == (moved, "Library", 2)
    assert letters(cast) == ["reed@example.org"]  # one letter waits, with the newest day
    [reed, _pryce] = [reads.partner(cast.worker, one).contacts[0] for one in (school, town)]
    actions.contact_left(contact_id=reed.id, left_on=TODAY, by=cast.worker, at=NOON)
    actions.call_off_meeting(meeting_id=second, by=cast.worker, at=NOON)
    assert letters(cast) == []  # whoever left is not written to any more
    with pytest.raises(Refused):
        actions.invite_partners(meeting_id=first, by=cast.worker, at=NOON)
    assert reads.meeting(cast.worker, second).called_off
    assert second not in [row.id for row in reads.meetings(cast.worker, NOON)]
    assert reads.meeting(cast.worker, first).after != second
    for step in (
        lambda: actions.call_off_meeting(meeting_id=second, by=cast.worker, at=NOON),
        lambda: actions.keep_minutes(meeting_id=second, came=[], minutes="", by=cast.worker, at=NOON),
    ):
        with pytest.raises(IllegalStep):
            step()


def test_what_has_been_is_not_moved(cast: Cast) -> None:
    [first] = series(cast, partner(cast.worker), times=1)
    assert actions.add_topics(meeting_id=first, text="Money", by=cast.worker, at=NOON) == 1
    assert [one.number for one in reads.meeting(cast.worker, first).topics] == [1, 2, 3]
    with pytest.raises(Invalid):
        actions.add_topics(meeting_id=first, text=" ", by=cast.worker, at=NOON)
    actions.keep_minutes(meeting_id=first, came=[], minutes="Said", by=cast.worker, at=NOON)
    for step in (
        lambda: actions.move_meeting(meeting_id=first, starts_at=LATER, by=cast.worker, at=NOON),
        lambda: actions.call_off_meeting(meeting_id=first, by=cast.worker, at=NOON),
    ):
        with pytest.raises(IllegalStep):
            step()


def test_meetings_that_are_still_to_come(cast: Cast) -> None:
    school = partner(cast.worker)
    ids = series(cast, school)
    other = actions.plan_meeting(
        title="Other", starts_at=NOON + WEEK, partner_ids=[school], by=cast.worker, at=NOON
    )
    found = [one for one, _title, _at in reads.later_meetings(cast.worker, ids[0])]
    assert found == [ids[1], ids[2], other]
    with pytest.raises(NotFound):
        reads.later_meetings(cast.worker, new_id())
