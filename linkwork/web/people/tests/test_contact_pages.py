"""All contacts of a person, one of them, several people at once, and the record on paper."""

import datetime as dt
import json
import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.contacts import Encounter
from linkwork.casework.rules.households import MemberDetails
from linkwork.casework.rules.persons import NewNeed, PersonDetails
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail

MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def contact_id(cast, case_id):
    """A call of long ago."""
    return actions.log_contact(
        case_id=case_id,
        occurred_at=NOON,
        mode="phone",
        minutes=20,
        note="Called about the form",
        topics=["practical_help"],
        needs=[NewNeed("food", "Bread")],
        marked_first=False,
        by=cast.worker,
        at=NOON,
    )


def today(cast, case_id, **more):
    """A contact logged just now."""
    now = timezone.now()
    return actions.log_contact(
        **{"case_id": case_id, "occurred_at": now, "mode": "met", "by": cast.worker, "at": now} | more
    )


def test_the_tab_shows_all_and_finds_some(signed_in, cast, case_id, contact_id):
    today(cast, case_id, note="Walked to the library", topics=["going_along"])
    client, url = signed_in("worker"), reverse("people:contacts", args=[case_id])
    text = client.get(url).content.decode()
    assert "Called about the form" in text
    assert "Walked to the library" in text
    assert "Marked as a later one, but it is the first in the record." in text
    for asked in ({"q": "library"}, {"mode": "met"}, {"topic": "going_along"}):
        found = client.get(url, asked).content.decode()
        assert "Walked to the library" in found
        assert "Called about the form" not in found
    assert "No contact is like this." in client.get(url, {"q": "zzz"}).content.decode()
    person_id = reads.case(cast.worker, case_id).person_id
    assert {look.page for look in trail.looks_at(cast.manager, person_id)} == {"people:contacts"}


@pytest.mark.parametrize(("last", "next_one"), [("phone", "phone"), ("accompanied", "met"), ("group", "met")])
def test_going_along_and_a_group_are_never_taken_over_unsaid(signed_in, cast, case_id, last, next_one):
    today(cast, case_id, mode=last)
    form = signed_in("worker").get(f"{reverse('people:log')}?case={case_id}").content.decode()
    assert re.findall(r'name="mode" value="(\w+)"[^>]* checked', form) == [next_one]


def test_nothing_yet(signed_in, case_id):
    text = signed_in("worker").get(reverse("people:contacts", args=[case_id])).content.decode()
    assert "No contact yet." in text


def test_a_person_with_many_contacts_costs_no_more(signed_in, cast, case_id, django_assert_max_num_queries):
    for number in range(60):
        actions.log_contact(
            case_id=case_id,
            occurred_at=NOON + number * MINUTE,
            mode="phone",
            topics=["plan"],
            note=f"Note {number}",
            by=cast.worker,
            at=NOON + number * MINUTE,
        )
    client, url = signed_in("worker"), reverse("people:contacts", args=[case_id])
    with django_assert_max_num_queries(16):
        first = client.get(url).content.decode()
    assert "Note 59" in first
    assert "Note 39" not in first
    after = first.split("after=")[1].split('"')[0]
    assert "Note 39" in client.get(url, {"after": after}).content.decode()
    assert client.get(url, {"after": "nonsense"}).status_code == 200
    person = client.get(reverse("people:person", args=[case_id])).content.decode()
    assert person.count("story-dot") == 3


def test_a_contact_is_added_to_and_put_right(signed_in, cast, contact_id):
    client, url = signed_in("worker"), reverse("people:contact", args=[contact_id])
    text = client.get(url).content.decode()
    assert "Called about the form" in text
    assert "locked" in text
    assert client.post(url, {"words": " "}).status_code == 422
    assert client.post(url, {"words": "It was the other form."}).status_code == 302
    assert "It was the other form." in client.get(url).content.decode()
    change = reverse("people:contact_change", args=[contact_id])
    assert "Locked." in client.get(change).content.decode()
    right = {"mode": "met", "length": "45", "day": "2026-03-12", "time": "12:00", "topics": ["rights"]}
    refused = client.post(change, right)
    assert refused.status_code == 422
    assert "Say why this is put right now." in refused.content.decode()
    assert client.post(change, right | {"why": "Mistyped"}).status_code == 302
    text = client.get(url).content.decode()
    for said in ("Mistyped", "after the note was locked", "20 minutes", "45 minutes", "Rights and how"):
        assert said in text
    assert reads.contact(cast.worker, contact_id).note == "Called about the form"


def test_a_fresh_note_is_rewritten_and_its_moment_stays(signed_in, cast, case_id):
    one = today(cast, case_id, note="Wrong", minutes=25, accompanied_to="the dentist")
    before = reads.contact(cast.worker, one)
    client, change = signed_in("worker"), reverse("people:contact_change", args=[one])
    assert "Wrong" in client.get(change).content.decode()
    local = timezone.localtime(before.occurred_at)
    same = {
        "note": "Right",
        "mode": "met",
        "length": "other",
        "minutes": "25",
        "accompanied_to": "the dentist",
        "day": f"{local:%Y-%m-%d}",
        "time": f"{local:%H:%M}",
    }
    client.post(change, same)
    after = reads.contact(cast.worker, one)
    assert (after.note, after.occurred_at) == ("Right", before.occurred_at)
    [kept] = reads.changes_of(cast.worker, [one])[one]
    assert kept.before == {"note": "Wrong"}


