"""One connection on its page: where it stands, and what is done there."""

import datetime as dt

from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.connections import actions, reads
from linkwork.connections.rules import Outcome, State
from linkwork.testing.cast import PASSWORD
from linkwork.trail import reads as trail
from linkwork.web.connect.tests.conftest import (
    partner,
    person_id,
    sent,
    text,
)


def test_where_it_stands_and_what_the_partner_says_on_the_phone(client, cast, known):
    done = sent(cast, known, days=9)
    url = reverse("connect:detail", args=[done.connection_id])
    said = text(client.get(url))
    assert "Green Corner was asked 9 days ago and hasn’t answered yet." in said
    client.post(reverse("connect:step", args=[done.connection_id, "accepted"]))
    assert "Green Corner said yes." in text(client.get(url))
    step = reverse("connect:step", args=[done.connection_id, "waiting"])
    assert "It starts on" in text(client.get(step))
    assert client.post(step, {}).status_code == 400
    client.post(step, {"starts_on": "2030-04-03"})
    assert "It starts on 3 April." in text(client.get(url))
    assert "told to us by the organisation" in text(client.get(url))


def test_calling_it_off_asks_whose_word_it_is(client, cast, known):
    done = sent(cast, known)
    step = reverse("connect:step", args=[done.connection_id, "cancelled"])
    client.post(step, {"told_by": "person", "reason": "Moved away"})
    last = reads.history(cast.worker, done.connection_id)[-1]
    assert (last.state, last.owner, last.reason) == (State.CANCELLED, "person", "Moved away")
    assert any("withdrawn" in letter.subject for letter in mail.outbox)
    assert client.post(step, {"told_by": "person", "reason": "Again"}).status_code == 400
    assert client.get(reverse("connect:step", args=[done.connection_id, "nonsense"])).status_code == 404


def test_asking_again_closing_and_renewing_the_link(client, cast, known):
    done = sent(cast, known, days=9)
    url = reverse("connect:detail", args=[done.connection_id])
    client.post(reverse("connect:chase", args=[done.connection_id]))
    assert any("still waits" in letter.subject for letter in mail.outbox)
    assert "shown only now" in text(client.get(url))
    client.post(reverse("connect:link", args=[done.connection_id]), {"close": "1"})
    assert "shown only now" not in text(client.get(url))
    client.post(reverse("connect:link", args=[done.connection_id]))
    assert "shown only now" in text(client.get(url))


def test_a_question_is_answered_on_the_page(client, cast, known):
    done = sent(cast, known)
    question = actions.ask_question(
        connection_id=done.connection_id, words="Are stairs all right?", by=partner(done), at=timezone.now()
    )
    url = reverse("connect:detail", args=[done.connection_id])
    assert "Are stairs all right?" in text(client.get(url))
    ask = reverse("connect:answer", args=[question])
    assert client.post(ask, {"answer": "", "connection": done.connection_id}).status_code == 400
    assert client.post(ask, {"answer": "Yes"}).status_code == 404
    client.post(ask, {"answer": "Yes, slowly", "connection": done.connection_id})
    assert "Yes, slowly" in text(client.get(url))


def test_how_it_went(client, cast, known):
    done = sent(cast, known, days=20)
    url = reverse("connect:follow_up", args=[done.connection_id])
    assert "How did it go for Maryam?" in text(client.get(url))
    assert client.post(url, {}).status_code == 400
    assert client.post(url, {"went": "later"}).status_code == 400
    client.post(url, {"went": "later", "until": "2030-01-01"})
    assert reads.connection(cast.worker, done.connection_id).ask_again_on == dt.date(2030, 1, 1)
    assert client.post(url, {"went": "did_not_go"}).status_code == 400
    client.post(url, {"went": "went", "outcome": "partly", "words": "Too loud"})
    assert reads.connection(cast.worker, done.connection_id).outcome is Outcome.PARTLY
    assert "It helped in part." in text(client.get(reverse("connect:detail", args=[done.connection_id])))


def test_looking_leaves_a_row_and_asks_few_questions(client, cast, known, django_assert_max_num_queries):
    done = sent(cast, known)
    before = len(trail.looks_at(cast.manager, person_id(cast, known)))
    with django_assert_max_num_queries(15):  # twelve questions, and the access row in its savepoint
        client.get(reverse("connect:detail", args=[done.connection_id]))
    looks = trail.looks_at(cast.manager, person_id(cast, known))
    assert len(looks) == before + 1
    assert looks[0].page == "connect:detail"


def test_another_programme_and_other_roles_stay_outside(cast, known):
    done = sent(cast, known)
    for part, status in [("outsider", 404), ("supervisor", 403), ("evaluator", 403)]:
        browser = Client()
        browser.login(email=f"{part}@example.org", password=PASSWORD)
        assert browser.get(reverse("connect:detail", args=[done.connection_id])).status_code == status
