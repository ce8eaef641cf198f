"""Sharing the work: weight, room, handing over, cover, and what is agreed with a person."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from linkwork.casework import actions, models, reads
from linkwork.casework.rules.persons import NewNeed, PersonDetails, Urgency
from linkwork.casework.rules.rhythm import AS_USUAL, Own, Pace
from linkwork.casework.rules.weight import Weights
from linkwork.casework.tests import scenes
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound, Refused
from linkwork.core.viewer import system
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail

TODAY = NOON.date()
DAY, WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)
BO = PersonDetails(given_name="Bo", family_name="Ek")


def away(cast, **changes):
    asked = {
        "worker_id": cast.worker.id,
        "cover_id": cast.other_worker.id,
        "starts_on": TODAY,
        "ends_on": TODAY + WEEK,
        "by": cast.manager,
        "at": NOON,
    }
    return actions.plan_absence(**asked | changes)


def load_of(cast, worker, today=TODAY):
    return {load.worker_id: load for load in reads.loads(cast.manager, today)}.get(worker and worker.id)


def test_a_caseload_is_people_and_points(cast):
    case_id = scenes.case(cast)
    scenes.contact(cast, case_id, needs=[NewNeed("food"), NewNeed("company")])
    load = load_of(cast, cast.worker)
    assert (load.people, load.points, load.due) == (1, 1 + 2 + 1, 0)
    assert load_of(cast, cast.worker, TODAY + WEEK).due == 1
    actions.pause_case(case_id=case_id, by=cast.worker, at=NOON)
    load = load_of(cast, cast.worker, TODAY + WEEK)
    assert (load.people, load.points, load.due) == (1, 0, 0)


def test_urgent_counts_in_the_first_weeks(cast):
    referral_id = scenes.referral(cast, urgency=Urgency.URGENT)
    actions.accept_referral(referral_id=referral_id, worker_id=cast.worker.id, by=cast.manager, at=NOON)
    assert load_of(cast, cast.worker).points == 1 + 1 + 2
    assert load_of(cast, cast.worker, TODAY + 5 * WEEK).points == 1


def test_the_rule_is_the_programmes_own(cast):
    scenes.case(cast)
    assert reads.caseload_rule(cast.worker).weights == Weights()
    actions.set_caseload_rule(pace=Pace(first_within=1), weights=Weights(person=4), by=cast.manager, at=NOON)
    actions.set_caseload_rule(pace=Pace(first_within=2), weights=Weights(person=5), by=cast.manager, at=NOON)
    card = reads.caseload_rule(cast.worker)
    assert (card.pace.first_within, card.weights.person) == (2, 5)
    assert load_of(cast, cast.worker).points == 6
    assert reads.caseload_rule(cast.outsider).weights == Weights()


@pytest.mark.parametrize(
    ("pace", "weights", "field"),
    [
        (Pace(first_within=0), Weights(), "first_within"),
        (Pace(later_every=400), Weights(), "later_every"),
        (Pace(), Weights(target_people=0), "target_people"),
        (Pace(), Weights(need=-1), "need"),
    ],
)
def test_a_rule_that_cannot_be_kept_is_said_by_field(cast, pace, weights, field):
    with pytest.raises(Invalid) as refusal:
        actions.set_caseload_rule(pace=pace, weights=weights, by=cast.manager, at=NOON)
    assert list(refusal.value.errors) == [field]


def test_only_a_manager_decides_how_work_is_shared(cast):
    for by in (cast.worker, cast.supervisor, cast.evaluator):
        with pytest.raises(NotAllowed):
            actions.set_caseload_rule(pace=Pace(), weights=Weights(), by=by, at=NOON)
        with pytest.raises(NotAllowed):
            actions.set_room(worker_id=cast.worker.id, people=3, by=by, at=NOON)
        with pytest.raises(NotAllowed):
            actions.note_export(what="people", reason="A meeting", people=1, by=by, at=NOON)


def test_a_worker_may_have_a_room_of_their_own(cast):
    for people in (20, 25):
        actions.set_room(worker_id=cast.worker.id, people=people, by=cast.manager, at=NOON)
    assert reads.rooms(cast.supervisor) == {cast.worker.id: 25}
    actions.set_room(worker_id=cast.worker.id, people=None, by=cast.manager, at=NOON)
    assert reads.rooms(cast.supervisor) == {}
    with pytest.raises(Invalid):
        actions.set_room(worker_id=cast.worker.id, people=1001, by=cast.manager, at=NOON)
    with pytest.raises(Invalid):
        actions.set_room(worker_id=cast.outsider.id, people=1, by=cast.manager, at=NOON)


def test_people_change_hands_with_their_promises_and_a_note(cast):
    first, second = scenes.case(cast), scenes.case(cast, BO)
    actions.set_follow_up(case_id=first, due_on=TODAY, about="Call", by=cast.worker, at=NOON)
    moved = actions.transfer_cases(
        case_ids=[first, second, first],
        worker_id=cast.other_worker.id,
        note=" Likes a call ",
        by=cast.worker,
        at=NOON + DAY,
    )
    assert moved == 2
    assert load_of(cast, cast.worker) is None
    assert load_of(cast, cast.other_worker).people == 2
    now, before = reads.allocations_of(cast.worker, first)
    assert (now.worker_name, now.note, now.until) == ("Bo Lind", "Likes a call", None)
    assert (before.worker_name, before.until) == ("Amal Haddad", TODAY + DAY)
    [promise] = reads.follow_ups_due(cast.manager, TODAY, cast.other_worker.id)
    assert (promise.case_id, promise.short_name) == (first, "Maryam A.")
    again = actions.transfer_cases(
        case_ids=[first], worker_id=cast.other_worker.id, by=cast.manager, at=NOON + DAY
    )
    assert again == 0


def test_a_worker_hands_over_their_own_and_takes_on_what_is_nobodys(cast):
    hers = scenes.case(cast)
    with pytest.raises(NotAllowed):
        actions.transfer_cases(case_ids=[hers], worker_id=cast.other_worker.id, by=cast.other_worker, at=NOON)
    nobodys = actions.start_case(details=BO, source="self", by=cast.worker, at=NOON)
    actions.transfer_cases(case_ids=[nobodys], worker_id=cast.other_worker.id, by=cast.other_worker, at=NOON)
    assert load_of(cast, cast.other_worker).people == 1
    with pytest.raises(NotAllowed):
        actions.transfer_cases(case_ids=[hers], worker_id=cast.worker.id, by=cast.supervisor, at=NOON)


def test_all_change_hands_or_none(cast):
    first, second = scenes.case(cast), scenes.case(cast, BO)
    actions.close_case(case_id=second, reason="done", by=cast.worker, at=NOON)
    with pytest.raises(Refused):
        actions.transfer_cases(
            case_ids=[first, second], worker_id=cast.other_worker.id, by=cast.manager, at=NOON
        )
    assert load_of(cast, cast.worker).people == 1


def test_cover_shows_from_the_first_day_to_the_last(cast):
    away(cast, note="Keys are in the drawer")
    assert reads.covering(cast.other_worker, TODAY) == {cast.worker.id: "Amal Haddad"}
    assert reads.covering(cast.other_worker, TODAY + WEEK + DAY) == {}
    assert reads.covering(cast.worker, TODAY) == reads.covering(system(cast.programme_id), TODAY) == {}
    [card] = reads.absences(cast.supervisor, TODAY)
    assert (card.worker_name, card.cover_name, card.note) == (
        "Amal Haddad",
        "Bo Lind",
        "Keys are in the drawer",
    )
    assert reads.absences(cast.supervisor, TODAY + 2 * WEEK) == []
    assert len(reads.absences_before(cast.supervisor, TODAY + 2 * WEEK)) == 1


def test_cover_is_called_off_once_and_stays_on_record(cast):
    absence_id = away(cast, cover_id=None, by=cast.worker)
    with pytest.raises(NotAllowed):
        actions.call_off_absence(absence_id=absence_id, by=cast.other_worker, at=NOON)
    actions.call_off_absence(absence_id=absence_id, by=cast.worker, at=NOON)
    assert reads.absences(cast.worker, TODAY) == []
    [card] = reads.absences_before(cast.worker, TODAY)
    assert (card.called_off_on, card.cover_name) == (TODAY, "")
    with pytest.raises(IllegalStep):
        actions.call_off_absence(absence_id=absence_id, by=cast.worker, at=NOON)
    with pytest.raises(NotFound):
        actions.call_off_absence(absence_id=cast.site_id, by=cast.worker, at=NOON)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"cover_id": "worker"}, "cover"),
        ({"cover_id": "outsider"}, "cover"),
        ({"ends_on": TODAY - DAY}, "ends_on"),
        ({"starts_on": TODAY - WEEK, "ends_on": TODAY - DAY}, "ends_on"),
        ({"ends_on": TODAY + 60 * WEEK}, "ends_on"),
    ],
)
def test_days_and_covers_that_do_not_fit(cast, changes, field):
    part = changes.get("cover_id")
    changes = changes | ({"cover_id": cast.everyone()[part].id} if part else {})
    with pytest.raises(Invalid) as refusal:
        away(cast, **changes)
    assert list(refusal.value.errors) == [field]


def test_absences_do_not_meet(cast):
    away(cast)
    with pytest.raises(Invalid, match="noted already"):
        away(cast, starts_on=TODAY + WEEK, ends_on=TODAY + 2 * WEEK)
    with pytest.raises(Invalid, match="away themselves"):
        away(cast, worker_id=cast.other_worker.id, cover_id=cast.worker.id, starts_on=TODAY + WEEK)
    with pytest.raises(Invalid, match="cover for somebody"):
        away(cast, worker_id=cast.other_worker.id, cover_id=None)
    with pytest.raises(NotAllowed):
        away(cast, by=cast.other_worker)


def test_a_rhythm_is_agreed_changed_and_forgotten(cast):
    case_id = scenes.case(cast)
    assert reads.case(cast.worker, case_id).due_on == TODAY + WEEK
    actions.set_rhythm(case_id=case_id, own=Own(2, 4), by=cast.worker, at=NOON)
    actions.set_rhythm(case_id=case_id, own=Own(4, 0, TODAY + 3 * WEEK), by=cast.worker, at=NOON)
    assert reads.rhythm_of(cast.worker, case_id) == Own(4, 0, TODAY + 3 * WEEK)
    assert reads.case(cast.worker, case_id).due_on == TODAY + 3 * WEEK + 4 * DAY
    assert [step.what for step in trail.steps_about(cast.manager, case_id)].count("casework.set_rhythm") == 2
    actions.set_rhythm(case_id=case_id, own=AS_USUAL, by=cast.worker, at=NOON)
    assert reads.rhythm_of(cast.worker, case_id) == AS_USUAL
    for own, field in [
        (Own(every_weeks=5), "every_weeks"),
        (Own(weekday=7), "weekday"),
        (Own(pause_until=TODAY - DAY), "pause_until"),
        (Own(pause_until=TODAY + 40 * WEEK), "pause_until"),
    ]:
        with pytest.raises(Invalid) as refusal:
            actions.set_rhythm(case_id=case_id, own=own, by=cast.worker, at=NOON)
        assert list(refusal.value.errors) == [field]


def test_who_rests_is_not_due(cast, django_assert_num_queries):
    late, resting = scenes.case(cast), scenes.case(cast, BO)
    actions.pause_case(case_id=resting, by=cast.worker, at=NOON)
    assert reads.case(cast.worker, resting).due_on is None
    with django_assert_num_queries(1):
        [card] = reads.due(cast.worker, TODAY + WEEK, cast.worker.id)
    assert (card.case_id, card.short_name, card.due_on) == (late, "Maryam A.", TODAY + WEEK)
    assert reads.due(cast.worker, TODAY) == []
    assert reads.due(cast.other_worker, TODAY + WEEK, cast.other_worker.id, cover_on=TODAY) == []
    away(cast)
    [covered] = reads.due(cast.other_worker, TODAY + WEEK, cast.other_worker.id, cover_on=TODAY)
    assert (covered.case_id, covered.worker_name) == (late, "Amal Haddad")
    assert reads.due(cast.other_worker, TODAY + WEEK, cast.other_worker.id) == []
    assert reads.due(cast.other_worker, TODAY + WEEK, cast.other_worker.id, cover_on=TODAY + 2 * WEEK) == []
    actions.close_case(case_id=late, reason="done", by=cast.worker, at=NOON)
    assert reads.case(cast.worker, late).due_on is None


def test_an_export_says_what_for(cast):
    with pytest.raises(Invalid):
        actions.note_export(what="people", reason=" ", people=3, by=cast.manager, at=NOON)
    actions.note_export(what="people", reason="Team meeting", people=3, by=cast.manager, at=NOON)


def test_the_database_keeps_it_too(cast):
    scenes.case(cast)
    actions.set_caseload_rule(pace=Pace(), weights=Weights(), by=cast.manager, at=NOON)
    away(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.CaseloadRule.objects.filter(programme_id=cast.programme_id).update(early_every=0)
    absences = models.Absence.objects.filter(programme_id=cast.programme_id)
    with pytest.raises(IntegrityError), transaction.atomic():
        absences.update(ends_on=TODAY - DAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        absences.update(cover_id=cast.worker.id)
    case_id = reads.cases(cast.worker).rows[0].id
    actions.set_rhythm(case_id=case_id, own=Own(2), by=cast.worker, at=NOON)
    for changes in ({"every_weeks": 5}, {"weekday": 9}):
        with pytest.raises(IntegrityError), transaction.atomic():
            models.Rhythm.objects.filter(programme_id=cast.programme_id).update(**changes)
