"""Supervision through the pages: noting, confirming, doing what was agreed, the next one, the rule."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from linkwork.casework import actions as casework
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.ids import new_id
from linkwork.core.viewer import Role, system
from linkwork.programmes import actions as programmes
from linkwork.programmes.reads import Standing
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import NOON, Cast
from linkwork.web.team.today import today_items
from linkwork.workforce import actions, reads
from linkwork.workforce.actions import NewAction, Said
from linkwork.workforce.rules.supervision import SupervisionKind

NEW = reverse("team:supervision_new")
PAGE = reverse("team:supervision")


def noted(cast: Cast, **more: str) -> dict[str, str]:
    return {
        "worker": str(cast.worker.id),
        "partner": str(cast.supervisor.id),
        "kind": "clinical",
        "held_on": timezone.localdate().isoformat(),
        "agreed": "Fewer people at once",
    } | more


def test_a_talk_from_first_to_last(cast: Cast) -> None:
    case_id = casework.start_case(
        details=PersonDetails(given_name="Ada", family_name="Bell"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=timezone.now(),
    )
    worker, supervisor, manager = (signed_in(part) for part in ("worker", "supervisor", "manager"))
    today = timezone.localdate()
    assert "A.B." in worker.get(NEW).content.decode()
    said = noted(
        cast,
        what_1="Ring the clinic",
        owner_1="worker",
        due_1=today.isoformat(),
        what_2="Find a room",
        owner_2="partner",
        due_2=today.isoformat(),
        cases=str(case_id),
        wellbeing="2",
        next_on=(today + dt.timedelta(days=3)).isoformat(),
    )
    assert worker.post(NEW, said).status_code == 302
    [card] = reads.supervisions(cast.worker)
    address = reverse("team:talk", args=[card.id])
    theirs = supervisor.get(address).content.decode()
    assert "Fewer people at once" in theirs
    assert "1 case, by its number alone" in theirs
    assert "Not so well" in theirs
    assert "A.B." in worker.get(address).content.decode()
    dates = manager.get(address).content.decode()
    for words in ("Fewer people", "Ring the clinic", "Not so well", "A.B."):
        assert words not in dates
        assert words not in manager.get(PAGE).content.decode()
    supervisor.post(reverse("team:talk_confirm", args=[card.id]))
    assert reads.supervision(cast.worker, card.id).partner_confirmed
    file = worker.get(reverse("team:talk_calendar", args=[card.id]))
    assert b"SUMMARY:Supervision with Dana Petit" in file.content
    assert manager.get(reverse("team:talk_calendar", args=[card.id])).status_code == 404
    assert "Ring the clinic" in worker.get(reverse("team:home")).content.decode()
    [first, _second] = reads.supervision(cast.worker, card.id).actions
    done = reverse("team:agreed_done", args=[first.id])
    assert worker.post(done, {"from": "home"})["Location"] == reverse("team:home")
    assert worker.post(done, {"done": "no"})["Location"] == address


def test_the_next_one_is_moved(cast: Cast) -> None:
    worker = signed_in("worker")
    worker.post(NEW, noted(cast))
    [card] = reads.supervisions(cast.worker)
    address = reverse("team:talk_next", args=[card.id])
    assert worker.get(reverse("team:talk_calendar", args=[card.id])).status_code == 404
    assert worker.post(address, {"next_on": "2001-01-01"}).status_code == 422
    day = timezone.localdate() + dt.timedelta(days=9)
    assert worker.post(address, {"next_on": day.isoformat()}).status_code == 302
    assert reads.supervision(cast.worker, card.id).next_on == day
    supervisor = signed_in("supervisor")
    assert "Was it so?" in supervisor.get(reverse("team:talk", args=[card.id])).content.decode()
    assert worker.get(reverse("team:talk", args=[new_id()])).status_code == 404


def test_what_is_missing_is_said(cast: Cast) -> None:
    worker = signed_in("worker")
    said = noted(cast, partner="", what_1="Ring", owner_1="partner", due_1="", agreed="")
    html = worker.post(NEW, said).content.decode()
    assert "Say by when." in html
    assert "Choose who you talked with first." in html
    assert reads.supervisions(cast.worker) == []


def test_a_group_and_the_rule(cast: Cast) -> None:
    supervisor, manager = signed_in("supervisor"), signed_in("manager")
    address = reverse("team:group_new")
    said = {
        "workers": [str(cast.worker.id)],
        "partner": str(cast.supervisor.id),
        "held_on": timezone.localdate().isoformat(),
    }
    assert "Choose at least two people." in supervisor.post(address, said).content.decode()
    said["workers"] = [str(cast.worker.id), str(cast.other_worker.id)]
    assert supervisor.post(address, said).status_code == 302
    rule = reverse("team:supervision_rule")
    assert manager.get(rule).status_code == 200
    assert manager.post(rule, {"anybody": "3", "peer": "12"}).status_code == 302
    assert reads.intervals(cast.manager).anybody == 3
    assert "after 3 weeks it shows here" in manager.get(PAGE).content.decode()
    for client in (supervisor, signed_in("worker")):
        assert client.get(rule).status_code == 403


def test_many_workers_are_paged_found_and_one_thing_today(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    by = system(cast.programme_id)
    for number in range(60):
        programmes.add_worker(
            name=f"Worker {number:03}", roles=[Role.WORKER], since=dt.date(2025, 9, 1), by=by, at=NOON
        )
    manager = signed_in("manager")
    for address in (PAGE, reverse("team:home")):
        with django_assert_max_num_queries(12):
            html = manager.get(address).content.decode()
    assert "and 54 more" in html
    first = manager.get(PAGE).content.decode()
    assert first.count("none noted yet") == 50
    after = first.partition("?after=")[2].partition('"')[0]
    assert manager.get(PAGE, {"after": after}).content.decode().count("none noted yet") == 12
    assert manager.get(PAGE, {"q": "worker 04"}).content.decode().count("none noted yet") == 10
    assert "Nobody here." in manager.get(PAGE, {"q": "zzz"}).content.decode()
    [item] = today_items(Standing(cast.manager), timezone.now())
    assert item.title == "62 of the team have had no supervision for too long"


def test_today_says_what_is_to_be_done(cast: Cast) -> None:
    at = timezone.now()
    today = timezone.localdate(at)
    talk_id = actions.record_supervision(
        worker_id=cast.worker.worker_id,
        partner_id=cast.supervisor.id,
        kind=SupervisionKind.PEER,
        held_on=today - dt.timedelta(days=2),
        next_on=today + dt.timedelta(days=2),
        said=Said("", (NewAction("Ring", cast.worker.worker_id, today - dt.timedelta(days=1)),)),
        by=cast.worker,
        at=at,
    )
    actions.record_supervision(
        worker_id=cast.worker.worker_id, kind=SupervisionKind.PEER, held_on=today, by=cast.manager, at=at
    )
    titles = {item.title: item.url for item in today_items(Standing(cast.worker), at)}
    assert titles["Ring"] == titles["A talk with Dana Petit"] == reverse("team:talk", args=[talk_id])
    assert "A talk is noted" in titles
    for days in (3, 200):
        actions.record_supervision(
            worker_id=cast.worker.worker_id,
            partner_id=cast.supervisor.id,
            kind=SupervisionKind.PEER,
            held_on=today - dt.timedelta(days=days),
            by=cast.supervisor,
            at=at,
        )
    asked = [item for item in today_items(Standing(cast.worker), at) if "noted" in item.title]
    assert len(asked) == 1
    assert not any("was it so" in item.title for item in today_items(Standing(cast.worker), at))
    actions.set_supervision_rule(anybody=104, kinds={SupervisionKind.GROUP: 1}, by=cast.manager, at=at)
    missing = [item.title for item in today_items(Standing(cast.other_worker), at)]
    assert "Bo Lind has had no supervision: In a group" in missing


@pytest.mark.parametrize("part", ["evaluator", "adviser", "administrator"])
def test_nobody_else_reads_of_it(cast: Cast, part: str) -> None:
    assert signed_in(part).get(PAGE).status_code == 403


def test_talks_of_long_ago_are_a_page_further(cast: Cast) -> None:
    assert cast.worker.id
    today = timezone.localdate()
    for number in range(32):
        actions.record_supervision(
            worker_id=cast.worker.id,
            partner_id=cast.manager.id,
            kind=SupervisionKind.MANAGERIAL,
            held_on=today - dt.timedelta(days=number // 2),
            next_on=None,
            said=Said("", (), ()),
            by=cast.manager,
            at=timezone.now(),
        )
    client, here = signed_in("manager"), reverse("team:supervision")
    first = client.get(here).content.decode()
    link = first.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
    second = client.get(here + link).content.decode()
    assert [text.count("/team/supervision/01") for text in (first, second)] == [30, 2]
    for odd in ("?before=x", "?before=2026-01-01_x", "?before=2026-99-99_y"):
        assert client.get(here + odd).status_code == 200


def test_what_was_agreed_last_time_stands_before_the_next_talk(cast: Cast) -> None:
    assert cast.worker.id
    today = timezone.localdate()
    late = today - dt.timedelta(days=1)
    actions.record_supervision(
        worker_id=cast.worker.id,
        partner_id=cast.manager.id,
        kind=SupervisionKind.MANAGERIAL,
        held_on=late,
        next_on=None,
        said=Said("Fewer people at once", (NewAction("Ring the clinic", cast.worker.id, late),), ()),
        by=cast.manager,
        at=timezone.now(),
    )
    asked = {"worker": str(cast.worker.id)}
    page = signed_in("manager").get(NEW, asked).content.decode()
    for said in ("Fewer people at once", "Ring the clinic", "Last time, yesterday"):
        assert said in page
    assert re.search(r'value="managerial"[^>]* checked', page)
    assert "Fewer people at once" in signed_in("worker").get(NEW).content.decode()
    other = signed_in("supervisor").get(NEW, asked).content.decode()
    assert "Fewer people at once" not in other
    assert "Last time" not in other
