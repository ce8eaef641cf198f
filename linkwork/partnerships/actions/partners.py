"""Adding partners, the people there, and what was done together."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.directory import reads as directory
from linkwork.partnerships.access import check_may_write
from linkwork.partnerships.actions.parts.finding import partner_of
from linkwork.partnerships.models import Champion, Interaction, Partner, PartnerContact
from linkwork.partnerships.rules import Practice, Sector
from linkwork.trail import actions as trail


@action
def add_partner(
    *,
    name: str,
    sector: Sector,
    by: Viewer,
    at: dt.datetime,
    note: str = "",
    organisation_id: UUID | None = None,
) -> UUID:
    """Add an organisation the programme works with; its id. Raises Invalid where the name is empty or taken.

    `organisation_id` says which organisation of the directory it is; NotFound where there is no such one.
    """
    check_may_write(by)
    if not name.strip():
        raise Invalid({"name": _("Say what the partner is called.")})
    if Partner.objects.filter(programme_id=by.programme, name=name.strip()).exists():
        raise Invalid({"name": _("There is a partner with this name already. Open that one instead.")})
    row = Partner.objects.create(
        programme_id=by.programme,
        name=name.strip(),
        sector=sector,
        note=note,
        organisation_id=directory.organisation(by, organisation_id).id if organisation_id else None,
        created_at=at,
    )
    trail.record(
        by=by,
        at=at,
        what="partnerships.add_partner",
        about="partner",
        about_id=row.id,
        detail={"sector": sector.value},
    )
    return row.id


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
    if not name.strip():
        raise Invalid({"name": _("Say who to ask for.")})
    row = PartnerContact.objects.create(
        programme_id=by.programme,
        partner=partner,
        name=name.strip(),
        part=part,
        phone=phone,
        email=email,
        created_at=at,
    )
    trail.record(
        by=by, at=at, what="partnerships.add_contact", about="partner", about_id=partner.id, detail={}
    )
    return row.id


@action
def name_champion(*, contact_id: UUID, since: dt.date, by: Viewer, at: dt.datetime) -> UUID:
    """Say that a contact stands up for the programme; the champion's id. Raises NotFound; Invalid if they do."""
    check_may_write(by)
    contact = PartnerContact.objects.filter(programme_id=by.programme, id=contact_id).first()
    if contact is None:
        raise NotFound(_("There is no such contact in this programme."))
    if Champion.objects.filter(programme_id=by.programme, contact=contact, until__isnull=True).exists():
        raise Invalid({"contact": _("They are a champion already.")})
    row = Champion.objects.create(programme_id=by.programme, contact=contact, since=since, created_at=at)
    trail.record(
        by=by, at=at, what="partnerships.name_champion", about="partner", about_id=contact.partner_id
    )
    return row.id


@action
def end_champion(*, champion_id: UUID, until: dt.date, by: Viewer, at: dt.datetime) -> None:
    """Say on which day a champion stopped. Raises NotFound, Invalid where that is before they began."""
    check_may_write(by)
    row = (
        Champion.objects.filter(programme_id=by.programme, id=champion_id, until__isnull=True)
        .select_related("contact")
        .first()
    )
    if row is None:
        raise NotFound(_("There is no such champion in this programme."))
    if until < row.since:
        raise Invalid({"until": _("That is before they became a champion. Choose a later day.")})
    row.until = until
    row.save(update_fields=["until"])
    trail.record(
        by=by, at=at, what="partnerships.end_champion", about="partner", about_id=row.contact.partner_id
    )


@action
def log_interaction(
    *,
    partner_id: UUID,
    practice: Practice,
    occurred_on: dt.date,
    by: Viewer,
    at: dt.datetime,
    note: str = "",
) -> UUID:
    """Note one piece of work with a partner; its id. Raises NotFound, Invalid for a day to come."""
    check_may_write(by)
    partner = partner_of(by, partner_id)
    if occurred_on > timezone.localdate(at):
        raise Invalid({"occurred_on": _("This day has not come yet. Plan a meeting instead.")})
    row = Interaction.objects.create(
        programme_id=by.programme,
        partner=partner,
        worker_id=by.id,
        practice=practice,
        occurred_on=occurred_on,
        note=note,
        created_at=at,
    )
    trail.record(
        by=by,
        at=at,
        what="partnerships.log_interaction",
        about="partner",
        about_id=partner.id,
        detail={"practice": practice.value},
    )
    return row.id
