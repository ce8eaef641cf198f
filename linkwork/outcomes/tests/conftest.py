"""What the tests of this room share: somebody who is supported, and their own way in."""

import datetime as dt
from uuid import UUID

import pytest

from linkwork.casework import actions as casework
from linkwork.casework import reads as cases
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.viewer import Viewer
from linkwork.testing.cast import NOON, Cast


@pytest.fixture
def case_id(cast: Cast) -> UUID:
    return casework.start_case(
        details=PersonDetails(given_name="Ada", family_name="Bell", language="ar"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=NOON - dt.timedelta(days=40),
    )


@pytest.fixture
def person(cast: Cast, case_id: UUID) -> Viewer:
    token = casework.make_person_link(case_id=case_id, by=cast.worker, at=NOON - dt.timedelta(days=1))
    return cases.own_page(token, NOON).viewer
