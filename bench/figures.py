"""The descriptive table of a contact log: our figures against hand-written DuckDB SQL and against pandas.

  python bench/figures.py                        1,000, 100,000 and 10,000,000 invented contacts
  python bench/figures.py --sizes 1000 100000
  python bench/figures.py --spark spark://127.0.0.1:7077     also on this cluster, for the shape of growth
  python bench/figures.py --save bench/results/figures.json  keep what was found, with machine and day

Eight figures (contacts, people reached, first meetings as marked and as the days say, repeats, education, contacts a
person, minutes a contact), of the whole log and of each month, from Parquet files as an extract writes them. Each way
of counting is a process of its own, so that its peak memory is its own; ways take turns, round by round. Whole time is
from the start of the work to plain numbers, without starting Python, importing the library and a first little log; ours
reads every byte first, to see that the extract is what it was. `again` is ours asking the same extract once more.
"""

import argparse
import datetime as dt
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT)]
from figures_by_hand import Answer, pandas, sql  # noqa: E402
from harness import machine, peak_megabytes  # noqa: E402

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
TAKEN = dt.date(2026, 12, 31)  # after the last invented day


def main() -> None:
    """Make the logs, let each way count them in turn, check, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 100_000, 10_000_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--spark", default="", help="the address of a Spark master")
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=["ours", "sql", "pandas"])
    parser.add_argument("--save", type=Path, help="write what was found to this file")
    parser.add_argument("--count", nargs=2, metavar=("WAY", "FOLDER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.count:
        print(json.dumps(counted(*options.count)))
        return
    print(machine())
    ways = options.ways + (["spark"] if options.spark else [])
    rows = []
    for size in options.sizes:
        with tempfile.TemporaryDirectory(prefix="linkwork-bench-") as folder:
            make(Path(folder), size)
            make(Path(folder) / "little", 100)
            rows += report(size, measure(ways, folder, options.rounds, options.spark))
    if options.save:
        found = {
            "machine": machine(),
            "day": dt.datetime.now(dt.UTC).date().isoformat(),
            "load": os.getloadavg()[0],
        }
        found |= {"rounds": options.rounds, "found": rows}
        options.save.write_text(json.dumps(found, indent=2) + "\n", "utf-8")


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
    first = found[ways[0]][0]["answer"]
    for way, answers in found.items():
        for one in answers:
            for key, value in first.items():
                if one["answer"].get(key) != value:
                    raise ValueError(f"{way} differs in {key}: {one['answer'].get(key)} and {value}")
    return found


def report(size: int, found: dict[str, list[Answer]]) -> list[Answer]:
    """Ratios first; seconds and megabytes for orientation. The same as plain values, a row for each way."""
    rows = []
    for way, answers in found.items():
        row: Answer = {"contacts": size, "way": way, "seconds": _middle(answers, "seconds")}
        row["megabytes"] = max(one["megabytes"] for one in answers)
        if "again" in answers[0]:
            row["again"] = _middle(answers, "again")
        rows.append({key: round(one, 6) if isinstance(one, float) else one for key, one in row.items()})
    print(f"{size:,} contacts")
    first = rows[0]
    for row in rows:
        said = f"again in 1/{row['seconds'] / row['again']:,.0f} of the time" if "again" in row else ""
        if row is not first:
            quick, small = first["seconds"] / row["seconds"], first["megabytes"] / row["megabytes"]
            said = f"{first['way']} takes {quick:.2f} x its time, {small:.2f} x its memory  {said}"
        print(f"  {row['way']:<7} {row['seconds']:8.2f} s {row['megabytes']:8.0f} MB  {said}")
    return rows


def _middle(answers: list[Answer], key: str) -> float:
    return statistics.median(one[key] for one in answers)


def counted(way: str, folder: str) -> Answer:
    """One way's answer, the seconds it took and the process's peak memory in megabytes; ours once more, from memory."""
    with tempfile.TemporaryDirectory(prefix="linkwork-home-") as home:
        os.environ["LINKWORK_HOME"] = home  # nothing was counted there before
        call = WAYS[way](Path(folder) / "little")
        call()  # what is imported and set up only once is not counted
        call = WAYS[way](Path(folder))
        answer, seconds = _timed(call)
        found = {"answer": answer, "seconds": seconds, "megabytes": peak_megabytes()}
        return found | ({"again": _timed(call)[1]} if WAYS[way] is ours else {})


def _timed(call: Callable[[], Answer]) -> tuple[Answer, float]:
    begun = time.perf_counter()
    answer = call()
    return answer, time.perf_counter() - begun


def ours(folder: Path) -> Callable[[], Answer]:
    """Our definitions, on the engine LINKWORK_ENGINE names."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "linkwork.config.settings"
    import django

    django.setup()
    import ibis  # noqa: F401  importing is not counted

    from linkwork.evaluation.indicators.counting import whole_and_parts
    from linkwork.evaluation.indicators.rules.scopes import Scope
    from linkwork.evaluation.indicators.rules.spreads import spread_of
    from linkwork.instruments import indicators
    from linkwork.instruments.indicators import Grouping, Shape

    asked = [indicators.definition(name) for name in FIGURES]
    card = _card(folder)

    def said(name: str, raw: Any) -> list[Any]:
        if indicators.definition(name).shape is not Shape.SPREAD:
            return [raw.numerator, raw.denominator, raw.missing]
        spread = spread_of(raw.histogram)
        assert spread is not None
        return [spread.count, spread.total, float(spread.median), spread.largest, raw.missing]

    def call() -> Answer:
        whole, months = whole_and_parts(card, asked, Scope(TAKEN, by=Grouping.MONTH))
        answer = {f"{name}/all": said(name, groups[""]) for name, groups in whole.items()}
        return answer | {
            f"{name}/{key}": said(name, raw) for name, groups in months.items() for key, raw in groups.items()
        }

    return call


def _card(folder: Path) -> Any:
    """What an extract says of itself, as far as counting asks."""
    from linkwork.extracts.parquet import sha256_of
    from linkwork.extracts.reads import MANIFEST, ExtractCard
    from linkwork.extracts.rules.manifest import hash_of

    paths = [folder / f"{name}.parquet" for name in ("contacts", "contact_terms")]
    manifest = {
        "tables": [{"name": path.stem, "file": path.name, "sha256": sha256_of(path)} for path in paths]
    }
    (folder / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    rows = {path.stem: 0 for path in paths}
    taken_at = dt.datetime.combine(TAKEN, dt.time(12), dt.UTC)
    return ExtractCard(UUID(int=0), "Bench", taken_at, "log", "", hash_of(manifest), rows, folder)


WAYS: dict[str, Callable[[Path], Callable[[], Answer]]] = {
    "ours": ours,
    "spark": ours,
    "sql": sql,
    "pandas": pandas,
}

if __name__ == "__main__":
    main()
