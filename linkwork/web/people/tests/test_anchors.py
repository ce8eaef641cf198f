"""One contact is written once, and everything that is known from it follows."""

import datetime as dt
import re
from html import unescape
from urllib.parse import parse_qsl

from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.evaluation.indicators import reads as indicators
from linkwork.extracts import actions as extracts

NOTE = "Called Ada, 20 min. She is hungry: explained how the food bank works. Call again in two weeks."
LONG_AGO = dt.timedelta(days=90)


def test_anchor_10_write_once(signed_in, cast):
    """The note is the only thing typed. What was suggested is taken by taps; nothing is typed twice."""
    now = timezone.now()
    case_id = actions.start_case(
        details=PersonDetails(given_name="Ada"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=now - LONG_AGO,
    )
    worker, log = signed_in("worker"), f"{reverse('people:log')}?case={case_id}"
    [load] = [one for one in reads.loads(cast.supervisor, now.date()) if one.worker_id == cast.worker.id]
    assert load.due == 1

    begun = fields_of(worker.get(log).content.decode())
    typed = {"note": NOTE}
    tiles = worker.post(reverse("people:suggest"), begun | typed).content.decode()
    taken: dict[str, list[str]] = {}
    for sets in re.findall(r'name="take" value="([^"]*)"', tiles):
        for name, value in parse_qsl(unescape(sets)):
            taken.setdefault("need_1" if name == "need" else name, []).append(value)
    assert taken["need_1"] == ["food"]  # the term that carries the codes of other systems
    worker.post(log, begun | taken | typed)

    [contact] = reads.contacts_of(cast.worker, case_id)
    assert (contact.note, contact.mode, contact.minutes) == (NOTE, "phone", 20)
    [need] = reads.needs_of(cast.worker, case_id)
    [promise] = reads.follow_ups_of(cast.worker, case_id)
    assert (need.term, promise.done_on) == ("food", None)
    assert promise.due_on == timezone.localdate(now) + dt.timedelta(days=14)
    [load] = [one for one in reads.loads(cast.supervisor, now.date()) if one.worker_id == cast.worker.id]
    assert load.due == 0  # what a supervisor sees

    extract_id = extracts.take_extract(by=cast.evaluator, at=timezone.now())
    contacts = indicators.figure(cast.evaluator, extract_id, "contacts")
    dose = indicators.figure(cast.evaluator, extract_id, "minutes_per_contact")
    assert contacts.numerator == 1  # activity counted
    assert dose.value == 20  # and dose


def fields_of(page):
    """What the form holds before anything is typed: its chosen radios, its filled inputs."""
    chosen = re.findall(r'<input type="radio" name="(\w+)" value="([^"]*)"[^>]*checked', page)
    filled = re.findall(r'<input type="(?:date|time)" name="(\w+)" value="([^"]+)"', page)
    return dict(chosen + filled)
