"""After a note with words that may point to harm: a calm question, its choice kept, nothing blocked."""

import pytest
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.casework.rules.safeguarding import RiskAnswer

LOG = reverse("people:log")


@pytest.fixture
def logged(signed_in, case_id):
    """The worker has just kept a note, and reads the next page."""
    client = signed_in("worker")
    typed = {
        "mode": "phone",
        "note": "She said she wants to die.",
        "day": timezone.localdate().isoformat(),
    }
    return client, client.post(f"{LOG}?case={case_id}", typed, follow=True)


def test_the_note_is_kept_and_the_question_stands_on_the_next_page(logged, cast, case_id):
    _client, answer = logged
    shown = answer.content.decode()
    [contact] = reads.contacts_of(cast.worker, case_id)
    assert contact.note == "She said she wants to die."
    assert "You wrote “wants to die”. Does this need a safeguarding concern?" in shown
    [asked] = reads.risk_questions(cast.worker)
    assert reverse("safety:asked", args=[asked.id]) in shown


def test_yes_leads_to_a_concern_that_answers_it(logged, cast, case_id):
    client, _answer = logged
    [asked] = reads.risk_questions(cast.worker)
    shown = client.get(reverse("safety:asked", args=[asked.id])).content.decode()
    assert "harm to oneself" in shown
    link = f"{reverse('safety:new', args=[case_id])}?question={asked.id}"
    assert link in shown
    told = {"facts": "She said it twice", "capacity": "presumed", "agreed": "yes"}
    client.post(link, told)
    assert reads.risk_question(cast.worker, asked.id).answer is RiskAnswer.CONCERN
    assert len(reads.concerns(cast.worker)) == 1
    assert client.post(link, told).status_code == 302
    assert client.post(link.partition("=")[0] + f"={case_id}", told).status_code == 302


def test_no_is_kept_with_a_few_words(logged, cast, signed_in):
    client, _answer = logged
    [asked] = reads.risk_questions(cast.worker)
    address = reverse("safety:asked", args=[asked.id])
    assert client.post(address, {"words": "x" * 401}).status_code == 200
    client.post(address, {"words": "She spoke of her mother"})
    card = reads.risk_question(cast.worker, asked.id)
    assert (card.answer, card.words) == (RiskAnswer.NONE, "She spoke of her mother")
    assert "You have answered this already" in client.get(address).content.decode()
    home = reverse("safety:home")
    assert "She spoke of her mother" in signed_in("manager").get(home).content.decode()
    assert "She spoke of her mother" not in signed_in("other_worker").get(home).content.decode()
    assert signed_in("other_worker").get(address).status_code == 404


def test_a_plain_note_asks_nothing(signed_in, cast, case_id):
    typed = {"mode": "phone", "note": "A good talk", "day": timezone.localdate().isoformat()}
    answer = signed_in("worker").post(f"{LOG}?case={case_id}", typed, follow=True)
    assert "safeguarding concern?" not in answer.content.decode()
    assert reads.risk_questions(cast.worker) == []


def test_a_note_put_right_or_added_to_asks_about_what_is_new(logged, cast, case_id):
    client, _answer = logged
    [contact] = reads.contacts_of(cast.worker, case_id)
    [asked] = reads.risk_questions(cast.worker)
    change = reverse("people:contact_change", args=[contact.id])
    same = {"mode": "phone", "note": f"{contact.note} Rang her.", "day": timezone.localdate().isoformat()}
    assert "safeguarding concern?" not in client.post(change, same, follow=True).content.decode()
    client.post(reverse("safety:asked", args=[asked.id]), {"words": "A figure of speech"})
    page = reverse("people:contact", args=[contact.id])
    shown = client.post(page, {"words": "He hits her, she says."}, follow=True).content.decode()
    assert "Does this need a safeguarding concern?" in shown
    [further] = reads.risk_questions(cast.worker)
    assert further.id != asked.id
    more = same | {"note": "She wants to die. She is being abused."}
    shown = client.post(change, more, follow=True).content.decode()
    assert "Does this need a safeguarding concern?" in shown


def test_a_session_asks_once_for_everybody_who_came(signed_in, cast, case_id):
    details = PersonDetails(given_name="Noor")
    other = actions.start_case(
        details=details, source="self", worker_id=cast.worker.id, by=cast.worker, at=timezone.now()
    )
    came: dict[str, object] = {"mode": "group", "length": "60", "day": timezone.localdate().isoformat()}
    came |= {"note": "Somebody wants to die", "people": [str(case_id), str(other)]}
    client = signed_in("worker")
    answer = client.post(reverse("people:session_new"), came, follow=True)
    shown = answer.content.decode()
    assert "You wrote “wants to die”. Does anybody who came need a safeguarding concern?" in shown
    assert f"{reverse('safety:home')}#asked" in shown
    asked = reads.risk_questions(cast.worker)
    assert {one.case_id for one in asked} == {case_id, other}
    here = answer.redirect_chain[-1][0]
    assert "safeguarding concern?" not in client.post(here, came, follow=True).content.decode()
    more = came | {"note": "Somebody wants to die, somebody was beaten"}
    assert "You wrote “beaten”." in client.post(here, more, follow=True).content.decode()
    assert len(reads.risk_questions(cast.worker)) == 2  # they wait still, and now ask about both


def test_a_session_of_one_asks_about_that_one(signed_in, cast, case_id):
    came = {
        "mode": "group",
        "length": "60",
        "day": timezone.localdate().isoformat(),
        "people": [str(case_id)],
    }
    client = signed_in("worker")
    plain = client.post(reverse("people:session_new"), came, follow=True)
    assert "safeguarding concern?" not in plain.content.decode()
    here = plain.redirect_chain[-1][0]
    shown = client.post(here, came | {"note": "She wants to die"}, follow=True).content.decode()
    [asked] = reads.risk_questions(cast.worker)
    assert reverse("safety:asked", args=[asked.id]) in shown
