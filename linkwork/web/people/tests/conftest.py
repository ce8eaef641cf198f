"""A browser signed in as any part of the cast, and a person to look at."""

from uuid import UUID

import pytest

from linkwork.casework import actions
from linkwork.casework.rules.persons import PersonDetails
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
    details = PersonDetails(given_name="Maryam", family_name="Al-Amin", language="ar", interpreter=True)
    return actions.start_case(
        details=details, source="self", worker_id=cast.worker.id, by=cast.worker, at=NOON
    )


@pytest.fixture
def referral_id(cast: Cast) -> UUID:
    """A referral that waits."""
    return actions.receive_referral(
        details=PersonDetails(given_name="Bo", family_name="Ek"),
        source="general_practice",
        wants="Company in the evenings",
        referrer_organisation="Elm Street practice",
        by=cast.manager,
        at=NOON,
    )
