"""The one statement a search puts to the database, for SQLite and for PostgreSQL.

Both go the same way: the words and cells give candidates, each with one narrow row beside it; the narrow rows are
filtered and ranked; only the page that is shown is joined to its services.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from linkwork.directory.rules.freshness import limits
from linkwork.directory.rules.kinds import Place
from linkwork.directory.rules.places import chord_squared, on_sphere
from linkwork.directory.rules.tokens import Alternatives, Asked

SCALE = 1e15  # squared chords as whole numbers: one metre apart is about 25
NOWHERE = 9_000_000_000_000_000  # after every distance on Earth


@dataclass(frozen=True)
class Ranked:
    """Where a match stands in the order: the last three ascending, the first descending. The key of a page."""

    fit: int
    age: int
    far: int
    service_id: UUID


class _Parts:
    """A statement put together in reading order, each part with its values."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.values: list[Any] = []

    def add(self, text: str, *values: Any) -> None:
        self.text.append(text)
        self.values += values


def statement(
    programme_id: UUID,
    asked: Asked,
    *,
    vendor: str,
    columns: tuple[str, ...],
    place: Place | None,
    within_km: float | None,
    open_on: tuple[int, int | None] | None,
    today: dt.date,
    after: Ranked | None,
    size: int,
) -> tuple[str, list[Any]]:
    """(SQL, values). Rows, best first: fit, age, far, service id, organisation name, `columns` of the service."""
    sqlite = vendor == "sqlite"
    programme = programme_id.hex if sqlite else programme_id
    parts = _Parts()
    shown = ", ".join(f"s.{column}" for column in columns)
    parts.add(
        f"SELECT hit.fit, hit.age, hit.far, hit.service_id, o.name, {shown} FROM (SELECT * FROM (SELECT"
    )
    _fit(parts, asked, sqlite)
    fresh, ageing = limits(today)
    parts.add(
        "AS fit, CASE WHEN e.checked_on IS NULL THEN 3 WHEN e.checked_on >= %s THEN 0"
        " WHEN e.checked_on >= %s THEN 1 ELSE 2 END AS age,",
        fresh.isoformat() if sqlite else fresh,
        ageing.isoformat() if sqlite else ageing,
    )
    _far(parts, place)
    parts.add("AS far, e.service_id")
    if sqlite:
        parts.add(
            "FROM directory_words CROSS JOIN directory_entry e ON e.number = directory_words.rowid"
            " WHERE directory_words MATCH %s AND e.programme_id = %s",
            fts5(asked.all_of),
            programme,
        )
    else:
        parts.add(
            "FROM directory_entry e WHERE e.programme_id = %s AND e.words @@ %s::tsquery",
            programme,
            tsquery(asked.all_of),
        )
    _near(parts, place, within_km)
    _open(parts, open_on, sqlite)
    parts.add(") AS ranked")
    if after:
        _beyond(parts, after, sqlite)
    parts.add("ORDER BY fit DESC, age, far, service_id LIMIT %s) AS hit", size)
    parts.add(
        "JOIN directory_service s ON s.id = hit.service_id AND s.programme_id = %s"
        " JOIN directory_organisation o ON o.id = s.organisation_id AND o.programme_id = %s"
        " ORDER BY hit.fit DESC, hit.age, hit.far, hit.service_id",
        programme,
        programme,
    )
    return " ".join(parts.text), parts.values


def fts5(all_of: tuple[Alternatives, ...]) -> str:
    """A question in FTS5's words. Every token is quoted."""
    return " AND ".join("(" + " OR ".join(f'"{one}"' for one in group) + ")" for group in all_of)


def tsquery(all_of: tuple[Alternatives, ...]) -> str:
    """The same question in PostgreSQL's words."""
    return " & ".join("(" + " | ".join(f"'{one}'" for one in group) + ")" for group in all_of)


def _fit(parts: _Parts, asked: Asked, sqlite: bool) -> None:
    """How well the words fit: which tier is met, or, where any word is enough, how many are."""
    if not asked.tiers:
        parts.add("0")
        return
    programme = asked.all_of[0]
    tests = [
        ("directory_words.rowid IN (SELECT rowid FROM directory_words WHERE directory_words MATCH %s)", fts5)
    ]
    test, written = tests[0] if sqlite else ("e.words @@ %s::tsquery", tsquery)
    if asked.any_word:
        counted = " + ".join(f"CASE WHEN {test} THEN 1 ELSE 0 END" for _tier in asked.tiers)
        parts.add(f"({counted})", *(written((programme, *tier)) for tier in asked.tiers))
        return
    best = len(asked.tiers)
    cases = " ".join(f"WHEN {test} THEN {best - place}" for place in range(best))
    parts.add(f"CASE {cases} ELSE 0 END", *(written((programme, *tier)) for tier in asked.tiers))


_CHORD = "((e.x - %s) * (e.x - %s) + (e.y - %s) * (e.y - %s) + (e.z - %s) * (e.z - %s))"


def _point(place: Place) -> tuple[float, ...]:
    return tuple(axis for axis in on_sphere(place) for _twice in range(2))


def _far(parts: _Parts, place: Place | None) -> None:
    """The distance as a whole number that orders; the same for all where there is no place to measure from."""
    if place is None:
        parts.add("0")
        return
    parts.add(f"COALESCE(CAST({_CHORD} * {SCALE} AS BIGINT), {NOWHERE})", *_point(place))


def _near(parts: _Parts, place: Place | None, within_km: float | None) -> None:
    """Within the distance, or at no place at all: a helpline is as near as the phone."""
    if place is not None and within_km is not None:
        parts.add(f"AND (e.x IS NULL OR {_CHORD} <= %s)", *_point(place), chord_squared(within_km))


def _open(parts: _Parts, open_on: tuple[int, int | None] | None, sqlite: bool) -> None:
    """Open then, or hours not known."""
    if open_on is None:
        return
    day, minute = open_on
    mask = (1 << 48) - 1 if minute is None else 1 << (minute // 30)
    unknown = "e.hours_known = 0" if sqlite else "NOT e.hours_known"
    parts.add(f"AND ({unknown} OR (e.day{int(day)} & %s) <> 0)", mask)


def _beyond(parts: _Parts, after: Ranked, sqlite: bool) -> None:
    """Only what comes after the last match of the page before."""
    parts.add(
        "WHERE (-fit, age, far, service_id) > (%s, %s, %s, %s)",
        -after.fit,
        after.age,
        after.far,
        after.service_id.hex if sqlite else after.service_id,
    )
