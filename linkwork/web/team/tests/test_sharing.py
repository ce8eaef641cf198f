"""Sharing the work through the pages: who has room, handing over, being away, the rule."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.testing.browsing import signed_in

CASELOAD = reverse("team:caseload")


def person(cast, name, worker=None):
    worker_id = worker.id if worker else None
    details = PersonDetails(given_name=name, family_name="Ek", area="Elm Street")
    return actions.start_case(
        details=details, source="self", worker_id=worker_id, by=cast.worker, at=timezone.now()
    )


def test_each_number_opens_the_list_it_counts(cast):
    person(cast, "Ida", cast.worker)
    person(cast, "Per", cast.worker)
    person(cast, "Sol")
    client = signed_in("manager")
    text = client.get(CASELOAD).content.decode()
    mine = f"{reverse('people:list')}?show=open&amp;worker={cast.worker.id}"
    assert f'<a href="{mine}">2 people</a>' in text
    assert "1 person nobody works with yet" in text
    listed = client.get(mine.replace("&amp;", "&")).content.decode()
    assert listed.count('class="item-title"') == 2
    nobodys = client.get(reverse("people:list"), {"show": "open", "worker": "nobody"}).content.decode()
    assert nobodys.count('class="item-title"') == 1


def test_people_are_handed_over_with_a_note(cast):
    first, second = person(cast, "Ida", cast.worker), person(cast, "Per", cast.worker)
    client, url = signed_in("worker"), reverse("team:transfer")
    text = client.get(url).content.decode()
    assert "Ida Ek · Elm Street · no contact yet" in text
    assert "Bo Lind · room for 50" in text
    assert client.post(url, {"note": "Likes a call"}).status_code == 422
    said = {"people": [str(first), str(second)], "worker": str(cast.other_worker.id), "note": "Likes a call"}
    answer = client.post(url, said, follow=True)
    assert "Handed over: 2 people." in answer.content.decode()
    assert {one.worker_id for one in reads.cases(cast.worker).rows} == {cast.other_worker.id}
    history = client.get(reverse("people:worker", args=[first])).content.decode()
    assert "Likes a call" in history
    assert "There is nobody to hand over." in client.get(url).content.decode()
    others = client.get(url, {"from": str(cast.other_worker.id)})
    assert others.status_code == 403


def test_being_away_shows_until_it_is_called_off(cast):
    today = timezone.localdate()
    client, url = signed_in("worker"), reverse("team:away")
    assert client.get(url).status_code == 200
    days = {"starts_on": today.isoformat(), "ends_on": (today + dt.timedelta(days=3)).isoformat()}
    said = days | {"worker": str(cast.worker.id), "cover": str(cast.worker.id)}
    assert "nobody covers for themselves" in client.post(url, said).content.decode()
    client.post(url, said | {"cover": str(cast.other_worker.id), "note": "Keys in the drawer"})
    text = client.get(CASELOAD).content.decode()
    assert "Bo Lind covers" in text
    assert "Keys in the drawer" in text
    assert "Keys in the drawer" not in signed_in("supervisor").get(CASELOAD).content.decode()
    [card] = reads.absences(cast.worker, today)
    client.post(reverse("team:away_off", args=[card.id]))
    assert "called off" in client.get(CASELOAD).content.decode()


def test_who_covers_sees_the_people_with_a_mark(cast):
    now = timezone.now()
    case_id = person(cast, "Ida", cast.worker)
    actions.set_follow_up(
        case_id=case_id, due_on=timezone.localdate(now), about="Call", by=cast.worker, at=now
    )
    cover = {"worker_id": cast.worker.id, "cover_id": cast.other_worker.id, "by": cast.manager, "at": now}
    today = timezone.localdate(now)
    actions.plan_absence(**cover, starts_on=today, ends_on=today)
    client = signed_in("other_worker")
    first_page = client.get(reverse("today:home")).content.decode()
    assert "Ida E.: Call" in first_page
    assert "you cover for Amal Haddad" in first_page
    assert "you cover for Amal Haddad" in client.get(reverse("people:list")).content.decode()
    assert "Ida E." in client.get(reverse("people:visits")).content.decode()


def test_the_rule_is_set_and_explained(cast):
    client, url = signed_in("manager"), reverse("team:rules")
    assert client.get(url).status_code == 200
    usual = dict.fromkeys(
        ["first_within", "urgent_within", "early_weeks", "early_every", "later_every", "target_people"], 2
    ) | dict.fromkeys(["person", "need", "most_needs", "early", "soon", "urgent"], 3)
    assert client.post(url, usual | {"later_every": 0}).status_code == 422
    client.post(url, usual)
    assert "A person counts 3 points." in client.get(CASELOAD).content.decode()


def test_a_worker_gets_a_room_of_their_own(cast):
    client, url = signed_in("manager"), reverse("team:room", args=[cast.worker.id])
    assert client.get(url).status_code == 200
    client.post(url, {"people": "7"})
    assert "room for 7" in client.get(CASELOAD).content.decode()
    client.post(url, {"people": ""})
    assert reads.rooms(cast.manager) == {}
    actions.set_room(worker_id=cast.worker.id, people=0, by=cast.manager, at=timezone.now())
    person(cast, "Ida", cast.worker)
    assert "1 over" in client.get(CASELOAD).content.decode()


@pytest.mark.parametrize(("part", "names"), [("worker", 1), ("supervisor", 2), ("manager", 2)])
def test_a_worker_sees_their_own_share(cast, part, names):
    text = signed_in(part).get(CASELOAD).content.decode()
    assert ("Amal Haddad" in text) + ("Bo Lind" in text) == names
    assert ("Change the rule" in text) == (part == "manager")
