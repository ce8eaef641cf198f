"""Adding partners, and putting right what is known of them."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.directory import reads as directory
from linkwork.partnerships.access import check_may_write
from linkwork.partnerships.actions.parts.finding import partner_of
from linkwork.partnerships.models import Partner
from linkwork.partnerships.rules import Sector
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
    row = Partner.objects.create(
        programme_id=by.programme,
        name=_free_name(by, name),
        sector=sector,
        note=note,
        organisation_id=_organisation(by, organisation_id),
        created_at=at,
    )
    _record("add_partner", row, by, at, {"sector": sector.value})
    return row.id


@action
def change_partner(
    *, partner_id: UUID, name: str, sector: Sector, note: str, by: Viewer, at: dt.datetime
) -> None:
    """Put right what a partner is called, its sector and its note. Raises NotFound, Invalid as `add_partner`."""
    check_may_write(by)
    row = partner_of(by, partner_id)
    wanted = {"name": _free_name(by, name, row.id), "sector": sector.value, "note": note}
    changed = [field for field, value in wanted.items() if getattr(row, field) != value]
    for field in changed:
        setattr(row, field, wanted[field])
    row.save(update_fields=changed)
    _record("change_partner", row, by, at, {"fields": changed})


@action
def link_organisation(*, partner_id: UUID, organisation_id: UUID | None, by: Viewer, at: dt.datetime) -> None:
    """Say which organisation of the directory a partner is, or (None) that it is none of them. Raises NotFound."""
    check_may_write(by)
    row = partner_of(by, partner_id)
    row.organisation_id = _organisation(by, organisation_id)
    row.save(update_fields=["organisation"])
    _record("link_organisation", row, by, at, {"linked": organisation_id is not None})


def _free_name(by: Viewer, name: str, but: UUID | None = None) -> str:
    if not name.strip():
        raise Invalid({"name": _("Say what the partner is called.")})
    same = Partner.objects.filter(programme_id=by.programme, name=name.strip())
    if (same.exclude(id=but) if but else same).exists():
        raise Invalid({"name": _("There is a partner with this name already. Open that one instead.")})
    return name.strip()


def _organisation(by: Viewer, organisation_id: UUID | None) -> UUID | None:
    return directory.organisation(by, organisation_id).id if organisation_id else None


def _record(verb: str, row: Partner, by: Viewer, at: dt.datetime, detail: dict[str, object]) -> None:
    trail.record(by=by, at=at, what=f"partnerships.{verb}", about="partner", about_id=row.id, detail=detail)
