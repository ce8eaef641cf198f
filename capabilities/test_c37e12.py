"""C37E12: a service sets an appointment by its link, and the worker is notified."""

import datetime as dt

from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.testing.capabilities import epic
from linkwork.testing.cast import PASSWORD
from linkwork.web.connect.tests.conftest import ids, sent


@epic("C37E12", pages=["reply:appointment", "today:home", "connect:detail"])
def test_c37e12_the_worker_is_notified_of_an_appointment(cast):
    """Given a referral that a service has received
    When the service sets an appointment on the page behind its link
    Then the worker gets a letter with an entry for the calendar, without a name, and sees it on their day's page
    """
    done = sent(cast, ids(cast), days=1)
    when = timezone.localtime() + dt.timedelta(days=3)
    service, worker = Client(), Client()
    worker.login(email="worker@example.org", password=PASSWORD)

    service.post(
        reverse("reply:appointment", args=[done.token]),
        {"starts_at": f"{when:%Y-%m-%dT%H:%M}", "minutes": "45", "where": "The shed"},
    )

    [letter] = [one for one in mail.outbox if one.to == ["worker@example.org"]]
    assert letter.attachments[0][0] == "appointment.ics"
    assert "Maryam" not in f"{letter.subject} {letter.body}"
    assert "Green Corner said yes." in worker.get(reverse("today:home")).content.decode()
    page = worker.get(reverse("connect:detail", args=[done.connection_id])).content.decode()
    assert "The shed" in page
