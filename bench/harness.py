"""How many times as long does ours take as theirs, in one run on one machine?

A shared machine's absolute times say little, so what is printed is a ratio. The two answers are compared first: a
ratio of unequal answers is not printed. Rounds are interleaved, so that a busy moment falls on both.
"""

import gc
import os
import platform
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Ratio:
    """Milliseconds of each, and ours over theirs."""

    name: str
    calls: int
    ours_median: float
    ours_p95: float
    theirs_median: float
    theirs_p95: float

    @property
    def median(self) -> float:
        """Ours over theirs, in the middle."""
        return self.ours_median / self.theirs_median

    @property
    def p95(self) -> float:
        """Ours over theirs, at the slow end."""
        return self.ours_p95 / self.theirs_p95

    def __str__(self) -> str:
        return (
            f"{self.name}: p95 {self.p95:.2f} x, median {self.median:.2f} x"
            f" (ours {self.ours_median:.3f} / {self.ours_p95:.3f} ms,"
            f" theirs {self.theirs_median:.3f} / {self.theirs_p95:.3f} ms, median / p95 of {self.calls} calls)"
        )


def compare(
    name: str,
    ours: Callable[[Any], Any],
    theirs: Callable[[Any], Any],
    inputs: Sequence[Any],
    rounds: int = 3,
    same: Callable[[Any, Any], bool] = lambda one, other: bool(one == other),
) -> Ratio:
    """Run both on every input, `rounds` times, after a round that checks and warms up. Raises ValueError if unequal."""
    for one in inputs:
        left, right = ours(one), theirs(one)
        if not same(left, right):
            raise ValueError(
                f"{name}: the answers to {one!r} differ: {repr(left)[:400]} and {repr(right)[:400]}"
            )
    taken: tuple[list[float], list[float]] = ([], [])
    gc.collect()
    gc.disable()
    try:
        for turn in range(rounds):
            for place, one in enumerate(inputs):
                for which in (0, 1) if (turn + place) % 2 else (1, 0):
                    taken[which].append(_timed((ours, theirs)[which], one))
    finally:
        gc.enable()
    return Ratio(
        name, len(taken[0]), *(figure for times in taken for figure in (statistics.median(times), p95(times)))
    )


def p95(times: Sequence[float]) -> float:
    """The time that 95 of 100 calls do not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]


def peak_megabytes() -> float:
    """The most memory that this process held since it began.

    Linux keeps it apart by process; what `getrusage` says begins with what its parent held, so that a little process
    begun by a large one looks large.
    """
    status = Path("/proc/self/status")
    for line in status.read_text().splitlines() if status.exists() else ():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@contextmanager
def own_database() -> Iterator[Path]:
    """A home of its own with an empty database, gone at the end; LINKWORK_BENCH_DATABASE names another database."""
    with tempfile.TemporaryDirectory(prefix="linkwork-bench-") as folder:
        own = f"sqlite:///{folder}/bench.sqlite3"
        os.environ |= {
            "LINKWORK_HOME": folder,
            "LINKWORK_DATABASE_URL": os.environ.get("LINKWORK_BENCH_DATABASE", own),
            "DJANGO_SETTINGS_MODULE": "linkwork.config.settings",
        }
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        yield Path(folder)


def machine() -> str:
    """On what this was measured."""
    import sqlite3

    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {platform.python_implementation()}"
        f" {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


def _timed(call: Callable[[Any], Any], one: Any) -> float:
    begun = time.perf_counter()
    call(one)
    return (time.perf_counter() - begun) * 1000
