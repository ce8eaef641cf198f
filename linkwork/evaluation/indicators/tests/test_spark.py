"""The same expressions on Spark: a master and two workers on this machine give DuckDB's answers to the last digit.

Runs where the extra `spark` is installed (`pip install linkwork[spark]`) and Java 17 is there.
"""

import datetime as dt
import os
import random
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from linkwork.evaluation.indicators.asking import count
from linkwork.evaluation.indicators.engine import opened
from linkwork.evaluation.indicators.reads.paired import asked_by_score
from linkwork.evaluation.indicators.rules.pairs import change_of
from linkwork.evaluation.indicators.rules.scopes import Scope
from linkwork.evaluation.indicators.rules.values import measured
from linkwork.evaluation.indicators.tests.conftest import Bench
from linkwork.evaluation.indicators.tests.record_figures import all_of
from linkwork.evaluation.indicators.tests.record_twin import RecordTwin
from linkwork.evaluation.indicators.tests.test_record_twins import FIGURES, as_tuple
from linkwork.evaluation.indicators.tests.test_twins import LOG, TAKEN, TOPICS
from linkwork.evaluation.indicators.tests.twin import Twin
from linkwork.evaluation.indicators.tests.worlds import TAKEN as WORLD_TAKEN
from linkwork.evaluation.indicators.tests.worlds import world
from linkwork.instruments.indicators import Grouping

pyspark = pytest.importorskip("pyspark", reason="the extra `spark` is not installed", exc_type=ImportError)
if shutil.which("java") is None:
    pytest.skip("there is no Java on this machine", allow_module_level=True)

# Spark's own bridge warns of pandas to come and leaves its sockets to the collector.
pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::PendingDeprecationWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
CONTACTS = 400
HOST = "127.0.0.1"
ENDS_WITHIN = 20  # seconds a process of the cluster has to end


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a master with two workers of one core each."""
    folder = tmp_path_factory.mktemp("spark")
    home = Path(pyspark.__file__).parent
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    address = f"spark://{HOST}:{port}"
    asked = [["master.Master", "--port", str(port)]] + [
        ["worker.Worker", "--cores", "1", "--memory", "1g", "--work-dir", str(folder / f"worker{n}"), address]
        for n in (1, 2)
    ]
    running = [_start(home, folder / f"{place}.log", words) for place, words in enumerate(asked)]
    yield address
    for one in running:
        one.terminate()
    for one in running:
        one.wait(ENDS_WITHIN)


def _start(home: Path, log: Path, words: list[str]) -> "subprocess.Popen[bytes]":
    kind, *rest = words
    command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{kind}", "--host", HOST]
    env = os.environ | {"SPARK_HOME": str(home), "SPARK_LOCAL_IP": HOST}
    with log.open("wb") as said:
        return subprocess.Popen([*command, "--webui-port", "0", *rest], env=env, stdout=said, stderr=said)


@pytest.fixture(scope="module")
def on_spark(cluster: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_LOCAL_IP", HOST)
        patch.setattr("django.conf.settings.ENGINE", cluster)
        with opened({}) as engine:
            yield Bench(tmp_path_factory.mktemp("spark-rows"), engine)


def _log(seed: int) -> list[dict[str, Any]]:
    chance = random.Random(seed)
    rows = []
    for number in range(CONTACTS):
        case = chance.randrange(60)
        day = dt.date(2025, 12, 25) + dt.timedelta(days=chance.randrange(40))
        rows.append(
            {
                "contact_id": f"{chance.randrange(10)}-{number}",
                "case_id": f"c{case}",
                "person_id": f"p{case // 2}",
                "worker_id": chance.choice([None, "w1", "w2", "w3"]),
                "occurred_on": chance.choice([None, day, day, day]),
                "mode": chance.choice([None, "met", "phone"]),
                "site_kind": chance.choice([None, "home", "library"]),
                "language": chance.choice([None, "sv", "ar"]),
                "minutes": chance.choice([None, chance.randrange(90)]),
                "marked_first": chance.choice([None, True, False]),
                "topics": chance.sample(TOPICS, chance.randrange(4)),
            }
        )
    return rows


@pytest.mark.parametrize("by", [None, Grouping.STAGE, Grouping.TOPIC])
def test_spark_counts_as_duckdb_does(on_spark: Bench, bench: Bench, by: Grouping | None) -> None:
    rows = _log(7)
    found = [one for one in LOG if by is None or by in one.grouping]
    there = count(on_spark.with_contacts(rows, 50), found, Scope(TAKEN, by=by))
    here = count(bench.with_contacts(rows, 50), found, Scope(TAKEN, by=by))
    assert len(found) > 3
    assert there == here


def test_spark_equals_the_slow_twin(on_spark: Bench) -> None:
    rows = _log(11)
    counted = count(on_spark.with_contacts(rows, 50), LOG, Scope(TAKEN))
    slow = Twin(rows, 50).all()
    for one in LOG:
        figure = measured(one.shape, counted[one.id][""])
        assert (figure.value, figure.numerator, figure.denominator, figure.missing) == slow[one.id], one.id


# One figure for each word a count may use: Spark asks each table anew, and a session is slow to answer.
WORDS = {
    "outreach_people",  # sum
    "days_to_first_contact",  # days_between, days
    "partners_in_touch",  # within, another table's column, no day
    "partners_agreed",  # holds
    "meetings_across",  # least
    "appointments_kept",  # either, in
    "connections_helped",  # the day of another table
    "children_reached",  # distinct
}
FEW = [one for one in FIGURES if one.id in WORDS]


def test_spark_equals_the_slow_twins_of_the_record(on_spark: Bench) -> None:
    made, days = world(3, 12), (dt.date(2026, 2, 1), dt.date(2026, 4, 30))
    counted = count(on_spark.with_rows(made), FEW, Scope(WORLD_TAKEN, *days))
    slow = all_of(RecordTwin(made, WORLD_TAKEN, *days))
    assert len(FEW) == len(WORDS)
    for one in FEW:
        assert as_tuple(one.shape, counted[one.id][""]) == slow[one.id], one.id


@pytest.mark.parametrize("by", [Grouping.LANGUAGE, Grouping.CHILD_AGE])
def test_spark_breaks_the_record_down_as_duckdb_does(on_spark: Bench, bench: Bench, by: Grouping) -> None:
    made, scope = world(4, 12), Scope(WORLD_TAKEN, by=by)
    found = [one for one in FEW if by in one.grouping]
    assert found
    assert count(on_spark.with_rows(made), found, scope) == count(bench.with_rows(made), found, scope)


def test_spark_puts_alike_pairs_together_as_duckdb_does(on_spark: Bench, bench: Bench) -> None:
    made, scope = world(6), Scope(WORLD_TAKEN, dt.date(2026, 2, 1))
    there, here = (
        {key: change_of(rows) for key, rows in asked_by_score(one.with_rows(made), scope).items()}
        for one in (on_spark, bench)
    )
    assert there == here
    assert there
