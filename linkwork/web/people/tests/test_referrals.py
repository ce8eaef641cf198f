"""Sorting through referrals, answering one, asking and telling the referrer: by the pages."""

import datetime as dt
import json
import re
from typing import Any

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import access, actions, reads
from linkwork.casework.rules.consent import Purpose
from linkwork.casework.rules.persons import PersonDetails, Urgency
from linkwork.casework.rules.referrals import Care, Phoning, Way
from linkwork.casework.rules.states import ReferralState
from linkwork.core.viewer import Kind, Viewer, system
from linkwork.exchange.fhir.checking import check
from linkwork.programmes import actions as programmes
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)


def refer(cast, name="Bo", at=None, **more):
    """A referral that came by the form, from a nurse with an e-mail address."""
    usual: dict[str, Any] = {
        "details": PersonDetails(given_name=name, family_name="Ek", language="ar", born_year=1950),
        "source": "general_practice",
        "wants": "Company in the evenings",
        "needs": ["company"],
        "referrer_name": "Nurse Jones",
        "referrer_organisation": "Elm Street",
        "referrer_email": "nurse@elm.example",
        "by": Viewer(Kind.PARTNER, programme_id=cast.programme_id),
        "at": at or timezone.now(),
    }
    return actions.receive_referral(**usual | more)


def text(answer):
    return answer.content.decode()


def test_the_list_says_what_presses_and_who_could_take_whom(cast, signed_in):
    refer(cast, "Old", NOON)
    refer(cast, "Urgent", urgency=Urgency.URGENT)
    actions.escalate_late(by=system(cast.programme_id), at=timezone.now())
    page = text(signed_in("worker").get(reverse("people:referrals")))
    assert page.index("Urgent Ek") < page.index("Old Ek")
    for said in ("with Chris Okafor", "Arabic", "General practice", "“Company in the evenings”", "Company"):
        assert said in page
    overdue = text(signed_in("worker").get(reverse("people:referrals"), {"show": "overdue"}))
    assert "Old Ek" in overdue
    assert "Urgent Ek" not in overdue


def test_those_who_speak_the_language_are_named_the_freest_first(cast, signed_in):
    for name in ("Noor", "Sami"):
        programmes.add_worker(
            name=name,
            roles=cast.worker.roles,
            since=NOON.date(),
            languages="English, Arabic",
            by=system(cast.programme_id),
            at=NOON,
        )
    refer(cast)
    page = text(signed_in("worker").get(reverse("people:referrals")))
    assert "Could take them: Noor (0 people), Sami (0 people)" in page


@pytest.mark.parametrize(
    "asked", [{"show": "x", "sort": "y", "since": "2026-99-99", "after": "z", "state": "q"}, {}]
)
def test_whatever_is_asked_a_list_comes(cast, signed_in, asked):
    refer(cast)
    assert "Bo Ek" in text(signed_in("worker").get(reverse("people:referrals"), asked))


def test_a_long_list_goes_on(cast, signed_in, monkeypatch):
    monkeypatch.setattr("linkwork.casework.reads.triage.PAGE", 1)
    refer(cast, "One", timezone.now() - DAY)
    refer(cast, "Two")
    client = signed_in("worker")
    first = text(client.get(reverse("people:referrals"), {"source": "general_practice"}))
    assert "One Ek" in first
    address = first.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0].replace("&amp;", "&")
    assert "Two Ek" in text(client.get(address))


def test_accepting_onto_the_waiting_list_and_giving_to_somebody(cast, signed_in):
    referral_id = refer(cast)
    client = signed_in("manager")
    answer = client.post(
        reverse("people:referral", args=[referral_id]), {"worker": "nobody", "known": "", "tell": "on"}
    )
    assert answer.status_code == 302
    page = text(client.get(reverse("people:referrals")))
    assert "Taken on, waiting for a worker" in page
    [waiter] = reads.waiting_list(cast.manager)
    assert [need.term for need in reads.needs_of(cast.worker, waiter.case_id)]
    [letter] = mail.outbox
    assert letter.to == ["nurse@elm.example"]
    for secret in ("Bo", "Ek", "Company", "evenings"):
        assert secret not in re.findall(
            r"\w+", f"{letter.subject} {letter.body}"
        )  # its link is random letters
    [news] = reads.news_of(cast.manager, referral_id)
    assert not news.shares
    assert "Bo" not in re.findall(r"\w+", news.text)


def test_declining_writes_with_the_reason_behind_the_link(cast, signed_in):
    referral_id = refer(cast)
    client = signed_in("worker")
    client.post(
        reverse("people:decline", args=[referral_id]),
        {"reason": "outside_area", "reply": "Ask the town", "tell": "on"},
    )
    [news] = reads.news_of(cast.manager, referral_id)
    assert "We cannot take it on: lives outside our area." in news.text
    assert "Ask the town" in news.text
    assert "town" not in str(mail.outbox[0].body)
    page = text(client.get(reverse("people:referral", args=[referral_id])))
    assert "That we could not take them on" in page


