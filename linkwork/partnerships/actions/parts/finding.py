"""Finding the row an action speaks of, inside the viewer's programme."""

from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.partnerships.models import Partner


def partner_of(by: Viewer, partner_id: UUID) -> Partner:
    """The partner's row. Raises NotFound."""
    row = Partner.objects.filter(programme_id=by.programme, id=partner_id).first()
    if row is None:
        raise NotFound(_("There is no such partner in this programme."))
    return row
