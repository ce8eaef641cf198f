"""Somebody who is supported, browsers signed in, and the person's own link. Pages run at the real time."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from linkwork.casework import actions as casework
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.viewer import Viewer
from linkwork.outcomes import actions
from linkwork.outcomes.actions import Recorded
from linkwork.outcomes.rules.occasions import Mode, Occasion
from linkwork.testing import browsing
from linkwork.testing.cast import Cast

DAY = dt.timedelta(days=1)


@pytest.fixture
def now() -> dt.datetime:
    return timezone.now()


@pytest.fixture
def case_id(cast: Cast, now: dt.datetime) -> UUID:
    return casework.start_case(
        details=PersonDetails(given_name="Maryam", family_name="Aziz", language="fr"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=now - 40 * DAY,
    )


@pytest.fixture
def token(cast: Cast, case_id: UUID, now: dt.datetime) -> str:
    return casework.make_person_link(case_id=case_id, by=cast.worker, at=now)


@pytest.fixture
def signed_in(cast: Cast) -> Callable[[str], Client]:
    return browsing.signed_in


@pytest.fixture
def record(cast: Cast, case_id: UUID, now: dt.datetime) -> Callable[..., Recorded]:
    def keep(
        answers: dict[str, int],
        measure_id: str = "phq-9",
        days: int = 0,
        occasion: Occasion = Occasion.BASELINE,
        by: Viewer = cast.worker,
    ) -> Recorded:
        return actions.record_assessment(
            case_id=case_id,
            measure_id=measure_id,
            answers=answers,
            occasion=occasion,
            mode=Mode.TOGETHER,
            answered_on=timezone.localdate(now) - days * DAY,
            by=by,
            at=now,
        )

    return keep
