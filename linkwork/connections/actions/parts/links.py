"""Making and closing a partner's links. The key is in the token alone; the table keeps its hash."""

import datetime as dt
import secrets

from linkwork.connections.access import hash_of, token_of
from linkwork.connections.models import Connection, Link
from linkwork.core.ids import id_at

LIVES = dt.timedelta(days=30)


def new_key() -> str:
    """A key nobody can guess: 192 bits."""
    return secrets.token_urlsafe(24)


def make_link(row: Connection, at: dt.datetime, lives: dt.timedelta = LIVES) -> str:
    """A new way in for the partner; its token. Earlier links keep working until they run out."""
    key, link_id = new_key(), id_at(at)
    Link.objects.create(
        id=link_id,
        programme_id=row.programme_id,
        connection_id=row.id,
        key_hash=hash_of(key),
        expires_at=at + lives,
        created_at=at,
    )
    return token_of(link_id, row.programme_id, key)


def close_links(row: Connection, at: dt.datetime) -> int:
    """Let no link of this connection open any more; how many were open."""
    return Link.objects.filter(
        programme_id=row.programme_id, connection_id=row.id, revoked_at__isnull=True
    ).update(revoked_at=at)
