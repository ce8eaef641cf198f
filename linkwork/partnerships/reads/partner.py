"""Who are our partners, who works there, when did we last speak?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import asked_openly, check_may_read
from linkwork.partnerships.models import Champion, Interaction, Partner, PartnerContact
from linkwork.partnerships.rules import Practice, Quality, Reach, Sector, reach_of

NEWEST = 30


@dataclass(frozen=True)
class PartnerHead:
    """What every page about one partner shows on top."""

    id: UUID
    name: str
    sector: Sector
    reach: Reach
    note: str
    organisation_id: UUID | None


@dataclass(frozen=True)
class PastChampion:
    """Somebody who was a champion; `successor` is a name, empty where nobody took it over."""

    name: str
    since: dt.date
    until: dt.date
    reason: str
    successor: str


@dataclass(frozen=True)
class ContactCard:
    """Somebody at a partner; `champion_since` is None unless they are a champion today, `left_on` until they leave."""

    id: UUID
    name: str
    part: str
    phone: str
    email: str
    champion_id: UUID | None
    champion_since: dt.date | None
    does: str = ""
    left_on: dt.date | None = None


@dataclass(frozen=True)
class InteractionCard:
    """One piece of work with a partner. `case_id` where somebody was supported together: drawn only for who may see."""

    id: UUID
    practice: Practice
    occurred_on: dt.date
    worker_id: UUID | None
    worker_name: str
    note: str
    meeting_id: UUID | None
    quality: Quality | None
    agreed: str
    next_step: str
    next_on: dt.date | None
    next_done: bool
    case_id: UUID | None
    noted_at: dt.datetime


@dataclass(frozen=True)
class PartnerCard:
    """A partner on its own page. `practices` counts each of the five over all time.

    `interactions` are the newest, and older ones with a next step that is not done; `next` stands for those before.
    """

    id: UUID
    name: str
    sector: Sector
    reach: Reach
    note: str
    organisation_id: UUID | None
    contacts: tuple[ContactCard, ...]
    interactions: tuple[InteractionCard, ...]
    practices: dict[Practice, int]
    next: UUID | None = None


def partner_names(viewer: Viewer) -> list[tuple[UUID, str]]:
    """(id, name) of every partner by name: to choose from."""
    check_may_read(viewer)
    return list(
        Partner.objects.filter(programme_id=viewer.programme).order_by("name").values_list("id", "name")
    )


def partner_head(viewer: Viewer, partner_id: UUID) -> PartnerHead:
    """What a partner is called and what it is. Raises NotFound. One question of the database."""
    check_may_read(viewer)
    row = _row(viewer, partner_id)
    sector = Sector(row.sector)
    return PartnerHead(row.id, row.name, sector, reach_of(sector), row.note, row.organisation_id)


def partner(viewer: Viewer, partner_id: UUID, after: UUID | None = None) -> PartnerCard:
    """One partner; what was done together from before `after`. Raises NotFound. Six questions of the database."""
    check_may_read(viewer)
    row = _row(viewer, partner_id)
    sector = Sector(row.sector)
    mine = Interaction.objects.filter(programme_id=viewer.programme, partner_id=partner_id)
    counted = dict(mine.values_list("practice").annotate(Count("id")))
    done, more = _together(mine.filter(asked_openly(viewer)).select_related("worker"), after)
    return PartnerCard(
        id=row.id,
        name=row.name,
        sector=sector,
        reach=reach_of(sector),
        note=row.note,
        organisation_id=row.organisation_id,
        contacts=people_at(viewer, partner_id),
        interactions=tuple(interaction_card(one) for one in done),
        practices={practice: counted.get(practice.value, 0) for practice in Practice},
        next=more,
    )


def _together(rows: QuerySet[Interaction], after: UUID | None) -> tuple[list[Interaction], UUID | None]:
    """The newest first, with what stands for those before them. On the first page no open next step is left out."""
    before, mark = rows, rows.filter(id=after).first() if after else None
    if mark is not None:
        day = mark.occurred_on
        before = rows.filter(Q(occurred_on__lt=day) | Q(occurred_on=day, id__lt=mark.id))
    found = list(before.order_by("-occurred_on", "-id")[: NEWEST + 1])
    if len(found) <= NEWEST:
        return found, None
    found = found[:NEWEST]
    if mark is not None:
        return found, found[-1].id
    open_steps = rows.exclude(next_step="").filter(next_done_at__isnull=True)
    older = open_steps.exclude(id__in=[one.id for one in found])
    return [*found, *older.order_by("-occurred_on", "-id")], found[-1].id


def people_at(viewer: Viewer, partner_id: UUID) -> tuple[ContactCard, ...]:
    """Who works at a partner now, by name. Two questions."""
    check_may_read(viewer)
    people = _contacts(viewer, partner_id, _champions(viewer, partner_id))
    return tuple(one for one in people if one.left_on is None)


def people_before(
    viewer: Viewer, partner_id: UUID
) -> tuple[tuple[ContactCard, ...], tuple[PastChampion, ...]]:
    """Who worked at a partner and left, the latest first, and who was a champion there. Two questions."""
    check_may_read(viewer)
    champions = _champions(viewer, partner_id)
    people = _contacts(viewer, partner_id, champions)
    gone = [(one.left_on, one) for one in people if one.left_on is not None]
    left = tuple(one for _day, one in sorted(gone, key=lambda pair: pair[0], reverse=True))
    return left, tuple(_past(one) for one in champions if one.until)


def contact(viewer: Viewer, contact_id: UUID) -> tuple[UUID, ContactCard]:
    """(partner's id, card) of somebody at a partner. Raises NotFound. Two questions of the database."""
    check_may_read(viewer)
    row = PartnerContact.objects.filter(programme_id=viewer.programme, id=contact_id).first()
    if row is None:
        raise NotFound(_("There is no such contact in this programme."))
    standing = Champion.objects.filter(programme_id=viewer.programme, contact=row, until__isnull=True)
    return row.partner_id, _contact(row, standing.first())


def interaction_card(row: Interaction) -> InteractionCard:
    """One row in plain values; its worker must have been read with it."""
    return InteractionCard(
        id=row.id,
        practice=Practice(row.practice),
        occurred_on=row.occurred_on,
        worker_id=row.worker_id,
        worker_name=row.worker.name if row.worker else "",
        note=row.note,
        meeting_id=row.meeting_id,
        quality=Quality(row.quality) if row.quality else None,
        agreed=row.agreed,
        next_step=row.next_step,
        next_on=row.next_on,
        next_done=row.next_done_at is not None,
        case_id=row.case_id,
        noted_at=row.created_at,
    )


def _row(viewer: Viewer, partner_id: UUID) -> Partner:
    row = Partner.objects.filter(programme_id=viewer.programme, id=partner_id).first()
    if row is None:
        raise NotFound(_("There is no such partner in this programme."))
    return row


def _champions(viewer: Viewer, partner_id: UUID) -> list[Champion]:
    rows = Champion.objects.filter(programme_id=viewer.programme, contact__partner_id=partner_id)
    return list(rows.select_related("contact", "successor").order_by("-since", "-id"))


def _contacts(viewer: Viewer, partner_id: UUID, champions: list[Champion]) -> list[ContactCard]:
    rows = PartnerContact.objects.filter(programme_id=viewer.programme, partner_id=partner_id)
    standing = {row.contact_id: row for row in champions if row.until is None}
    return [_contact(row, standing.get(row.id)) for row in rows.order_by("name", "id")]


def _contact(row: PartnerContact, champion: Champion | None) -> ContactCard:
    return ContactCard(
        id=row.id,
        name=row.name,
        part=row.part,
        phone=row.phone,
        email=row.email,
        champion_id=champion.id if champion else None,
        champion_since=champion.since if champion else None,
        does=champion.does if champion else "",
        left_on=row.left_on,
    )


def _past(row: Champion) -> PastChampion:
    assert row.until is not None
    successor = row.successor.name if row.successor else ""
    return PastChampion(row.contact.name, row.since, row.until, row.reason, successor)