def test_a_persons_own_no_is_coded_and_its_reason_not_told(cast, signed_in):
    referral_id = refer(cast)
    client = signed_in("worker")
    client.post(
        reverse("people:decline", args=[referral_id]), {"reason": "not_wanted", "reply": "", "tell": "on"}
    )
    [news] = reads.news_of(cast.manager, referral_id)
    assert "does not want" not in news.text
    assert "871711000000103" in text(client.get(reverse("people:referral", args=[referral_id])))


def test_an_unfinished_decline_keeps_what_was_typed(cast, signed_in):
    referral_id = refer(cast)
    answer = signed_in("worker").post(
        reverse("people:decline", args=[referral_id]), {"reply": "Ask the town"}
    )
    assert answer.status_code == 422
    assert "Ask the town" in text(answer)


def test_all_that_was_said_stands_on_the_page(cast, signed_in):
    care = Care("After three", Phoning.NO, "He must not know")
    referral_id = refer(
        cast, urgency=Urgency.URGENT, urgency_reason="No food", care=care, referrer_role="Practice nurse"
    )
    page = text(signed_in("worker").get(reverse("people:referral", args=[referral_id])))
    for said in ("He must not know", "After three", "Do not call", "No food", "Practice nurse", "urgent"):
        assert said in page
    assert "871731000000106" not in page


def test_somebody_supported_already_is_pointed_out(cast, signed_in, case_id):
    details = PersonDetails(given_name="Maryam", family_name="Al-Amin")
    referral_id = refer(cast, details=details)
    page = text(signed_in("worker").get(reverse("people:referral", args=[referral_id])))
    assert "Maryam Al-Amin is supported already" in page
    client = signed_in("worker")
    client.post(reverse("people:withdraw", args=[referral_id]), {"why": "Twice"})
    assert reads.referral(cast.worker, referral_id, timezone.now()).state is ReferralState.WITHDRAWN


def test_the_codes_of_an_accepted_referral_stand_ready(cast, signed_in):
    referral_id = refer(cast)
    actions.accept_referral(referral_id=referral_id, by=cast.worker, at=timezone.now())
    page = text(signed_in("worker").get(reverse("people:referral", args=[referral_id])))
    assert "871731000000106" in page
    assert "first interaction only" in page


def test_a_question_goes_out_and_the_answer_comes_back(cast, signed_in, client):
    referral_id = refer(cast)
    worker = signed_in("worker")
    asked = reverse("people:ask", args=[referral_id])
    assert worker.post(asked, {"question": ""}).status_code == 422
    worker.post(asked, {"question": "Does she know?"})
    [letter] = mail.outbox
    assert "Does she know" not in str(letter.body)
    address = str(letter.body).partition("http://localhost:8000")[2].split()[0]
    page = text(client.get(address))
    assert "Does she know?" in page
    assert "Bo Ek" not in page
    [question] = reads.questions_to_referrer(cast.worker, referral_id)
    token = address.strip("/").split("/")[-1]
    answer = reverse("refer:answer", args=[token, question.id])
    assert client.post(answer, {"answer": ""}).status_code == 422
    assert client.post(answer, {"answer": "Yes, we spoke."}).status_code == 302
    assert "Yes, we spoke." in text(worker.get(reverse("people:referral", args=[referral_id])))
    assert client.post(answer, {"answer": "Again"}).status_code == 400
    assert (
        client.post(reverse("refer:answer", args=[token, cast.site_id]), {"answer": "x"}).status_code == 404
    )


@pytest.fixture
def supported(cast):
    """(referral, case) of somebody who agreed that the practice is told how it goes."""
    referral_id = refer(cast, at=NOON)
    case_id = actions.accept_referral(
        referral_id=referral_id, worker_id=cast.worker.id, by=cast.worker, at=NOON + DAY
    )
    actions.give_consent(case_id=case_id, purpose=Purpose.REPORT_BACK, by=cast.worker, at=NOON + DAY)
    return referral_id, case_id


def test_what_goes_is_what_was_seen(cast, signed_in, supported, client):
    referral_id, case_id = supported
    worker, tell = signed_in("worker"), reverse("people:tell", args=[referral_id])
    page = text(worker.get(tell))
    assert "Bo Ek, whom you referred on 12 March 2026, has agreed" in page
    seen = page.partition('name="seen" value="')[2].partition('"')[0]
    said = {"occasion": "asked", "arranged": "on", "outcome": "on", "seen": seen, "way": "mail"}
    actions.close_case(case_id=case_id, reason="done", by=cast.worker, at=timezone.now())
    changed = worker.post(tell, said)
    assert "The letter has changed meanwhile" in text(changed)
    assert mail.outbox == []
    seen = text(changed).partition('name="seen" value="')[2].partition('"')[0]
    assert worker.post(tell, said | {"seen": seen}).status_code == 302
    [news] = reads.news_of(cast.worker, referral_id)
    assert news.shares
    assert "Our work with them ended" in news.text
    token = access.referrer_token(referral_id, cast.programme_id, timezone.localdate() + DAY)
    shown = text(client.get(reverse("refer:news", args=[token])))
    assert "Our work with them ended" in shown
    made = client.get(reverse("refer:letter", args=[token, news.id]))
    assert made.headers["Content-Type"] == "application/pdf"
    assert made.content.startswith(b"%PDF")
    file = json.loads(client.get(reverse("refer:letter_file", args=[token, news.id])).content)
    assert check(file) == []
    [task] = [one["resource"] for one in file["entry"] if one["resource"]["resourceType"] == "Task"]
    assert (task["status"], task["note"]) == ("accepted", [{"text": news.text}])


