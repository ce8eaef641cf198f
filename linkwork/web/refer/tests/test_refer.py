"""The referral form for somebody without an account."""

import pytest
from django.test import Client
from django.urls import reverse

from linkwork.casework import reads
from linkwork.testing.cast import NOON, PASSWORD
from linkwork.web.refer.links import address_for

TYPED = {
    "given_name": "Ida",
    "family_name": "Ek",
    "phone": "0555 100 200",
    "language": "sv",
    "prefers": "phone",
    "wants": "Company in the evenings",
    "urgency": "soon",
    "agreed": "yes",
    "source": "general_practice",
    "referrer_name": "A nurse",
    "referrer_organisation": "Elm Street practice",
    "referrer_contact": "0555 300 400",
}


@pytest.fixture
def address(cast):
    return address_for(cast.programme_id)


def test_a_manager_finds_the_address_and_a_worker_does_not(cast, address):
    client = Client()
    client.login(email="manager@example.org", password=PASSWORD)
    unsigned = address.split(":")[0]  # the signature holds the second it was made in
    assert unsigned in client.get(reverse("people:address")).content.decode()
    client.login(email="worker@example.org", password=PASSWORD)
    assert client.get(reverse("people:address")).status_code == 403


def test_a_referral_arrives(cast, address):
    client = Client()
    form = client.get(address).content.decode()
    assert "Refer somebody to North practices" in form
    assert "within 5 days" in form
    answer = client.post(address, TYPED)
    assert answer.headers["Location"] == f"{address}thanks/"
    [card] = reads.referrals_waiting(cast.manager, NOON)
    assert (card.name, card.referrer_organisation, card.agreed, card.urgency) == (
        "Ida Ek",
        "Elm Street practice",
        True,
        "soon",
    )


def test_the_thanks_name_nobody(address):
    text = Client().get(f"{address}thanks/").content.decode()
    assert "Thank you" in text
    assert "Ida" not in text


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"phone": ""}, "Enter a phone number or an e-mail address"),
        ({"agreed": ""}, "Choose one"),
        ({"wants": ""}, "Fill this in"),
        ({"born_year": "1700"}, "Enter a year between 1900"),
        ({"source": "outreach"}, "Choose one of the answers offered"),
    ],
)
def test_what_is_missing_is_said_and_the_rest_stays(cast, address, changes, said):
    answer = Client().post(address, TYPED | changes)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert said in text
    assert "0555 300 400" in text
    assert reads.referrals_waiting(cast.manager, NOON) == []


def test_what_fills_in_every_field_is_thanked_and_forgotten(cast, address):
    answer = Client().post(address, TYPED | {"website": "https://example.org"})
    assert answer.status_code == 302
    assert reads.referrals_waiting(cast.manager, NOON) == []


def test_an_address_made_up_leads_nowhere(cast, address):
    assert Client().get(reverse("refer:form", args=["made-up"])).status_code == 404
    assert Client().get(reverse("refer:thanks", args=["made-up"])).status_code == 404
