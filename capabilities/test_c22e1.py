"""C22E1: a case is opened, given to a worker, rested, gone on with and closed, on its pages."""

from django.test import Client
from django.urls import reverse

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.testing.capabilities import epic
from linkwork.testing.cast import NOON, PASSWORD


@epic("C22E1", pages=["people:referral", "people:person", "people:rest", "people:close", "people:list"])
def test_c22e1_a_case_is_managed_from_its_first_day_to_its_last(cast):
    """Given a referral that waits for an answer
    When a manager takes the person on with a worker, who later lets the case rest, goes on and closes it with a reason
    Then the list shows where the case stands at each step, and the closed case stays on record with its reason
    """
    details = PersonDetails(given_name="Maryam", family_name="Al-Amin")
    referral_id = actions.receive_referral(details=details, source="hospital", by=cast.manager, at=NOON)
    manager, worker = Client(), Client()
    manager.login(email="manager@example.org", password=PASSWORD)
    worker.login(email="worker@example.org", password=PASSWORD)

    manager.post(reverse("people:referral", args=[referral_id]), {"worker": str(cast.worker.id)})
    [card] = reads.cases(cast.worker, "amin").rows
    person = reverse("people:person", args=[card.id])
    assert "Maryam Al-Amin" in worker.get(reverse("people:list")).content.decode()

    worker.post(reverse("people:rest", args=[card.id]))
    assert "paused" in worker.get(reverse("people:list"), {"state": "paused"}).content.decode()
    worker.post(reverse("people:rest", args=[card.id]))
    worker.post(reverse("people:close", args=[card.id]), {"reason": "done"})

    assert "Nobody here yet." in worker.get(reverse("people:list")).content.decode()
    assert "Maryam Al-Amin" in worker.get(reverse("people:list"), {"show": "closed"}).content.decode()
    assert "What we set out to do is done" in worker.get(person).content.decode()
