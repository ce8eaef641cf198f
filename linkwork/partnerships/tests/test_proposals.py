"""From single efforts to a wider one: proposed, explained, linked, set aside; two workers on one issue are warned."""

import datetime as dt
from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from linkwork.casework import actions as casework
from linkwork.casework import reads as people
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import AdvocacyState, Alike, ForWhom, Level, Method, Obstacle, Practice
from linkwork.partnerships.tests.builders import TODAY, partner
from linkwork.testing.cast import NOON, Cast


def case(by: Viewer, name: str = "Ada") -> UUID:
    return casework.start_case(
        details=PersonDetails(given_name=name), source="self", worker_id=by.id, by=by, at=NOON
    )


def letter(by: Viewer, case_id: UUID, obstacle: Obstacle = Obstacle.POWER, need: str = "housing") -> UUID:
    """An effort for one person, tried once."""
    action_id = actions.open_advocacy(
        level=Level.INDIVIDUAL,
        case_id=case_id,
        need=need,
        ask="A flat without mould",
        target="The housing office",
        opened_on=TODAY - dt.timedelta(days=30),
        by=by,
        at=NOON,
    )
    actions.add_attempt(
        action_id=action_id,
        made_on=TODAY - dt.timedelta(days=10),
        method=Method.LETTER,
        obstacle_kind=obstacle,
        by=by,
        at=NOON,
    )
    return action_id


