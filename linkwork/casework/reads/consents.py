"""What did the person agree to, and may this be shared now?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.models import Case, Consent
from linkwork.casework.rules import consent as rules
from linkwork.casework.rules.consent import Given, Purpose
from linkwork.core.viewer import Viewer


@dataclass(frozen=True)
class ConsentCard:
    """One consent. `holds`: in force at the moment asked about."""

    id: UUID
    purpose: Purpose
    recipient: str
    given_at: dt.datetime
    expires_on: dt.date | None
    withdrawn_at: dt.datetime | None
    holds: bool


def consents_of(viewer: Viewer, person_id: UUID, at: dt.datetime) -> list[ConsentCard]:
    """What the person agreed to, the newest first."""
    check_may_see_people(viewer)
    rows = Consent.objects.filter(seen_by(viewer), programme_id=viewer.programme, person_id=person_id)
    return [
        ConsentCard(
            id=row.id,
            purpose=Purpose(row.purpose),
            recipient=row.recipient,
            given_at=row.given_at,
            expires_on=row.expires_on,
            withdrawn_at=row.withdrawn_at,
            holds=rules.holds(_given(row), at),
        )
        for row in rows.order_by("-given_at", "-id")
    ]


def may_share(viewer: Viewer, case_id: UUID, purpose: str, recipient: str, *, at: dt.datetime) -> bool:
    """Whether the person of this case has a consent in force at `at` for this purpose ("share") and recipient."""
    check_may_see_people(viewer)
    cases = Case.objects.filter(seen_by(viewer), programme_id=viewer.programme, id=case_id)
    person_ids = cases.values("person_id")
    rows = Consent.objects.filter(programme_id=viewer.programme, person_id__in=person_ids, purpose=purpose)
    return rules.may_share([_given(row) for row in rows], purpose, recipient, at)


def _given(row: Consent) -> Given:
    return Given(Purpose(row.purpose), row.recipient, row.given_at, row.expires_on, row.withdrawn_at)
