"""Writing a letter to a partner."""

import datetime as dt

from django.utils import translation

from linkwork.connections.models import Connection
from linkwork.connections.rules import LetterKind
from linkwork.core.viewer import Viewer
from linkwork.programmes import actions as programmes
from linkwork.programmes import reads as workers


def queue(row: Connection, kind: LetterKind, by: Viewer, at: dt.datetime, token: str) -> None:
    """Write a letter to be sent, where there is an address. Its words are drawn on the way out, without the person."""
    if not row.send_to:
        return
    programmes.write_letter(
        kind=kind.value,
        about_id=row.id,
        to=row.send_to,
        language=row.language or translation.get_language() or "en",
        token=token,
        sender=by.name or _asker(row, by),
        by=by,
        at=at,
    )


def _asker(row: Connection, by: Viewer) -> str:
    """Who asks, where nobody is clicking: the worker of the connection."""
    return workers.worker(by, row.worker_id).name if row.worker_id else ""
