"""Warnings about a person, and closing their record to all but a few."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_manage_people, check_may_see_people, seen_by
from linkwork.casework.actions.parts.checks import check_text, check_worker, locked_person, worker_of
from linkwork.casework.models import Alert, Reader, Restriction
from linkwork.casework.rules.guarding import AlertKind, in_force
from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail

LONGEST = 200


@action
def set_alert(
    *,
    person_id: UUID,
    kind: AlertKind,
    words: str,
    by: Viewer,
    at: dt.datetime,
    why: str = "",
    until: dt.date | None = None,
    review_on: dt.date | None = None,
) -> UUID:
    """Warn everybody who meets this person, from today; the alert's id. Raises Invalid by field."""
    row = locked_person(person_id, by)
    check_text("words", words)
    _check_days(at, until, review_on)
    if len(words.strip()) > LONGEST:
        raise Invalid({"words": _("Keep it to 200 letters. The rest belongs beside it, under why.")})
    alert = Alert.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        created_at=at,
        person_id=row.id,
        kind=kind,
        words=words.strip(),
        why=why.strip(),
        since=timezone.localdate(at),
        until=until,
        review_on=review_on,
        worker_id=worker_of(by),
    )
    _recorded("set_alert", alert, by, at)
    return alert.id


@action
def review_alert(*, alert_id: UUID, by: Viewer, at: dt.datetime, review_on: dt.date | None = None) -> None:
    """It was looked at and still holds; the next look is on `review_on`. Raises IllegalStep where it is over."""
    row = _locked_alert(alert_id, by, at)
    _check_days(at, None, review_on)
    row.review_on = review_on
    row.save(update_fields=["review_on"])
    _recorded("review_alert", row, by, at)


@action
def end_alert(*, alert_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """It no longer holds from now on. Raises IllegalStep where it is over."""
    row = _locked_alert(alert_id, by, at)
    row.ended_at = at
    row.save(update_fields=["ended_at"])
    _recorded("end_alert", row, by, at)


def _locked_alert(alert_id: UUID, by: Viewer, at: dt.datetime) -> Alert:
    check_may_see_people(by)
    rows = Alert.objects.select_for_update().filter(programme_id=by.programme, id=alert_id)
    row = rows.filter(seen_by(by)).first()
    if row is None:
        raise NotFound(_("There is no such alert in this programme."))
    if row.ended_at is not None or not in_force(row.since, row.until, timezone.localdate(at)):
        raise IllegalStep(_("This alert is over already."))
    return row


def _check_days(at: dt.datetime, until: dt.date | None, review_on: dt.date | None) -> None:
    today = timezone.localdate(at)
    fields = {"until": until, "review_on": review_on}
    errors = {
        name: _("Choose a day that is not past.") for name, day in fields.items() if day and day < today
    }
    if errors:
        raise Invalid(errors)


def _recorded(verb: str, row: Alert, by: Viewer, at: dt.datetime) -> None:
    detail: dict[str, object] = {"person": str(row.person_id), "kind": str(row.kind)}
    trail.record(by=by, at=at, what=f"casework.{verb}", about="alert", about_id=row.id, detail=detail)


@action
def restrict_person(
    *, person_id: UUID, workers: Collection[UUID], why: str, by: Viewer, at: dt.datetime
) -> UUID:
    """Close the record to all but these workers and the managers; the restriction's id. Again: for others instead.

    Raises Invalid for a worker who has left or a missing reason.
    """
    check_may_manage_people(by)
    row = locked_person(person_id, by)
    check_text("why", why)
    for worker_id in workers:
        check_worker(worker_id, by)
    _lift(row.id, by, at)
    restriction = Restriction.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        created_at=at,
        person_id=row.id,
        worker_id=worker_of(by),
        why=why.strip(),
        since=at,
    )
    Reader.objects.bulk_create(
        Reader(programme_id=by.programme, created_at=at, restriction_id=restriction.id, worker_id=worker_id)
        for worker_id in sorted(set(workers))
    )
    detail: dict[str, object] = {"workers": sorted(str(one) for one in set(workers))}
    trail.record(
        by=by, at=at, what="casework.restrict_person", about="person", about_id=row.id, detail=detail
    )
    return restriction.id


@action
def unrestrict_person(*, person_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Open the record to all who work here. Raises IllegalStep where it is open."""
    check_may_manage_people(by)
    row = locked_person(person_id, by)
    if not _lift(row.id, by, at):
        raise IllegalStep(_("This record is open already."))
    trail.record(by=by, at=at, what="casework.unrestrict_person", about="person", about_id=row.id)


def _lift(person_id: UUID, by: Viewer, at: dt.datetime) -> int:
    rows = Restriction.objects.filter(programme_id=by.programme, person_id=person_id, lifted_at__isnull=True)
    return rows.update(lifted_at=at)
