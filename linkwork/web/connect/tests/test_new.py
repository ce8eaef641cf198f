"""Connecting somebody by the pages: the three ways, what is sent, kept and refused."""

from django.core import mail
from django.urls import reverse

from linkwork.connections import reads
from linkwork.web.connect.tests.conftest import PHONE, REFERRAL, WANTS, new_url, sent, text


def test_three_ways_each_saying_what_it_shares(client, known):
    said = text(client.get(new_url(known)))
    for words in ("A signpost. Nothing about Maryam leaves", "A referral.", "A warm handover.", WANTS):
        assert words in said


def test_without_a_need_it_asks_which_and_without_a_case_it_goes_home(client, known):
    said = text(client.get(f"{reverse('connect:new')}?case={known['case_id']}&service={known['service_id']}"))
    assert f"need={known['need_id']}" in said
    assert "Which need" in text(client.get(f"{reverse('connect:new')}?case={known['case_id']}"))
    assert client.get(reverse("connect:new")).status_code == 302
    assert client.get(reverse("connect:new") + "?case=nonsense").status_code == 302


def test_a_referral_by_the_page_goes_out_and_shows_its_link_once(client, cast, known):
    page = text(client.get(new_url(known, "referral")))
    assert f"Phone: {PHONE}" in page
    assert "A request from North practices" in page
    answer = client.post(new_url(known, "referral"), REFERRAL)
    (card,) = reads.connections_of(cast.worker, known["case_id"])
    assert answer.url == reverse("connect:detail", args=[card.id])
    (letter,) = mail.outbox
    assert letter.to == ["hello@garden.example"]
    link = reverse("reply:open", args=["x"]).removesuffix("x/")
    assert link in letter.body
    assert not any(word in f"{letter.subject} {letter.body}" for word in ["Maryam", "Al Amin", PHONE, WANTS])
    assert link in text(client.get(answer.url))
    assert link not in text(client.get(answer.url))


def test_a_refused_form_keeps_what_was_written(client, cast, known):
    answer = client.post(new_url(known, "referral"), REFERRAL | {"agreed": "", "wants": "To sing"})
    assert answer.status_code == 400
    said = text(answer)
    assert "Ask the person first" in said
    assert "To sing" in said
    assert reads.connections_of(cast.worker, known["case_id"]) == []
    assert mail.outbox == []


def test_standing_consent_is_not_asked_for_again(client, cast, known):
    sent(cast, known)
    said = text(client.get(new_url(known, "referral")))
    assert 'name="agreed"' not in said
    assert "it stands in the record" in said


def test_a_warm_handover_by_the_page(client, cast, known):
    more = {
        "introduced_by": "Amal Haddad",
        "manner": "in_person",
        "meet_at": "2030-05-02T14:00",
        "accompanied": "on",
    }
    client.post(new_url(known, "warm_handover"), REFERRAL | more)
    (card,) = reads.connections_of(cast.worker, known["case_id"])
    assert card.handover is not None
    assert card.handover.accompanied
    said = text(client.get(reverse("connect:detail", args=[card.id])))
    assert "Introduced by Amal Haddad" in said
    assert client.post(new_url(known, "warm_handover"), REFERRAL).status_code == 400


def test_who_is_connected_already_is_said_before_asking_again(cast, client, known):
    page = new_url(known)
    assert "is connected with them already" not in client.get(page).content.decode()
    made = sent(cast, known)
    said = client.get(page).content.decode()
    assert "Maryam is connected with them already" in said
    assert reverse("connect:detail", args=[made.connection_id]) in said
