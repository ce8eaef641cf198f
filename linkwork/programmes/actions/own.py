"""What a programme makes its own: its lists, and who takes safeguarding concerns."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action, part_of_action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.programmes.access import check_may_set_up
from linkwork.programmes.models import Programme, Worker
from linkwork.programmes.reads.safeguarding import MAY_LEAD
from linkwork.trail import actions as trail

Change = Callable[[Mapping[str, Any]], Mapping[str, Any]]


@part_of_action
def hold_programme(*, by: Viewer, at: dt.datetime) -> None:
    """Two who number something of the whole programme at once wait for each other."""
    Programme.objects.select_for_update(no_key=True).filter(id=by.programme).first()


@action
def change_list(
    *, list_id: str, change: Change, detail: Mapping[str, object], by: Viewer, at: dt.datetime
) -> None:
    """Keep what `change` makes of the programme's changes to one list. `detail` says what it was, for the trail.

    Called by `instruments.actions`, which knows the lists. The row is locked, so that no change is lost.
    """
    check_may_set_up(by)
    row = Programme.objects.select_for_update().get(id=by.programme)
    row.lists = dict(row.lists) | {list_id: change(row.lists.get(list_id) or {})}
    row.save(update_fields=["lists"])
    said: dict[str, object] = {"list": list_id, **detail}
    trail.record(by=by, at=at, what="programmes.change_list", about="programme", about_id=row.id, detail=said)


@action
def set_safeguarding(
    *,
    leads: Sequence[UUID],
    acknowledge_within_hours: int,
    danger_within_hours: int,
    by: Viewer,
    at: dt.datetime,
    emergency_phone: str = "",
    safeguarding_contact: str = "",
) -> None:
    """Say who takes concerns, in order, how soon, and whom to call. No lead at all means every manager.

    Raises Invalid for a lead who does not work with people here now, and for a danger limit above the usual one.
    """
    check_may_set_up(by)
    workers = Worker.objects.filter(programme_id=by.programme)
    may_lead = workers.filter(until__isnull=True, memberships__role__in=MAY_LEAD, login__isnull=False)
    if set(leads) - set(may_lead.values_list("id", flat=True)):
        raise Invalid({"leads": _("Choose people who work with people in this programme now.")})
    if not 1 <= danger_within_hours <= acknowledge_within_hours:
        raise Invalid({"danger_within_hours": _("Enter at least one hour, and no more than usually.")})
    workers.filter(safeguarding_rank__isnull=False).update(safeguarding_rank=None)
    for rank, lead in enumerate(dict.fromkeys(leads), start=1):
        workers.filter(id=lead).update(safeguarding_rank=rank)
    Programme.objects.filter(id=by.programme).update(
        acknowledge_within_hours=acknowledge_within_hours,
        danger_within_hours=danger_within_hours,
        emergency_phone=emergency_phone.strip(),
        safeguarding_contact=safeguarding_contact.strip(),
    )
    detail: dict[str, object] = {"leads": [str(lead) for lead in leads]}
    trail.record(
        by=by,
        at=at,
        what="programmes.set_safeguarding",
        about="programme",
        about_id=by.programme,
        detail=detail,
    )
