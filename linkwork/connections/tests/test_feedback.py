"""What people say: of the support, of services they went to; in sum for many, in words for managers."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from linkwork.casework import actions as casework
from linkwork.casework import reads as cases
from linkwork.casework.rules.persons import PersonDetails
from linkwork.connections import actions, facts, models, reads
from linkwork.connections.rules import Attendance, Outcome
from linkwork.connections.rules.feedback import Rating, sums
from linkwork.core.errors import NotAllowed, NotFound, Refused
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)


@pytest.fixture
def went(scene):
    """They went to the service."""
    signpost = actions.signpost(
        case_id=scene.case_id, need_id=scene.need_id, service_id=scene.service_id, by=scene.by, at=NOON
    )
    actions.follow_up_signpost(
        signpost_id=signpost, went=Attendance.WENT, outcome=Outcome.HELPED, by=scene.by, at=NOON
    )
    return scene


def give(scene, **more):
    given = {"case_id": scene.case_id, "rating": Rating.GOOD, "by": scene.by, "at": NOON}
    return actions.give_feedback(**given | more)


def test_the_support_and_what_they_went_to_can_be_rated(went):
    assert [one.service_name for one in reads.to_rate(went.by, went.case_id, NOON)] == ["", "Garden group"]
    give(went, words=" Kind people ")
    give(went, service_id=went.service_id, rating=Rating.MIXED)
    support, service = reads.to_rate(went.by, went.case_id, NOON)
    assert (support.rating, support.words) == (Rating.GOOD, "Kind people")
    assert (service.rating, service.words) == (Rating.MIXED, "")


def test_said_again_it_is_what_they_think_now(went):
    first = give(went)
    assert give(went, rating=Rating.POOR, at=NOON + DAY) == first
    assert models.Feedback.objects.get().rating == Rating.POOR


def test_the_person_says_it_by_their_own_link(went):
    token = casework.make_person_link(case_id=went.case_id, by=went.by, at=NOON)
    me = cases.own_page(token, NOON).viewer
    give(went, by=me, service_id=went.service_id)
    row = models.Feedback.objects.get()
    assert (row.by_person, row.worker_id) == (True, None)
    with pytest.raises(NotAllowed):
        give(went, by=me, at=NOON + 91 * DAY)
    with pytest.raises(NotAllowed):
        reads.said_of(me, None)


def test_only_where_they_went(scene):
    scene.connect()
    with pytest.raises(Refused):
        give(scene, service_id=scene.service_id)


def test_who_reads_what(went, cast):
    give(went, words="Kind people")
    give(went, service_id=went.service_id, words="Too far")
    assert [one.words for one in reads.said_of(cast.manager, None)] == ["Kind people"]
    assert [one.words for one in reads.said_of(cast.manager, went.service_id)] == ["Too far"]
    assert reads.said_of(cast.outsider, went.service_id) == []
    for viewer in (cast.worker, cast.supervisor, cast.evaluator):
        with pytest.raises(NotAllowed):
            reads.said_of(viewer, went.service_id)
        with pytest.raises(NotAllowed):
            reads.support_sums(viewer)
    assert reads.service_sums(cast.supervisor, went.service_id).total is None
    assert reads.support_sums(cast.manager).total is None
    for viewer in (cast.evaluator, cast.adviser):
        with pytest.raises(NotAllowed):
            reads.service_sums(viewer, went.service_id)
    with pytest.raises(NotAllowed):
        give(went, by=cast.supervisor)
    with pytest.raises(NotFound):
        give(went, by=cast.outsider)
    with pytest.raises(NotFound):
        reads.to_rate(cast.outsider, went.case_id, NOON)


def test_five_people_are_a_sum(cast):
    for number in range(6):
        details = PersonDetails(given_name=f"P{number}")
        case_id = casework.start_case(details=details, source="self", by=cast.worker, at=NOON)
        actions.give_feedback(case_id=case_id, rating=Rating.GOOD, by=cast.worker, at=NOON)
    found = reads.support_sums(cast.manager)
    assert (found.total, found.counts[Rating.GOOD], found.counts[Rating.POOR]) == (6, 6, 0)


@given(st.lists(st.sampled_from(Rating), max_size=40))
def test_no_small_number_is_ever_shown(ratings):
    found = sums(ratings)
    shown = [number for number in found.counts.values() if number is not None]
    assert not any(0 < number < 5 for number in shown)
    if found.total is None:
        assert 0 < len(ratings) < 5
    else:
        hidden = [rating for rating, number in found.counts.items() if number is None]
        left = found.total - sum(shown)
        assert len(hidden) != 1 or left == 0
        assert not hidden or left == 0 or left >= 5 or not shown


def test_an_extract_counts_without_words(went):
    give(went, words="Kind people")
    give(went, service_id=went.service_id)
    rows = list(facts.FEEDBACK.rows(went.cast.programme_id))
    assert sorted((row[3], row[5]) for row in rows) == [("service", "good"), ("support", "good")]
    assert "Kind people" not in str(rows)


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"by_person": True}, "connections_feedback_by_one"),
        ({"rating": "fine"}, "connections_feedback_is_known"),
    ],
)
def test_a_row_that_cannot_be_true_is_refused(went, changes, name):
    give(went)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        models.Feedback.objects.update(**changes)


@pytest.mark.parametrize("of_service", [True, False])
def test_each_is_said_once(went, of_service):
    give(went, service_id=went.service_id if of_service else None)
    row = models.Feedback.objects.get()
    row.id, row._state.adding = row._meta.pk.get_default(), True
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
