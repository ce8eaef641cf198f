"""Links for partners: made, renewed, revoked. The key is shown once and only its hash is kept."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.connections.access import check_may_connect
from linkwork.connections.actions.parts.links import close_links, make_link
from linkwork.connections.actions.parts.steps import locked
from linkwork.connections.rules import State
from linkwork.core.actions import action
from linkwork.core.errors import Refused
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail


@action
def renew_link(*, connection_id: UUID, by: Viewer, at: dt.datetime) -> str:
    """A new link to copy or read out, in place of all earlier ones; its token. Refused for a draft."""
    check_may_connect(by)
    row = locked(by, connection_id)
    if row.state == State.DRAFT:
        raise Refused(_("Send the request first: there is nothing for the partner to open yet."))
    closed = close_links(row, at)
    token = make_link(row, at)
    trail.record(
        by=by,
        at=at,
        what="connections.renew_link",
        about="connection",
        about_id=row.id,
        detail={"closed": closed},
    )
    return token


@action
def revoke_links(*, connection_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Close every link of this connection: it went to the wrong address, or the person asked for it."""
    check_may_connect(by)
    row = locked(by, connection_id)
    closed = close_links(row, at)
    trail.record(
        by=by,
        at=at,
        what="connections.revoke_links",
        about="connection",
        about_id=row.id,
        detail={"closed": closed},
    )
