"""The referral form for somebody without an account."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import reads
from linkwork.casework.rules.referrals import Care, Door, Phoning
from linkwork.testing.cast import PASSWORD


def waiting(cast):
    return reads.referrals_waiting(cast.manager, timezone.now())


def test_a_manager_finds_the_addresses_and_a_worker_does_not(cast, address, own_address):
    client = Client()
    client.login(email="manager@example.org", password=PASSWORD)
    shown = client.get(reverse("people:address")).content.decode()
    assert address.split(":")[0] in shown  # the signature holds the second it was made in
    assert own_address.split(":")[0] in shown
    client.login(email="worker@example.org", password=PASSWORD)
    assert client.get(reverse("people:address")).status_code == 403


def test_a_referral_arrives(cast, address, send):
    form = Client().get(address).content.decode()
    assert "Refer somebody to North practices" in form
    assert "within 5 days" in form
    answer = send()
    assert answer.headers["Location"] == f"{address}thanks/"
    [found] = waiting(cast)
    card = reads.referral(cast.manager, found.id, timezone.now())
    assert (card.name, card.referrer_organisation, card.agreed, card.urgency) == (
        "Ida Ek",
        "Elm Street practice",
        True,
        "soon",
    )
    assert (card.needs, card.door, card.care) == (
        ("company", "food"),
        Door.FORM,
        Care("After three", Phoning.NO_MESSAGE),
    )
    assert (card.referrer_email, card.referrer_role, card.referrer_language) == (
        "nurse@elm.example",
        "Practice nurse",
        "en",
    )


def test_a_phone_number_will_do(cast, send):
    send(referrer_contact="0555 300 400")
    [card] = waiting(cast)
    assert (card.referrer_contact, card.referrer_email) == ("0555 300 400", "")


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
        ({"urgency": "urgent"}, "Say in a few words why it cannot wait"),
        ({"needs": ["gold"]}, "Choose one of the answers offered"),
    ],
)
def test_what_is_missing_is_said_and_the_rest_stays(cast, send, changes, said):
    answer = send(**changes)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert said in text
    assert "nurse@elm.example" in text
    assert waiting(cast) == []


def test_an_address_made_up_leads_nowhere(cast):
    for name in ("form", "thanks", "own", "own_thanks"):
        assert Client().get(reverse(f"refer:{name}", args=["made-up"])).status_code == 404
