"""The people at a partner, and who among them stands up for the programme."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_write
from linkwork.partnerships.actions.parts.finding import champion_of, contact_of, partner_of
from linkwork.partnerships.models import Champion, PartnerContact, PartnerLink
from linkwork.trail import actions as trail


@action
def add_contact(
    *,
    partner_id: UUID,
    name: str,
    by: Viewer,
    at: dt.datetime,
    part: str = "",
    phone: str = "",
    email: str = "",
) -> UUID:
    """Add somebody who works at a partner; the contact's id. Raises Invalid without a name, NotFound."""
    check_may_write(by)
    partner = partner_of(by, partner_id)
    row = PartnerContact.objects.create(
        programme_id=by.programme,
        partner=partner,
        name=_named(name),
        part=part,
        phone=phone,
        email=email,
        created_at=at,
    )
    _record("add_contact", partner.id, by, at)
    return row.id


@action
def change_contact(
    *, contact_id: UUID, name: str, part: str, phone: str, email: str, by: Viewer, at: dt.datetime
) -> None:
    """Put right what is known of somebody at a partner. Raises Invalid without a name, NotFound."""
    check_may_write(by)
    row = contact_of(by, contact_id)
    row.name, row.part, row.phone, row.email = _named(name), part, phone, email
    row.save(update_fields=["name", "part", "phone", "email"])
    _record("change_contact", row.partner_id, by, at)


@action
def contact_left(
    *,
    contact_id: UUID,
    left_on: dt.date,
    by: Viewer,
    at: dt.datetime,
    reason: str = "",
    successor_id: UUID | None = None,
) -> None:
    """Somebody no longer works there: their links end, and where they were a champion, that ends too.

    `successor_id`: who took it over as a champion. Raises NotFound, Invalid for a day before they became a champion.
    """
    check_may_write(by)
    row = contact_of(by, contact_id)
    standing = Champion.objects.filter(programme_id=by.programme, contact=row, until__isnull=True).first()
    if standing is not None:
        end_champion(
            champion_id=standing.id, until=left_on, reason=reason, successor_id=successor_id, by=by, at=at
        )
    row.left_on = left_on
    row.save(update_fields=["left_on"])
    links = PartnerLink.objects.filter(programme_id=by.programme, contact=row, revoked_at__isnull=True)
    links.update(revoked_at=at)
    _record("contact_left", row.partner_id, by, at)


@action
def name_champion(*, contact_id: UUID, since: dt.date, by: Viewer, at: dt.datetime, does: str = "") -> UUID:
    """Say that a contact stands up for the programme, and what they do; the champion's id.

    Raises NotFound; Invalid where they are one already.
    """
    check_may_write(by)
    contact = contact_of(by, contact_id)
    if Champion.objects.filter(programme_id=by.programme, contact=contact, until__isnull=True).exists():
        raise Invalid({"contact": _("They are a champion already.")})
    row = Champion.objects.create(
        programme_id=by.programme, contact=contact, since=since, does=does.strip(), created_at=at
    )
    _record("name_champion", contact.partner_id, by, at)
    return row.id


@action
def change_champion(*, champion_id: UUID, since: dt.date, does: str, by: Viewer, at: dt.datetime) -> None:
    """Put right since when somebody is a champion and what they do. Raises NotFound."""
    check_may_write(by)
    row = champion_of(by, champion_id)
    row.since, row.does = since, does.strip()
    row.save(update_fields=["since", "does"])
    _record("change_champion", row.contact.partner_id, by, at)


@action
def end_champion(
    *,
    champion_id: UUID,
    until: dt.date,
    by: Viewer,
    at: dt.datetime,
    reason: str = "",
    successor_id: UUID | None = None,
) -> None:
    """Say on which day a champion stopped, why, and which contact took it over: they are a champion from that day.

    Raises NotFound; Invalid where the day is before they began, or the successor is not somebody else of the partner.
    """
    check_may_write(by)
    row = champion_of(by, champion_id)
    if until < row.since:
        raise Invalid({"until": _("That is before they became a champion. Choose a later day.")})
    row.until, row.reason = until, reason.strip()
    if successor_id is not None:
        row.successor = _successor(row, successor_id, until, by, at)
    row.save(update_fields=["until", "reason", "successor"])
    _record("end_champion", row.contact.partner_id, by, at)


def _successor(
    row: Champion, contact_id: UUID, since: dt.date, by: Viewer, at: dt.datetime
) -> PartnerContact:
    contact = contact_of(by, contact_id)
    if contact.id == row.contact_id or contact.partner_id != row.contact.partner_id:
        raise Invalid({"successor": _("Choose somebody else who works there.")})
    ours = Champion.objects.filter(programme_id=by.programme, contact=contact, until__isnull=True)
    if not ours.exists():
        name_champion(contact_id=contact.id, since=since, does=row.does, by=by, at=at)
    return contact


def _named(name: str) -> str:
    if not name.strip():
        raise Invalid({"name": _("Say who to ask for.")})
    return name.strip()


def _record(verb: str, partner_id: UUID, by: Viewer, at: dt.datetime) -> None:
    trail.record(by=by, at=at, what=f"partnerships.{verb}", about="partner", about_id=partner_id)
