"""Who may connect people, and what a partner's link opens."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework.access import check_is_own
from linkwork.connections.models import CalendarLink, Connection, Link
from linkwork.connections.rules import Owner, State
from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Kind, Viewer
from linkwork.programmes.access import check_may_see_people, may_see_people
from linkwork.programmes.private_links import closed


def check_may_connect(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer works with people supported."""
    check_may_see_people(viewer)


def may_connect(viewer: Viewer) -> bool:
    """The twin of `check_may_connect` for pages."""
    return may_see_people(viewer)


def check_may_move(viewer: Viewer, connection_id: UUID, at: dt.datetime) -> Owner:
    """Whose hand the viewer's is. Raise NotAllowed for a link that is not for this connection, or is over."""
    if viewer.kind is Kind.PERSON:
        return _check_own(viewer, connection_id, at)
    if viewer.kind is not Kind.PARTNER:
        check_may_connect(viewer)
        return Owner.WORKER
    alive = Link.living(at).filter(
        programme_id=viewer.programme, id=viewer.id or UUID(int=0), connection_id=connection_id
    )
    if not alive.exists():
        raise NotAllowed(_("This link does not open this request."))
    return Owner.PARTNER


def _check_own(viewer: Viewer, connection_id: UUID, at: dt.datetime) -> Owner:
    rows = Connection.objects.filter(programme_id=viewer.programme, id=connection_id).exclude(
        state=State.DRAFT
    )
    case_id = rows.values_list("case_id", flat=True).first()
    if case_id is None:
        raise NotAllowed(_("This link does not open this page."))
    check_is_own(viewer, case_id, at)
    return Owner.PERSON


def check_may_tell(viewer: Viewer, case_id: UUID, connection_id: UUID | None, at: dt.datetime) -> Owner:
    """Whose hand it is, for an appointment, which may belong to no connection. Raise NotAllowed as `check_may_move`."""
    if connection_id is not None:
        return check_may_move(viewer, connection_id, at)
    if viewer.kind is Kind.PERSON:
        check_is_own(viewer, case_id, at)
        return Owner.PERSON
    check_may_connect(viewer)
    return Owner.WORKER


def calendar_worker(token: str, at: dt.datetime) -> tuple[UUID, UUID]:
    """(programme, worker) of a calendar's private address. Raises Refused, always with the same sentence."""
    link = CalendarLink.opened_by(token, at).first()
    if link is None:
        raise closed()
    return link.programme_id, link.worker_id


def partner_viewer(token: str, at: dt.datetime) -> Viewer:
    """The partner behind a token. Raises Refused, with one sentence for all reasons, so that nothing is given away."""
    return viewer_of(open_link(token, at))


def viewer_of(link: Link) -> Viewer:
    """The partner who holds this link."""
    return Viewer(Kind.PARTNER, id=link.id, programme_id=link.programme_id)


def open_link(token: str, at: dt.datetime) -> Link:
    """The living link of a token. Raises Refused for a forged, unknown, expired or revoked one."""
    link = Link.opened_by(token, at).first()
    if link is None:
        raise closed()
    return link
