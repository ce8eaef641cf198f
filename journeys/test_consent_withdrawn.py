"""Consent taken back in the middle of a referral: the partner's page closes with a calm word, at once."""

from django.core import mail
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from journeys.conftest import OpenPage
from journeys.people import sign_in
from journeys.walk import Walk
from linkwork.casework import reads as cases
from linkwork.connections import reads
from linkwork.connections.rules import State
from linkwork.testing.cast import Cast
from linkwork.web.connect.tests.conftest import NAME, PHONE, ids, sent


def test_consent_withdrawn_in_the_middle_of_a_referral(cast: Cast, open_page: OpenPage) -> None:
    walk = Walk(folder=None)
    known = ids(cast)
    done = sent(cast, known, days=1)
    partner = open_page("phone")
    partner.goto(f"/reply/{done.token}/")
    expect(partner.get_by_text(PHONE)).to_be_visible()

    worker = sign_in(open_page, "worker", "desk")
    person_id = cases.case(cast.worker, known["case_id"]).person_id
    (consent,) = cases.consents_of(cast.worker, person_id, timezone.now())
    end = reverse("people:consent_end", args=[known["case_id"], consent.id])
    worker.goto(reverse("people:about", args=[known["case_id"]]))
    worker.locator(f'form[action="{end}"] button').first.click()
    expect(worker.get_by_text("One connection is called off")).to_be_visible()

    partner.reload()
    expect(partner.get_by_text("asked us to stop sharing")).to_be_visible()
    expect(partner.get_by_text(PHONE)).to_have_count(0)
    expect(partner.get_by_text(NAME)).to_have_count(0)
    expect(partner.get_by_role("link", name="Set an appointment")).to_have_count(0)
    walk.stop(partner, "partner-closed", "A calm word, and nothing more.")

    assert reads.connection(cast.worker, done.connection_id).state is State.CANCELLED
    assert ["has been withdrawn" in letter.subject for letter in mail.outbox] == [True]
