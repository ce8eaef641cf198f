"""A visit from its plan to its end; a ladder that asks by itself; what is kept and what is not."""

from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from linkwork.casework import actions as casework
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.core.viewer import system
from linkwork.programmes import reads as programmes
from linkwork.testing.cast import NOON, Cast
from linkwork.workforce import actions, facts, models, reads
from linkwork.workforce.rules.visits import AlarmKind, AlarmState, VisitState
from linkwork.workforce.tests.outings import ADDRESS, HOUR, PHONE, after, planned, round_at, rungs


def test_a_visit_from_its_plan_to_its_end(cast: Cast) -> None:
    visit_id = planned(cast, phone=PHONE)
    card = reads.visit(cast.other_worker, visit_id)
    assert (card.line.state, card.line.address, card.phone) == (VisitState.PLANNED, ADDRESS, PHONE)
    actions.start_visit(visit_id=visit_id, by=cast.worker, at=after(5))
    assert actions.extend_visit(visit_id=visit_id, minutes=30, by=cast.worker, at=after(50)) == after(90)
    actions.end_visit(visit_id=visit_id, by=cast.worker, at=after(80))
    line = reads.visit(cast.manager, visit_id).line
    assert (line.state, line.started_at, line.ended_at) == (VisitState.ENDED, after(5), after(80))
    assert reads.visits_open(cast.manager) == []
    assert [one.id for one in reads.visits_over(cast.worker)] == [visit_id]
    assert round_at(cast, 600) == 0


