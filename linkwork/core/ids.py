"""Ids are UUIDv7: made anywhere, also on a device without a network, and still sorted by time."""

import datetime as dt
from uuid import UUID

import uuid_utils


def new_id() -> UUID:
    """A new UUIDv7 (RFC 9562 section 5.7) as a standard-library UUID."""
    return UUID(int=uuid_utils.uuid7().int)


def id_at(moment: dt.datetime) -> UUID:
    """A UUIDv7 whose time part is `moment` (aware): demo rows then page in the order they are said to have happened."""
    return UUID(int=uuid_utils.uuid7(nanoseconds=int(moment.timestamp() * 1_000_000) * 1000).int)
