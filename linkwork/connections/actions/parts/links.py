"""Making and closing a partner's links. The key is in the token alone; the table keeps its hash."""

import datetime as dt

from linkwork.connections.models import Connection, Link
from linkwork.core.ids import id_at

LIVES = dt.timedelta(days=30)


def make_link(row: Connection, at: dt.datetime, lives: dt.timedelta = LIVES) -> str:
    """A new way in for the partner; its token. Earlier links keep working until they run out."""
    link = Link(
        id=id_at(at),
        programme_id=row.programme_id,
        connection_id=row.id,
        expires_at=at + lives,
        created_at=at,
    )
    token = link.give_key()
    link.save(force_insert=True)
    return token


def close_links(row: Connection, at: dt.datetime) -> int:
    """Let no link of this connection open any more; how many were open."""
    return Link.objects.filter(
        programme_id=row.programme_id, connection_id=row.id, revoked_at__isnull=True
    ).update(revoked_at=at)
