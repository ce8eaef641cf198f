"""Asking for oneself, or for somebody one cares for, in one's own language and without an account."""

import datetime as dt

import pytest
from django.test import Client
from django.test.utils import override_settings
from django.utils import timezone

from linkwork.casework import reads
from linkwork.casework.rules.referrals import Door
from linkwork.web.refer import guard
from linkwork.web.refer.tests.conftest import OWN, TYPED

LONG_AGO = dt.timedelta(days=3)


def waiting(cast):
    return reads.referrals_waiting(cast.manager, timezone.now())


def test_somebody_asks_for_themselves(cast, own_address, send):
    page = Client().get(own_address).content.decode()
    assert "I would like support" in page
    assert "Français" in page
    answer = send(own_address, OWN)
    assert answer.headers["Location"] == f"{own_address}thanks/"
    [card] = waiting(cast)
    assert (card.name, card.source, card.door, card.agreed, card.wants) == (
        "Ida",
        "self",
        Door.SELF,
        True,
        "Company in the evenings",
    )
    thanks = Client().get(f"{own_address}thanks/").content.decode()
    assert "We get in touch with you" in thanks
    assert "Ida" not in thanks


def test_somebody_asks_for_another(cast, own_address, send):
    other = OWN | {"for_whom": "family", "referrer_name": "Ulla"}
    send(own_address, other)
    [card] = waiting(cast)
    assert (card.source, card.referrer_name) == ("family", "Ulla")


def test_the_page_speaks_the_language_chosen(own_address):
    client = Client()
    client.cookies["linkwork_language"] = "x"
    page = client.get(own_address, headers={"accept-language": "ar"}).content.decode()
    assert 'dir="rtl"' in page
    assert '<option value="ar" selected>' in page


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"phone": ""}, "Enter a phone number or an e-mail address"),
        ({"wants": ""}, "Write a few words, or choose below"),
        ({"for_whom": "family"}, "Enter your own name"),
        ({"given_name": ""}, "Fill this in"),
    ],
)
def test_what_is_missing_is_said(cast, own_address, send, changes, said):
    answer = send(own_address, OWN, **changes)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert waiting(cast) == []


def test_what_fills_in_every_field_is_thanked_and_forgotten(cast, address, own_address, send):
    assert send(website="https://example.org").status_code == 302
    assert send(own_address, OWN, website="https://example.org").status_code == 302
    assert waiting(cast) == []


@pytest.mark.parametrize("drawn", ["", "made-up", "now", "long ago"])
def test_only_what_looks_odd_is_asked_a_plain_question(cast, send, drawn):
    now = timezone.now()
    sent = {"now": guard.stamp(now), "long ago": guard.stamp(now - LONG_AGO)}.get(drawn, drawn)
    answer = send(stamp=sent)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "together?" in page
    assert "nurse@elm.example" in page
    assert waiting(cast) == []
    shown = page.partition('name="stamp" value="')[2].partition('"')[0]
    assert send(stamp=shown, sum="99").status_code == 422
    assert send(stamp=shown, sum=str(sum(guard.question(shown)))).status_code == 302
    assert len(waiting(cast)) == 1


def test_digits_of_any_script_answer():
    sent = guard.stamp(timezone.now())
    total = sum(guard.question(sent))
    arabic = "".join(chr(0x660 + int(digit)) for digit in str(total))
    assert guard.answered(sent, f" {arabic} ")
    assert not guard.answered(sent, "")
    assert not guard.answered(sent, "9" * 40)


def test_many_from_one_address_are_asked_and_a_flood_is_turned_away(cast, send, monkeypatch):
    monkeypatch.setattr(guard, "ASK_ADDRESS", 2)
    monkeypatch.setattr(guard, "MOST_ADDRESS", 3)
    for _ in range(2):
        assert send().status_code == 302
    asked = send()
    assert "together?" in asked.content.decode()
    shown = asked.content.decode().partition('name="stamp" value="')[2].partition('"')[0]
    total = str(sum(guard.question(shown)))
    assert send(stamp=shown, sum=total).status_code == 302
    turned_away = send(stamp=shown, sum=total)
    assert turned_away.status_code == 422
    assert "A great many referrals came this way today" in turned_away.content.decode()
    assert len(waiting(cast)) == 3


def test_behind_a_proxy_the_visitor_counts_and_not_the_proxy(cast, address):
    keys = set()
    with override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https")):
        for visitor in ("192.0.2.1", "192.0.2.2"):
            drawn = guard.stamp(timezone.now() - dt.timedelta(minutes=2))
            Client().post(
                address,
                TYPED | {"stamp": drawn},
                headers={"x-forwarded-for": f"10.0.0.1, {visitor}", "x-forwarded-proto": "https"},
            )
            keys.add(guard._key(cast.programme_id, f"{timezone.now():%Y-%m-%d}", "address", visitor))
    assert set(reads.knocks(cast.manager, keys, timezone.now()).values()) == {1}
