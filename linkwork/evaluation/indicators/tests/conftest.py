"""An engine over rows in memory, so that hypothesis can try many logs without the database."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from linkwork.evaluation.indicators.engine import Engine, opened
from linkwork.evaluation.indicators.tests.worlds import SCHEMAS

Row = dict[str, Any]
STAGES = [
    {"stage": "initiation", "starts_on": dt.date(2026, 1, 1)},
    {"stage": "operation", "starts_on": dt.date(2026, 1, 11)},
]


class Bench:
    """Writes rows to files and lets one engine read them anew each time."""

    def __init__(self, folder: Path, engine: Engine) -> None:
        self.folder, self.engine, self.turn = folder, engine, 0

    def with_rows(self, tables: dict[str, list[Row]]) -> Engine:
        self.turn += 1
        paths = {}
        for name, rows in tables.items():
            paths[name] = self.folder / f"{name}-{self.turn % 2}.parquet"
            schema = pa.schema([one for one in SCHEMAS[name] if not rows or one.name in rows[0]])
            parquet.write_table(pa.Table.from_pylist(rows, schema=schema), paths[name])
        return Engine(self.engine._backend, paths)

    def with_contacts(self, contacts: list[Row], target: int | None = None) -> Engine:
        terms = [
            {"contact_id": row["contact_id"], "list": "contact_topics", "term": term}
            for row in contacts
            for term in row["topics"]
        ]
        rows = [{key: value for key, value in row.items() if key != "topics"} for row in contacts]
        programme = [{"programme_id": "p", "target_size": target}]
        return self.with_rows(
            {"contacts": rows, "contact_terms": terms, "programme": programme, "stages": STAGES}
        )


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """One DuckDB for a file of tests: opening it is what costs."""
    with opened({}) as engine:
        yield Bench(tmp_path_factory.mktemp("rows"), engine)


Measure = Callable[..., Any]
