"""A contact written without network arrives from the device: kept once, however often it is sent."""

from django.urls import reverse

from linkwork.casework import reads
from linkwork.core.ids import new_id

DEVICE = {"X-Device": "yes"}


def test_an_entry_sent_twice_is_kept_once(signed_in, cast, case_id):
    client, url = signed_in("worker"), f"{reverse('people:log')}?case={case_id}"
    made = new_id()
    typed = {
        "note": "In the cellar",
        "mode": "met",
        "day": "2026-02-03",
        "time": "14:10",
        "device_id": str(made),
    }
    there = reverse("people:person", args=[case_id])
    for _again in range(2):
        answer = client.post(url, typed, headers=DEVICE)
        assert (answer.status_code, answer.json()) == (200, {"kept": there})
    [card] = reads.contacts_page(cast.worker, case_id).rows
    assert (card.id, card.note) == (made, "In the cellar")
    assert client.post(url, typed).url == there  # the same without the script


def test_what_is_wrong_is_answered_as_the_form_itself(signed_in, cast, case_id):
    client, url = signed_in("worker"), f"{reverse('people:log')}?case={case_id}"
    answer = client.post(url, {"note": "x", "mode": "met", "day": "", "device_id": "no id"}, headers=DEVICE)
    assert answer.status_code == 422
    assert not reads.contacts_page(cast.worker, case_id).rows


def test_the_page_can_say_what_waits(signed_in, case_id):
    page = signed_in("worker").get(f"{reverse('people:log')}?case={case_id}").content.decode()
    assert "data-unsent" in page
    assert 'data-keeps="M.A."' in page
