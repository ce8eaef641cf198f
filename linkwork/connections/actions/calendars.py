"""The private address of a worker's calendar: made, ended. The key is shown once and only its hash is kept."""

import datetime as dt

from django.utils.translation import gettext as _

from linkwork.connections.access import check_may_connect
from linkwork.connections.models import CalendarLink
from linkwork.core.actions import action
from linkwork.core.errors import NotAllowed
from linkwork.core.ids import id_at
from linkwork.core.viewer import Kind, Viewer
from linkwork.trail import actions as trail

LIVES = dt.timedelta(days=180)


@action
def make_calendar_link(*, by: Viewer, at: dt.datetime) -> str:
    """A new private address for the viewer's own calendar, in place of earlier ones; its token."""
    ended = _end(by, at)
    link = CalendarLink(
        id=id_at(at),
        programme_id=by.programme,
        worker_id=by.worker_id,
        expires_at=at + LIVES,
        created_at=at,
    )
    token = link.give_key()
    link.save(force_insert=True)
    _record("make_calendar_link", by, at, ended)
    return token


@action
def end_calendar_links(*, by: Viewer, at: dt.datetime) -> int:
    """Let no address of the viewer's calendar open any more; how many were open."""
    ended = _end(by, at)
    _record("end_calendar_links", by, at, ended)
    return ended


def _end(by: Viewer, at: dt.datetime) -> int:
    check_may_connect(by)
    if by.kind is not Kind.LOGIN:
        raise NotAllowed(_("A calendar belongs to a worker who is signed in."))
    rows = CalendarLink.objects.filter(programme_id=by.programme, worker_id=by.worker_id)
    return rows.filter(revoked_at__isnull=True).update(revoked_at=at)


def _record(verb: str, by: Viewer, at: dt.datetime, ended: int) -> None:
    trail.record(
        by=by, at=at, what=f"connections.{verb}", about="worker", about_id=by.id, detail={"ended": ended}
    )
