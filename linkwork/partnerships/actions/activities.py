"""Activities made together with partners: beginning one, keeping a session, ending it."""

import datetime as dt
from collections.abc import Collection, Mapping
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_write
from linkwork.partnerships.actions.parts.counting import count_as_interactions
from linkwork.partnerships.actions.parts.finding import activity_of, partner_of
from linkwork.partnerships.models import Activity, ActivityPartner, ActivitySession
from linkwork.partnerships.rules import Part, Practice
from linkwork.trail import actions as trail


@action
def begin_activity(
    *,
    title: str,
    since: dt.date,
    parts: Mapping[UUID, Part],
    by: Viewer,
    at: dt.datetime,
    purpose: str = "",
    place: str = "",
) -> UUID:
    """Begin an activity with partners (`parts` by the partner's id); its id.

    Raises Invalid without a title or without a partner, NotFound.
    """
    check_may_write(by)
    if not title.strip():
        raise Invalid({"title": _("Say what it is.")})
    if not parts:
        raise Invalid({"developed": _("Choose at least one partner.")})
    row = Activity.objects.create(
        programme_id=by.programme,
        title=title.strip(),
        purpose=purpose.strip(),
        place=place.strip(),
        worker_id=by.id,
        since=since,
        created_at=at,
    )
    for partner_id, part in parts.items():
        ActivityPartner.objects.create(
            programme_id=by.programme,
            activity=row,
            partner=partner_of(by, partner_id),
            part=part,
            created_at=at,
        )
    _record("partnerships.begin_activity", row, by, at, partners=len(parts))
    return row.id


@action
def keep_session(
    *,
    activity_id: UUID,
    held_on: dt.date,
    partner_ids: Collection[UUID],
    by: Viewer,
    at: dt.datetime,
    people: int | None = None,
    families: int | None = None,
    new_families: int | None = None,
    learnt: str = "",
) -> UUID:
    """Keep one session; done again for the same day it corrects it. Its id. None is “not counted”, never nought.

    Each partner who was there counts as one piece of work together. Raises NotFound, IllegalStep once it has ended,
    Invalid for a day outside the activity and for numbers that cannot be.
    """
    check_may_write(by)
    row = activity_of(by, activity_id)
    if row.ended_on is not None:
        raise IllegalStep(_("This activity has ended."))
    _check_session(row, held_on, at, people, families, new_families)
    values = {"people": people, "families": families, "new_families": new_families, "learnt": learnt.strip()}
    session, _new = ActivitySession.objects.update_or_create(
        programme_id=by.programme,
        activity=row,
        held_on=held_on,
        defaults=values,
        create_defaults={**values, "created_at": at},
    )
    count_as_interactions("session", session, partner_ids, Practice.SHARED_ACTIVITY, held_on, by, at)
    _record("partnerships.keep_session", row, by, at, partners=len(set(partner_ids)))
    return session.id


def _check_session(
    row: Activity,
    held_on: dt.date,
    at: dt.datetime,
    people: int | None,
    families: int | None,
    new_families: int | None,
) -> None:
    errors = {}
    if held_on < row.since:
        errors["held_on"] = _("This is before the activity began. Choose a later day.")
    if held_on > timezone.localdate(at):
        errors["held_on"] = _("This day has not come yet.")
    if families is not None and people is not None and families > people:
        errors["families"] = _("There cannot be more families than people.")
    if new_families is not None and new_families > (families if families is not None else -1):
        errors["new_families"] = _("Those new are among the families. Enter the families too.")
    if errors:
        raise Invalid(errors)


@action
def end_activity(*, activity_id: UUID, ended_on: dt.date, learnt: str, by: Viewer, at: dt.datetime) -> None:
    """The activity is over, and what was learnt. Raises NotFound, IllegalStep where it has ended, Invalid too early."""
    check_may_write(by)
    row = activity_of(by, activity_id)
    if row.ended_on is not None:
        raise IllegalStep(_("This activity has ended."))
    last = (
        ActivitySession.objects.filter(programme_id=by.programme, activity=row).order_by("-held_on").first()
    )
    if ended_on < (last.held_on if last else row.since):
        raise Invalid({"ended_on": _("It was still held after this day. Choose a later day.")})
    row.ended_on, row.learnt = ended_on, learnt.strip()
    row.save(update_fields=["ended_on", "learnt"])
    _record("partnerships.end_activity", row, by, at)


def _record(what: str, row: Activity, by: Viewer, at: dt.datetime, **detail: object) -> None:
    trail.record(by=by, at=at, what=what, about="activity", about_id=row.id, detail=detail)
