"""Asking for the letters that wait, and for those of one connection."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _

from linkwork.connections.access import check_may_connect
from linkwork.connections.models import Message
from linkwork.connections.rules import MessageKind, MessageState
from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Kind, Viewer


@dataclass(frozen=True)
class Letter:
    """An outgoing message. `token` opens the partner's page and is there only while the letter waits."""

    id: UUID
    connection_id: UUID
    kind: MessageKind
    state: MessageState
    to: str
    language: str
    sender: str
    service_name: str
    token: str
    written_at: dt.datetime
    tries: int


def waiting_letters(viewer: Viewer) -> list[Letter]:
    """The letters of one programme to be sent now, oldest first. For the post (the system) alone: they open doors."""
    if viewer.kind is not Kind.SYSTEM:
        raise NotAllowed(_("Only the post reads letters that wait."))
    return _letters(viewer, show_token=True, state=MessageState.WAITING)


def letters_of(viewer: Viewer, connection_id: UUID) -> list[Letter]:
    """The letters of one connection, oldest first, without their tokens."""
    check_may_connect(viewer)
    return _letters(viewer, show_token=False, connection_id=connection_id)


def _letters(viewer: Viewer, *, show_token: bool, **which: object) -> list[Letter]:
    rows = Message.objects.filter(programme_id=viewer.programme, **which).annotate(
        service_label=F("connection__service__name")
    )
    return [
        Letter(
            row.id,
            row.connection_id,
            MessageKind(row.kind),
            MessageState(row.state),
            row.to,
            row.language,
            row.sender,
            row.service_label,
            row.token if show_token else "",
            row.created_at,
            row.tries,
        )
        for row in rows.order_by("created_at", "id")
    ]
