"""Who are our partners, who works there, when did we last speak?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Max
from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_read
from linkwork.partnerships.models import Champion, Interaction, Partner, PartnerContact
from linkwork.partnerships.rules import Practice, Reach, Sector, is_quiet, reach_of

NEWEST = 30


@dataclass(frozen=True)
class PartnerRow:
    """A partner in a list. `last_on` is None where nothing was done together yet; `champions` counts those of today."""

    id: UUID
    name: str
    sector: Sector
    reach: Reach
    last_on: dt.date | None
    interactions: int
    champions: int
    quiet: bool


@dataclass(frozen=True)
class ContactCard:
    """Somebody at a partner; `champion_since` is None unless they are a champion today."""

    id: UUID
    name: str
    part: str
    phone: str
    email: str
    champion_id: UUID | None
    champion_since: dt.date | None


@dataclass(frozen=True)
class InteractionCard:
    """One piece of work with a partner."""

    id: UUID
    practice: Practice
    occurred_on: dt.date
    worker_name: str
    note: str
    meeting_id: UUID | None


@dataclass(frozen=True)
class PartnerCard:
    """A partner on its own page. `practices` counts each of the five over all time; `interactions` are the newest."""

    id: UUID
    name: str
    sector: Sector
    reach: Reach
    note: str
    organisation_id: UUID | None
    contacts: tuple[ContactCard, ...]
    interactions: tuple[InteractionCard, ...]
    practices: dict[Practice, int]


def partners(viewer: Viewer, today: dt.date) -> list[PartnerRow]:
    """The programme's partners, the longest unheard first. Three questions of the database."""
    check_may_read(viewer)
    done = {
        partner_id: (last, number)
        for partner_id, last, number in Interaction.objects.filter(programme_id=viewer.programme)
        .values_list("partner_id")
        .annotate(Max("occurred_on"), Count("id"))
    }
    champions: dict[UUID, int] = {}
    standing = Champion.objects.filter(programme_id=viewer.programme, until__isnull=True)
    for partner_id in standing.values_list("contact__partner_id", flat=True):
        champions[partner_id] = champions.get(partner_id, 0) + 1
    found = []
    for row in Partner.objects.filter(programme_id=viewer.programme).order_by("name"):
        last, number = done.get(row.id, (None, 0))
        sector = Sector(row.sector)
        quiet = is_quiet(last, timezone.localdate(row.created_at), today)
        found.append(
            PartnerRow(
                row.id, row.name, sector, reach_of(sector), last, number, champions.get(row.id, 0), quiet
            )
        )
    return sorted(found, key=lambda one: one.last_on or dt.date.min)


def partner_names(viewer: Viewer) -> list[tuple[UUID, str]]:
    """(id, name) of every partner by name: to choose from."""
    check_may_read(viewer)
    return list(
        Partner.objects.filter(programme_id=viewer.programme).order_by("name").values_list("id", "name")
    )


def partner(viewer: Viewer, partner_id: UUID) -> PartnerCard:
    """One partner. Raises NotFound. Five questions of the database."""
    check_may_read(viewer)
    row = Partner.objects.filter(programme_id=viewer.programme, id=partner_id).first()
    if row is None:
        raise NotFound(_("There is no such partner in this programme."))
    sector = Sector(row.sector)
    mine = Interaction.objects.filter(programme_id=viewer.programme, partner_id=partner_id)
    counted = dict(mine.values_list("practice").annotate(Count("id")))
    return PartnerCard(
        id=row.id,
        name=row.name,
        sector=sector,
        reach=reach_of(sector),
        note=row.note,
        organisation_id=row.organisation_id,
        contacts=_contacts(viewer, partner_id),
        interactions=tuple(
            InteractionCard(
                one.id,
                Practice(one.practice),
                one.occurred_on,
                one.worker.name if one.worker else "",
                one.note,
                one.meeting_id,
            )
            for one in mine.select_related("worker").order_by("-occurred_on", "-id")[:NEWEST]
        ),
        practices={practice: counted.get(practice.value, 0) for practice in Practice},
    )


def _contacts(viewer: Viewer, partner_id: UUID) -> tuple[ContactCard, ...]:
    rows = PartnerContact.objects.filter(programme_id=viewer.programme, partner_id=partner_id)
    champions = {
        row.contact_id: row
        for row in Champion.objects.filter(
            programme_id=viewer.programme, contact__partner_id=partner_id, until__isnull=True
        )
    }
    cards = []
    for row in rows.order_by("name", "id"):
        champion = champions.get(row.id)
        cards.append(
            ContactCard(
                row.id,
                row.name,
                row.part,
                row.phone,
                row.email,
                champion.id if champion else None,
                champion.since if champion else None,
            )
        )
    return tuple(cards)
