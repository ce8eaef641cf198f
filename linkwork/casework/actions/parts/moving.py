"""Pointing the rows of one person at another, and back again."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from linkwork.casework.models import Member, Merge, NameKey, Person, Restriction

STAYS = (NameKey, Merge, Person)  # what describes the record itself and not the person


def move_rows(absorbed: Person, kept: Person) -> dict[str, list[str]]:
    """Every row of this room that points at `absorbed` points at `kept` from now on; the ids moved, by table and key.

    Where the kept person has the one row there may be, the other stays where it is.
    """
    moved = {}
    for label, field, rows in _tables(absorbed):
        ids = list(_movable(rows, kept).order_by("id").values_list("id", flat=True))
        rows.filter(id__in=ids).update(**{field: kept.id})
        moved[label] = [str(one) for one in ids]
    return moved


def move_rows_back(absorbed: Person, kept: Person, moved: dict[str, list[str]]) -> None:
    """The rows named in `moved` point at `absorbed` again, as far as they still point at `kept`."""
    for label, field, rows in _tables(kept):
        rows.filter(id__in=moved.get(label, [])).update(**{field: absorbed.id})


def _tables(person: Person) -> Iterator[tuple[str, str, QuerySet[Any]]]:
    """(name, column, the person's rows) of every table of this room with a key to a person."""
    for relation in Person._meta.related_objects:
        model, column = relation.related_model, relation.field.attname
        if model._meta.app_label == Person._meta.app_label and model not in STAYS:
            rows = model._default_manager.filter(programme_id=person.programme_id, **{column: person.id})
            yield f"{model.__name__}.{column}", column, rows


def _movable(rows: QuerySet[Any], kept: Person) -> QuerySet[Any]:
    if rows.model is Member:
        homes = Member.objects.filter(programme_id=kept.programme_id, person_id=kept.id)
        return rows.exclude(household_id__in=list(homes.values_list("household_id", flat=True)))
    if rows.model is Restriction:
        closed = Restriction.objects.filter(programme_id=kept.programme_id, person_id=kept.id)
        return (
            rows.exclude(lifted_at__isnull=True) if closed.filter(lifted_at__isnull=True).exists() else rows
        )
    return rows
