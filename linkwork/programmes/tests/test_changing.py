"""Changing a programme, welcoming somebody, and who a demonstration shows."""

from typing import Any
from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import Invalid, NotAllowed
from linkwork.core.viewer import Role, Viewer, system
from linkwork.programmes import actions, reads
from linkwork.testing.cast import NOON, Cast
from linkwork.testing.demonstration import build_demonstration
from linkwork.trail import reads as trail

WORDS: dict[str, Any] = {
    "worker_word": "connector",
    "person_word": "neighbour",
    "people_word": "neighbours",
    "answer_within_days": 3,
    "chase_after_days": 7,
    "follow_up_after_days": 14,
    "target_group": "Adults registered with the practices",
    "target_size": 1000,
}


def test_only_what_changed_stands_in_the_trail(cast: Cast) -> None:
    actions.change_programme(name="North practices", **WORDS, by=cast.manager, at=NOON)
    card = reads.programme(cast.worker)
    assert (card.words.worker, card.answer_within_days) == ("connector", 3)
    last = trail.steps_about(cast.manager, cast.programme_id)[-1]
    assert last.detail["fields"] == ["worker_word", "person_word", "people_word", "answer_within_days"]


def test_a_taken_name_and_a_wrong_role_are_refused(cast: Cast) -> None:
    with pytest.raises(Invalid):
        actions.change_programme(name="South families", **WORDS, by=cast.manager, at=NOON)
    with pytest.raises(NotAllowed):
        actions.change_programme(name="North", **WORDS, by=cast.worker, at=NOON)


def welcome(by: Viewer, email: str) -> None:
    actions.welcome_worker(
        email=email,
        password="a long first password",
        name="Noor Vance",
        roles=[Role.WORKER],
        since=NOON.date(),
        by=by,
        at=NOON,
    )


def test_somebody_is_welcomed_once(cast: Cast) -> None:
    welcome(cast.administrator, "noor@example.org")
    assert reads.login_named("noor@example.org")
    with pytest.raises(Invalid) as refusal:
        welcome(cast.administrator, "NOOR@example.org")
    assert set(refusal.value.errors) == {"email"}
    with pytest.raises(NotAllowed):
        welcome(cast.worker, "other@example.org")


def test_where_somebody_stands_is_one_question(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    login_id = cast.manager.login_id
    assert login_id is not None
    elsewhere = cast.outsider.programme
    worker_id = actions.add_worker(
        name="Kim",
        roles=[Role.WORKER, Role.SUPERVISOR],
        since=NOON.date(),
        login_id=login_id,
        by=system(elsewhere),
        at=NOON,
    )
    with django_assert_num_queries(1):
        there = reads.standing(login_id, elsewhere)
    assert there.programme == reads.programme(there.viewer)
    assert (there.viewer.id, there.viewer.roles) == (worker_id, frozenset({Role.WORKER, Role.SUPERVISOR}))
    assert {programme_id for programme_id, _name in there.programmes} == {cast.programme_id, elsewhere}
    assert [name for _id, name in there.programmes] == ["North practices", "South families"]
    here = reads.standing(login_id, cast.outsider.id)  # no programme of theirs: the first one, as without any
    assert here == reads.standing(login_id)
    assert here.viewer == cast.manager
    assert reads.standing(UUID(int=0)) == reads.Standing()


def test_only_a_demonstration_shows_its_logins(cast: Cast) -> None:
    assert reads.demonstration_logins() == []
    build_demonstration()
    [one] = reads.demonstration_logins()
    assert (one.email, one.roles) == ("show@example.org", frozenset({Role.WORKER}))


def test_an_urgent_referral_has_a_limit_of_its_own(cast: Cast) -> None:
    actions.change_programme(name="North", **WORDS, urgent_within_days=2, by=cast.manager, at=NOON)
    actions.change_programme(name="North", **WORDS, by=cast.manager, at=NOON)
    assert reads.programme(cast.worker).urgent_within_days == 2


def test_notes_are_locked_after_days_of_its_own(cast: Cast) -> None:
    actions.change_programme(name="North", **WORDS, notes_lock_after_days=3, by=cast.manager, at=NOON)
    actions.change_programme(name="North", **WORDS, by=cast.manager, at=NOON)
    assert reads.programme(cast.worker).notes_lock_after_days == 3


def test_late_referrals_go_to_one_manager_or_to_all(cast: Cast) -> None:
    assert reads.late_takers(cast.worker) == [(cast.manager.id, "manager@example.org", "")]
    second = actions.add_worker(
        name="Ada North", roles=[Role.MANAGER], since=NOON.date(), by=system(cast.programme_id), at=NOON
    )
    assert [one for one, _address, _language in reads.late_takers(cast.worker)] == [second, cast.manager.id]
    actions.name_for_late(worker_id=second, by=cast.manager, at=NOON)
    actions.name_for_late(worker_id=cast.manager.id, by=cast.manager, at=NOON)
    assert [one for one, _address, _language in reads.late_takers(cast.worker)] == [cast.manager.id]
    assert reads.worker(cast.worker, cast.manager.worker_id).takes_late
    assert list(reads.late_names(cast.worker)) == ["Chris Okafor", "Ada North"]
    actions.name_for_late(worker_id=None, by=cast.manager, at=NOON)
    assert len(reads.late_takers(cast.worker)) == 2


def test_late_referrals_go_to_nobody_who_does_not_manage(cast: Cast) -> None:
    with pytest.raises(Invalid):
        actions.name_for_late(worker_id=cast.worker.id, by=cast.manager, at=NOON)
    with pytest.raises(NotAllowed):
        actions.name_for_late(worker_id=cast.manager.id, by=cast.worker, at=NOON)


def test_how_plans_and_closures_go_is_the_programme_s_own(cast: Cast) -> None:
    asked: dict[str, Any] = {"plans_need_approval": True, "reopen_within_days": 30, "at": NOON}
    actions.set_plan_rules(**asked, by=cast.manager)
    card = reads.programme(cast.worker)
    assert (card.plans_need_approval, card.reopen_within_days) == (True, 30)
    assert trail.steps_about(cast.manager, cast.programme_id)[-1].what == "programmes.set_plan_rules"
    with pytest.raises(NotAllowed):
        actions.set_plan_rules(**asked, by=cast.worker)


def test_when_partners_count_as_quiet(cast: Cast) -> None:
    actions.set_quiet_after(weeks=12, by=cast.manager, at=NOON)
    assert reads.programme(cast.worker).quiet_after_weeks == 12
    with pytest.raises(Invalid):
        actions.set_quiet_after(weeks=0, by=cast.manager, at=NOON)
    with pytest.raises(NotAllowed):
        actions.set_quiet_after(weeks=4, by=cast.worker, at=NOON)
