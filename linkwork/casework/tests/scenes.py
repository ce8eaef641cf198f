"""Small beginnings for casework's tests, made through actions."""

from linkwork.casework import actions
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.viewer import Kind, Viewer
from linkwork.testing.cast import NOON, Cast

MARYAM = PersonDetails(given_name="Maryam", family_name="Al-Amin", language="ar", interpreter=True)


def referral(cast: Cast, details=MARYAM, at=NOON, **more):
    """A referral from a practice, waiting."""
    return actions.receive_referral(
        details=details, source="general_practice", by=referrer(cast), at=at, **more
    )


def case(cast: Cast, details=MARYAM, at=NOON, worker=None):
    """A running case with the cast's worker."""
    worker = worker or cast.worker
    return actions.start_case(details=details, source="self", worker_id=worker.id, by=cast.worker, at=at)


def contact(cast: Cast, case_id, at=NOON, **more):
    """A short call."""
    return actions.log_contact(
        **{"case_id": case_id, "occurred_at": at, "mode": "phone", "by": cast.worker, "at": at} | more
    )


def referrer(cast: Cast) -> Viewer:
    """Somebody who came by the programme's referral address."""
    return Viewer(Kind.PARTNER, programme_id=cast.programme_id)
