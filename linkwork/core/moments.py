"""Reading at length without stopping anybody who writes."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from django.db import connection, transaction

# The moment is that of the first question, so one is asked at once.
BEGUN_ON_SQLITE = ("SELECT count(*) FROM sqlite_master",)
BEGUN = ("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY", "SELECT 1")


@contextmanager
def one_moment() -> Iterator[None]:
    """What is read inside is the record as it is now, at one moment; others write meanwhile, and inside nobody can.

    SQLite keeps what a reader began with aside (its log of writes is cut back once the reader is done); PostgreSQL does
    where the transaction says “repeatable read”. Inside a transaction that is open already, what is read is what that
    one reads: on SQLite of one moment too.
    """
    if connection.in_atomic_block:
        yield
        return
    sqlite = connection.vendor == "sqlite"
    with _without_the_lock(connection) if sqlite else nullcontext(), transaction.atomic():
        with connection.cursor() as cursor:
            for said in BEGUN_ON_SQLITE if sqlite else BEGUN:
                cursor.execute(said)
        yield


@contextmanager
def _without_the_lock(connection: Any) -> Iterator[None]:
    """Begin without the lock that writing takes, and refuse to write: half way it could not be had any more."""
    mode, connection.transaction_mode = connection.transaction_mode, "DEFERRED"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = 1")
    try:
        yield
    finally:
        connection.transaction_mode = mode
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA query_only = 0")
