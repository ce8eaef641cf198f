"""The funnel and what was done: each number is the length of the list it opens, and a slow twin agrees."""

import datetime as dt
import random
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps

from linkwork.casework import actions as casework
from linkwork.casework import reads as cases
from linkwork.casework.reads import Span
from linkwork.casework.rules.persons import NewNeed, PersonDetails
from linkwork.connections import actions, reads
from linkwork.connections.rules import Attendance, Outcome, Owner, SignpostState, State, Why
from linkwork.core.errors import NotAllowed, NotFound
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)
TODAY = NOON.date()
SPAN = Span(TODAY - 30 * DAY, TODAY)


def everybody(viewer, what, span=SPAN) -> list[UUID]:
    """The whole list behind a number, page by page."""
    return list(_pages(viewer, what, span))


def _pages(viewer, what, span) -> Iterator[UUID]:
    after = None
    while True:
        page = reads.counted(viewer, what, span, after)
        yield from (one.person_id for one in page.rows)
        after = page.next
        if after is None:
            return


def live(scene, chance: random.Random, number: int) -> None:
    """Somebody is referred, and as much happens as chance has it."""
    cast = scene.cast
    at = NOON - DAY * chance.randint(0, 45)
    referral_id = casework.receive_referral(
        details=PersonDetails(given_name=f"Ida {number}"), source="hospital", by=cast.worker, at=at
    )
    answer = chance.random()
    if answer < 0.1:
        return
    if answer < 0.2:
        casework.decline_referral(referral_id=referral_id, reason="outside_area", by=cast.manager, at=at)
        return
    worker = chance.choice([cast.worker, cast.other_worker])
    case_id = casework.accept_referral(referral_id=referral_id, worker_id=worker.id, by=cast.manager, at=at)
    for _contact in range(chance.randint(0, 3)):
        needs = [NewNeed("food")] if chance.random() < 0.5 else []
        casework.log_contact(
            case_id=case_id,
            occurred_at=at,
            mode="phone",
            reached=chance.random() < 0.8,
            needs=needs,
            by=worker,
            at=at,
        )
    for need in cases.needs_of(worker, case_id):
        _connect(scene, chance, case_id, need.id, worker, at)


def _connect(scene, chance, case_id, need_id, worker, at):
    asked = {"case_id": case_id, "need_id": need_id, "service_id": scene.service_id, "by": worker, "at": at}
    if chance.random() < 0.4:
        given = actions.signpost(**asked)
        if chance.random() < 0.7:
            went = chance.choice(list(Attendance))
            outcome = chance.choice(list(Outcome)) if went is Attendance.WENT else None
            actions.follow_up_signpost(signpost_id=given, went=went, outcome=outcome, by=worker, at=at)
        return
    sent = scene.connect(case_id=case_id, need_id=need_id, by=worker, at=at)
    move = {"connection_id": sent.connection_id, "by": worker, "at": at}
    match chance.choice(["nothing", "no", "started", "finished"]):
        case "no":
            actions.move(**move, to=State.DECLINED, why=Why.FULL, told_by=Owner.PARTNER)
        case "started":
            actions.move(**move, to=State.STARTED, told_by=Owner.PARTNER)
        case "finished":
            actions.move(**move, to=State.FINISHED, outcome=chance.choice([Outcome.HELPED, Outcome.NOT]))


def slowly(cast, worker=None) -> dict[str, set[UUID]]:
    """The slow twin: one referral, one case after the other, in sets."""
    found: dict[str, set[UUID]] = {name: set() for name in reads.STEPS}
    rows: dict[str, list[Any]] = {
        name: list(apps.get_model(name).objects.filter(programme_id=cast.programme_id))
        for name in (
            "casework.Referral",
            "casework.Case",
            "casework.Contact",
            "casework.Need",
            "connections.Connection",
            "connections.Signpost",
        )
    }
    for referral in rows["casework.Referral"]:
        mine = [one for one in rows["casework.Case"] if one.referral_id == referral.id]
        if worker:
            mine = [one for one in mine if one.worker_id == worker.id]
        if SPAN.first <= referral.received_at.date() <= SPAN.last and (mine or not worker):
            found["referred"].add(referral.person_id)
            for case in mine:
                _follow(found, case, rows)
    return found


def _follow(found: dict[str, set[UUID]], case: Any, rows: dict[str, list[Any]]) -> None:
    def of(name: str) -> list[Any]:
        return [one for one in rows[name] if one.case_id == case.id]

    met = [one for one in of("casework.Contact") if one.reached]
    if met:
        found["reached"].add(case.person_id)
    if met and (of("casework.Need") or len(met) > 1):
        found["accepted"].add(case.person_id)
    sent = [one for one in of("connections.Connection") if one.sent_at]
    given = of("connections.Signpost")
    if sent or given:
        found["connected"].add(case.person_id)
    began = [one for one in sent if (one.started_at or one.went == "went") and one.went != "did_not_go"]
    if began or any(one.went == "went" for one in given):
        found["attended"].add(case.person_id)
        if any(one.outcome in ("helped", "partly", "not") for one in [*sent, *given]):
            found["outcome"].add(case.person_id)


