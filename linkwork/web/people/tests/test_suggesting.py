"""A note is met with tiles: nothing is stored, nothing fills itself in, and it works without a script."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import reads
from linkwork.trail import reads as trail

LOG = reverse("people:log")
NOTE = "Called Maryam, 25 min. She feels low. Explained how the food bank works. With an interpreter."


@pytest.fixture
def typed():
    """A form as it starts, with a note."""
    return {"mode": "met", "day": timezone.localdate().isoformat(), "first": "yes", "note": NOTE}


def test_the_script_asks_and_nothing_is_stored(signed_in, cast, case_id, typed):
    answer = signed_in("worker").post(reverse("people:suggest"), typed)
    text = answer.content.decode()
    assert "<html" not in text
    for tile in ("Phone", "25 minutes", "A need: Food", "because you wrote “Called”", "Take all"):
        assert tile in text
    assert 'value="length=other&amp;minutes=25"' in text
    assert reads.contacts_of(cast.worker, case_id) == []
    assert trail.looks_at(cast.manager, reads.case(cast.worker, case_id).person_id) == []


def test_what_the_form_says_already_is_not_offered(signed_in, typed):
    text = signed_in("worker").post(reverse("people:suggest"), typed | {"mode": "phone", "need_2": "food"})
    assert "“Called”" not in text.content.decode()
    assert "A need: Food" not in text.content.decode()


def test_a_note_without_hints_offers_nothing(signed_in, typed):
    answer = signed_in("worker").post(reverse("people:suggest"), typed | {"note": "Nice weather"})
    assert answer.content.decode().strip() == ""
    assert signed_in("worker").get(reverse("people:suggest")).status_code == 405


def test_without_a_script_the_form_suggests_and_takes(signed_in, cast, case_id, typed):
    client, address = signed_in("worker"), f"{LOG}?case={case_id}"
    shown = client.post(address, typed | {"suggest": "yes"})
    assert shown.status_code == 200
    assert "because you wrote “25 min”" in shown.content.decode()
    assert NOTE in shown.content.decode()
    one = client.post(address, typed | {"need_1": "money", "take": "need=food"}).content.decode()
    assert "A need: Food" not in one
    assert one.count('<option value="food" selected>') == 1
    everything = client.post(address, typed | {"take_all": "yes"}).content.decode()
    assert "Nothing more to suggest from your words." in everything
    assert 'name="mode" value="phone"' in everything
    assert reads.contacts_of(cast.worker, case_id) == []


def test_what_was_taken_is_kept_like_anything_typed(signed_in, cast, case_id, typed):
    client = signed_in("worker")
    taken = {"mode": "phone", "length": "other", "minutes": "25", "topics": ["feelings"], "interpreter": "on"}
    client.post(f"{LOG}?case={case_id}", typed | taken | {"education": "on", "planned": "yes"})
    [card] = reads.contacts_of(cast.worker, case_id)
    assert (card.mode, card.minutes, card.topics, card.interpreter) == ("phone", 25, ("feelings",), True)
    assert (card.education, card.linking, card.planned) == (True, False, True)


def test_the_next_contact_starts_as_the_last_one_was(signed_in, cast, case_id, typed):
    client, address = signed_in("worker"), f"{LOG}?case={case_id}"
    client.post(address, typed | {"mode": "message", "language": "ar", "site": str(cast.site_id)})
    form = client.get(address).content.decode()
    assert re.search(r'name="mode" value="message"[^>]*checked', form)
    assert '<option value="ar" selected>' in form
    assert re.search(r'name="first" value="no"[^>]*checked', form)


def test_other_words_in_other_languages(signed_in, typed):
    answer = signed_in("worker").post(
        reverse("people:suggest"), typed | {"note": "Ringde Amina. Hon är ensam hela dagarna."}
    )
    text = answer.content.decode()
    assert "because you wrote “Ringde”" in text
    assert "A need: Company and belonging" in text


@pytest.mark.parametrize("part", ["supervisor", "evaluator"])
def test_nobody_else_asks(signed_in, typed, part):
    assert signed_in(part).post(reverse("people:suggest"), typed).status_code == 403
