"""From when a partner who is not heard of counts as gone quiet."""

import datetime as dt

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.programmes.access import check_may_set_up
from linkwork.programmes.models import Programme
from linkwork.trail import actions as trail


@action
def set_quiet_after(*, weeks: int, by: Viewer, at: dt.datetime) -> None:
    """Say after how many weeks without a contact a partner has gone quiet. Raises Invalid outside 1 to 52."""
    check_may_set_up(by)
    if not 1 <= weeks <= 52:
        raise Invalid({"weeks": _("Choose between 1 and 52 weeks.")})
    row = Programme.objects.get(id=by.programme)
    row.quiet_after_weeks = weeks
    row.save(update_fields=["quiet_after_weeks"])
    detail: dict[str, object] = {"weeks": weeks}
    trail.record(
        by=by, at=at, what="programmes.set_quiet_after", about="programme", about_id=row.id, detail=detail
    )
