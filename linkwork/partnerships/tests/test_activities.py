"""Activities made together: sessions counted once, numbers that can be, an end."""

import datetime as dt

import pytest
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import Part, Practice
from linkwork.partnerships.tests.builders import TODAY, activity, partner
from linkwork.partnerships.tests.test_facts import rows_of
from linkwork.testing.cast import NOON, Cast

DAY = dt.timedelta(days=1)


def test_a_session_counts_once_with_each_partner_who_was_there(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    school, library = partner(cast.worker), partner(cast.worker, "Library")
    activity_id = activity(cast.worker, school, library)
    for there, families in (([school, library], 6), ([school], 5)):  # corrected
        actions.keep_session(
            activity_id=activity_id,
            held_on=TODAY - DAY,
            partner_ids=there,
            people=14,
            families=families,
            new_families=2,
            learnt="Begin later",
            by=cast.worker,
            at=NOON,
        )
    actions.keep_session(
        activity_id=activity_id, held_on=TODAY, partner_ids=[library], by=cast.worker, at=NOON
    )
    with django_assert_max_num_queries(4):
        card = reads.activity(cast.supervisor, activity_id)
    assert [(one.held_on, one.families, set(one.partner_ids)) for one in card.sessions] == [
        (TODAY, None, {library}),
        (TODAY - DAY, 5, {school}),
    ]
    assert [(one.name, one.part) for one in card.parts] == [
        ("Hill primary school", Part.DEVELOPED),
        ("Library", Part.JOINED),
    ]
    assert reads.partner(cast.worker, school).practices[Practice.SHARED_ACTIVITY] == 1
    with django_assert_max_num_queries(1):
        [row] = reads.activities(cast.worker)
    assert (row.sessions, row.families, row.last_on) == (2, 5, TODAY)
    [fact] = rows_of("activities", cast)
    assert (fact["partners"], fact["developed_with"]) == (2, 1)
    assert [(one["families"], one["partners"]) for one in rows_of("activity_sessions", cast)] == [
        (5, 1),
        (None, 1),
    ]


def test_an_activity_ends_with_what_was_learnt(cast: Cast) -> None:
    activity_id = activity(cast.worker, partner(cast.worker))
    actions.keep_session(activity_id=activity_id, held_on=TODAY, partner_ids=[], by=cast.worker, at=NOON)
    with pytest.raises(Invalid):
        actions.end_activity(
            activity_id=activity_id, ended_on=TODAY - DAY, learnt="", by=cast.worker, at=NOON
        )
    actions.end_activity(
        activity_id=activity_id, ended_on=TODAY, learnt="Twice a month is enough", by=cast.worker, at=NOON
    )
    card = reads.activity(cast.worker, activity_id)
    assert (card.ended_on, card.learnt) == (TODAY, "Twice a month is enough")
    for step in (
        lambda: actions.end_activity(
            activity_id=activity_id, ended_on=TODAY, learnt="", by=cast.worker, at=NOON
        ),
        lambda: actions.keep_session(
            activity_id=activity_id, held_on=TODAY, partner_ids=[], by=cast.worker, at=NOON
        ),
    ):
        with pytest.raises(IllegalStep):
            step()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"held_on": TODAY - 90 * DAY}, "held_on"),
        ({"held_on": TODAY + DAY}, "held_on"),
        ({"people": 3, "families": 4}, "families"),
        ({"families": 2, "new_families": 3}, "new_families"),
        ({"new_families": 1}, "new_families"),
    ],
)
def test_numbers_that_cannot_be(cast: Cast, values: dict[str, object], field: str) -> None:
    activity_id = activity(cast.worker, partner(cast.worker))
    with pytest.raises(Invalid) as refused:
        actions.keep_session(
            **({"activity_id": activity_id, "held_on": TODAY, "partner_ids": []} | values),  # type: ignore[arg-type]
            by=cast.worker,
            at=NOON,
        )
    assert set(refused.value.errors) == {field}


def test_refusals(cast: Cast) -> None:
    school = partner(cast.worker)
    for title, parts in ((" ", {school: Part.JOINED}), ("Coffee", {})):
        with pytest.raises(Invalid):
            actions.begin_activity(title=title, since=TODAY, parts=parts, by=cast.worker, at=NOON)
    with pytest.raises(NotFound):
        reads.activity(cast.worker, new_id())
    with pytest.raises(NotFound):
        actions.end_activity(activity_id=new_id(), ended_on=TODAY, learnt="", by=cast.worker, at=NOON)
    with pytest.raises(NotAllowed):
        activity(cast.evaluator, school)
