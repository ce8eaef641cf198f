"""What a person agrees to, and takes back."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.actions.parts.checks import locked_case
from linkwork.casework.models import Consent
from linkwork.casework.rules.consent import How, Purpose
from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail

NOON = dt.time(12)


@action
def give_consent(
    *,
    case_id: UUID,
    purpose: Purpose,
    by: Viewer,
    at: dt.datetime,
    recipient: str = "",
    expires_on: dt.date | None = None,
    how: How = How.SAID,
    words: str = "",
    given_on: dt.date | None = None,
) -> UUID:
    """Note that the person said yes, now or on an earlier day `given_on`; the consent's id.

    `how` it can be shown and their `words` are the evidence. Raises Invalid where it would be over already.
    """
    case = locked_case(case_id, by)
    _check_days(given_on, expires_on, at)
    given_at = at
    if given_on is not None and given_on < timezone.localdate(at):
        given_at = timezone.make_aware(dt.datetime.combine(given_on, NOON))
    row = _keep(Consent(person_id=case.person_id, purpose=purpose, recipient=recipient.strip()), by, at)
    row.given_at, row.expires_on, row.how, row.words = given_at, expires_on, how, words.strip()
    row.save(force_insert=True)
    _recorded("give_consent", row, by, at)
    return row.id


@action
def renew_consent(
    *,
    consent_id: UUID,
    by: Viewer,
    at: dt.datetime,
    expires_on: dt.date | None = None,
    how: How = How.SAID,
    words: str = "",
) -> UUID:
    """The person says yes again, to the same: a new consent that goes on from the old one; its id.

    Raises IllegalStep where they said no since, or where it was renewed already.
    """
    old = _locked(consent_id, by)
    _check_days(None, expires_on, at)
    if Consent.objects.filter(programme_id=by.programme, renews_id=old.id).exists():
        raise IllegalStep(_("This consent was renewed already."))
    row = _keep(Consent(person_id=old.person_id, purpose=old.purpose, recipient=old.recipient), by, at)
    row.given_at, row.expires_on, row.how, row.words = at, expires_on, how, words.strip()
    row.renews_id = old.id
    row.save(force_insert=True)
    _recorded("renew_consent", row, by, at)
    return row.id


@action
def withdraw_consent(*, consent_id: UUID, by: Viewer, at: dt.datetime) -> UUID:
    """Note that the person says no from now on; the person's id. Raises IllegalStep where they did before.

    The rooms above stop what it carried: call their action and not this one where there is any.
    """
    row = _locked(consent_id, by)
    row.withdrawn_at = max(at, row.given_at)
    row.save(update_fields=["withdrawn_at"])
    _recorded("withdraw_consent", row, by, at)
    return row.person_id


def _locked(consent_id: UUID, by: Viewer) -> Consent:
    """A consent that was not withdrawn."""
    check_may_see_people(by)
    rows = Consent.objects.select_for_update().filter(programme_id=by.programme, id=consent_id)
    row = rows.filter(seen_by(by)).first()
    if row is None:
        raise NotFound(_("There is no such consent in this programme."))
    if row.withdrawn_at is not None:
        raise IllegalStep(_("This consent was withdrawn already."))
    return row


def _keep(row: Consent, by: Viewer, at: dt.datetime) -> Consent:
    row.id, row.programme_id, row.created_at = id_at(at), by.programme, at
    return row


def _check_days(given_on: dt.date | None, expires_on: dt.date | None, at: dt.datetime) -> None:
    today, errors = timezone.localdate(at), {}
    if given_on is not None and given_on > today:
        errors["given_on"] = _("Choose a day that is not in the future.")
    if expires_on is not None and expires_on < today:
        errors["expires_on"] = _("Choose a day that is not past.")
    if errors:
        raise Invalid(errors)


def _recorded(verb: str, row: Consent, by: Viewer, at: dt.datetime) -> None:
    detail: dict[str, object] = {"purpose": str(row.purpose), "how": str(row.how)}
    trail.record(by=by, at=at, what=f"casework.{verb}", about="consent", about_id=row.id, detail=detail)
