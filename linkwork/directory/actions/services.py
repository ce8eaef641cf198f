"""Adding a service and putting it right."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.directory.access import check_may_change
from linkwork.directory.actions.parts.indexing import put_in_index
from linkwork.directory.actions.parts.rows import fill, named, service_row
from linkwork.directory.models import Organisation, Service
from linkwork.directory.rules.costs import read_cost
from linkwork.directory.rules.kinds import (
    Cost,
    CostKind,
    Place,
    Precision,
    ServiceRecord,
    Source,
    Status,
)
from linkwork.directory.rules.matching import plain_name
from linkwork.directory.rules.places import is_place
from linkwork.trail import actions as trail


@action
def add_service(
    *,
    name: str,
    by: Viewer,
    at: dt.datetime,
    organisation: str = "",
    organisation_id: UUID | None = None,
    description: str = "",
    category: str = "",
    phone: str = "",
    email: str = "",
    website: str = "",
    address: str = "",
    place: Place | None = None,
    directions: str = "",
    hours_text: str = "",
    cost: Cost | str = "",
    eligibility: str = "",
    languages: tuple[str, ...] = (),
    source: Source | None = None,
) -> UUID:
    """Add a service; its id. Raises Invalid by field, NotFound for an organisation of another programme.

    The organisation is given by its id, or by name and then found or added; without either the service's own name
    stands for it. `cost` in words is read for what it says for certain. `place` is (latitude, longitude) in degrees.
    """
    check_may_change(by)
    record = ServiceRecord(
        name=name,
        source=source or Source(""),
        organisation=organisation,
        description=description,
        category=category,
        phone=phone,
        email=email,
        website=website,
        address=address,
        place=place,
        precision=Precision.ADDRESS if place else Precision.NONE,
        hours_text=hours_text,
        cost=read_cost(cost) if isinstance(cost, str) else cost,
        eligibility=eligibility,
        languages=languages,
        directions=directions,
    )
    _check(record)
    row = Service(id=id_at(at), programme_id=by.programme, created_at=at)
    row.organisation = _organisation(by, organisation_id, organisation or name, at)
    fill(row, record)
    row.save(force_insert=True)
    put_in_index([row], at)
    trail.record(by=by, at=at, what="directory.add_service", about="service", about_id=row.id)
    return row.id


@action
def change_service(
    *,
    service_id: UUID,
    name: str,
    by: Viewer,
    at: dt.datetime,
    organisation: str = "",
    description: str = "",
    phone: str = "",
    email: str = "",
    website: str = "",
    address: str = "",
    place: Place | None = None,
    directions: str = "",
    hours_text: str = "",
    cost: str = "",
    eligibility: str = "",
    languages: tuple[str, ...] = (),
    settles: bool = False,
) -> None:
    """Say a service anew: all of it is replaced, but not where the entry came from. It outlives an older import.

    `settles`: what somebody noted as wrong is put right by this. Raises as `add_service`.
    """
    check_may_change(by)
    row = service_row(by, service_id)
    here = None if row.latitude is None or row.longitude is None else (row.latitude, row.longitude)
    record = ServiceRecord(
        name=name,
        source=Source(row.source_name, row.source_date, row.licence, row.attribution, row.source_url),
        source_key=row.source_key,
        organisation=organisation,
        description=description,
        category=row.category,
        phone=phone,
        email=email,
        website=website,
        address=address,
        place=place,
        precision=Precision(row.precision) if place == here else Precision.ADDRESS,
        hours_text=hours_text,
        cost=_cost(row, cost),
        eligibility=eligibility,
        languages=languages,
        directions=directions,
    )
    _check(record)
    row.organisation = _organisation(by, None, organisation or name, at)
    fill(row, record)
    row.edited_on = at.date()
    if settles:
        row.doubt, row.doubted_on = "", None
    row.save()
    put_in_index([row], at)
    trail.record(by=by, at=at, what="directory.change_service", about="service", about_id=row.id)


@action
def set_status(*, service_id: UUID, status: Status, by: Viewer, at: dt.datetime) -> None:
    """Say whether the service still runs. One that does not is no longer found, and is kept. Raises NotFound."""
    check_may_change(by)
    row = service_row(by, service_id)
    row.status = status
    row.edited_on = at.date()
    row.save(update_fields=["status", "edited_on"])
    put_in_index([row], at)
    trail.record(
        by=by,
        at=at,
        what="directory.set_status",
        about="service",
        about_id=row.id,
        detail={"status": status.value},
    )


def _cost(row: Service, words: str) -> Cost:
    """What the words say; what is known of the row stands where they are its own."""
    if words.strip() == row.cost_words.strip():
        return Cost(CostKind(row.cost_kind), row.cost_words, row.cost_imputed)
    return read_cost(words)


def _check(record: ServiceRecord) -> None:
    errors: dict[str, str] = {}
    if not plain_name(record.name):
        errors["name"] = _("Say what the service is called.")
    if record.place and not is_place(*record.place):
        errors["place"] = _(
            "Latitude goes from -90 to 90 and longitude from -180 to 180. Check the two numbers."
        )
    for name, most in (("phone", 120), ("email", 254), ("website", 500), ("category", 200)):
        if len(getattr(record, name)) > most:
            errors[name] = _("Keep this to %(n)s characters.") % {"n": most}
    if errors:
        raise Invalid(errors)


def _organisation(by: Viewer, organisation_id: UUID | None, name: str, at: dt.datetime) -> Organisation:
    if organisation_id is None:
        return next(iter(named(by.programme, {name}, at).values()))
    row = Organisation.objects.filter(programme_id=by.programme, id=organisation_id).first()
    if row is None:
        raise NotFound(_("There is no such organisation in this directory."))
    return row
