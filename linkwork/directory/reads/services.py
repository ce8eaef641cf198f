"""One service, one organisation, and who checked."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.directory.access import check_may_search
from linkwork.directory.models import Check, Organisation, Service
from linkwork.directory.reads.cards import COLUMNS, CheckCard, OrganisationCard, ServiceCard, card
from linkwork.directory.rules.matching import plain_name


def service(viewer: Viewer, service_id: UUID, today: dt.date | None = None) -> ServiceCard:
    """The whole entry, graded as of `today`. Raises NotFound. One question of the database."""
    found = services(viewer, [service_id], today)
    if not found:
        raise NotFound(_("There is no such service in this directory."))
    return found[0]


def services(
    viewer: Viewer, service_ids: Collection[UUID], today: dt.date | None = None
) -> list[ServiceCard]:
    """These services, in the order asked for; ids that are not in this directory are left out. One question."""
    check_may_search(viewer)
    rows = Service.objects.filter(programme_id=viewer.programme, id__in=list(service_ids)).values_list(
        "organisation__name", *COLUMNS
    )
    day = today or timezone.now().date()
    found = {row[1]: card(row[1:], row[0], day) for row in rows}
    return [found[key] for key in service_ids if key in found]


def services_of(viewer: Viewer, organisation_id: UUID, today: dt.date | None = None) -> list[ServiceCard]:
    """The services of one organisation, by name. One question of the database."""
    check_may_search(viewer)
    rows = Service.objects.filter(programme_id=viewer.programme, organisation_id=organisation_id)
    day = today or timezone.now().date()
    found = rows.order_by("name", "id").values_list("organisation__name", *COLUMNS)
    return [card(row[1:], row[0], day) for row in found]


def organisation(viewer: Viewer, organisation_id: UUID) -> OrganisationCard:
    """One organisation. Raises NotFound."""
    check_may_search(viewer)
    row = Organisation.objects.filter(programme_id=viewer.programme, id=organisation_id).first()
    if row is None:
        raise NotFound(_("There is no such organisation in this directory."))
    return _organisation(row)


def organisations(viewer: Viewer, words: str = "", most: int = 20) -> list[OrganisationCard]:
    """Organisations whose name holds `words`, by name: to choose one while typing."""
    check_may_search(viewer)
    rows = Organisation.objects.filter(programme_id=viewer.programme, folded__contains=plain_name(words))
    return [_organisation(row) for row in rows.order_by("folded", "id")[:most]]


def checks(viewer: Viewer, service_id: UUID, most: int = 10) -> list[CheckCard]:
    """The last times somebody checked this entry, newest first."""
    check_may_search(viewer)
    rows = Check.objects.filter(programme_id=viewer.programme, service_id=service_id).order_by("-on", "-id")
    return [CheckCard(row.on, row.right, row.how, row.note, row.by_kind, row.by_id) for row in rows[:most]]


def _organisation(row: Organisation) -> OrganisationCard:
    return OrganisationCard(row.id, row.name, row.description, row.website, row.phone, row.email)