def test_a_visit_to_a_case_knows_its_id_alone(cast: Cast) -> None:
    case_id = casework.start_case(
        details=PersonDetails("Maryam", "Aziz"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=NOON,
    )
    visit_id = planned(cast, case_id=case_id, about="Maryam Aziz")
    line = reads.visit(cast.other_worker, visit_id).line
    assert (line.case_id, line.about) == (case_id, "")
    with pytest.raises(NotFound):
        planned(cast, case_id=new_id())


def test_ops_9_14_a_silent_phone_is_noticed_by_the_server(cast: Cast) -> None:
    """Escalation fires with the network down for the worker: the time runs out on the watchers' side."""
    actions.set_ladder(ladder=reads.ladder(cast.manager), by=cast.manager, at=NOON)
    visit_id = planned(cast)
    actions.start_visit(visit_id=visit_id, by=cast.worker, at=NOON)
    asked = []  # from here on nothing comes from the worker
    for minute in range(55, 110):
        round_at(cast, minute)
        asked.append(len(rungs(cast, visit_id)))
    assert asked == [0] * 6 + [1] * 9 + [2] * 10 + [3] * 10 + [4] * 15 + [5] * 5
    letters = programmes.waiting_letters(system(cast.programme_id), after(120))
    to = [letter.to for letter in letters]
    assert to[:2] == ["worker@example.org", "other_worker@example.org"]
    assert set(to[2:]) == {"manager@example.org", "other_worker@example.org"}
    assert reads.visit(cast.manager, visit_id).line.state is VisitState.UNDER_WAY


def test_a_visit_nobody_checked_in_to_is_watched_as_well(cast: Cast) -> None:
    visit_id = planned(cast)
    assert round_at(cast, 70) == 2
    assert round_at(cast, 70) == 0
    [line] = reads.visits_open(cast.other_worker)
    assert line.alarm is not None
    assert (line.alarm.kind, line.alarm.state) == (AlarmKind.LATE, AlarmState.RAISED)
    actions.cancel_visit(visit_id=visit_id, by=cast.worker, at=after(75))
    assert reads.visit(cast.worker, visit_id).alarms[0].state is AlarmState.RESOLVED


def test_somebody_reaches_them_and_the_ladder_rests(cast: Cast) -> None:
    visit_id = planned(cast)
    round_at(cast, 72)
    actions.acknowledge_alarm(visit_id=visit_id, by=cast.other_worker, at=after(75))
    assert round_at(cast, 200) == 0
    by = system(cast.programme_id)  # a round that looked before they were reached
    assert actions.escalate_visit(visit_id=visit_id, by=by, at=after(200)) == 0
    actions.resolve_alarm(
        visit_id=visit_id, words="A flat battery", out_until=after(230), by=cast.manager, at=after(201)
    )
    card = reads.visit(cast.manager, visit_id)
    assert (card.alarms[0].words, card.alarms[0].reached_by) == ("A flat battery", "Bo Lind")
    assert round_at(cast, 229) == 0
    assert round_at(cast, 231) == 1  # a new alarm, with rungs of its own


def test_resolving_at_once_says_who_reached_them(cast: Cast) -> None:
    visit_id = planned(cast)
    round_at(cast, 72)
    actions.resolve_alarm(visit_id=visit_id, words="At home, all well", by=cast.manager, at=after(73))
    card = reads.visit(cast.manager, visit_id)
    assert card.line.state is VisitState.ENDED
    assert (card.alarms[0].reached_by, card.alarms[0].resolved_by) == ("Chris Okafor", "Chris Okafor")


def test_a_sign_from_the_visitor_ends_an_alarm_because_they_were_late(cast: Cast) -> None:
    visit_id = planned(cast)
    round_at(cast, 72)
    actions.extend_visit(visit_id=visit_id, minutes=30, by=cast.worker, at=after(73))
    assert reads.visit(cast.manager, visit_id).alarms[0].resolved_by == "Amal Haddad"
    assert round_at(cast, 102) == 0
    assert round_at(cast, 104) == 1


def test_not_safe_asks_everybody_at_once_and_no_tap_of_theirs_ends_it(cast: Cast) -> None:
    visit_id = planned(cast)
    round_at(cast, 61)
    actions.say_not_safe(visit_id=visit_id, by=cast.worker, at=after(62))
    actions.say_not_safe(visit_id=visit_id, by=cast.worker, at=after(62))
    assert rungs(cast, visit_id) == ["buddy", "manager", "second", "emergency"]
    assert round_at(cast, 600) == 0  # a telephone that buzzes may bring them into more danger
    for tap in (actions.end_visit, actions.cancel_visit):
        with pytest.raises(Refused):
            tap(visit_id=visit_id, by=cast.worker, at=after(63))
    with pytest.raises(NotAllowed):
        actions.acknowledge_alarm(visit_id=visit_id, by=cast.worker, at=after(63))
    actions.acknowledge_alarm(visit_id=visit_id, by=cast.manager, at=after(64))
    actions.say_not_safe(visit_id=visit_id, by=cast.worker, at=after(65))  # again, after they were reached
    assert reads.visit(cast.manager, visit_id).alarms[0].state is AlarmState.RAISED
    with pytest.raises(NotAllowed):
        actions.resolve_alarm(visit_id=visit_id, words="Fine", by=cast.worker, at=after(66))
    actions.resolve_alarm(visit_id=visit_id, words="Collected by a colleague", by=cast.manager, at=after(70))
    assert [one.kind for one in reads.visit(cast.manager, visit_id).alarms] == ["unsafe", "unsafe", "late"]


def test_where_they_are_is_kept_only_while_they_are_out(cast: Cast) -> None:
    visit_id = planned(cast)
    share: Any = {"visit_id": visit_id, "by": cast.worker}
    actions.share_place(latitude=-37.81, longitude=144.96, within_metres=15, at=after(5), **share)
    actions.share_place(latitude=-37.82, longitude=144.97, at=after(6), **share)
    place = reads.visit(cast.other_worker, visit_id).place
    assert place is not None
    assert (place.latitude, place.shared_at) == (-37.82, after(6))
    with pytest.raises(Invalid):
        actions.share_place(latitude=91, longitude=0, at=after(6), **share)
    actions.unshare_place(at=after(7), **share)
    assert reads.visit(cast.worker, visit_id).place is None
    actions.share_place(latitude=-37.82, longitude=144.97, at=after(8), **share)
    actions.end_visit(visit_id=visit_id, by=cast.worker, at=after(9))
    assert not models.VisitPlace.objects.exists()
    row = models.Visit.objects.values().get(id=visit_id)
    assert (row["address"], row["about"]) == ("", "")
    assert not any("latitude" in name or "longitude" in name for name in row)
    with pytest.raises(Refused):
        actions.share_place(latitude=0, longitude=0, at=after(10), **share)


def test_what_a_plan_needs(cast: Cast) -> None:
    plans: list[dict[str, Any]] = [
        {"address": " "},
        {"about": ""},
        {"ends_at": NOON},
        {"ends_at": NOON + 13 * HOUR},
        {"starts_at": NOON - 3 * HOUR, "ends_at": NOON - HOUR},
        {"buddy": cast.worker},
        {"buddy": cast.evaluator},
        {"buddy": cast.outsider},
        {"phone": "07700"},
    ]
    for said in plans:
        with pytest.raises(Invalid):
            planned(cast, **said)
    planned(cast, phone=PHONE)
    planned(cast, phone=PHONE)
    assert reads.own_phone(cast.worker) == PHONE
    with pytest.raises(Invalid):
        actions.keep_phone(number=PHONE, by=cast.other_worker, at=NOON)
    actions.keep_phone(number="", by=cast.worker, at=NOON)
    assert reads.own_phone(cast.worker) == ""


def test_refusals(cast: Cast) -> None:
    visit_id = planned(cast)
    for viewer in (cast.evaluator, cast.supervisor, cast.adviser):
        with pytest.raises(NotAllowed):
            planned(cast, by=viewer)
        with pytest.raises(NotAllowed):
            reads.visits_open(viewer)
    with pytest.raises(NotFound):
        reads.visit(cast.outsider, visit_id)
    other = planned(cast, by=cast.manager, buddy=cast.other_worker)
    with pytest.raises(NotFound):  # no business of theirs
        reads.visit(cast.worker, other)
    with pytest.raises(NotAllowed):
        actions.start_visit(visit_id=visit_id, by=cast.other_worker, at=NOON)
    for tap in (actions.end_visit, actions.say_not_safe, actions.unshare_place):
        with pytest.raises(Refused):
            tap(visit_id=visit_id, by=cast.manager, at=NOON)
    with pytest.raises(Invalid):
        actions.extend_visit(visit_id=visit_id, minutes=0, by=cast.worker, at=NOON)
    with pytest.raises(NotFound):
        actions.acknowledge_alarm(visit_id=visit_id, by=cast.manager, at=NOON)
    with pytest.raises(NotAllowed):
        actions.escalate_visit(visit_id=visit_id, by=cast.manager, at=NOON)
    with pytest.raises(NotAllowed):
        reads.late_visits(cast.manager, NOON)
    for stranger in (cast.evaluator, cast.outsider):
        with pytest.raises(NotFound):
            actions.cancel_visit(visit_id=visit_id, by=stranger, at=NOON)
    actions.start_visit(visit_id=visit_id, by=cast.worker, at=NOON)
    with pytest.raises(IllegalStep):
        actions.cancel_visit(visit_id=visit_id, by=cast.worker, at=NOON)
    round_at(cast, 75)
    wrong: tuple[dict[str, Any], ...] = ({"words": " "}, {"words": "Well", "out_until": after(10)})
    for said in wrong:
        with pytest.raises(Invalid):
            actions.resolve_alarm(visit_id=visit_id, by=cast.manager, at=after(76), **said)


def test_a_watcher_calls_off_only_what_nobody_looks_for(cast: Cast) -> None:
    one, other = planned(cast), planned(cast)
    actions.cancel_visit(visit_id=one, by=cast.manager, at=NOON)
    round_at(cast, 75)
    with pytest.raises(Refused):
        actions.cancel_visit(visit_id=other, by=cast.manager, at=after(76))


def test_one_who_has_left_is_not_asked_but_managers_are(cast: Cast) -> None:
    visit_id = planned(cast)
    leaving = programmes.reachable(cast.manager)[cast.other_worker.worker_id]
    assert leaving.email == "other_worker@example.org"
    apps.get_model("programmes", "Worker").objects.filter(id=leaving.id).update(until=NOON.date())
    round_at(cast, 72)
    letters = programmes.waiting_letters(system(cast.programme_id), after(80))
    assert "manager@example.org" in [letter.to for letter in letters]
    assert reads.visit(cast.manager, visit_id).alarms[0].rungs[1].asked == ""
    round_at(cast, 120)


def test_few_questions_however_many_are_out(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    visit_id = max(planned(cast) for _number in range(5))
    assert reads.visits_open(cast.manager, pressing=True) == []
    assert len(reads.visits_open(cast.worker, pressing=True)) == 5
    round_at(cast, 75)
    assert len(reads.visits_open(cast.manager, pressing=True)) == 5
    with django_assert_num_queries(1):
        assert len(reads.visits_open(cast.manager)) == 5
    with django_assert_num_queries(5):
        reads.visit(cast.manager, visit_id)
    for line in reads.visits_open(cast.manager):
        actions.end_visit(visit_id=line.id, by=cast.worker, at=after(80))
    with django_assert_num_queries(1):
        assert len(reads.visits_over(cast.manager)) == 5
    assert len(reads.visits_over(cast.manager, after=visit_id)) == 4


def test_an_extract_learns_counts_and_no_place(cast: Cast) -> None:
    quiet, late = planned(cast), planned(cast)
    actions.end_visit(visit_id=quiet, by=cast.worker, at=after(30))
    round_at(cast, 72)
    actions.resolve_alarm(visit_id=late, words="Flat battery", by=cast.manager, at=after(80))
    tables = {table.name: table for table in facts.TABLES}
    rows = {row[0]: row[2:] for row in tables["visits"].rows(cast.programme_id)}
    assert rows[quiet] == (NOON.date(), "ended", 0, False)
    assert rows[late] == (NOON.date(), "ended", 0, True)
    [alarm] = tables["visit_alarms"].rows(cast.programme_id)
    assert alarm[1:] == (late, cast.worker.id, "late", NOON.date(), 2, 8)
    said = str([list(table.rows(cast.programme_id)) for table in facts.TABLES])
    assert "Elm" not in said
    assert "battery" not in said


@pytest.mark.parametrize(
    "change",
    [
        {"address": ""},
        {"state": "ended"},
        {"state": "under_way"},
        {"ends_at": NOON - HOUR},
        {"buddy_id": "worker"},
    ],
)
def test_the_database_keeps_a_visit_true(cast: Cast, change: dict[str, object]) -> None:
    visit_id = planned(cast)
    if change.get("buddy_id"):
        change = {"buddy_id": cast.worker.id}
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Visit.objects.filter(id=visit_id).update(**change)


def test_the_database_keeps_alarms_and_places_true(cast: Cast) -> None:
    visit_id = planned(cast)
    round_at(cast, 75)
    actions.share_place(visit_id=visit_id, latitude=1, longitude=1, by=cast.worker, at=after(76))
    alarms, common = models.VisitAlarm.objects.filter(visit_id=visit_id), {"programme_id": cast.programme_id}
    moves = [
        lambda: alarms.update(state="acknowledged"),
        lambda: alarms.update(state="acknowledged", reached_at=NOON),
        lambda: models.VisitPlace.objects.update(latitude=100),
        lambda: models.VisitAlarm.objects.create(
            visit_id=visit_id, kind="late", state="raised", raised_at=NOON, created_at=NOON, **common
        ),
        lambda: models.VisitPlace.objects.create(
            visit_id=visit_id,
            latitude=1,
            longitude=1,
            within_metres=0,
            shared_at=NOON,
            created_at=NOON,
            **common,
        ),
        lambda: models.VisitRung.objects.create(
            alarm=alarms.get(), rung="buddy", asked_at=NOON, created_at=NOON, **common
        ),
    ]
    for move in moves:
        with pytest.raises(IntegrityError), transaction.atomic():
            move()


def test_every_step_is_in_the_trail_without_a_place(cast: Cast) -> None:
    visit_id = planned(cast, phone=PHONE)
    actions.share_place(visit_id=visit_id, latitude=1.5, longitude=2.5, by=cast.worker, at=NOON)
    round_at(cast, 75)
    steps = apps.get_model("trail", "ActionRow").objects
    rows = steps.filter(about_id=visit_id).order_by("sequence")
    assert [row.what for row in rows] == [
        "workforce.plan_visit",
        "workforce.share_place_of_visit",
        "workforce.ask_visit",
        "workforce.ask_visit",
    ]
    said = str(list(steps.values_list("detail", flat=True)))
    assert "Elm" not in said
    assert "1.5" not in said
