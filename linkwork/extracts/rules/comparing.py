"""What changed between two extracts, as their manifests tell it: tables, columns, rows, definitions, words, cuts.

A manifest holds no row, so nothing about anybody can be in what this says.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

Data = Mapping[str, Any]
K = TypeVar("K")


@dataclass(frozen=True)
class TableChange:
    """One table in both, either or only one. `rows` is None where it is not there; columns by name."""

    name: str
    rows: tuple[int | None, int | None]
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()  # the same column, of another kind or exactness

    @property
    def changed(self) -> bool:
        """Whether anything differs."""
        return self.rows[0] != self.rows[1] or bool(self.added or self.gone or self.otherwise)


@dataclass(frozen=True)
class Differences:
    """All of it, the first extract's value before the second's. Only what differs, but for `tables`."""

    tables: tuple[TableChange, ...]
    definitions: Mapping[str, tuple[str | None, str | None]]
    labels: Mapping[tuple[str, str], tuple[str | None, str | None]]
    days: tuple[str, str] | None
    part: Mapping[str, tuple[str | None, str | None]]
    origin: tuple[str, str] | None
    same_pseudonyms: bool
    mapping: Mapping[tuple[str, str], tuple[str | None, str | None]] = field(default_factory=dict)

    @property
    def any(self) -> bool:
        """Whether the two differ in anything a manifest tells."""
        told = (self.definitions, self.labels, self.days, self.part, self.origin, self.mapping)
        return any(map(bool, told)) or any(one.changed for one in self.tables)


def differences(one: Data, other: Data) -> Differences:
    """What changed from `one` manifest to the `other`, in whichever format each was written."""
    days = one.get("days", "exact"), other.get("days", "exact")
    origin = one["origin"], other["origin"]
    return Differences(
        tables=_tables(one, other),
        definitions=_moved(one["definitions"], other["definitions"]),
        labels=_moved(_flat(one.get("labels", {})), _flat(other.get("labels", {}))),
        days=days if days[0] != days[1] else None,
        part=_moved(one.get("part", {}), other.get("part", {})),
        origin=origin if origin[0] != origin[1] else None,
        same_pseudonyms=one["study_key"] == other["study_key"],
        mapping=_moved(_read(one.get("mapping", {})), _read(other.get("mapping", {}))),
    )


def _read(mapping: Data) -> dict[tuple[str, str], str]:
    """Which of their columns and words became what, under the field and the word ("" for the column itself)."""
    words = _flat(mapping.get("words", {}))
    return {(name, ""): column for name, column in mapping.get("columns", {}).items()} | words


def _tables(one: Data, other: Data) -> tuple[TableChange, ...]:
    first, second = _by_name(one["tables"]), _by_name(other["tables"])
    return tuple(_table(name, first.get(name), second.get(name)) for name in sorted({*first, *second}))


def _table(name: str, one: Data | None, other: Data | None) -> TableChange:
    rows = (one["rows"] if one else None, other["rows"] if other else None)
    if one is None or other is None:
        return TableChange(name, rows)
    first, second = _by_name(one["columns"]), _by_name(other["columns"])
    shared = [column for column in first if column in second]
    return TableChange(
        name,
        rows,
        added=tuple(column for column in second if column not in first),
        gone=tuple(column for column in first if column not in second),
        otherwise=tuple(column for column in shared if _form(first[column]) != _form(second[column])),
    )


def _form(column: Data) -> tuple[str, ...]:
    """What is compared of a column; an older manifest says nothing of days, which were exact."""
    days = column.get("days") or ("exact" if column["kind"] == "day" else "")
    return column["kind"], column["privacy"], days, column.get("empty", "")


def _by_name(found: list[Data]) -> dict[str, Data]:
    return {str(one["name"]): one for one in found}


def _flat(labels: Mapping[str, Mapping[str, str]]) -> dict[tuple[str, str], str]:
    return {(list_id, code): said for list_id, codes in labels.items() for code, said in codes.items()}


def _moved(one: Mapping[K, str], other: Mapping[K, str]) -> dict[K, tuple[str | None, str | None]]:
    keys = [*one, *(key for key in other if key not in one)]
    return {key: (one.get(key), other.get(key)) for key in keys if one.get(key) != other.get(key)}
