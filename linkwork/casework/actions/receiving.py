"""Taking in a referral, by whichever door it comes."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_refer
from linkwork.casework.actions.parts.checks import check_term
from linkwork.casework.actions.people import _enter
from linkwork.casework.models import Knock, Referral, ReferralNeed
from linkwork.casework.rules.persons import PersonDetails, Urgency
from linkwork.casework.rules.referrals import Care, Door
from linkwork.casework.rules.states import ReferralState
from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail

NOTHING_SAID = Care()


@action
def receive_referral(
    *,
    details: PersonDetails,
    source: str,
    by: Viewer,
    at: dt.datetime,
    wants: str = "",
    needs: Collection[str] = (),
    referrer_name: str = "",
    referrer_organisation: str = "",
    referrer_contact: str = "",
    referrer_role: str = "",
    referrer_email: str = "",
    referrer_language: str = "",
    urgency: Urgency = Urgency.ROUTINE,
    urgency_reason: str = "",
    agreed: bool | None = None,
    care: Care = NOTHING_SAID,
    door: Door = Door.WORKER,
    outside: tuple[str, str] | None = None,
    knocks: Collection[str] = (),
    received_at: dt.datetime | None = None,
) -> UUID:
    """Take in a referral, also from outside by the programme's own address; its id. Raises Invalid by field.

    `source` is a term of referral_sources, `needs` terms of the list of needs; `agreed` whether the person said yes to
    being contacted, None not known. `outside` is (system, id) of where it comes from: the same one again changes
    nothing and gives the id it has. `knocks` are keys to count the use of the address by (see `reads.knocks`).
    `received_at` is for one that came earlier, as a file says.
    """
    check_may_refer(by)
    came_at = received_at or at
    known = _known(outside, by) if outside else None
    if known is not None:
        return known
    check_term("source", "referral_sources", source, by.programme)
    for term in needs:
        check_term("needs", "needs", term, by.programme)
    if came_at > at:
        raise Invalid({"received_on": _("Enter a day that is not in the future.")})
    person = _enter(details, by, at)
    row = Referral.objects.create(
        id=id_at(came_at),  # lists page by id in the order in which referrals came
        programme_id=by.programme,
        created_at=at,
        person_id=person.id,
        state=ReferralState.RECEIVED,
        source=source,
        referrer_name=referrer_name.strip(),
        referrer_organisation=referrer_organisation.strip(),
        referrer_contact=referrer_contact.strip(),
        referrer_role=referrer_role.strip(),
        referrer_email=referrer_email.strip(),
        referrer_language=referrer_language,
        wants=wants.strip(),
        urgency=urgency,
        urgency_reason=urgency_reason.strip(),
        agreed=agreed,
        reach_when=care.reach_when.strip(),
        phoning=care.phoning,
        safety=care.safety.strip(),
        door=door,
        outside_system=outside[0] if outside else "",
        outside_id=outside[1] if outside else "",
        received_at=came_at,
    )
    _keep_needs(row, needs, at)
    _count(knocks, by, at)
    detail: dict[str, object] = {"source": source, "urgency": urgency.value, "door": door.value}
    trail.record(
        by=by, at=at, what="casework.receive_referral", about="referral", about_id=row.id, detail=detail
    )
    return row.id


@action
def forget_knocks(*, by: Viewer, at: dt.datetime) -> int:
    """Forget how often the address was used before today; how many rows went. Leaves no step where none did."""
    check_may_refer(by)
    day = timezone.localdate(at)
    gone, _tables = Knock.objects.filter(programme_id=by.programme, day__lt=day).delete()
    if gone:
        trail.record(by=by, at=at, what="casework.forget_knocks", about="programme", detail={"rows": gone})
    return gone


def _known(outside: tuple[str, str], by: Viewer) -> UUID | None:
    rows = Referral.objects.filter(
        programme_id=by.programme, outside_system=outside[0], outside_id=outside[1]
    )
    return rows.values_list("id", flat=True).first()


def _keep_needs(row: Referral, terms: Collection[str], at: dt.datetime) -> None:
    ReferralNeed.objects.bulk_create(
        ReferralNeed(programme_id=row.programme_id, created_at=at, referral_id=row.id, term=term)
        for term in dict.fromkeys(terms)
    )


def _count(keys: Collection[str], by: Viewer, at: dt.datetime) -> None:
    day = timezone.localdate(at)
    for key in keys:
        row, made = Knock.objects.get_or_create(
            programme_id=by.programme, key=key, day=day, defaults={"number": 1, "created_at": at}
        )
        if not made:
            Knock.objects.filter(programme_id=by.programme, id=row.id).update(number=F("number") + 1)
