"""C37E16: management information on social prescribing: how far people got, honestly."""

import re

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions
from linkwork.casework.rules.persons import PersonDetails
from linkwork.testing.capabilities import epic
from linkwork.testing.cast import PASSWORD


@epic("C37E16", pages=["people:funnel", "people:counted"])
def test_c37e16_a_manager_sees_how_far_people_got(cast):
    """Given three people referred, one of whom was reached and one of whom still waits for an answer
    When a manager opens the funnel and follows its numbers
    Then each step counts different people, opens exactly those, and says what is missing beside a published reference
    """
    now = timezone.now()
    by = {"by": cast.worker, "at": now}
    for name in ("Ida", "Per"):
        details = PersonDetails(given_name=name)
        case_id = actions.start_case(details=details, source="self", worker_id=cast.worker.id, **by)
    actions.log_contact(case_id=case_id, occurred_at=now, mode="met", **by)
    actions.receive_referral(details=PersonDetails(given_name="Sol"), source="hospital", **by)
    manager = Client()
    manager.login(email="manager@example.org", password=PASSWORD)

    page = manager.get(reverse("people:funnel")).content.decode()
    steps = re.findall(r'<a href="([^"]*)">([^<:]*): (\d+)</a>', page)
    assert [int(number) for _url, _title, number in steps] == [3, 1, 0, 0, 0, 0]
    for url, _title, number in steps:
        listed = manager.get(url.replace("&amp;", "&")).content.decode()
        assert listed.count('class="item-title"') == int(number)
    assert "1 wait for an answer to the referral" in page
    assert "doi 10.1192/bjp.2024.141" in page
