"""Asking the referrer, telling them how it went, and what they can do by their link: by the pages."""

import datetime as dt
import json
import re

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import access, actions, reads
from linkwork.casework.rules.consent import Purpose
from linkwork.casework.rules.referral_codes import BY_THE_PERSON
from linkwork.casework.rules.referrals import Way
from linkwork.casework.rules.states import ReferralState
from linkwork.exchange.fhir.checking import check
from linkwork.testing.cast import NOON
from linkwork.web.people.tests.referring import refer, text

DAY = dt.timedelta(days=1)
SILENT = "More than this we tell you only once the person agrees."


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
    assert SILENT not in shown
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


def test_without_consent_nothing_of_the_referrers_tells_taken_on_from_not_wanted(cast, signed_in, client):
    pages, states = [], []
    for answer in ("accept", "decline"):
        referral_id = refer(cast)
        token = access.referrer_token(referral_id, cast.programme_id, timezone.localdate() + DAY)
        page = reverse("refer:news", args=[token])
        assert SILENT not in text(client.get(page))  # nothing is answered yet
        said = {"worker": "nobody", "known": "", "reason": BY_THE_PERSON, "tell": "on"}
        name = "referral" if answer == "accept" else "decline"
        assert (
            signed_in("manager").post(reverse(f"people:{name}", args=[referral_id]), said).status_code == 302
        )
        shown = text(client.get(page))
        assert SILENT in shown
        pages.append(
            re.sub(r'/news/[^"]+|name="csrf\w+" value="\w+"|\sid="\S+"', "", shown.partition("<main")[2])
        )
        [news] = reads.news_of(cast.worker, referral_id)
        file = json.loads(client.get(reverse("refer:letter_file", args=[token, news.id])).content)
        states += [one["resource"]["status"] for one in file["entry"] if "status" in one["resource"]]
    assert pages[0] == pages[1]
    assert states[: len(states) // 2] == states[len(states) // 2 :]
    assert "rejected" not in states


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
