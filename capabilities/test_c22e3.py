"""C22E3: contact schedules follow from urgency, stage and the last contact, and can be agreed with each person."""

import datetime as dt

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.testing.capabilities import epic
from linkwork.testing.cast import PASSWORD


@epic("C22E3", pages=["team:rules", "today:home", "people:list", "people:visits", "people:schedule"])
def test_c22e3_who_is_due_follows_from_the_record_and_from_what_was_agreed(cast):
    """Given a programme's pace, and two people taken on long ago whom nobody has contacted
    When their worker opens the day, and agrees with one of them to be in touch from next month on
    Then both were due without anybody having typed it, and only the other one still is
    """
    now = timezone.now()
    month = timezone.localdate(now) + dt.timedelta(days=30)
    begun = now - dt.timedelta(days=30)
    by = {"source": "self", "worker_id": cast.worker.id, "by": cast.worker, "at": begun}
    ids = [actions.start_case(details=PersonDetails(given_name=name), **by) for name in ("Ida", "Per")]
    manager, worker = Client(), Client()
    manager.login(email="manager@example.org", password=PASSWORD)
    worker.login(email="worker@example.org", password=PASSWORD)

    assert "Working days to the first contact" in manager.get(reverse("team:rules")).content.decode()
    day = worker.get(reverse("today:home")).content.decode()
    assert "First contact with Ida" in day
    assert "First contact with Per" in day

    agreed = {"every_weeks": "4", "weekday": "", "pause_until": month.isoformat()}
    worker.post(reverse("people:schedule", args=[ids[0]]), agreed)
    due = worker.get(reverse("people:list"), {"due": "on"}).content.decode()
    assert "Ida" not in due
    assert "Per" in due
    visits = worker.get(reverse("people:visits")).content.decode()
    assert "1 person to see or call" in visits
    assert reads.case(cast.worker, ids[0]).due_on == month
