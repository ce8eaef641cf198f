"""Signposts by the pages: nothing is sent to the service."""

import datetime as dt

from django.core import mail
from django.urls import reverse
from django.utils import timezone

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
