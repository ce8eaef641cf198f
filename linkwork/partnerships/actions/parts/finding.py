"""Finding the row an action speaks of, inside the viewer's programme."""

from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.partnerships.models import Champion, Partner, PartnerContact, RoleCard


def partner_of(by: Viewer, partner_id: UUID) -> Partner:
    """The partner's row. Raises NotFound."""
    row = Partner.objects.filter(programme_id=by.programme, id=partner_id).first()
    if row is None:
        raise NotFound(_("There is no such partner in this programme."))
    return row


def contact_of(by: Viewer, contact_id: UUID) -> PartnerContact:
    """The row of somebody who works at a partner today. Raises NotFound, also for somebody who left."""
    rows = PartnerContact.objects.filter(programme_id=by.programme, id=contact_id, left_on__isnull=True)
    row = rows.select_related("partner").first()
    if row is None:
        raise NotFound(_("There is no such contact in this programme."))
    return row


def champion_of(by: Viewer, champion_id: UUID) -> Champion:
    """The row of somebody who is a champion today. Raises NotFound."""
    rows = Champion.objects.filter(programme_id=by.programme, id=champion_id, until__isnull=True)
    row = rows.select_related("contact").first()
    if row is None:
        raise NotFound(_("There is no such champion in this programme."))
    return row


def role_card_of(by: Viewer) -> RoleCard | None:
    """The version of the role card that holds; None where the programme has none yet."""
    return RoleCard.objects.filter(programme_id=by.programme).order_by("-number").first()
