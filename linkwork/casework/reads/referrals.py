"""Which referrals wait for an answer, for how long, and who has to know?"""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_people
from linkwork.casework.models import Referral
from linkwork.casework.reads.people import name_of
from linkwork.casework.rules.persons import Urgency
from linkwork.casework.rules.states import ReferralState, Waiting, waiting
from linkwork.core.errors import NotFound
from linkwork.core.text import initials, short_name
from linkwork.core.viewer import Role, Viewer
from linkwork.programmes import reads as programmes


@dataclass(frozen=True)
class ReferralCard:
    """A referral. `waiting` is None once answered; `escalated_to` names the manager once it is late, else empty."""

    id: UUID
    person_id: UUID
    name: str
    short_name: str
    initials: str
    language: str
    state: ReferralState
    source: str
    referrer_name: str
    referrer_organisation: str
    referrer_contact: str
    wants: str
    urgency: Urgency
    agreed: bool | None
    received_on: dt.date
    answered_on: dt.date | None
    reason: str
    reason_words: str
    waiting: Waiting | None
    escalated_to: str


def referral(viewer: Viewer, referral_id: UUID, at: dt.datetime) -> ReferralCard:
    """One referral of the viewer's programme. Raises NotFound. One question of the database."""
    check_may_see_people(viewer)
    row = _rows(viewer).filter(id=referral_id).first()
    if row is None:
        raise NotFound(_("There is no such referral in this programme."))
    return _card(row, at)


def referrals_waiting(viewer: Viewer, at: dt.datetime) -> list[ReferralCard]:
    """Every referral without an answer, the longest waiting first. One question of the database."""
    check_may_see_people(viewer)
    rows = _rows(viewer).filter(state=ReferralState.RECEIVED).order_by("received_at", "id")
    return [_card(row, at) for row in rows]


def _rows(viewer: Viewer) -> QuerySet[Referral]:
    managers = programmes.names_with(viewer, Role.MANAGER)
    rows = Referral.objects.filter(programme_id=viewer.programme).select_related("person", "programme")
    return rows.annotate(manager_name=Subquery(managers[:1]))


def _waiting(row: Referral, at: dt.datetime) -> Waiting | None:
    received_on, limit = timezone.localdate(row.received_at), row.programme.answer_within_days
    return waiting(ReferralState(row.state), received_on, limit, timezone.localdate(at))


def _card(row: Any, at: dt.datetime) -> ReferralCard:
    name, wait = name_of(row.person), _waiting(row, at)
    return ReferralCard(
        id=row.id,
        person_id=row.person_id,
        name=name,
        short_name=short_name(row.person.given_name, row.person.family_name),
        initials=initials(name),
        language=row.person.language,
        state=ReferralState(row.state),
        source=row.source,
        referrer_name=row.referrer_name,
        referrer_organisation=row.referrer_organisation,
        referrer_contact=row.referrer_contact,
        wants=row.wants,
        urgency=Urgency(row.urgency),
        agreed=row.agreed,
        received_on=timezone.localdate(row.received_at),
        answered_on=timezone.localdate(row.answered_at) if row.answered_at else None,
        reason=row.reason,
        reason_words=row.reason_words,
        waiting=wait,
        escalated_to=(row.manager_name or "") if wait and wait.late else "",
    )
