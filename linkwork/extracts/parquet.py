"""Writes one table to one Parquet file, row group by row group, in memory that does not grow with the table.

Ids are written as text: Spark cannot read Parquet's UUID type. Repeated texts are kept once (dictionary encoding).
"""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from uuid import UUID

from linkwork.core.arrow import arrow
from linkwork.core.days import Days
from linkwork.core.facts import Column, ColumnKind, FactTable
from linkwork.extracts.rules.crossing import Crossing, check_table, written_kind, written_name
from linkwork.extracts.rules.days import days_of, stays_behind
from linkwork.extracts.rules.manifest import ColumnNote, TableNote

ROWS_AT_ONCE = 50_000
Row = tuple[object, ...]


def write(
    table: FactTable, programme_id: UUID, key: bytes, folder: Path, days: Days = Days.EXACT
) -> TableNote:
    """Write `table`, changed on its way out, into `folder`, and make the file read-only. What was written."""
    import pyarrow.parquet as parquet  # costs half a second, so only when an extract is taken

    check_table(table)
    schema, path, count = _schema(table), folder / f"{table.name}.parquet", 0
    crossing = Crossing(table, key, days)
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for rows in _batches(table.rows(programme_id)):
            columns = crossing.out(list(zip(*rows, strict=True)))
            writer.write_table(_table(columns, schema), row_group_size=ROWS_AT_ONCE)
            count += len(rows)
    if days is not Days.EXACT:
        _mixed(path)
    path.chmod(0o444)
    notes = tuple(_note(table, one, days) for one in table.columns)
    return TableNote(table.name, path.name, count, sha256_of(path), notes)


def _mixed(path: Path) -> None:
    """Put the rows in the order of their pseudonyms: the order they were entered in would tell which came first."""
    import duckdb

    mixed = path.with_suffix(".mixed")
    with duckdb.connect() as engine:
        engine.execute("SET preserve_insertion_order = true")
        engine.execute(f"SET temp_directory = '{_quoted(path.parent)}'")
        engine.execute(
            f"COPY (SELECT * FROM read_parquet('{_quoted(path)}') ORDER BY ALL) TO '{_quoted(mixed)}'"
            f" (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROWS_AT_ONCE})"
        )
    mixed.replace(path)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _note(table: FactTable, one: Column, asked: Days) -> ColumnNote:
    kind = written_kind(one)
    exact = days_of(table, one, asked) if kind is ColumnKind.DAY else None
    empty = "it leads to an exact day" if stays_behind(one, asked) else ""
    return ColumnNote(written_name(one), kind.value, one.privacy.value, one.why, exact or "", empty)


def _schema(table: FactTable):  # type: ignore[no-untyped-def]  # pyarrow carries no types
    pyarrow = arrow()

    kinds = {
        ColumnKind.ID: pyarrow.string(),
        ColumnKind.TEXT: pyarrow.string(),
        ColumnKind.DAY: pyarrow.date32(),
        ColumnKind.WHOLE: pyarrow.int64(),
        ColumnKind.NUMBER: pyarrow.float64(),
        ColumnKind.FLAG: pyarrow.bool_(),
    }
    return pyarrow.schema([(written_name(one), kinds[written_kind(one)]) for one in table.columns])


def _table(columns: list[list[object]], schema):  # type: ignore[no-untyped-def]  # pyarrow carries no types
    pyarrow = arrow()

    arrays = [pyarrow.array(values, kind) for values, kind in zip(columns, schema.types, strict=True)]
    return pyarrow.Table.from_arrays(arrays, schema=schema)


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    waiting = iter(rows)
    while batch := list(islice(waiting, ROWS_AT_ONCE)):
        yield batch


def remove(folder: Path) -> None:
    """Remove the files of an extract's tables; whatever else lies there stays."""
    for path in folder.glob("*.parquet"):
        path.unlink()


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
