"""Finding somebody, entering somebody, logging a contact, answering a referral."""

import pytest
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.casework.rules.states import ReferralState
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail

LIST, LOG, NEW = reverse("people:list"), reverse("people:log"), reverse("people:new")


def test_a_worker_sees_their_own_people_first(signed_in, case_id):
    assert "Maryam Al-Amin" in signed_in("worker").get(LIST).content.decode()
    other = signed_in("other_worker")
    assert "Maryam Al-Amin" not in other.get(LIST).content.decode()
    assert "Maryam Al-Amin" in other.get(LIST, {"show": "all"}).content.decode()
    assert "Maryam Al-Amin" not in other.get(LIST, {"show": "closed"}).content.decode()
    assert "Maryam Al-Amin" in signed_in("manager").get(LIST).content.decode()


def test_a_misspelt_name_is_found_and_a_strange_one_answered(signed_in, case_id):
    client = signed_in("worker")
    assert "Maryam Al-Amin" in client.post(LIST, {"q": "marjam"}).content.decode()
    answer = client.post(LIST, {"q": "zzz", "show": "nonsense", "after": "nonsense"})
    assert "Nobody by a name like this" in answer.content.decode()


def test_the_list_goes_on(signed_in, cast, django_assert_max_num_queries):
    for number in range(31):
        actions.start_case(
            details=PersonDetails(given_name=f"Person {number}"),
            source="self",
            worker_id=cast.worker.id,
            by=cast.worker,
            at=NOON,
        )
    client = signed_in("worker")
    with django_assert_max_num_queries(12):
        first = client.get(LIST).content.decode()
    after = first.split("after=")[1].split('"')[0]
    assert client.get(LIST, {"after": after}).content.decode().count('class="item-title"') == 1


def test_waiting_referrals_stand_on_top(signed_in, referral_id):
    text = signed_in("worker").get(LIST).content.decode()
    assert "Waiting for an answer" in text
    assert "now with Chris Okafor" in text


def test_somebody_new_needs_a_name_only(signed_in, cast):
    client = signed_in("worker")
    assert client.get(NEW).status_code == 200
    answer = client.post(NEW, {"given_name": "Ida", "source": "self", "mine": "on"})
    [card] = reads.cases(cast.worker, "ida").rows
    assert answer.headers["Location"] == reverse("people:person", args=[card.id])
    assert card.worker_id == cast.worker.id
    assert client.post(NEW, {"given_name": "", "wants": "Company"}).status_code == 422
    assert client.post(NEW, {"given_name": "Old", "source": "self", "born_year": 1700}).status_code == 422


def test_a_contact_is_logged_with_all_that_came_of_it(signed_in, cast, case_id):
    client = signed_in("worker")
    assert "Maryam Al-Amin" in client.get(LOG).content.decode()
    assert "Maryam Al-Amin" in client.post(LOG, {"q": "amin"}).content.decode()
    form = client.get(f"{LOG}?case={case_id}").content.decode()
    assert f'data-draft="contact-{case_id}"' in form
    answer = client.post(
        f"{LOG}?case={case_id}",
        {
            "mode": "met",
            "site": str(cast.site_id),
            "length": "45",
            "topics": ["plan", "feelings"],
            "support_types": ["psychosocial"],
            "note": "A good talk",
            "what_matters": "My garden",
            "need_1": "company",
            "need_1_words": "Somebody to walk with",
            "need_2": "food",
            "follow_up_on": "2099-01-01",
            "first": "yes",
            "language": "ar",
            "day": timezone.localdate().isoformat(),
        },
    )
    assert answer.headers["Location"] == reverse("people:person", args=[case_id])
    [contact] = reads.contacts_of(cast.worker, case_id)
    assert (contact.minutes, contact.topics, contact.marked_first) == (45, ("feelings", "plan"), True)
    assert [need.term for need in reads.needs_of(cast.worker, case_id)] == ["company", "food"]
    assert len(reads.follow_ups_of(cast.worker, case_id)) == 1
    person_id = reads.case(cast.worker, case_id).person_id
    assert [look.page for look in trail.looks_at(cast.manager, person_id)] == ["people:log"]


def test_an_attempt_on_another_day_with_an_own_length(signed_in, cast, case_id):
    signed_in("worker").post(
        f"{LOG}?case={case_id}",
        {
            "mode": "phone",
            "nobody": "on",
            "length": "other",
            "minutes": "5",
            "day": "2026-03-13",
            "time": "09:30",
        },
    )
    [contact] = reads.contacts_of(cast.worker, case_id)
    assert (contact.reached, contact.minutes) == (False, 5)
    assert timezone.localtime(contact.occurred_at).strftime("%d %H:%M") == "13 09:30"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"need_1_words": "Bread"}, "Choose what these words are about."),
        ({"length": "other"}, "Enter the minutes, or choose another length."),
        ({"day": "2099-01-01"}, "Enter a time that is not in the future."),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(signed_in, cast, case_id, typed, said):
    usual = {"mode": "met", "day": "2026-03-13", "note": "A long and careful note"}
    answer = signed_in("worker").post(f"{LOG}?case={case_id}", usual | typed)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert said in text
    assert "A long and careful note" in text
    assert reads.contacts_of(cast.worker, case_id) == []


def test_a_referral_is_accepted_with_a_worker_in_one_step(signed_in, cast, referral_id):
    client, url = signed_in("manager"), reverse("people:referral", args=[referral_id])
    text = client.get(url).content.decode()
    assert "“Company in the evenings”" in text
    assert "Elm Street practice" in text
    answer = client.post(url, {"worker": str(cast.worker.id)})
    [card] = reads.cases(cast.worker, "bo ek").rows
    assert (answer.headers["Location"], card.worker_id) == (
        reverse("people:person", args=[card.id]),
        cast.worker.id,
    )
    assert "To their page" in client.get(url).content.decode()
    assert client.post(url, {"worker": str(cast.worker.id)}).status_code == 422


def test_somebody_we_know_is_offered_and_taken(signed_in, cast, case_id):
    actions.close_case(case_id=case_id, reason="done", by=cast.worker, at=NOON)
    known = reads.case(cast.worker, case_id).person_id
    again = actions.receive_referral(
        details=PersonDetails(given_name="Mariam", family_name="Al Amin"),
        source="hospital",
        by=cast.manager,
        at=NOON,
    )
    client, url = signed_in("manager"), reverse("people:referral", args=[again])
    assert "Do we know them already?" in client.get(url).content.decode()
    client.post(url, {"worker": str(cast.worker.id), "known": str(known)})
    assert reads.referral(cast.worker, again, NOON).person_id == known


def test_a_referral_is_declined_with_a_reason(signed_in, cast, referral_id):
    client = signed_in("manager")
    url = reverse("people:decline", args=[referral_id])
    assert client.post(url, {"reply": "Sorry"}).status_code == 422
    client.post(url, {"reason": "outside_area", "reply": "Ask the town"})
    card = reads.referral(cast.manager, referral_id, NOON)
    assert (card.state, card.reason_words) == (ReferralState.DECLINED, "Ask the town")


@pytest.mark.parametrize("part", ["supervisor", "evaluator", "adviser", "administrator"])
def test_nobody_else_opens_these_pages(signed_in, referral_id, part):
    for url in (LIST, LOG, NEW, reverse("people:referral", args=[referral_id])):
        assert signed_in(part).get(url).status_code == 403


def test_another_programme_finds_no_referral(signed_in, referral_id):
    url = reverse("people:referral", args=[referral_id])
    assert signed_in("outsider").get(url).status_code == 404