def test_three_letters_propose_one_wider_effort(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    singles = [letter(cast.worker, case(cast.worker, name)) for name in ("Ada", "Bea")]
    assert reads.proposals(cast.worker) == []
    singles.append(letter(cast.other_worker, case(cast.other_worker, "Cem")))
    with django_assert_max_num_queries(3):
        [found] = reads.proposals(cast.worker)
    assert (found.alike, found.level, found.people) == (Alike.TARGET_AND_OBSTACLE, Level.ORGANISATIONAL, 3)
    assert reads.proposal(cast.worker, found.key).ids == tuple(sorted(singles))

    wider = actions.open_advocacy(
        level=found.level,
        for_whom="Everybody in the tower blocks",
        for_kind=ForWhom.AREA,
        ask="An answer within two weeks",
        target=found.target_name,
        origins=found.ids,
        opened_on=TODAY,
        by=cast.worker,
        at=NOON,
    )
    assert reads.proposals(cast.worker) == []
    assert [card.id for card in reads.origins(cast.worker, wider)] == sorted(singles)
    assert reads.grown_into(cast.worker, singles[0]) == [(wider, "An answer within two weeks")]
    brief = reads.brief(cast.worker, wider, TODAY)
    assert (brief.people, brief.efforts, brief.attempts, brief.open, brief.longest) == (3, 3, 3, 3, 30)
    assert (brief.needs, brief.obstacles) == ({"housing": 3}, {Obstacle.POWER: 3})
    assert brief.methods == {Method.LETTER: 3}


def test_what_was_won_needs_nothing_wider(cast: Cast) -> None:
    singles = [letter(cast.worker, case(cast.worker, name)) for name in ("Ada", "Bea", "Cem")]
    actions.settle_advocacy(
        action_id=singles[0],
        to=AdvocacyState.WON,
        settled_on=TODAY,
        result="The flat was mended",
        changed="She sleeps in her own room",
        by=cast.worker,
        at=NOON,
    )
    assert reads.advocacy(cast.worker, singles[0]).changed == "She sleeps in her own room"
    assert reads.proposals(cast.worker) == []


def test_what_is_set_aside_comes_back_with_more_people(cast: Cast) -> None:
    for name in ("Ada", "Bea", "Cem"):
        letter(cast.worker, case(cast.worker, name))
    [found] = reads.proposals(cast.worker)
    actions.set_aside(key=found.key, by=cast.worker, at=NOON)
    assert reads.proposals(cast.worker) == []
    with pytest.raises(NotFound):
        reads.proposal(cast.worker, found.key)
    with pytest.raises(NotFound):
        actions.set_aside(key=found.key, by=cast.worker, at=NOON)
    letter(cast.worker, case(cast.worker, "Dora"))
    assert [one.people for one in reads.proposals(cast.worker)] == [4]


def test_a_programme_says_from_how_many_people_on(cast: Cast) -> None:
    for name in ("Ada", "Bea"):
        letter(cast.worker, case(cast.worker, name))
    actions.set_proposal_rule(people=2, by=cast.manager, at=NOON)
    actions.set_proposal_rule(people=2, by=cast.manager, at=NOON)
    assert [one.people for one in reads.proposals(cast.worker)] == [2]
    with pytest.raises(Invalid):
        actions.set_proposal_rule(people=1, by=cast.manager, at=NOON)
    with pytest.raises(NotAllowed):
        actions.set_proposal_rule(people=4, by=cast.worker, at=NOON)


def test_two_workers_for_one_person_on_one_issue_are_warned(cast: Cast) -> None:
    case_id = case(cast.worker)
    action_id = letter(cast.worker, case_id)
    for need, target in (("housing", "Somebody else"), ("", "the HOUSING office")):
        [other] = reads.same_issue(cast.other_worker, case_id, cast.other_worker.id, need=need, target=target)
        assert (other.id, other.worker_name) == (action_id, "Amal Haddad")
    assert reads.same_issue(cast.worker, case_id, cast.worker.id, need="housing") == []
    assert reads.same_issue(cast.other_worker, case_id, cast.other_worker.id, need="food") == []


def due(by: Viewer) -> list[reads.DueKind]:
    """What a month from now needs them."""
    found = reads.due_today(by, TODAY + dt.timedelta(days=30), NOON, by.worker_id)
    return sorted(one.kind for one in found)


def test_an_effort_for_somebody_closed_to_the_viewer_leaves_no_trace(cast: Cast) -> None:
    case_id = case(cast.worker)
    action_id, partner_id = letter(cast.worker, case_id), partner(cast.worker)
    letter(cast.other_worker, case_id)
    together = actions.log_interaction(
        partner_id=partner_id,
        practice=Practice.CO_INTERVENTION,
        occurred_on=TODAY,
        next_step="Ring",
        next_on=TODAY,
        case_id=case_id,
        by=cast.other_worker,
        at=NOON,
    )
    assert due(cast.other_worker) == [reads.DueKind.NEXT_STEP, reads.DueKind.TRY]
    casework.restrict_person(
        person_id=people.case(cast.manager, case_id).person_id,
        why="A colleague lives next door",
        workers=[cast.worker.worker_id],
        by=cast.manager,
        at=NOON,
    )
    assert reads.advocacy(cast.worker, action_id).case_id == case_id
    assert reads.advocacy_actions(cast.other_worker) == []
    assert due(cast.other_worker) == []
    assert [one.id for one in reads.partner(cast.worker, partner_id).interactions] == [together]
    assert reads.partner(cast.other_worker, partner_id).interactions == ()
    assert reads.what_may_have_eased(cast.other_worker) == []
    with pytest.raises(NotFound):
        actions.finish_next_step(interaction_id=together, by=cast.other_worker, at=NOON)
    assert reads.same_issue(cast.other_worker, case_id, cast.other_worker.id, need="housing") == []
    with pytest.raises(NotFound):
        reads.advocacy(cast.other_worker, action_id)
    with pytest.raises(NotFound):
        actions.reopen_advocacy(action_id=action_id, by=cast.other_worker, at=NOON)
    with pytest.raises(NotFound):
        letter(cast.other_worker, case_id)


def test_refusals(cast: Cast) -> None:
    with pytest.raises(Invalid) as refused:
        letter(cast.worker, case(cast.worker), need="a flying carpet")
    assert set(refused.value.errors) == {"need"}
    with pytest.raises(NotFound):
        letter(cast.worker, new_id())
    with pytest.raises(NotFound):
        reads.brief(cast.worker, new_id(), TODAY)
