"""What a person agrees to, and takes back."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.actions.parts.checks import locked_case
from linkwork.casework.models import Consent
from linkwork.casework.rules.consent import Purpose
from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail


@action
def give_consent(
    *,
    case_id: UUID,
    purpose: Purpose,
    by: Viewer,
    at: dt.datetime,
    recipient: str = "",
    expires_on: dt.date | None = None,
) -> UUID:
    """Note that the person said yes, from now; the consent's id. Raises Invalid where it would be over already."""
    case = locked_case(case_id, by)
    if expires_on is not None and expires_on < timezone.localdate(at):
        raise Invalid({"expires_on": _("Choose a day that is not past.")})
    row = Consent.objects.create(
        programme_id=by.programme,
        created_at=at,
        person_id=case.person_id,
        purpose=purpose,
        recipient=recipient.strip(),
        given_at=at,
        expires_on=expires_on,
    )
    detail: dict[str, object] = {"purpose": purpose.value}
    trail.record(by=by, at=at, what="casework.give_consent", about="consent", about_id=row.id, detail=detail)
    return row.id


@action
def withdraw_consent(*, consent_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Note that the person says no from now on. Raises IllegalStep where they did before."""
    check_may_see_people(by)
    rows = Consent.objects.select_for_update().filter(programme_id=by.programme, id=consent_id)
    row = rows.filter(seen_by(by)).first()
    if row is None:
        raise NotFound(_("There is no such consent in this programme."))
    if row.withdrawn_at is not None:
        raise IllegalStep(_("This consent was withdrawn already."))
    row.withdrawn_at = at
    row.save(update_fields=["withdrawn_at"])
    trail.record(by=by, at=at, what="casework.withdraw_consent", about="consent", about_id=row.id)
