"""Writing down who runs services."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.ids import new_id
from linkwork.core.text import one_line
from linkwork.core.viewer import Viewer
from linkwork.directory.access import check_may_change
from linkwork.directory.models import Organisation
from linkwork.directory.rules.matching import plain_name
from linkwork.trail import actions as trail


@action
def add_organisation(
    *,
    name: str,
    by: Viewer,
    at: dt.datetime,
    description: str = "",
    website: str = "",
    phone: str = "",
    email: str = "",
) -> UUID:
    """Add an organisation; its id. Raises Invalid without a name, or where the programme has one of this name."""
    check_may_change(by)
    if not name.strip():
        raise Invalid({"name": _("Say what the organisation is called.")})
    if Organisation.objects.filter(programme_id=by.programme, folded=plain_name(name)).exists():
        raise Invalid({"name": _("There is an organisation of this name already. Use that one.")})
    row = Organisation.objects.create(
        id=new_id(),
        programme_id=by.programme,
        name=one_line(name, 200),
        folded=plain_name(name)[:200],
        description=description.strip(),
        website=website.strip(),
        phone=phone.strip(),
        email=email.strip(),
        created_at=at,
    )
    trail.record(by=by, at=at, what="directory.add_organisation", about="organisation", about_id=row.id)
    return row.id
