"""Writing a letter into the table of letters that wait."""

import datetime as dt

from django.utils import translation

from linkwork.connections.models import Connection, Message
from linkwork.connections.rules import MessageKind, MessageState
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer


def queue(row: Connection, kind: MessageKind, by: Viewer, at: dt.datetime, token: str) -> None:
    """Write a letter to be sent, where there is an address. Its words are drawn on the way out, without the person."""
    if not row.send_to:
        return
    Message.objects.create(
        id=id_at(at),
        programme_id=row.programme_id,
        connection_id=row.id,
        kind=kind,
        state=MessageState.WAITING,
        to=row.send_to,
        language=translation.get_language() or "en",
        sender=by.name,
        token=token,
        created_at=at,
    )
