"""A school that is a partner, and a browser for each of the cast."""

import datetime as dt
from uuid import UUID

import pytest

from linkwork.partnerships import actions
from linkwork.partnerships.rules import Sector
from linkwork.testing import browsing
from linkwork.testing.browsing import SignedIn
from linkwork.testing.cast import Cast

NOW = dt.datetime.now(dt.UTC)


@pytest.fixture
def sign_in(cast: Cast) -> SignedIn:
    """A browser in which somebody of the cast has signed in."""
    return browsing.signed_in


@pytest.fixture
def school(cast: Cast) -> UUID:
    return actions.add_partner(
        name="Hill primary school", sector=Sector.SCHOOL, by=cast.worker, at=NOW - dt.timedelta(days=90)
    )


@pytest.fixture
def reed(cast: Cast, school: UUID) -> UUID:
    return actions.add_contact(
        partner_id=school, name="Ms Reed", email="reed@example.org", by=cast.worker, at=NOW
    )