def test_without_consent_the_letter_says_so_and_no_more(cast, signed_in):
    referral_id = refer(cast, at=NOON)
    actions.accept_referral(referral_id=referral_id, by=cast.worker, at=NOON + DAY)
    page = text(
        signed_in("worker").get(
            reverse("people:tell", args=[referral_id]), {"occasion": "closed", "own_words": "on"}
        )
    )
    assert "They have not agreed" in page
    letter = page.partition('class="stack letter"')[2].partition("</div>")[0]
    assert "We answered it on 13 March 2026." in letter
    assert "Bo" not in letter


def test_a_letter_is_printed_and_logged(cast, signed_in, supported):
    referral_id, _case_id = supported
    worker, tell = signed_in("worker"), reverse("people:tell", args=[referral_id])
    page = text(worker.get(tell, {"occasion": "asked"}))
    seen = page.partition('name="seen" value="')[2].partition('"')[0]
    answer = worker.post(tell, {"occasion": "asked", "seen": seen, "way": "paper"})
    made = worker.get(answer.headers["Location"])
    assert made.content.startswith(b"%PDF")
    assert mail.outbox == []
    assert "on paper" in text(worker.get(reverse("people:referral", args=[referral_id])))
    assert [one.way for one in reads.news_of(cast.worker, referral_id)] == [Way.PAPER]
    missing = reverse("people:letter", args=[referral_id, cast.site_id])
    assert worker.get(missing).status_code == 404


def test_consent_taken_back_closes_the_letter(cast, signed_in, supported, client):
    referral_id, _case_id = supported
    worker, tell = signed_in("worker"), reverse("people:tell", args=[referral_id])
    seen = text(worker.get(tell)).partition('name="seen" value="')[2].partition('"')[0]
    worker.post(tell, {"occasion": "asked", "arranged": "on", "outcome": "on", "seen": seen, "way": "mail"})
    [news] = reads.news_of(cast.worker, referral_id)
    person_id = reads.referral(cast.worker, referral_id, timezone.now()).person_id
    [consent] = reads.consents_of(cast.worker, person_id, timezone.now())
    actions.withdraw_consent(consent_id=consent.id, by=cast.worker, at=timezone.now())
    token = access.referrer_token(referral_id, cast.programme_id, timezone.localdate() + DAY)
    assert "has agreed" not in text(client.get(reverse("refer:news", args=[token])))
    assert client.get(reverse("refer:letter", args=[token, news.id])).status_code == 404


def test_a_referrer_takes_it_back_by_link(cast, client):
    referral_id = refer(cast)
    token = access.referrer_token(referral_id, cast.programme_id, timezone.localdate())
    assert "Take the referral back" in text(client.get(reverse("refer:news", args=[token])))
    back = reverse("refer:take_back", args=[token])
    client.post(back, {"reason": "Moved away"})
    card = reads.referral(cast.worker, referral_id, timezone.now())
    assert (card.state, card.reason_words) == (ReferralState.WITHDRAWN, "Moved away")
    assert client.post(back, {"reason": "Again"}).status_code == 302


def test_links_that_do_not_open_give_nothing_away(cast, client):
    referral_id = refer(cast)
    over = access.referrer_token(referral_id, cast.programme_id, timezone.localdate() - DAY)
    gone = access.referrer_token(cast.site_id, cast.programme_id, timezone.localdate() + DAY)
    for token in (over, gone, "made-up"):
        assert client.get(reverse("refer:news", args=[token])).status_code == 404
        assert client.get(reverse("refer:letter", args=[token, cast.site_id])).status_code == 404
        assert client.post(reverse("refer:take_back", args=[token])).status_code == 404
        assert client.post(reverse("refer:answer", args=[token, cast.site_id])).status_code == 404


def test_each_number_of_the_report_opens_its_list(cast, signed_in):
    first = refer(cast, "One", timezone.now() - 9 * DAY)
    refer(cast, "Two")
    actions.accept_referral(referral_id=first, by=cast.worker, at=timezone.now())
    client = signed_in("manager")
    page = text(client.get(reverse("people:referral_report")))
    assert "2 referrals came in this time." in page
    links = {part.partition('"')[0].replace("&amp;", "&") for part in page.split('href="')[1:]}
    opened = [text(client.get(link)) for link in links if "took=late" in link]
    assert len(opened) == 1
    assert "One Ek" in opened[0]
    assert "Two Ek" not in opened[0]
    for period in ("365", "", "x"):
        assert client.get(reverse("people:referral_report"), {"period": period}).status_code == 200
