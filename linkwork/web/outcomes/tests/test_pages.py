"""Asking how things are, from the page to the record and back."""

import datetime as dt
from uuid import UUID

import pytest
from django.urls import reverse

from linkwork.casework import actions as casework
from linkwork.casework import reads as cases
from linkwork.casework.rules.persons import PersonDetails
from linkwork.outcomes import reads
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import Cast
from linkwork.trail import reads as trail

NOW = dt.datetime.now(dt.UTC)


@pytest.fixture
def case_id(cast: Cast) -> UUID:
    return casework.start_case(
        details=PersonDetails(given_name="Ada", family_name="Bell"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=NOW - dt.timedelta(days=9),
    )


def test_how_are_things(cast: Cast, case_id: UUID) -> None:
    client = signed_in("worker")
    address = reverse("outcomes:change_new", args=[case_id])
    assert "Not asked yet" in client.get(address).content.decode()
    assert len(trail.looks_at(cast.manager, cases.case(cast.worker, case_id).person_id)) == 1

    early = {"direction": "better", "words": "I sleep again.", "noted_on": "2001-01-01"}
    refused = client.post(address, early).content.decode()
    assert "before the support began" in refused
    assert "I sleep again." in refused

    said = early | {"noted_on": NOW.date().isoformat(), "next": address}
    assert client.post(address, said)["Location"] == address
    assert "“I sleep again.”" in client.get(address).content.decode()
    assert len(reads.changes_of(cast.worker, case_id)) == 1


def test_an_address_elsewhere_is_not_followed(cast: Cast, case_id: UUID) -> None:
    said = {"direction": "same", "noted_on": NOW.date().isoformat(), "next": "https://elsewhere.example/"}
    answer = signed_in("worker").post(reverse("outcomes:change_new", args=[case_id]), said)
    assert answer["Location"].startswith("/")


@pytest.mark.parametrize(("part", "status"), [("supervisor", 403), ("evaluator", 403), ("outsider", 404)])
def test_who_does_not_come_in(cast: Cast, case_id: UUID, part: str, status: int) -> None:
    assert signed_in(part).get(reverse("outcomes:change_new", args=[case_id])).status_code == status