@pytest.mark.parametrize("seed", [1])
def test_funnel_honesty_each_number_is_the_length_of_its_list(scene, seed):
    """Anchor: the first view counts different people, and each number opens exactly those it counts."""
    chance = random.Random(seed)
    for number in range(12):
        live(scene, chance, number)
    for viewer, worker in [(scene.cast.manager, None), (scene.cast.worker, scene.cast.worker)]:
        found, twin = reads.funnel(viewer, SPAN), slowly(scene.cast, worker)
        for what, number in (found.steps | found.beside).items():
            held = everybody(viewer, what)
            assert len(held) == len(set(held)) == number, what
        for what, people in twin.items():
            assert set(everybody(viewer, what)) == people, what
        assert found.steps["outcome"] <= found.steps["attended"] <= found.steps["connected"]
        assert found.steps["accepted"] <= found.steps["reached"] <= found.steps["referred"]


def test_each_number_of_what_was_done_is_the_length_of_its_list(scene):
    chance = random.Random(3)
    for number in range(10):
        live(scene, chance, number)
    viewer = scene.cast.manager
    for what, number in reads.activity(viewer, SPAN).items():
        assert len(everybody(viewer, what)) == number, what
    for source, number in cases.sources(viewer, SPAN).items():
        assert len(everybody(viewer, f"source:{source}")) == number
    rows = reads.made(viewer, SPAN)
    assert rows
    for row in rows:
        assert len(everybody(viewer, f"state:{row.kind}:{row.state}")) == row.people


def test_accepted_is_not_attended(scene):
    sent = scene.connect()
    span = Span(TODAY - 60 * DAY, TODAY)
    actions.move(
        connection_id=sent.connection_id, to=State.ACCEPTED, told_by=Owner.PARTNER, by=scene.by, at=NOON
    )
    found = reads.funnel(scene.by, span)
    assert (found.steps["connected"], found.steps["attended"]) == (1, 0)
    assert found.beside["attended_not_known"] == 1
    actions.move(
        connection_id=sent.connection_id, to=State.FINISHED, outcome=Outcome.HELPED, by=scene.by, at=NOON
    )
    found = reads.funnel(scene.by, span)
    assert (found.steps["attended"], found.steps["outcome"]) == (1, 1)


def test_a_signpost_somebody_did_not_follow_is_connected_and_no_more(scene):
    given = actions.signpost(
        case_id=scene.case_id, need_id=scene.need_id, service_id=scene.service_id, by=scene.by, at=NOON
    )
    span = Span(TODAY - 60 * DAY, TODAY)
    assert reads.funnel(scene.by, span).beside["attended_not_known"] == 1
    actions.follow_up_signpost(signpost_id=given, went=Attendance.DID_NOT_GO, by=scene.by, at=NOON)
    found = reads.funnel(scene.by, span)
    assert (found.steps["connected"], found.steps["attended"]) == (1, 0)
    assert found.beside["attended_not_known"] == 0
    [row] = reads.made(scene.by, span)
    assert (row.kind, row.state, row.number) == ("signpost", SignpostState.FOLLOWED_UP, 1)


def test_pages_go_on_where_the_last_ended(scene, monkeypatch):
    from linkwork.casework.reads import counted as below

    for number in range(5):
        casework.receive_referral(
            details=PersonDetails(given_name=f"Ida {number}"), source="self", by=scene.by, at=NOON
        )
    whole = everybody(scene.cast.manager, "referred")
    monkeypatch.setattr(below, "PAGE", 2)
    assert everybody(scene.cast.manager, "referred") == whole
    assert len(whole) == 6


def test_who_may_not_ask_is_refused(scene):
    with pytest.raises(NotAllowed):
        reads.funnel(scene.cast.supervisor, SPAN)
    with pytest.raises(NotFound):
        reads.counted(scene.by, "nonsense", SPAN)
    with pytest.raises(ValueError, match="end"):
        Span(TODAY, TODAY - DAY)
    assert reads.funnel(scene.cast.outsider, SPAN).steps == dict.fromkeys(reads.STEPS, 0)


def test_few_questions_however_many_people(scene, django_assert_num_queries):
    for number in range(4):
        live(scene, random.Random(number), number)
    with django_assert_num_queries(1):
        reads.funnel(scene.cast.manager, SPAN)
    with django_assert_num_queries(1):
        reads.activity(scene.cast.manager, SPAN)
    with django_assert_num_queries(1):
        reads.counted(scene.cast.manager, "connected", SPAN)
    with django_assert_num_queries(2):
        reads.made(scene.cast.manager, SPAN)
    with django_assert_num_queries(3):
        cases.practice(scene.cast.manager, SPAN)
