"""Alerts, and records only a few may open."""

import dataclasses
import datetime as dt
import inspect
from typing import Any

import pytest
from django.db.models import Q

from linkwork.casework import actions, reads
from linkwork.casework.reads.counted import Span
from linkwork.casework.reads.listing import Asked
from linkwork.casework.reads.triage import ReferralList, ReferralQuery
from linkwork.casework.rules.consent import Purpose
from linkwork.casework.rules.guarding import AlertKind, in_force, wants_review
from linkwork.casework.rules.households import MemberDetails
from linkwork.casework.rules.persons import NewNeed, PersonDetails, StatementKind
from linkwork.casework.rules.plan import ActionOwner, NewAction, NewGoal
from linkwork.casework.tests import scenes
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail

DAY = dt.timedelta(days=1)
TODAY = NOON.date()
MARYAM = PersonDetails(given_name="Maryam", family_name="Al-Amin", phone="070 123 45 67", born_year=1984)


@pytest.fixture
def known(cast):
    """(case, person) of somebody with one row of everything."""
    case_id = scenes.case(cast, MARYAM)
    person_id = reads.case(cast.worker, case_id).person_id
    scenes.contact(
        cast,
        case_id,
        needs=[NewNeed("food", "Bread")],
        what_matters="My garden",
        follow_up_on=TODAY,
        marked_first=False,
    )
    plan_id = actions.open_plan(case_id=case_id, by=cast.worker, at=NOON)
    goal_id = actions.add_goal(plan_id=plan_id, goal=NewGoal("Grow beans"), by=cast.worker, at=NOON)
    actions.add_action(
        plan_id=plan_id,
        new=NewAction("Ring the garden", ActionOwner.WORKER, goal_id, due_on=TODAY),
        by=cast.worker,
        at=NOON,
    )
    actions.give_consent(
        case_id=case_id, purpose=Purpose.SHARE, expires_on=TODAY + DAY, by=cast.worker, at=NOON
    )
    actions.add_member(
        person_id=person_id, details=MemberDetails("Noor", "daughter", child=True), by=cast.worker, at=NOON
    )
    actions.set_alert(
        person_id=person_id,
        kind=AlertKind.SAFETY,
        words="A dog that bites",
        review_on=TODAY,
        by=cast.worker,
        at=NOON,
    )
    return case_id, person_id


@pytest.fixture
def closed(cast, known):
    """The same, restricted to the worker."""
    actions.restrict_person(
        person_id=known[1], workers=[cast.worker.id], why="Works here", by=cast.manager, at=NOON
    )
    return known


@pytest.mark.parametrize(
    ("since", "until", "holds"),
    [(0, None, True), (1, None, False), (-1, 0, True), (-2, -1, False)],
)
def test_an_alert_holds_from_its_first_to_its_last_day(since, until, holds):
    last = None if until is None else TODAY + until * DAY
    assert in_force(TODAY + since * DAY, last, TODAY) is holds


def test_an_alert_wants_to_be_looked_at_on_its_day():
    assert wants_review(TODAY, TODAY)
    assert not wants_review(TODAY + DAY, TODAY)
    assert not wants_review(None, TODAY)


def test_an_alert_is_seen_reviewed_and_ended(cast, known):
    person_id = known[1]
    [alert] = reads.alerts_of(cast.other_worker, person_id, TODAY)
    assert (alert.words, alert.worker_name, alert.holds, alert.wants_review) == (
        "A dog that bites",
        "Amal Haddad",
        True,
        True,
    )
    assert [one.id for one in reads.alerts_to_review(cast.worker, TODAY, cast.worker.id)] == [alert.id]
    assert reads.alerts_to_review(cast.other_worker, TODAY, cast.other_worker.id) == []
    assert [row.alert for row in reads.cases(cast.worker, on=TODAY).rows] == [True]
    actions.review_alert(alert_id=alert.id, review_on=TODAY + DAY, by=cast.worker, at=NOON)
    assert reads.alerts_to_review(cast.manager, TODAY) == []
    actions.end_alert(alert_id=alert.id, by=cast.worker, at=NOON)
    assert [one.holds for one in reads.alerts_of(cast.worker, person_id, TODAY)] == [False]
    assert [row.alert for row in reads.cases(cast.worker, on=TODAY).rows] == [False]
    with pytest.raises(IllegalStep):
        actions.end_alert(alert_id=alert.id, by=cast.worker, at=NOON)


def test_the_safety_of_the_worker_stands_first(cast, known):
    actions.set_alert(
        person_id=known[1], kind=AlertKind.ACCESS, words="Third floor, no lift", by=cast.worker, at=NOON + DAY
    )
    kinds = [alert.kind for alert in reads.alerts_of(cast.worker, known[1], TODAY + DAY)]
    assert kinds == [AlertKind.SAFETY, AlertKind.ACCESS]


