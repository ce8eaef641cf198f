"""A browser signed in as any part of the cast, a person, and a concern about them."""

from uuid import UUID

import pytest
from django.utils import timezone

from linkwork.casework import actions
from linkwork.casework.rules.persons import PersonDetails
from linkwork.casework.rules.safeguarding import Account, Agreed, Answer
from linkwork.testing import browsing
from linkwork.testing.browsing import SignedIn
from linkwork.testing.cast import NOON, Cast


@pytest.fixture
def signed_in(cast: Cast) -> SignedIn:
    """`signed_in("worker")` is the worker's browser."""
    return browsing.signed_in


@pytest.fixture
def case_id(cast: Cast) -> UUID:
    """A running case of the cast's worker."""
    details = PersonDetails(given_name="Maryam", family_name="Al-Amin", language="ar")
    return actions.start_case(
        details=details, source="self", worker_id=cast.worker.id, by=cast.worker, at=NOON
    )


@pytest.fixture
def concern_id(cast: Cast, case_id: UUID) -> UUID:
    """A concern the worker has just raised."""
    account = Account(
        facts="A bruise on her arm.",
        opinion="I think he hurts her",
        wishes="To be safe at home",
        care_needs=Answer.YES,
        agreed=Agreed.YES,
    )
    return actions.raise_concern(account=account, case_id=case_id, by=cast.worker, at=timezone.now())
