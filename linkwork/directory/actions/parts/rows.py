"""Rows of services and organisations: found, filled, added where missing."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.ids import new_id
from linkwork.core.rows import the_one
from linkwork.core.text import one_line
from linkwork.core.viewer import Viewer
from linkwork.directory.models import Organisation, Service
from linkwork.directory.rules.hours import parse_hours
from linkwork.directory.rules.kinds import LocationType, Precision, ServiceRecord
from linkwork.directory.rules.matching import plain_name


def service_row(by: Viewer, service_id: UUID) -> Service:
    """The row of a service of the viewer's programme, with its organisation. Raises NotFound."""
    rows = Service.objects.select_related("organisation")
    row = the_one(rows.filter(programme_id=by.programme, id=service_id))
    if row is None:
        raise NotFound(_("There is no such service in this directory."))
    return row


def fill(row: Service, record: ServiceRecord) -> None:
    """Write what a record says into a row; only the hours and the folded name are worked out. Does not save."""
    row.name = one_line(record.name, 200)
    row.folded = plain_name(record.name)[:200]
    for name in (
        "description",
        "eligibility",
        "directions",
        "hours_text",
        "phone",
        "email",
        "website",
        "category",
    ):
        setattr(row, name, getattr(record, name).strip())
    row.address = one_line(record.address, 300)
    row.location_type = (
        LocationType.PHYSICAL if record.place or record.address.strip() else LocationType.VIRTUAL
    )
    row.latitude, row.longitude = record.place or (None, None)
    row.precision = record.precision if record.place else Precision.NONE
    times = parse_hours(record.hours_text)
    row.open_times = None if times is None else [[time.day, time.opens, time.closes] for time in times]
    row.cost_kind, row.cost_words = record.cost.kind, record.cost.words
    row.cost_imputed = record.cost.imputed
    row.languages = list(record.languages)
    source = record.source
    row.source_name, row.source_key, row.source_date = source.name, record.source_key, source.date
    row.source_url, row.licence, row.attribution = source.url, source.licence, source.attribution


def named(programme_id: UUID, names: set[str], at: dt.datetime) -> dict[str, Organisation]:
    """The organisations of these names, by folded name; those that are missing are added."""
    wanted = {plain_name(name)[:200]: one_line(name, 200) for name in names}
    found = {
        row.folded: row
        for row in Organisation.objects.filter(programme_id=programme_id, folded__in=list(wanted))
    }
    missing = [
        Organisation(id=new_id(), programme_id=programme_id, name=name, folded=folded, created_at=at)
        for folded, name in wanted.items()
        if folded not in found
    ]
    Organisation.objects.bulk_create(missing)
    return found | {row.folded: row for row in missing}
