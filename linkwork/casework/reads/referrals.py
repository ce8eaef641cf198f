"""Which referrals are there, which wait for an answer, for how long, and who has to know?"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_refer, check_may_see_people, seen_by
from linkwork.casework.models import Case, Knock, Referral, ReferralNeed
from linkwork.casework.reads.people import care_of, name_of
from linkwork.casework.rules.persons import Prefers, Urgency
from linkwork.casework.rules.referrals import Care, Door, Limits, age_on
from linkwork.casework.rules.states import ReferralState, Waiting, waiting
from linkwork.core.errors import NotFound
from linkwork.core.text import initials, short_name
from linkwork.core.viewer import Viewer
from linkwork.programmes import reads as programmes


@dataclass(frozen=True)
class ReferralCard:
    """A referral. `waiting` is None once answered; `escalated_to` names the manager once it is late, else empty.

    `escalated_on` is the day it was brought before them, `case_id` the case it opened, `born` a day or a year as far
    as it is known (`year` the year), `age` whole years, None where not known; `needs` are codes, empty in the
    shorter lists.
    """

    id: UUID
    person_id: UUID
    name: str
    short_name: str
    initials: str
    language: str
    interpreter: bool
    age: int | None
    state: ReferralState
    source: str
    door: Door
    referrer_name: str
    referrer_role: str
    referrer_organisation: str
    referrer_contact: str
    referrer_email: str
    referrer_language: str
    wants: str
    needs: tuple[str, ...]
    urgency: Urgency
    urgency_reason: str
    agreed: bool | None
    care: Care
    outside: tuple[str, str] | None
    received_on: dt.date
    answered_on: dt.date | None
    reason: str
    reason_words: str
    waiting: Waiting | None
    escalated_to: str
    escalated_on: dt.date | None
    case_id: UUID | None
    phone: str
    email: str
    area: str
    born: str
    prefers: Prefers
    other_names: tuple[str, ...]
    year: int | None


def referral(viewer: Viewer, referral_id: UUID, at: dt.datetime) -> ReferralCard:
    """One referral of the viewer's programme, with its needs. Raises NotFound. Two questions of the database."""
    check_may_see_people(viewer)
    row = with_names(viewer).filter(id=referral_id).first()
    if row is None:
        raise NotFound(_("There is no such referral in this programme."))
    return with_needs(viewer, [card_of(row, at)])[0]


def referrals_waiting(viewer: Viewer, at: dt.datetime) -> list[ReferralCard]:
    """Every referral without an answer, the longest waiting first. One question of the database."""
    check_may_see_people(viewer)
    rows = with_names(viewer).filter(state=ReferralState.RECEIVED).order_by("received_at", "id")
    return [card_of(row, at) for row in rows]


def referral_from(viewer: Viewer, outside: tuple[str, str]) -> UUID | None:
    """The referral that another system knows as (system, id); None where it has not come. One question."""
    check_may_see_people(viewer)
    rows = Referral.objects.filter(
        programme_id=viewer.programme, outside_system=outside[0], outside_id=outside[1]
    )
    return rows.values_list("id", flat=True).first()


def known_outside(viewer: Viewer, system: str, ids: Iterable[str]) -> set[str]:
    """Which of these numbers of another system were taken in before. One question of the database."""
    check_may_refer(viewer)
    rows = Referral.objects.filter(programme_id=viewer.programme, outside_system=system)
    return set(rows.filter(outside_id__in=list(ids)).values_list("outside_id", flat=True))


def knocks(viewer: Viewer, keys: Iterable[str], at: dt.datetime) -> dict[str, int]:
    """How often the referral form was used today, by each of these keys; 0 where it was not."""
    check_may_refer(viewer)
    rows = Knock.objects.filter(programme_id=viewer.programme, key__in=list(keys), day=timezone.localdate(at))
    return dict.fromkeys(keys, 0) | dict(rows.values_list("key", "number"))


def with_names(viewer: Viewer) -> QuerySet[Referral]:
    """The programme's referrals with person, programme, whom they went to and the case they opened."""
    managers = programmes.late_names(viewer)
    opened = Case.objects.filter(programme_id=viewer.programme, referral_id=OuterRef("id"))
    rows = Referral.objects.filter(seen_by(viewer), programme_id=viewer.programme)
    rows = rows.select_related("person", "programme", "escalated_to")
    return rows.annotate(
        manager_name=Subquery(managers[:1]), opened_case_id=Subquery(opened.values("id")[:1])
    )


def with_needs(viewer: Viewer, cards: list[ReferralCard]) -> list[ReferralCard]:
    """The same cards with their needs, in the order they were chosen. One question of the database."""
    found: dict[UUID, list[str]] = {card.id: [] for card in cards}
    rows = ReferralNeed.objects.filter(programme_id=viewer.programme, referral_id__in=list(found))
    for referral_id, term in rows.order_by("id").values_list("referral_id", "term"):
        found[referral_id].append(term)
    return [replace(card, needs=tuple(found[card.id])) for card in cards]


def _waiting(row: Referral, at: dt.datetime) -> Waiting | None:
    limits = Limits(row.programme.answer_within_days, row.programme.urgent_within_days)
    limit = limits.for_urgency(Urgency(row.urgency))
    today = timezone.localdate(at)
    return waiting(ReferralState(row.state), timezone.localdate(row.received_at), limit, today)


def _went_to(row: Any, wait: Waiting | None) -> str:
    """Whom a late referral is with: the one it was brought before, else who would be first to hear of it."""
    if wait is None or not (wait.late or row.escalated_at):
        return ""
    return row.escalated_to.name if row.escalated_to else row.manager_name or ""


def card_of(row: Any, at: dt.datetime) -> ReferralCard:
    """A row of `with_names` as plain values, without its needs."""
    person, name, wait = row.person, name_of(row.person), _waiting(row, at)
    return ReferralCard(
        id=row.id,
        person_id=row.person_id,
        name=name,
        short_name=short_name(row.person.given_name, row.person.family_name),
        initials=initials(name),
        language=person.language,
        interpreter=person.interpreter,
        age=age_on(timezone.localdate(at), person.born_on, person.born_year),
        state=ReferralState(row.state),
        source=row.source,
        door=Door(row.door),
        referrer_name=row.referrer_name,
        referrer_role=row.referrer_role,
        referrer_organisation=row.referrer_organisation,
        referrer_contact=row.referrer_contact,
        referrer_email=row.referrer_email,
        referrer_language=row.referrer_language,
        wants=row.wants,
        needs=(),
        urgency=Urgency(row.urgency),
        urgency_reason=row.urgency_reason,
        agreed=row.agreed,
        care=care_of(row),
        outside=(row.outside_system, row.outside_id) if row.outside_id else None,
        received_on=timezone.localdate(row.received_at),
        answered_on=timezone.localdate(row.answered_at) if row.answered_at else None,
        reason=row.reason,
        reason_words=row.reason_words,
        waiting=wait,
        escalated_to=_went_to(row, wait),
        escalated_on=timezone.localdate(row.escalated_at) if row.escalated_at else None,
        case_id=row.opened_case_id,
        phone=person.phone,
        email=person.email,
        area=person.area,
        born=str(person.born_on or person.born_year or ""),
        prefers=Prefers(person.prefers),
        other_names=tuple(person.other_names),
        year=person.born_on.year if person.born_on else person.born_year,
    )
