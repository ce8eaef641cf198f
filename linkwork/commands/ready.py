"""Is the demonstration in this home filled already, by this version? Then a second start has nothing to prepare.

Plain Python: a second start loads neither Django nor the engines before it serves.
"""

import hashlib
import json
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
NAME = "demonstration.json"


def version(database: str) -> str:
    """What a filled demonstration depends on: the tables' steps, how it is filled, and where it lies."""
    steps = sorted(PACKAGE.rglob("migrations/0*.py"))
    told = sorted((PACKAGE / "commands" / "demo").rglob("*.py"))
    sizes = [f"{path.relative_to(PACKAGE)}:{path.stat().st_size}" for path in [*steps, *told]]
    return hashlib.sha256("\n".join([database, *sizes]).encode()).hexdigest()


def say(home: Path, database: str, lines: list[str]) -> None:
    """Note that the demonstration is filled, and what to say at the next start."""
    (home / NAME).write_text(json.dumps({"version": version(database), "lines": lines}), "utf-8")


def forget(home: Path) -> None:
    """The next start looks again."""
    (home / NAME).unlink(missing_ok=True)


def said(home: Path, database: str) -> list[str] | None:
    """What to say at this start; None where something has to be prepared first."""
    try:
        noted = json.loads((home / NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    is_there = database.startswith("postgres") or (home / "linkwork.sqlite3").exists()
    return noted["lines"] if is_there and noted.get("version") == version(database) else None
