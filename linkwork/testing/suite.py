"""All the tests, in the order that finds the cheap mistakes first: `python3 run test`.

With arguments only pytest runs, on SQLite, given them: `python3 run test linkwork/casework -k refuses`.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORKERS = "2"
TAIL = 256 * 1024  # bytes of a step's output that are looked through for pytest's last lines

# Where the house's decisions are made, every branch is taken by some test.
COVERAGE_FLOOR = 100
COVERED = tuple(
    f"linkwork/**/{part}"
    for name in ("rules", "access", "actions")
    for part in (f"{name}.py", f"{name}/*.py", f"{name}/**/*.py")
)


@dataclass(frozen=True)
class Step:
    """One command of the suite; `needs` lists file patterns, one of which must exist for it to mean anything."""

    name: str
    command: tuple[str, ...]
    database: str = "sqlite"
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """How one step went; if it was pytest, `failures` and `closing` are its own last lines."""

    step: Step
    exit_code: int
    seconds: float
    failures: tuple[str, ...]
    closing: str

    def __str__(self) -> str:
        mark = "ok    " if self.exit_code == 0 else "FAILED"
        return f"{mark} {self.step.name:<22} {self.seconds:6.1f} s"


def steps() -> Iterator[Step]:
    """What is run, in order."""
    python = sys.executable
    tests = (python, "-m", "pytest", "-n", WORKERS, "--durations=12", "--durations-min=2")
    yield Step("code style", (python, "-m", "ruff", "check"))
    yield Step("code format", (python, "-m", "ruff", "format", "--check"))
    yield Step("floors and walls", (python, "-c", LINT_IMPORTS))
    yield Step("types", (python, "-m", "mypy"))
    # counting branches doubles what a test costs; a walk in a browser takes none that a test beside the code leaves
    yield Step("tests on SQLite", (*tests, "-m", "not journey", "--cov", "--cov-report="))
    yield Step("journeys", (*tests, "journeys"), needs=("journeys",))
    # where no database is asked, or a browser cannot tell which one answers, once is enough
    yield Step("tests on PostgreSQL", (*tests, "-m", "stored and not journey"), database="postgres")
    report = (
        python,
        "-m",
        "coverage",
        "report",
        f"--fail-under={COVERAGE_FLOOR}",
        f"--include={','.join(COVERED)}",
    )
    yield Step("branches covered", report, needs=COVERED)


# import-linter has no `python -m`, and its command need not be on the path
LINT_IMPORTS = (
    "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
)


def main(arguments: list[str]) -> int:
    """Run every step, also after a failure; the exit code is 0 when all went well."""
    os.chdir(ROOT)
    if arguments:
        return pytest.main(arguments)
    results = [run(step) for step in steps() if is_due(step)]
    print("\n" + "\n".join(map(str, results)))
    for result in results:
        for line in filter(None, (*result.failures, result.closing)):
            print(f"{result.step.name}: {line}")
    return 1 if any(result.exit_code for result in results) else 0


def is_due(step: Step) -> bool:
    """Whether there is anything for the step to look at."""
    return not step.needs or any(any(ROOT.glob(pattern)) for pattern in step.needs)


def run(step: Step) -> Result:
    """Run one step, showing its output as it comes."""
    print(f"\n== {step.name} ==", flush=True)
    environment = {**os.environ, "LINKWORK_TEST_DATABASE": step.database, "PYTHONUNBUFFERED": "1"}
    if sys.stdout.isatty():
        environment["FORCE_COLOR"] = "1"
    begun = time.monotonic()
    tail = b""
    with subprocess.Popen(
        step.command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        assert process.stdout is not None
        while piece := os.read(process.stdout.fileno(), 65536):
            sys.stdout.buffer.write(piece)
            sys.stdout.buffer.flush()
            tail = (tail + piece)[-TAIL:]
    seconds = time.monotonic() - begun
    return Result(step, process.returncode, seconds, *closing_lines(tail.decode(errors="replace")))


def closing_lines(output: str) -> tuple[tuple[str, ...], str]:
    """Pytest's list of failures and its last line, such as `=== 12 passed in 3.40s ===`; empty where there are none."""
    plain = re.sub(r"\x1b\[[\d;]*m", "", output)
    last = re.findall(r"^=+ (.*\bin [\d.]+s.*?) =+$", plain, re.MULTILINE)
    if not last:
        return (), ""
    failures = re.findall(r"^(?:FAILED|ERROR) \S+::.*", plain, re.MULTILINE)
    return tuple(failures), f"=== {last[-1]} ==="


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
