"""Very many small rows at once, without making an object of each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connection, models

from linkwork.core.ids import new_id

BATCH = 1000


def insert(
    model: type[models.Model],
    names: Sequence[str],
    rows: Iterable[Sequence[UUID | str]],
    same: Mapping[str, object],
) -> None:
    """Insert rows with new ids: the fields `names` one by one, those of `same` alike in all.

    Inside an action's transaction, as `bulk_create` would; the database's own constraints hold, nothing else looks.
    """
    fields: list[Any] = [model._meta.get_field(name) for name in ("id", *names, *same)]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    place = "(" + ", ".join(["%s"] * len(fields)) + ")"
    kept = [
        field.get_db_prep_save(value, connection)
        for field, value in zip(fields[1 + len(names) :], same.values(), strict=True)
    ]
    native = connection.features.has_native_uuid_field
    with connection.cursor() as cursor:
        for some in _batches(rows):
            values = [
                value for row in some for value in (*(_plain(one, native) for one in (new_id(), *row)), *kept)
            ]
            wanted = ", ".join([place] * len(some))
            cursor.execute(f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES {wanted}", values)


def _plain(value: UUID | str, native: bool) -> UUID | str:
    """An id as the database keeps it: in letters where it has no kind of its own for ids."""
    return value.hex if isinstance(value, UUID) and not native else value


def _batches(rows: Iterable[Sequence[UUID | str]]) -> Iterator[list[Sequence[UUID | str]]]:
    left = iter(rows)
    while some := list(islice(left, BATCH)):
        yield some
