"""A contact log from elsewhere goes in: our reading and writing against reading the file with pandas and with pyarrow.

  python bench/extracts.py                          100,000 and 1,000,000 invented rows
  python bench/extracts.py --sizes 10000 --save results/extracts.json

Each way is a process of its own, so that its peak memory is its own. Bare reading checks nothing and keeps nothing;
ours reads every cell, gives back what is wrong, and writes an extract. What must stay flat is our peak memory.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT)]
from harness import machine, peak_megabytes  # noqa: E402

WAYS = ("ours", "pandas", "pyarrow")


def main() -> None:
    """Make the logs, let each way read them in a process of its own, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--save", type=Path, help="write what was found to this file")
    parser.add_argument("--read", nargs=2, metavar=("WAY", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read:
        print(json.dumps(read(*options.read)))
        return
    print(machine())
    found = {}
    with tempfile.TemporaryDirectory(prefix="linkwork-bench-") as folder:
        for size in options.sizes:
            path = Path(folder) / f"log-{size}.csv"
            make(path, size)
            found[size] = {way: _apart(way, path, folder) for way in WAYS}
            report(size, path, found[size])
    if options.save:
        options.save.write_text(json.dumps({"machine": machine(), "found": found}, indent=2) + "\n", "utf-8")


def make(path: Path, size: int) -> None:
    """An invented log: eight contacts a person, one row in a thousand without a day."""
    chance = random.Random(7)
    with path.open("w", encoding="utf-8") as file:
        file.write("Client,Date,Worker,First contact,Venue,Language,Minutes,Topics\n")
        for line in range(size):
            day = (
                ""
                if line % 1000 == 999
                else f"2025-{1 + chance.randrange(12):02}-{1 + chance.randrange(28):02}"
            )
            first = "yes" if line % 8 == 0 else "no"
            file.write(f"P{line // 8},{day},W{line % 10},{first},home,ar,{chance.randrange(90)},rights\n")


def _apart(way: str, path: Path, folder: str) -> dict[str, Any]:
    command = [sys.executable, __file__, "--read", way, str(path)]
    env = os.environ | {"LINKWORK_HOME": f"{folder}/{way}-{path.stem}"}
    said = subprocess.run(command, capture_output=True, text=True, check=True, env=env).stdout
    answer: dict[str, Any] = json.loads(said.splitlines()[-1])
    return answer


def read(way: str, file: str) -> dict[str, Any]:
    """Rows, seconds and peak megabytes of one way."""
    if way == "ours":
        take = _ours()
    begun = time.perf_counter()
    if way == "ours":
        rows = take(Path(file))
    elif way == "pandas":
        import pandas

        rows = len(pandas.read_csv(file))
    else:
        import pyarrow.csv as csv

        rows = csv.read_csv(file).num_rows
    seconds = time.perf_counter() - begun
    return {
        "rows": rows,
        "seconds": seconds,
        "megabytes": peak_megabytes(),
    }


def _ours() -> Any:
    """Linkwork on a database of its own, and how it takes in a file."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "linkwork.config.settings"
    import django

    django.setup()
    import datetime as dt

    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from linkwork.core.viewer import system
    from linkwork.exchange.sheets.contact_log import read_log, take_in
    from linkwork.exchange.sheets.table import SheetFile
    from linkwork.programmes import actions
    from linkwork.programmes.rules import Model

    now = dt.datetime(2026, 3, 12, 12, tzinfo=dt.UTC)
    words = {"worker_word": "worker", "person_word": "person", "people_word": "people"}
    by = system(None)
    opened = actions.create_programme(name="Bench", model=Model.PEER_SUPPORT, **words, by=by, at=now)

    def take(path: Path) -> int:
        log = read_log(SheetFile(path), now.date())
        take_in(log, by=system(opened), at=now)
        return log.rows_read

    return take


def report(size: int, path: Path, found: dict[str, dict[str, Any]]) -> None:
    """Ratios first; seconds and megabytes for orientation."""
    print(f"{size:,} rows, {path.stat().st_size / 1e6:.0f} MB")
    ours = found["ours"]
    for way, one in found.items():
        assert one["rows"] == size, way
        quick, small = ours["seconds"] / one["seconds"], ours["megabytes"] / one["megabytes"]
        said = "" if way == "ours" else f"ours takes {quick:.0f} x its time, {small:.2f} x its memory"
        print(f"  {way:<8} {one['seconds']:7.2f} s {one['megabytes']:7.0f} MB  {said}")


if __name__ == "__main__":
    main()
