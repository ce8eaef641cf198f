"""A case, a need and a service of today, and what the tests of these pages share."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions as casework
from linkwork.casework.rules.persons import PersonDetails
from linkwork.connections import actions
from linkwork.connections.rules import Kind, Shared
from linkwork.directory import actions as directory
from linkwork.instruments import lists
from linkwork.testing.cast import PASSWORD

NAME, PHONE = "Maryam Al Amin", "0411 222 333"
WANTS = "Get out among people again"
REFERRAL = {
    "wants": WANTS,
    "shared": ["name", "phone", "wants"],
    "agreed": "on",
    "agreed_how": "On the phone today",
    "send_to": "hello@garden.example",
}


def ids(cast):
    """A case, a need and a service of today."""
    at = timezone.now() - dt.timedelta(days=40)
    case_id = casework.start_case(
        details=PersonDetails("Maryam", "Al Amin", phone=PHONE, language="ar"),
        source=lists.terms("referral_sources")[0].code,
        worker_id=cast.worker.id,
        by=cast.worker,
        at=at,
    )
    need_id = casework.add_need(
        case_id=case_id, term=lists.terms("needs")[0].code, words=WANTS, by=cast.worker, at=at
    )
    service_id = directory.add_service(
        name="Garden group",
        organisation="Green Corner",
        email="hello@garden.example",
        phone="03 555 111",
        by=cast.worker,
        at=at,
    )
    return {"case_id": case_id, "need_id": need_id, "service_id": service_id}


def sent(cast, known, days=0, **changes):
    asked = {
        "kind": Kind.REFERRAL,
        "shared": (Shared.NAME, Shared.PHONE, Shared.WANTS),
        "wants": WANTS,
        "agreed": True,
        "agreed_how": "On the phone",
        "send_to": "hello@garden.example",
        "by": cast.worker,
        "at": timezone.now() - dt.timedelta(days=days),
    }
    return actions.connect(**known, **(asked | changes))


@pytest.fixture
def client(cast):
    browser = Client()
    browser.login(email="worker@example.org", password=PASSWORD)
    return browser


@pytest.fixture
def known(cast):
    return ids(cast)


def new_url(known, kind=""):
    asked = "&".join(f"{name.removesuffix('_id')}={value}" for name, value in known.items())
    return f"{reverse('connect:new')}?{asked}" + (f"&kind={kind}" if kind else "")


def text(answer):
    return answer.content.decode()


def partner(done):
    from linkwork.connections.access import partner_viewer

    return partner_viewer(done.token, timezone.now())


def person_id(cast, known):
    from linkwork.casework import reads as cases

    return cases.case(cast.worker, known["case_id"]).person_id
