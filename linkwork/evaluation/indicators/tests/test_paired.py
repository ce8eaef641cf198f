"""Change of those asked twice against a slow twin; who was asked once moves nothing; few are hidden."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from math import sqrt
from statistics import mean, stdev
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkwork.core.errors import NotAllowed, NotFound, Refused
from linkwork.evaluation.indicators import reads
from linkwork.evaluation.indicators.reads import paired
from linkwork.evaluation.indicators.rules.intervals import t_point
from linkwork.evaluation.indicators.rules.pairs import Asked, Ways, change_of
from linkwork.evaluation.indicators.rules.scopes import Scope
from linkwork.evaluation.indicators.tests.conftest import Bench
from linkwork.extracts import actions as gate
from linkwork.extracts import gather
from linkwork.extracts import reads as extracts
from linkwork.testing.cast import NOON, Cast

Row = dict[str, Any]
TAKEN = dt.date(2026, 6, 30)
HALF = st.none() | st.sampled_from([0.0, 0.1, 2.5, 3.0, 7.0, 24.0])


@st.composite
def asked(draw: Any) -> list[Row]:
    return [
        {
            "case_id": str(n),
            "measure": draw(st.sampled_from(["phq-9", "ons4"])),
            "score": draw(st.sampled_from(["total", "happy"])),
            "before": draw(HALF),
            "later": draw(HALF),
            "went": draw(st.sampled_from([None, "better", "steady", "worse"])),
            "first_on": draw(st.sampled_from([None, dt.date(2026, 1, 5), dt.date(2026, 4, 5)])),
        }
        for n in range(draw(st.integers(0, 30)))
    ]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked(), st.sampled_from([None, dt.date(2026, 2, 1)]))
def test_change_equals_its_slow_twin(bench: Bench, rows: list[Row], since: dt.date | None) -> None:
    engine = bench.with_rows({"measure_pairs": rows})
    found = {key: change_of(own) for key, own in paired.asked_by_score(engine, Scope(TAKEN, since)).items()}
    inside = [row for row in rows if since is None or (row["first_on"] and row["first_on"] >= since)]
    assert set(found) == {(row["measure"], row["score"]) for row in inside}
    for (measure, score), told in found.items():
        own = [row for row in inside if (row["measure"], row["score"]) == (measure, score)]
        both = [row for row in own if row["before"] is not None and row["later"] is not None]
        assert (told.asked, told.paired, told.once) == (len(own), len(both), len(own) - len(both))
        moved = [row["later"] - row["before"] for row in both]
        assert told.hidden == (0 < len(both) < 5)
        if len(both) < 5:
            assert told.change is None
            continue
        assert told.change is not None
        assert told.before is not None
        assert told.change.interval is not None
        assert float(told.change.mean) == pytest.approx(mean(moved), abs=0.0051)
        assert float(told.before.mean) == pytest.approx(mean(row["before"] for row in both), abs=0.0051)
        reach = t_point(len(moved) - 1) * stdev(moved) / sqrt(len(moved))
        assert float(told.change.interval.low) == pytest.approx(mean(moved) - reach, abs=0.0051)
        assert float(told.change.interval.high) == pytest.approx(mean(moved) + reach, abs=0.0051)
        for way in ("better", "steady", "worse"):
            shown = told.ways and getattr(told.ways, way)
            if shown is not None:
                assert shown == sum(row["went"] == way for row in both)


def of(before: int | None, later: int | None, went: str | None = None, often: int = 1) -> Asked:
    first, last = (None if value is None else Fraction(value) for value in (before, later))
    return Asked(first, last, went, often)


def test_whoever_was_asked_once_moves_no_mean() -> None:
    pairs = [of(10, 6, "better", 6), of(9, 9, "steady", 7)]
    alone, together = change_of(pairs), change_of([*pairs, of(27, None, None, 50), of(None, 0)])
    assert (together.change, together.before, together.ways) == (alone.change, alone.before, alone.ways)
    assert (alone.once, together.once) == (0, 51)
    assert alone.ways == Ways(6, 7, 0)


def test_small_ways_are_hidden_and_what_gives_them_away() -> None:
    told = change_of([of(10, 6, "better", 9), of(9, 9, "steady", 2), of(3, 9, "worse", 7)])
    assert told.ways == Ways(9, None, None)
    assert change_of([of(10, 6, None, 9)]).ways is None


def record(cast: Cast, monkeypatch: pytest.MonkeyPatch, rows: list[tuple[object, ...]]) -> UUID:
    """An extract whose pairs are these, in the shape the record hands them over."""
    [table] = [one for one in gather.record_tables() if one.name == "measure_pairs"]
    made = type(table)(table.name, table.columns, lambda _programme: iter(rows))
    monkeypatch.setattr(gather, "_tables_of", lambda room: (made,) if room == "outcomes" else ())
    return gate.take_extract(by=cast.evaluator, at=NOON)


def pair(
    n: int, measure: str, score: str, before: float | None, later: float | None, went: str | None
) -> Any:
    both = before is not None and later is not None
    return (
        UUID(int=n),
        UUID(int=n),
        measure,
        score,
        both,
        went,
        "between",
        "between",
        NOON.date(),
        before,
        later,
    )


def test_each_score_stands_in_a_sentence(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [pair(n, "phq-9", "total", 12.0, 6.0 + n % 2, "better") for n in range(8)]
    rows += [pair(n, "phq-9", "total", 12.0, None, None) for n in range(20, 23)]
    rows += [pair(30, "ons4", "happy", 5.0, 6.0, None), pair(31, "ons4", "satisfied", 5.0, None, None)]
    rows += [pair(n, "old", "x", 5.0, 5.0 + n % 2, None) for n in range(40, 46)]
    rows += [pair(n, "phq-9", "lost", 5.0, 5.0, None) for n in range(50, 56)]
    made = record(cast, monkeypatch, rows)
    found = {(one.measure, one.score): one for one in reads.paired_outcomes(cast.evaluator, made)}
    phq = found["phq-9", "total"]
    assert (phq.lower_is_better, phq.change.once) == (True, 3)
    assert phq.change.change is not None
    assert phq.change.change.mean == Decimal("-5.50")
    assert "mean change −5.50; asked twice: 8, once only: 3. 95 % interval from" in phq.sentence
    assert phq.sentence.endswith("Lower is better. By more than chance better: 8; worse: 0; neither: 0.")
    happy = next(one for key, one in found.items() if key == ("ons4", "happy"))
    assert "too few were asked twice" in happy.sentence
    assert "nobody was asked twice; asked once only: 1." in found["ons4", "satisfied"].sentence
    assert found["old", "x"].sentence.startswith("old, x: mean change +0.50; asked twice: 6, once only: 0.")
    assert found["old", "x"].lower_is_better is found["phq-9", "lost"].lower_is_better is None
    assert "mean change 0.00" in found["phq-9", "lost"].sentence
    later = reads.Span(NOON.date() + dt.timedelta(days=1))
    assert reads.paired_outcomes(cast.evaluator, made, later) == []


def test_what_cannot_tell_change(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks
) -> None:
    log = gate.take_log(contacts=[], by=cast.evaluator, at=NOON)
    assert reads.paired_outcomes(cast.evaluator, log) == []
    made = record(cast, monkeypatch, [])
    with pytest.raises(NotAllowed):
        reads.paired_outcomes(cast.worker, made)
    path = extracts.table_path(cast.evaluator, made, "measure_pairs")
    path.chmod(0o644)
    path.write_bytes(b"something else")
    with pytest.raises(Refused, match="not what it was"):
        reads.paired_outcomes(cast.evaluator, made)
    with django_capture_on_commit_callbacks(execute=True):
        gate.remove(extract_id=made, why="Spoilt", by=cast.manager, at=NOON)
    with pytest.raises(NotFound, match="removed: Spoilt"):
        reads.paired_outcomes(cast.evaluator, made)
