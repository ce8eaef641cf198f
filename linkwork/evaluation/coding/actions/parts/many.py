"""Very many small rows at once, without making an object of each."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.db import connection, models

MOST_VALUES = 20_000  # of one statement: every database that we run on takes more
Value = UUID | str | int | dt.datetime | None


def insert(
    model: type[models.Model],
    names: Sequence[str],
    rows: Iterable[Sequence[Value]],
    same: Mapping[str, object],
) -> None:
    """Insert rows: the fields `names` one by one, those of `same` alike in all.

    Inside an action's transaction, as `bulk_create` would; the database's own constraints hold, nothing else looks.
    """
    fields: list[Any] = [model._meta.get_field(name) for name in (*names, *same)]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    place = "(" + ", ".join(["%s"] * len(fields)) + ")"
    change = _as_kept()
    kept = [
        field.get_db_prep_save(value, connection)
        for field, value in zip(fields[len(names) :], same.values(), strict=True)
    ]
    into = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES "
    with connection.cursor() as cursor:
        for some in _batches(rows, MOST_VALUES // len(fields)):
            values: list[Any] = [
                change[type(value)](value) if type(value) in change else value
                for row in some
                for value in (*row, *kept)
            ]
            cursor.execute(into + ", ".join([place] * len(some)), values)


def _as_kept() -> Mapping[type, Callable[[Any], object]]:
    """How the database keeps what it has no kind of its own for: ids in letters, moments as it writes them."""
    kept: dict[type, Callable[[Any], object]] = {dt.datetime: connection.ops.adapt_datetimefield_value}
    return kept if connection.features.has_native_uuid_field else kept | {UUID: attrgetter("hex")}


def _batches(rows: Iterable[Sequence[Value]], size: int) -> Iterator[list[Sequence[Value]]]:
    left = iter(rows)
    while some := list(islice(left, size)):
        yield some
