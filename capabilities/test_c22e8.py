"""C22E8: reports of the practice, on screen, on paper and as a file."""

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions
from linkwork.casework.rules.persons import PersonDetails
from linkwork.testing.capabilities import epic
from linkwork.testing.cast import PASSWORD


@epic("C22E8", pages=["people:report", "people:report_print", "people:report_file", "people:counted"])
def test_c22e8_what_was_done_is_reported_with_definitions_and_lists(cast):
    """Given six people whom a worker has met
    When a manager opens the report, a number in it, the sheet to print and the file
    Then each number says what it means, opens the people it counts, and small numbers do not leave the house
    """
    now = timezone.now()
    by = {"by": cast.worker, "at": now}
    for number in range(6):
        details, source = PersonDetails(given_name=f"Ida {number}"), "self" if number else "hospital"
        case_id = actions.start_case(details=details, source=source, worker_id=cast.worker.id, **by)
        actions.log_contact(case_id=case_id, occurred_at=now, mode="met", minutes=30, **by)
    manager = Client()
    manager.login(email="manager@example.org", password=PASSWORD)

    report = manager.get(reverse("people:report")).content.decode()
    assert "A contact reached the person." in report
    assert "180" in report  # six times thirty minutes
    listed = manager.get(reverse("people:counted"), {"what": "met_first"}).content.decode()
    assert listed.count('class="item-title"') == 6
    assert "hidden" in manager.get(reverse("people:report_print")).content.decode()
    file = manager.get(reverse("people:report_file")).content.decode("utf-8-sig")
    assert "Hospital,People,hidden" in file
