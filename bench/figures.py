"""The descriptive table of a contact log: our figures against hand-written DuckDB SQL and against pandas.

  python bench/figures.py                        1,000, 100,000 and 10,000,000 invented contacts
  python bench/figures.py --sizes 1000 100000
  python bench/figures.py --spark spark://127.0.0.1:7077     also on this cluster, for the shape of growth

Eight figures (contacts, people reached, first meetings as marked and as the days say, repeats, education, contacts a
person, minutes a contact), of the whole log and of each month, from Parquet files as an extract writes them. Each way
of counting is a process of its own, so that its peak memory is its own; ways take turns, round by round. Whole time is
from the start of the work to plain numbers, without starting Python, importing the library and a first little log.
"""

import argparse
import datetime as dt
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT)]
FIGURES = (
    "contacts",
    "people_reached",
    "first_share",
    "first_derived_share",
    "repeat_share",
    "education_share",
    "contacts_per_person",
    "minutes_per_contact",
)
EDUCATION = ("health_information", "rights")
TAKEN = dt.date(2026, 12, 31)  # after the last invented day
Answer = dict[str, Any]


def main() -> None:
    """Make the logs, let each way count them in turn, check, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 100_000, 10_000_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--spark", default="", help="the address of a Spark master")
    parser.add_argument("--count", nargs=2, metavar=("WAY", "FOLDER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.count:
        print(json.dumps(counted(*options.count)))
        return
    from harness import machine

    print(machine())
    ways = ["ours", "sql", "pandas"] + (["spark"] if options.spark else [])
    for size in options.sizes:
        with tempfile.TemporaryDirectory(prefix="linkwork-bench-") as folder:
            make(Path(folder), size)
            make(Path(folder) / "little", 100)
            report(size, measure(ways, folder, options.rounds, options.spark))


def make(folder: Path, size: int) -> None:
    """An invented log of `size` contacts: about 8 to a case, ten workers a thousand cases, some of it not said."""
    import duckdb

    folder.mkdir(exist_ok=True)
    with duckdb.connect() as db:
        db.execute("select setseed(0.5)")
        db.execute(
            f"""copy (select 'c' || i as contact_id, 'k' || c as case_id, 'p' || (c // 2) as person_id,
                case when random() < 0.02 then null else date '2025-01-01' + cast(random() * 720 as int) end
                    as occurred_on,
                case when random() < 0.1 then null else cast(random() * 90 as bigint) end as minutes,
                case when random() < 0.05 then null else random() < 0.2 end as marked_first
            from (select i, cast(random() * {size} / 8 as bigint) as c from range({size}) t(i)))
            to '{folder}/contacts.parquet' (format parquet)"""
        )
        db.execute(
            f"""copy (select distinct 'c' || i as contact_id, 'contact_topics' as list,
                ['health_information', 'rights', 'plan', 'going_along', 'practical_help']
                    [1 + cast(floor(random() * 5) as int)] as term
            from (select cast(random() * {size} as bigint) as i from range({size * 3 // 2})))
            to '{folder}/contact_terms.parquet' (format parquet)"""
        )


def measure(ways: list[str], folder: str, rounds: int, spark: str) -> dict[str, list[Answer]]:
    """Every way's answers with seconds and peak memory, round by round. Raises ValueError where two ways differ."""
    found: dict[str, list[Answer]] = {way: [] for way in ways}
    for turn in range(rounds):
        for way in ways if turn % 2 else reversed(ways):
            command = [sys.executable, __file__, "--count", way, folder]
            env = os.environ | ({"LINKWORK_ENGINE": spark} if way == "spark" else {})
            said = subprocess.run(command, capture_output=True, text=True, check=True, env=env).stdout
            found[way].append(json.loads(said.splitlines()[-1]))
    first = found["ours"][0]["answer"]
    for way, answers in found.items():
        for one in answers:
            for key, value in first.items():
                if one["answer"].get(key) != value:
                    raise ValueError(f"{way} differs in {key}: {one['answer'].get(key)} and {value}")
    return found


def report(size: int, found: dict[str, list[Answer]]) -> None:
    """Ratios first; seconds and megabytes for orientation."""
    middle = {way: statistics.median(one["seconds"] for one in rows) for way, rows in found.items()}
    most = {way: max(one["megabytes"] for one in rows) for way, rows in found.items()}
    print(f"{size:,} contacts")
    for way in found:
        quick, small = middle["ours"] / middle[way], most["ours"] / most[way]
        said = "" if way == "ours" else f"ours takes {quick:.2f} x its time, {small:.2f} x its memory"
        print(f"  {way:<7} {middle[way]:8.2f} s {most[way]:8.0f} MB  {said}")


def counted(way: str, folder: str) -> Answer:
    """One way's answer, the seconds it took and the process's peak memory in megabytes."""
    call = WAYS[way](Path(folder) / "little")
    call()  # what is imported and set up only once is not counted
    call = WAYS[way](Path(folder))
    begun = time.perf_counter()
    answer = call()
    seconds = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"answer": answer, "seconds": seconds, "megabytes": peak}


def ours(folder: Path) -> Callable[[], Answer]:
    """Our definitions, on the engine LINKWORK_ENGINE names."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "linkwork.config.settings"
    os.environ.setdefault("LINKWORK_HOME", str(folder))
    import django

    django.setup()
    import ibis  # noqa: F401  importing is not counted

    from linkwork.evaluation.indicators.asking import count_both
    from linkwork.evaluation.indicators.engine import opened
    from linkwork.evaluation.indicators.rules.scopes import Scope
    from linkwork.evaluation.indicators.rules.spreads import spread_of
    from linkwork.instruments import indicators
    from linkwork.instruments.indicators import Grouping, Shape

    asked = [indicators.definition(name) for name in FIGURES]
    paths = {name: folder / f"{name}.parquet" for name in ("contacts", "contact_terms")}

    def said(name: str, raw: Any) -> list[Any]:
        if indicators.definition(name).shape is not Shape.SPREAD:
            return [raw.numerator, raw.denominator, raw.missing]
        spread = spread_of(raw.histogram)
        assert spread is not None
        return [spread.count, spread.total, float(spread.median), spread.largest, raw.missing]

    def call() -> Answer:
        with opened(paths) as engine:
            whole, months = count_both(engine, asked, Scope(TAKEN, by=Grouping.MONTH))
        answer = {f"{name}/all": said(name, groups[""]) for name, groups in whole.items()}
        return answer | {
            f"{name}/{key}": said(name, raw) for name, groups in months.items() for key, raw in groups.items()
        }

    return call


PARTS = """count(*) contacts, count(*) filter (occurred_on is null) undated,
    count(distinct person_id) people, count(*) filter (person_id is null) nobody,
    count(*) filter (marked_first) firsts, count(*) filter (not marked_first) repeats,
    count(*) filter (marked_first is not null) marked, count(*) filter (marked_first is null) unmarked,
    count(*) filter (derived) derived, count(*) filter (dated) dated, count(*) filter (not dated) unplaced,
    count(*) filter (taught) taught, count(*) filter (topical) topical, count(*) filter (not topical) untold"""


def sql(folder: Path) -> Callable[[], Answer]:
    """What somebody who knows DuckDB would write by hand: one pass for the table, one question for each spread."""
    import duckdb

    def call() -> Answer:
        with duckdb.connect() as db:
            db.execute(
                f"""create table log as
                with terms as (select contact_id, bool_or(term in {EDUCATION}) taught
                    from '{folder}/contact_terms.parquet' where list = 'contact_topics' group by contact_id)
                select c.*, strftime(occurred_on, '%Y-%m') as month, taught is not null as topical,
                    coalesce(taught, false) as taught, occurred_on is not null and case_id is not null as dated,
                    occurred_on is not null and row_number() over (partition by case_id order by
                        occurred_on nulls last, not coalesce(marked_first, false), c.contact_id) = 1 as derived
                from '{folder}/contacts.parquet' c left join terms using (contact_id)"""
            )
            answer: Answer = {}
            for month, *n in db.execute(
                f"select coalesce(month, ''), {PARTS} from log group by rollup (month) having grouping(month) = 0"
            ).fetchall():
                answer |= _parts(month, n)
            (whole,) = db.execute(f"select {PARTS} from log").fetchall()
            answer |= _parts("all", list(whole))
            for name, source in (
                (
                    "contacts_per_person",
                    "select count(*) n from log where person_id is not null group by person_id",
                ),
                ("minutes_per_contact", "select minutes n from log where minutes is not null"),
            ):
                (row,) = db.execute(f"select count(*), sum(n), median(n), max(n) from ({source})").fetchall()
                missing = "person_id" if name == "contacts_per_person" else "minutes"
                (none,) = db.execute(f"select count(*) from log where {missing} is null").fetchone() or (0,)
                answer[f"{name}/all"] = [row[0], int(row[1]), float(row[2]), row[3], none]
            return answer

    return call


def _parts(month: str, n: list[int]) -> Answer:
    """The six counts and shares out of the columns of PARTS; a month's own undated contacts are none."""
    return {
        f"contacts/{month}": [n[0], None, n[1]],
        f"people_reached/{month}": [n[2], None, n[3]],
        f"first_share/{month}": [n[4], n[6], n[7]],
        f"first_derived_share/{month}": [n[8], n[9], n[10]],
        f"repeat_share/{month}": [n[5], n[6], n[7]],
        f"education_share/{month}": [n[11], n[12], n[13]],
    }


def pandas(folder: Path) -> Callable[[], Answer]:
    """What an analyst would write in a notebook."""
    import pandas as pd

    def call() -> Answer:
        log = pd.read_parquet(folder / "contacts.parquet")
        terms = pd.read_parquet(folder / "contact_terms.parquet")
        terms = terms[terms["list"] == "contact_topics"]
        log["topical"] = log["contact_id"].isin(terms["contact_id"])
        log["taught"] = log["contact_id"].isin(terms.loc[terms["term"].isin(EDUCATION), "contact_id"])
        day = pd.to_datetime(log["occurred_on"])
        log["dated"] = day.notna() & log["case_id"].notna()
        log["day"], log["late"] = day, ~log["marked_first"].eq(True)
        order = log.sort_values(["case_id", "day", "late", "contact_id"], na_position="last")
        log["derived"] = log.index.isin(order.drop_duplicates("case_id").index) & log["dated"]
        log["month"] = day.dt.strftime("%Y-%m")
        answer: Answer = {}
        for month, some in log.groupby("month"):
            answer |= _frame(str(month), some)
        answer |= _frame("", log[log["month"].isna()]) | _frame("all", log)
        each = log.groupby("person_id").size()
        minutes = log["minutes"].dropna()
        for name, column, values in (
            ("contacts_per_person", "person_id", each),
            ("minutes_per_contact", "minutes", minutes),
        ):
            answer[f"{name}/all"] = [
                len(values),
                int(values.sum()),
                float(values.median()),
                int(values.max()),
                int(log[column].isna().sum()),
            ]
        return answer

    return call


def _frame(month: str, some: Any) -> Answer:
    marked = some["marked_first"]
    columns = [
        len(some),
        some["day"].isna().sum(),
        some["person_id"].nunique(),
        some["person_id"].isna().sum(),
        marked.eq(True).sum(),
        marked.eq(False).sum(),
        marked.notna().sum(),
        marked.isna().sum(),
        some["derived"].sum(),
        some["dated"].sum(),
        (~some["dated"]).sum(),
        some["taught"].sum(),
        some["topical"].sum(),
        (~some["topical"]).sum(),
    ]
    return _parts(month, [int(one) for one in columns])


WAYS: dict[str, Callable[[Path], Callable[[], Answer]]] = {
    "ours": ours,
    "spark": ours,
    "sql": sql,
    "pandas": pandas,
}

if __name__ == "__main__":
    main()
