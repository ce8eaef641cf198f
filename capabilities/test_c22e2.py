"""C22E2: caseloads are kept: allocated, weighed, handed over, covered, and their numbers are people."""

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions
from linkwork.casework.rules.persons import PersonDetails
from linkwork.testing.capabilities import epic
from linkwork.testing.cast import PASSWORD


@epic("C22E2", pages=["team:caseload", "team:transfer", "team:away", "people:list", "today:home"])
def test_c22e2_a_caseload_is_people_and_changes_hands_with_its_history(cast):
    """Given a worker with three people, one of whom was supported before and came again
    When the worker hands two over with a note, and a colleague covers for the third during a day away
    Then each caseload counts different people and opens exactly them, and the cover sees the third with a mark
    """
    now, today = timezone.now(), timezone.localdate().isoformat()
    before = {"source": "self", "worker_id": cast.worker.id, "by": cast.worker, "at": now}
    ids = [
        actions.start_case(details=PersonDetails(given_name=name), **before) for name in ("Ida", "Per", "Sol")
    ]
    actions.close_case(case_id=ids[0], reason="done", by=cast.worker, at=now)
    ids[0] = _again(cast, ids[0])
    worker, manager, cover = (_signed_in(part) for part in ("worker", "manager", "other_worker"))

    said = {
        "people": [str(ids[0]), str(ids[1])],
        "worker": str(cast.other_worker.id),
        "note": "Call after five",
    }
    worker.post(reverse("team:transfer"), said)
    days = {"starts_on": today, "ends_on": today}
    away = {"worker": str(cast.worker.id), "cover": str(cast.other_worker.id)}
    worker.post(reverse("team:away"), days | away)

    page = manager.get(reverse("team:caseload")).content.decode()
    for person, people in ((cast.worker, "1 person"), (cast.other_worker, "2 people")):
        asked = f"{reverse('people:list')}?show=open&worker={person.id}"
        assert f'<a href="{asked.replace("&", "&amp;")}">{people}</a>' in page
        assert manager.get(asked).content.decode().count('class="item-title"') == int(people[0])
    assert "Call after five" in cover.get(reverse("people:worker", args=[ids[1]])).content.decode()
    assert "you cover for Amal Haddad" in cover.get(reverse("people:list")).content.decode()


def _again(cast, case_id):
    from linkwork.casework import reads

    now = timezone.now()
    person_id = reads.case(cast.worker, case_id).person_id
    referral = actions.receive_referral(
        details=PersonDetails(given_name="Ida"), source="self", by=cast.worker, at=now
    )
    return actions.accept_referral(
        referral_id=referral, known_person_id=person_id, worker_id=cast.worker.id, by=cast.worker, at=now
    )


def _signed_in(part):
    client = Client()
    client.login(email=f"{part}@example.org", password=PASSWORD)
    return client
