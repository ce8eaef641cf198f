"""Signposts by the pages: nothing is sent to the service."""

import datetime as dt

from django.core import mail
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions as casework
from linkwork.casework.rules.persons import PersonDetails
from linkwork.casework.rules.referrals import Care, Phoning
from linkwork.connections import actions, reads
from linkwork.web.connect.tests.conftest import PHONE, new_url, text


def test_a_signpost_by_the_page_sends_nothing(client, cast, known):
    assert "Nothing about Maryam leaves" in text(client.get(new_url(known, "signpost")))
    answer = client.post(new_url(known, "signpost"), {"note": "Tuesday mornings"})
    (card,) = reads.signposts_of(cast.worker, known["case_id"])
    assert answer.url == reverse("connect:signpost", args=[card.id])
    assert mail.outbox == []
    assert "Tuesday mornings" in text(client.get(answer.url))
    assert client.post(answer.url, {"went": "went"}).status_code == 400
    client.post(answer.url, {"went": "went", "outcome": "helped", "words": "I made a friend"})
    said = text(client.get(answer.url))
    assert "It helped." in said
    assert "I made a friend" in said


def test_a_signpost_they_did_not_go_to(client, cast, known):
    signpost_id = actions.signpost(**known, by=cast.worker, at=timezone.now())
    client.post(reverse("connect:signpost", args=[signpost_id]), {"went": "did_not_go", "outcome": "helped"})
    assert reads.signpost(cast.worker, signpost_id).outcome is None


def test_the_details_can_be_texted_from_ones_own_phone(client, cast, known):
    signpost_id = actions.signpost(**known, by=cast.worker, at=timezone.now())
    page = text(client.get(reverse("connect:signpost", args=[signpost_id])))
    link = page.split("Text it to them")[0].rsplit('href="', 1)[1].split('"')[0]
    assert link.startswith(f"sms:{PHONE.replace(' ', '')}?&amp;body=Garden%20group%0A")
    assert "Maryam" not in link


def test_nobody_is_asked_how_it_went_a_moment_after_they_were_told(client, cast, known):
    told = actions.signpost(**known, by=cast.worker, at=timezone.now())
    page = text(client.get(reverse("connect:signpost", args=[told])))
    assert "<h1>Garden group</h1>" in page
    earlier = actions.signpost(**known, by=cast.worker, at=timezone.now() - dt.timedelta(days=3))
    assert "How did it go for" in text(client.get(reverse("connect:signpost", args=[earlier])))


def test_no_text_is_offered_where_no_message_may_be_left(client, cast, known):
    referral_id = casework.receive_referral(
        details=PersonDetails("Alex", phone="0555 700 701"),
        source="self",
        wants="Company",
        care=Care(phoning=Phoning.NO_MESSAGE),
        by=cast.manager,
        at=timezone.now(),
    )
    case_id = casework.accept_referral(
        referral_id=referral_id, worker_id=cast.worker.id, by=cast.manager, at=timezone.now()
    )
    need_id = casework.add_need(case_id=case_id, term="food", words="", by=cast.worker, at=timezone.now())
    told = {"case_id": case_id, "need_id": need_id, "service_id": known["service_id"]}
    signpost_id = actions.signpost(**told, by=cast.worker, at=timezone.now())
    assert "sms:" not in text(client.get(reverse("connect:signpost", args=[signpost_id])))
