"""How a programme wants its plans and closures to go."""

import datetime as dt

from linkwork.core.actions import action
from linkwork.core.viewer import Viewer
from linkwork.programmes.access import check_may_set_up
from linkwork.programmes.models import Programme
from linkwork.trail import actions as trail


@action
def set_plan_rules(
    *, plans_need_approval: bool, reopen_within_days: int, by: Viewer, at: dt.datetime
) -> None:
    """Say whether plans wait for somebody else's yes, and for how many days a closed case can be opened again."""
    check_may_set_up(by)
    row = Programme.objects.get(id=by.programme)
    row.plans_need_approval, row.reopen_within_days = plans_need_approval, reopen_within_days
    row.save(update_fields=["plans_need_approval", "reopen_within_days"])
    detail: dict[str, object] = {"approval": plans_need_approval, "reopen_within_days": reopen_within_days}
    trail.record(
        by=by, at=at, what="programmes.set_plan_rules", about="programme", about_id=row.id, detail=detail
    )