@pytest.mark.parametrize(
    "wrong",
    [
        {"words": " "},
        {"words": "x" * 201},
        {"until": TODAY - DAY},
        {"review_on": TODAY - DAY},
    ],
)
def test_an_alert_that_says_nothing_or_is_over_is_refused(cast, known, wrong):
    usual = {"person_id": known[1], "kind": AlertKind.OTHER, "words": "x", "by": cast.worker, "at": NOON}
    with pytest.raises(Invalid):
        actions.set_alert(**usual | wrong)


def test_nobody_else_sets_or_ends_alerts(cast, known):
    usual = {"person_id": known[1], "kind": AlertKind.OTHER, "words": "x", "at": NOON}
    for viewer, refusal in ((cast.evaluator, NotAllowed), (cast.outsider, NotFound)):
        with pytest.raises(refusal):
            actions.set_alert(by=viewer, **usual)
        with pytest.raises(refusal):
            actions.end_alert(
                alert_id=reads.alerts_of(cast.worker, known[1], TODAY)[0].id, by=viewer, at=NOON
            )


VALUES = {
    "at": NOON,
    "on": TODAY,
    "today": TODAY,
    "until": TODAY + DAY,
    "day": TODAY,
    "cover_on": None,
    "held": Q(),
    "span": Span(TODAY - 30 * DAY, TODAY + DAY),
    "days": 7,
    "purpose": "share",
    "recipient": "x",
    "words": "maryam",
    "text": "maryam",
    "asked": Asked(closed=None),
}
ASKED: dict[str, Any] = {"referrals": ReferralQuery(ReferralList.ALL), "how_many": {"all": Q()}}
TELLS_NOBODY = {  # questions that are about no one person, or only for the system and the holder of a link
    "absences",
    "absences_before",
    "caseload_rule",
    "cohort_cases",  # a condition for other questions, as the next one
    "conditions",
    "concern_waits",
    "contact_standing",  # takes a card that another question gave
    "from_source",
    "held_by",  # a condition for other questions
    "knocks",
    "known_outside",  # whether a row came before
    "likely_same",  # hints, see below
    "lone_talks",
    "look_alikes_of",  # takes a card that another question gave
    "own_page",
    "presence",
    "presences",
    "referral_from",  # whether a message came before
    "rooms",
    "session",  # is shown without those who may not be known of
    "talk",
    "talks_at",
    "template",
    "templates",
}
THEIRS = {
    "concern",
    "concerns",
    "concerns_waiting",
    "risk_question",
    "risk_questions",
}  # stricter rules of their own


def questions():
    """Every public question of this room whose arguments we know: a new one is asked here by itself."""
    for name in reads.__all__:
        question = getattr(reads, name)
        if not inspect.isfunction(question) or name in TELLS_NOBODY | THEIRS:
            continue
        parameters = inspect.signature(question).parameters.values()
        needed = {one.name for one in parameters if one.default is one.empty} - {"viewer"}
        yield name, question, needed, {one.name for one in parameters}


def ids(cast, known):
    case_id, person_id = known
    manager = cast.manager
    plan = reads.plan_of(manager, case_id)
    contact = reads.last_contact(manager, case_id)
    assert plan is not None
    assert contact is not None
    return VALUES | {
        "case_id": case_id,
        "person_id": person_id,
        "person_ids": [person_id],
        "need_id": reads.needs_of(manager, case_id)[0].id,
        "follow_up_id": reads.follow_ups_of(manager, case_id)[0].id,
        "referral_id": reads.case(manager, case_id).referral_id,
        "plan_id": plan.id,
        "goal_id": plan.body.goals[0].id,
        "action_id": plan.body.actions[0].id,
        "contact_id": contact.id,
        "contact_ids": [contact.id],
        "case_ids": [case_id],
        "session_id": contact.session_id,
        "question_id": new_id(),
        "worker_id": cast.worker.id,
        "member_id": reads.household_of(manager, person_id, TODAY)[-1].id,
    }


def told(question, viewer, values):
    """What the question tells this viewer."""
    try:
        answer = question(viewer, **values)
    except (NotFound, NotAllowed) as refusal:
        return type(refusal)
    return getattr(answer, "rows", answer) or None


def of_nobody(values):
    """The same, asked about ids that nothing has."""
    nobody: dict[str, Any] = {name: new_id() for name in values if name.endswith("_id")}
    nobody |= {"person_ids": [new_id()], "contact_ids": [new_id()], "case_ids": [new_id()]}
    nobody.pop("worker_id", None)
    return values | {name: one for name, one in nobody.items() if name in values}


@pytest.mark.parametrize("name", [name for name, *_ in questions()])
def test_whoever_is_not_named_finds_what_there_is_of_nobody(cast, closed, name):
    """Each question of this room, asked by somebody who may not know of the person."""
    values = ids(cast, closed)
    question, needed = next((q, n) for one, q, n, _all in questions() if one == name)
    assert needed <= set(values), f"say in VALUES what to ask {name} with, or in TELLS_NOBODY why not"
    given = {one: values[one] for one in needed}
    if name in ASKED:
        given["asked"] = ASKED[name]
    if name == "referral_report":
        assert question(cast.other_worker, NOON).total == 0
        return
    answer = told(question, cast.other_worker, given)
    assert answer == told(question, cast.other_worker, of_nobody(given)), name
    assert given != of_nobody(given) or is_nothing(answer), name