def test_what_was_just_kept_can_be_taken_back(signed_in, cast, case_id):
    client = signed_in("worker")
    answer = client.post(
        f"{reverse('people:log')}?case={case_id}",
        {"mode": "phone", "day": timezone.localdate().isoformat(), "need_1": "food"},
        follow=True,
    )
    [card] = reads.contacts_of(cast.worker, case_id)
    undo = reverse("people:contact_undo", args=[card.id])
    assert f'action="{undo}"' in answer.content.decode()
    assert "Taken back" in client.post(undo, follow=True).content.decode()
    assert reads.contacts_of(cast.worker, case_id) == []
    assert reads.needs_of(cast.worker, case_id) == []


def test_several_people_at_once(signed_in, cast, case_id):
    other = actions.start_case(
        details=PersonDetails(given_name="Noor"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=NOON,
    )
    client, new = signed_in("worker"), reverse("people:session_new")
    page = client.get(new, {"case": [str(case_id), "nonsense"]}).content.decode()
    assert f'value="{case_id}" id="id_people_0" checked' in page
    assert "Noor" in client.get(new, {"show": "all"}).content.decode()
    came = {
        "people": [str(case_id), str(other)],
        "others": "4",
        "title": "Sewing café",
        "note": "Talked about sleep",
        "mode": "group",
        "length": "60",
        "day": timezone.localdate().isoformat(),
    }
    nobody = client.post(new, came | {"people": []})
    assert nobody.status_code == 422
    assert "Sewing café" in nobody.content.decode()
    answer = client.post(new, came, follow=True)
    url = answer.redirect_chain[-1][0]
    assert "Kept, in the records of 2 people." in answer.content.decode()
    assert "Talked about sleep" in client.get(reverse("people:contacts", args=[other])).content.decode()
    client.post(url, came | {"people": [str(case_id)], "others": "", "day": came["day"]})
    assert reads.contacts_of(cast.worker, other) == []
    [card] = reads.contacts_of(cast.worker, case_id)
    contact = client.get(reverse("people:contact", args=[card.id])).content.decode()
    assert "Sewing café" in contact
    undone = client.post(reverse("people:session_undo", args=[card.session_id]), follow=True)
    assert "Taken back for everybody." in undone.content.decode()
    assert reads.contacts_of(cast.worker, case_id) == []


def test_who_lives_with_them_is_ticked_too(signed_in, cast, case_id):
    person_id, others = reads.case(cast.worker, case_id).person_id, []
    for name, lives_here in (("Idris", True), ("Salma", False)):
        other = actions.start_case(
            details=PersonDetails(given_name=name), source="self", worker_id=None, by=cast.worker, at=NOON
        )
        actions.add_member(
            person_id=person_id,
            details=MemberDetails(name=name, lives_here=lives_here),
            known_person_id=reads.case(cast.worker, other).person_id,
            by=cast.worker,
            at=NOON,
        )
        others.append(other)
    client = signed_in("worker")
    new = f"{reverse('people:session_new')}?case={case_id}"
    assert new in client.get(f"{reverse('people:log')}?case={case_id}").content.decode()
    page = client.get(new).content.decode()
    ticked = re.findall(r'value="([^"]+)"[^>]* checked', page)
    assert {str(case_id), str(others[0])} <= set(ticked)
    assert str(others[1]) not in ticked
    came = {"people": [str(case_id), str(others[0])], "mode": "group", "length": "30"}
    client.post(new, came | {"day": timezone.localdate().isoformat()})
    assert len(reads.contacts_of(cast.worker, others[0])) == 1
    nobody = f"{reverse('people:session_new')}?case={uuid4()}"
    assert client.get(nobody).status_code == 200


def test_a_locked_session_is_read_only(signed_in, cast, case_id):
    one = actions.log_session(
        case_ids=[case_id], how=Encounter(NOON, "group"), note="Long ago", by=cast.worker, at=NOON
    )
    text = signed_in("worker").get(reverse("people:session", args=[one])).content.decode()
    assert "This is locked by now." in text
    assert "Long ago" in text


def test_the_record_on_paper_and_as_a_file(signed_in, cast, case_id, contact_id):
    actions.add_to_note(contact_id=contact_id, words="And the other form", by=cast.worker, at=NOON)
    client = signed_in("worker")
    text = client.get(reverse("people:print", args=[case_id])).content.decode()
    for said in ("Maryam Al-Amin", "Called about the form", "And the other form", "“Bread”"):
        assert said in text
    answer = client.get(reverse("people:record", args=[case_id]))
    assert "Maryam" not in answer.headers["Content-Disposition"]
    record = json.loads(answer.content)
    assert record["case"]["name"] == "Maryam Al-Amin"
    assert record["contacts"][0]["note"] == "Called about the form"
    assert record["changes"][str(contact_id)][0]["addition"] == "And the other form"
    person_id = reads.case(cast.worker, case_id).person_id
    assert {look.page for look in trail.looks_at(cast.manager, person_id)} == {
        "people:print",
        "people:record",
    }


@pytest.mark.parametrize("part", ["outsider", "supervisor", "evaluator"])
def test_nobody_else_opens_any_of_it(signed_in, case_id, contact_id, part):
    client: Client = signed_in(part)
    for name in ("contacts", "print", "record"):
        assert client.get(reverse(f"people:{name}", args=[case_id])).status_code in (403, 404)
    for name in ("contact", "contact_change"):
        assert client.get(reverse(f"people:{name}", args=[contact_id])).status_code in (403, 404)
    assert client.post(reverse("people:contact_undo", args=[contact_id])).status_code in (403, 404)
