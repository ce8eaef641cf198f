"""C37E13: a person who wants it is reminded of an appointment by e-mail; a worker is asked to remind anybody else."""

import datetime as dt

from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.commands.duties import make_rounds
from linkwork.testing.capabilities import epic
from linkwork.testing.cast import PASSWORD
from linkwork.web.connect.tests.conftest import ids
from linkwork.web.connect.tests.test_appointments import give_address


@epic("C37E13", pages=["connect:appointment_new", "connect:appointment", "today:home"])
def test_c37e13_people_are_reminded_of_appointments(cast):
    """Given two people with an appointment tomorrow, of whom one wants letters by e-mail
    When the rounds are made, once and again
    Then the one has one reminder that names neither them nor a need, and the other stands on the worker's day
    """
    wants, does_not = ids(cast), ids(cast)
    give_address(cast, wants)
    worker = Client()
    worker.login(email="worker@example.org", password=PASSWORD)
    when = timezone.localtime() + dt.timedelta(hours=20)
    asked = {"kind": "with_us", "starts_at": f"{when:%Y-%m-%dT%H:%M}", "minutes": "30", "where": "Elm Street"}
    for known, more in ((wants, {"tell_person": "on"}), (does_not, {})):
        worker.post(reverse("connect:appointment_new") + f"?case={known['case_id']}", asked | more)
    mail.outbox.clear()

    for _turn in range(2):
        make_rounds(timezone.now())

    [letter] = mail.outbox
    assert letter.to == ["maryam@home.example"]
    assert "Elm Street" in letter.body
    assert "Maryam" not in f"{letter.subject} {letter.body}"
    today = worker.get(reverse("today:home")).content.decode()
    assert "Maryam" in today
    assert "Remind them: " in today