def is_nothing(answer):
    """Whether an answer tells of nobody: a refusal, an empty list, counts of nought."""
    if dataclasses.is_dataclass(answer) and not isinstance(answer, type):
        answer = vars(answer)
    if isinstance(answer, dict):
        return all(is_nothing(one) for one in answer.values())
    if isinstance(answer, tuple):  # several answers of one question
        return all(is_nothing(one) for one in answer)
    return not answer or answer in (NotAllowed, NotFound)


def test_those_who_are_named_and_managers_find_the_person(cast, closed):
    case_id, person_id = closed
    for viewer in (cast.worker, cast.manager):
        assert reads.case(viewer, case_id).name == "Maryam Al-Amin"
        assert reads.person(viewer, person_id).id == person_id
        assert [card.id for card in reads.found(viewer, "maryam")] == [person_id]
        assert reads.cases(viewer, "maryam").rows
        restriction = reads.restriction_of(viewer, person_id)
        assert restriction is not None
        assert restriction.readers == ((cast.worker.id, "Amal Haddad"),)
    assert reads.found(cast.other_worker, "0701234567") == []
    assert reads.cases(cast.other_worker, "maryam").rows == []


def test_what_is_restricted_cannot_be_changed_by_others(cast, closed):
    case_id, person_id = closed
    values = ids(cast, closed)
    alert_id = reads.alerts_of(cast.manager, person_id, TODAY)[0].id
    consent_id = reads.consents_of(cast.manager, person_id, NOON)[0].id
    by = {"by": cast.other_worker, "at": NOON}
    for step in (
        lambda: actions.change_person(person_id=person_id, details=MARYAM, **by),
        lambda: actions.add_need(case_id=case_id, term="food", **by),
        lambda: actions.meet_need(need_id=values["need_id"], **by),
        lambda: actions.finish_follow_up(follow_up_id=values["follow_up_id"], **by),
        lambda: actions.add_statement(case_id=case_id, kind=StatementKind.MATTERS, words="x", **by),
        lambda: actions.withdraw_consent(consent_id=consent_id, **by),
        lambda: actions.end_alert(alert_id=alert_id, **by),
        lambda: actions.close_case(case_id=case_id, reason="done", **by),
        lambda: scenes.contact(cast, case_id, by=cast.other_worker),
        lambda: actions.decline_referral(referral_id=values["referral_id"], reason="no_place", **by),
    ):
        with pytest.raises(NotFound):
            step()


def test_a_manager_names_others_and_opens_it_again(cast, closed):
    case_id, person_id = closed
    actions.restrict_person(
        person_id=person_id,
        workers=[cast.other_worker.id],
        why="Another team",
        by=cast.manager,
        at=NOON + DAY,
    )
    assert reads.case(cast.other_worker, case_id).id == case_id
    with pytest.raises(NotFound):
        reads.case(cast.worker, case_id)
    actions.unrestrict_person(person_id=person_id, by=cast.manager, at=NOON + DAY)
    assert reads.case(cast.worker, case_id).id == case_id
    assert reads.restriction_of(cast.worker, person_id) is None
    with pytest.raises(IllegalStep):
        actions.unrestrict_person(person_id=person_id, by=cast.manager, at=NOON + DAY)
    steps = [step.what for step in trail.steps_about(cast.manager, person_id)]
    assert steps == ["casework.restrict_person", "casework.restrict_person", "casework.unrestrict_person"]


def test_only_a_manager_restricts(cast, known):
    usual = {"person_id": known[1], "at": NOON}
    for viewer in (cast.worker, cast.supervisor):
        with pytest.raises(NotAllowed):
            actions.restrict_person(workers=[], why="x", by=viewer, **usual)
        with pytest.raises(NotAllowed):
            actions.unrestrict_person(by=viewer, **usual)
    with pytest.raises(Invalid):
        actions.restrict_person(workers=[], why=" ", by=cast.manager, **usual)
    with pytest.raises(Invalid):
        actions.restrict_person(workers=[known[0]], why="x", by=cast.manager, **usual)


def test_the_likely_same_person_is_hinted_at_and_not_shown(cast, closed):
    [seen] = reads.likely_same(cast.worker, ["Maryam Al-Amin"], 1984, "", "")
    assert seen.person is not None
    assert seen.person.name == "Maryam Al-Amin"
    [hint] = reads.likely_same(cast.other_worker, ["Maryam Al-Amin"], None, "", "")
    assert hint.person is None
    [hint] = reads.likely_same(cast.other_worker, ["Bo"], None, "+46 70-123 45 67", "")
    assert hint.person is None
    assert reads.likely_same(cast.other_worker, ["Mariam Al-Amin"], None, "", "") == []
    assert reads.likely_same(cast.other_worker, [], None, "", "") == []
