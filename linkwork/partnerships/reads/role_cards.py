"""What does the role card say, who at the partners has read which version, and what does a partner's link open?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import DateTimeField, OuterRef, Subquery
from django.utils import timezone

from linkwork.core.text import lines
from linkwork.core.viewer import Kind, Viewer
from linkwork.partnerships.access import check_may_read, check_may_write, open_link
from linkwork.partnerships.models import Acknowledgement, Clarity, PartnerContact, PartnerLink, RoleCard
from linkwork.partnerships.rules import Ask, is_clarity_due
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import ProgrammeCard


@dataclass(frozen=True)
class RoleCardCard:
    """One version of the role card, its points line by line."""

    id: UUID
    number: int
    does: tuple[str, ...]
    does_not: tuple[str, ...]
    reach: tuple[str, ...]
    published_on: dt.date


@dataclass(frozen=True)
class Known:
    """Somebody at a partner, the newest version they read (None: none yet), and how clear the role is to them."""

    partner_id: UUID
    partner_name: str
    contact_id: UUID
    contact_name: str
    email: str
    version: int | None
    signed: str
    read_on: dt.date | None
    clarity: int | None
    clarity_on: dt.date | None
    words: str


@dataclass(frozen=True)
class PartnersOwn:
    """Who came by a partner's link, and what they are shown. `read_on` is the day they read the version that holds."""

    viewer: Viewer
    asks: Ask
    partner_id: UUID
    partner_name: str
    contact_name: str
    programme: ProgrammeCard
    card: RoleCardCard | None
    read_on: dt.date | None
    open_until: dt.datetime


def role_cards(viewer: Viewer) -> list[RoleCardCard]:
    """Every version of the role card, the newest first: that one holds. One question of the database."""
    check_may_read(viewer)
    rows = RoleCard.objects.filter(programme_id=viewer.programme)
    return [_card(row) for row in rows.order_by("-number")]


def who_knows_the_role(viewer: Viewer, partner_id: UUID | None = None) -> list[Known]:
    """Everybody at the partners (or at one), by partner and name. Three questions of the database."""
    check_may_read(viewer)
    people = PartnerContact.objects.filter(programme_id=viewer.programme, left_on__isnull=True)
    read = Acknowledgement.objects.filter(programme_id=viewer.programme).select_related("role_card")
    said = Clarity.objects.filter(programme_id=viewer.programme)
    if partner_id is not None:
        people, read, said = (rows.filter(partner_id=partner_id) for rows in (people, read, said))  # type: ignore[assignment]
    newest_read = {row.contact_id: row for row in read.order_by("role_card__number")}
    newest_said = {row.contact_id: row for row in said.order_by("said_on")}
    return [
        _known(row, newest_read.get(row.id), newest_said.get(row.id))
        for row in people.select_related("partner").order_by("partner__name", "name", "id")
    ]


def clarity_due(viewer: Viewer, at: dt.datetime, contact_id: UUID | None = None) -> list[UUID]:
    """The contacts to ask again how clear the role is: for the round, or of `contact_id` alone. One question."""
    check_may_write(viewer)
    theirs = {"programme_id": viewer.programme, "contact_id": OuterRef("id")}
    read = Acknowledgement.objects.filter(**theirs).order_by("-said_on").values("said_on")[:1]
    said = Clarity.objects.filter(**theirs).order_by("-said_on").values("said_on")[:1]
    asked = PartnerLink.objects.filter(**theirs, asks=Ask.CLARITY).order_by("-created_at")
    rows = PartnerContact.objects.filter(programme_id=viewer.programme, left_on__isnull=True).exclude(
        email=""
    )
    if contact_id is not None:
        rows = rows.filter(id=contact_id)
    found = rows.annotate(
        read=Subquery(read),
        said=Subquery(said),
        asked=Subquery(asked.values("created_at")[:1], output_field=DateTimeField()),
    ).values_list("id", "read", "said", "asked")
    today = timezone.localdate(at)
    return [
        id_
        for id_, read_on, said_on, asked_at in found
        if is_clarity_due(
            max((day for day in (read_on, said_on) if day), default=None),
            timezone.localdate(asked_at) if asked_at else None,
            today,
        )
    ]


def partners_own(token: str, at: dt.datetime) -> PartnersOwn:
    """What a partner's link opens. Raises Refused, always with the same sentence, for one that does not open.

    Four questions; the viewer is of Kind.PARTNER, with the link's id.
    """
    link = open_link(token, at)
    row = RoleCard.objects.filter(programme_id=link.programme_id).order_by("-number").first()
    read = Acknowledgement.objects.filter(
        programme_id=link.programme_id, contact_id=link.contact_id, role_card=row
    ).first()
    return PartnersOwn(
        viewer=Viewer(Kind.PARTNER, id=link.id, programme_id=link.programme_id),
        asks=Ask(link.asks),
        partner_id=link.partner_id,
        partner_name=link.partner.name,
        contact_name=link.contact.name,
        programme=programmes.programme_with_id(link.programme_id),
        card=_card(row) if row else None,
        read_on=read.said_on if read else None,
        open_until=link.expires_at,
    )


def _card(row: RoleCard) -> RoleCardCard:
    return RoleCardCard(
        row.id, row.number, lines(row.does), lines(row.does_not), lines(row.reach), row.published_on
    )


def _known(row: PartnerContact, read: Acknowledgement | None, said: Clarity | None) -> Known:
    return Known(
        partner_id=row.partner_id,
        partner_name=row.partner.name,
        contact_id=row.id,
        contact_name=row.name,
        email=row.email,
        version=read.role_card.number if read else None,
        signed=read.name if read else "",
        read_on=read.said_on if read else None,
        clarity=said.score if said else None,
        clarity_on=said.said_on if said else None,
        words=said.words if said else "",
    )
