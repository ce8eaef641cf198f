"""The page about a person: everything that may be known, alerts, household, consents, who may open it, two in one."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.consent import Purpose
from linkwork.casework.rules.guarding import AlertKind
from linkwork.casework.rules.persons import OtherWay, PersonDetails, Prefers
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail


def address(name, *ids):
    return reverse(f"people:{name}", args=ids)


@pytest.fixture
def person_id(cast, case_id):
    return reads.case(cast.worker, case_id).person_id


def text_of(client, name, *ids):
    answer = client.get(address(name, *ids))
    assert answer.status_code == 200, (name, answer.status_code)
    return answer.content.decode()


def test_e00186_everything_that_may_be_known_is_kept_and_shown(signed_in, cast, case_id, person_id):
    client = signed_in("worker")
    assert 'value="Maryam"' in text_of(client, "edit", case_id)
    typed = {
        "given_name": "Maryam",
        "family_name": "Al-Amin",
        "other_names": "Umm Noor\nMiriam",
        "form_of_address": "she, Mrs Al-Amin",
        "phone": "070 123 45 67",
        "phone_message_ok": "no",
        "way_1": "070 765 43 21",
        "way_1_whose": "daughter",
        "way_1_ok": "yes",
        "prefers": "message",
        "best_time": "after five",
        "never_by": ["letter"],
        "address": "Elm Street 4",
        "language": "ar",
        "interpreter": "on",
        "reading_language": "en",
        "access_needs": ["wheelchair"],
        "access_words": "A chair with arms",
        "trusted_name": "Noor",
        "trusted_relation": "daughter",
        "trusted_phone": "070 765 43 21",
        "born_year": "1984",
    }
    answer = client.post(address("edit", case_id), typed)
    assert answer.headers["Location"] == address("about", case_id)
    known = reads.person(cast.worker, person_id).details
    assert known.other_names == ("Umm Noor", "Miriam")
    assert known.other_ways == (OtherWay("070 765 43 21", "daughter", True),)
    assert (known.phone_message_ok, known.never_by) == (False, (Prefers.LETTER,))
    text = text_of(client, "about", case_id)
    for said in (
        "Umm Noor, Miriam",
        "she, Mrs Al-Amin",
        "070 123 45 67 (leave no message)",
        "070 765 43 21 (a message is safe)",
        "after five",
        "Elm Street 4",
        "Arabic, with interpreter",
        "Uses a wheelchair",
        "A chair with arms",
        "Noor · daughter",
    ):
        assert said in text, said
    assert "Maryam Al-Amin" in client.post(address("list"), {"q": "0707654"}).content.decode()
    assert "Maryam Al-Amin" in client.post(address("log"), {"q": "miriam 1984"}).content.decode()
    assert client.post(address("edit", case_id), typed | {"never_by": ["message"]}).status_code == 422
    client.post(address("edit", case_id), {"given_name": "Maryam"})
    assert reads.person(cast.worker, person_id).details == PersonDetails("Maryam")


def test_an_alert_stands_on_every_page_until_it_is_over(signed_in, cast, case_id, person_id):
    client = signed_in("worker")
    typed = {"kind": "safety", "said": "A dog that bites", "review_on": timezone.localdate().isoformat()}
    assert client.post(address("alert", case_id), {"kind": "safety"}).status_code == 422
    client.post(address("alert", case_id), typed)
    [alert] = reads.alerts_of(cast.worker, person_id, timezone.localdate())
    for name in ("person", "about"):
        assert "Safety of the worker: A dog that bites" in text_of(client, name, case_id)
    assert "there is an alert" in client.get(address("list")).content.decode()
    assert "this alert still hold?" in client.get(reverse("today:home")).content.decode()
    assert text_of(client, "alert_review", case_id, alert.id)
    client.post(address("alert_review", case_id, alert.id), {"review_on": "2099-01-01"})
    assert "this alert still hold?" not in client.get(reverse("today:home")).content.decode()
    client.post(address("alert_end", case_id, alert.id))
    assert "Safety of the worker: A dog" not in text_of(client, "person", case_id)


def test_a_household_with_a_child_and_somebody_on_record(signed_in, cast, case_id, person_id):
    client = signed_in("worker")
    born = timezone.localdate() - dt.timedelta(days=100)
    client.post(
        address("member_new", case_id),
        {"role": "daughter", "name": "N.", "child": "on", "born": f"{born:%Y-%m}", "lives_here": "on"},
    )
    assert "months old" in text_of(client, "about", case_id)
    assert client.post(address("member_new", case_id), {"born": "soon"}).status_code == 422
    other = actions.start_case(
        details=PersonDetails(given_name="Idris"), source="self", worker_id=None, by=cast.worker, at=NOON
    )
    known = reads.case(cast.worker, other).person_id
    typed = {"role": "husband", "name": "Idris", "lives_here": "on"}
    asked = client.post(address("member_new", case_id), typed)
    assert "Is it them?" in asked.content.decode()
    client.post(address("member_new", case_id), typed | {"known": str(known)})
    assert address("person", other) in text_of(client, "about", case_id)
    child = next(
        m for m in reads.household_of(cast.worker, person_id, timezone.localdate()) if m.details.child
    )
    assert "daughter" in text_of(client, "member", case_id, child.id)
    client.post(address("member", case_id, child.id), {"role": "niece", "child": "on"})
    assert "niece" in text_of(client, "about", case_id)
    client.post(address("member_end", case_id, child.id))
    assert "niece" not in text_of(client, "about", case_id)
    client.post(address("due", case_id), {"due": f"{timezone.localdate():%Y-%m}"})
    assert "a baby is due in" in text_of(client, "about", case_id)
    assert text_of(client, "due", case_id)


def test_a_consent_that_runs_out_is_spoken_of_and_renewed(signed_in, cast, case_id, person_id):
    client = signed_in("worker")
    soon = timezone.localdate() + dt.timedelta(days=3)
    client.post(
        address("consent", case_id),
        {"purpose": "share", "how": "signed", "said": "Only the garden", "expires_on": soon.isoformat()},
    )
    [consent] = reads.consents_of(cast.worker, person_id, timezone.now())
    text = text_of(client, "about", case_id)
    assert "Signed on paper" in text
    assert "Only the garden" in text
    assert "consent runs out" in client.get(reverse("today:home")).content.decode()
    assert text_of(client, "renew", case_id, consent.id)
    client.post(address("renew", case_id, consent.id), {"how": "said", "expires_on": "2099-01-01"})
    assert "consent runs out" not in client.get(reverse("today:home")).content.decode()
    assert "renewed since" in text_of(client, "about", case_id)


def test_a_restricted_person_is_found_by_nobody_else_on_any_page(signed_in, cast, case_id, person_id):
    actions.set_follow_up(
        case_id=case_id, due_on=timezone.localdate(), about="Ask about the garden", by=cast.worker, at=NOON
    )
    manager, other = signed_in("manager"), signed_in("other_worker")
    assert text_of(manager, "restrict", case_id)
    manager.post(address("restrict", case_id), {"workers": [str(cast.worker.id)], "why": "Works here"})
    assert "Amal Haddad" in text_of(manager, "about", case_id)
    assert "restricted" in text_of(signed_in("worker"), "about", case_id)
    for name in ("person", "about", "edit", "alert", "member_new", "due", "close", "worker", "consent"):
        assert other.get(address(name, case_id)).status_code == 404, name
    assert "Al-Amin" not in other.get(f"{address('list')}?show=all").content.decode()
    for name in ("list", "log"):
        found = other.post(address(name), {"show": "all", "q": "maryam"})
        assert found.status_code == 200
        assert "Al-Amin" not in found.content.decode(), name
    hint = other.post(address("alike"), {"given_name": "Maryam", "family_name": "Al-Amin"}).content.decode()
    assert "Ask your manager" in hint
    assert "Al-Amin" not in hint
    assert trail.looks_at(cast.manager, person_id)[0].page == "people:alike"
    assert "people:about" in text_of(manager, "looks", case_id)
    manager.post(address("unrestrict", case_id))
    assert other.get(address("person", case_id)).status_code == 200


def test_somebody_like_them_is_pointed_out_before_anything_is_kept(signed_in, cast, case_id):
    client = signed_in("worker")
    asked = client.post(address("alike"), {"given_name": "Mariam", "family_name": "Al Amin"}).content.decode()
    assert address("person", case_id) in asked
    assert client.post(address("alike"), {"given_name": "x", "born_year": "no"}).content.strip() == b""
    typed = {"given_name": "Mariam", "family_name": "Al Amin", "source": "self"}
    answer = client.post(address("new"), typed)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Do we know them already?" in text
    assert 'name="sure" value="yes"' in text
    assert len(reads.cases(cast.worker).rows) == 1
    assert client.post(address("new"), typed | {"sure": "yes"}).status_code == 302
    assert len(reads.cases(cast.worker).rows) == 2


def test_two_records_are_brought_together_and_taken_apart(signed_in, cast, case_id, person_id):
    second = actions.start_case(
        details=PersonDetails(given_name="Miriam", family_name="Al-Amin", phone="070 1", language="en"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=NOON,
    )
    other = reads.case(cast.worker, second).person_id
    client = signed_in("manager")
    assert "Miriam Al-Amin" in text_of(client, "merge", case_id)
    assert "Miriam" in client.post(address("merge", case_id), {"q": "miriam"}).content.decode()
    url = f"{address('merge', case_id)}?with={other}"
    assert "Which one goes on?" in client.get(url).content.decode()
    typed = {"hold_name": "other", "hold_language": "kept", "why": "The same street"}
    assert client.post(url, typed).status_code == 422
    client.post(url, typed | {"continues": str(case_id)})
    card = reads.person(cast.worker, person_id)
    assert (card.name, card.phone, card.language) == ("Miriam Al-Amin", "070 1", "ar")
    assert "had two records" in text_of(client, "person", second)
    assert client.get(f"{address('merge', case_id)}?with={other}").status_code == 404
    [merge] = reads.merges_of(cast.manager, person_id)
    assert "The same street" in text_of(client, "about", case_id)
    client.post(address("unmerge", case_id, merge.id))
    assert reads.person(cast.worker, person_id).name == "Maryam Al-Amin"
    assert reads.person(cast.worker, other).id == other
    assert "taken apart" in text_of(client, "about", case_id)


@pytest.mark.parametrize("name", ["restrict", "merge", "looks"])
def test_only_a_manager_merges_restricts_and_sees_who_looked(signed_in, case_id, name):
    assert signed_in("worker").get(address(name, case_id)).status_code == 403


def test_the_pages_ask_little_of_the_database_with_three_hundred_contacts(
    signed_in, cast, case_id, person_id, django_assert_max_num_queries
):
    for number in range(300):
        actions.log_contact(
            case_id=case_id,
            occurred_at=NOON,
            mode="phone",
            note=f"Call {number}",
            by=cast.worker,
            at=NOON + dt.timedelta(seconds=number),
        )
    actions.set_alert(person_id=person_id, kind=AlertKind.HEALTH, words="Asthma", by=cast.worker, at=NOON)
    actions.give_consent(case_id=case_id, purpose=Purpose.SHARE, by=cast.worker, at=NOON)
    client = signed_in("manager")
    for url in (address("list"), address("person", case_id), address("about", case_id)):
        client.get(url)  # `few_questions` of the pages' conftest counts


def test_what_a_next_worker_should_know_is_there_for_them(signed_in, cast, case_id):
    actions.close_case(case_id=case_id, reason="moved", note="Goes to her sister's.", by=cast.worker, at=NOON)
    worker = signed_in("worker")
    assert "#endings" in text_of(worker, "person", case_id)
    assert "Goes to her sister" in text_of(worker, "about", case_id)
    actions.reopen_case(case_id=case_id, words="Came back", by=cast.worker, at=NOON)
    about = text_of(worker, "about", case_id)
    assert "Goes to her sister" in about
    assert "Came back" in about
