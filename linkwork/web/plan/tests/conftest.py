"""A person with a plan, and browsers for whoever opens it."""

from uuid import UUID

import pytest
from django.utils import timezone

from linkwork.casework import actions
from linkwork.casework.rules.persons import PersonDetails
from linkwork.testing import browsing
from linkwork.testing.browsing import SignedIn
from linkwork.testing.cast import Cast

TEMPLATE = "Meet people\n- Go to the library\n+ Ask what is on"


@pytest.fixture
def signed_in(cast: Cast) -> SignedIn:
    """`signed_in("worker")` is the worker's browser."""
    return browsing.signed_in


@pytest.fixture
def case_id(cast: Cast) -> UUID:
    """A running case of the cast's worker."""
    details = PersonDetails(given_name="Maryam", family_name="Al-Amin", language="en")
    return actions.start_case(
        details=details, source="self", worker_id=cast.worker.id, by=cast.worker, at=timezone.now()
    )


@pytest.fixture
def plan_id(cast: Cast, case_id: UUID) -> UUID:
    """A plan with one goal, something they do and something the worker does."""
    return actions.open_plan(case_id=case_id, template=TEMPLATE, by=cast.worker, at=timezone.now())


@pytest.fixture
def token(cast: Cast, case_id: UUID) -> str:
    """The person's own way in."""
    return actions.make_person_link(case_id=case_id, by=cast.worker, at=timezone.now())
