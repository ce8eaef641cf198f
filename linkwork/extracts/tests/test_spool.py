"""A foreign log goes in some rows at a time, whatever its size; and says what contradicts as rows in memory do."""

import datetime as dt
import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linkwork.extracts import actions, parquet, reads, spool
from linkwork.extracts.rules.logs import LogContact, contradictions
from linkwork.extracts.spool import Spool, spooled
from linkwork.testing.cast import NOON, Cast

DAY = dt.date(2026, 3, 2)
ROWS = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(0, 4), st.sampled_from([True, False, None])), max_size=12
)


@pytest.mark.rules
@settings(deadline=None, max_examples=40)
@given(ROWS)
def test_contradictions_and_first_days_are_those_of_rows_in_memory(rows) -> None:
    log = [
        LogContact(place, person, DAY + dt.timedelta(days=day), marked_first=first, topics=("rights",))
        for place, (person, day, first) in enumerate(rows)
    ]
    with spooled(log) as held:
        assert list(held.contacts()) == log
        assert held.contradictions() == contradictions(log)
        assert held.contradictions(1) == contradictions(log)[:1]
        earliest = {one.person: min(o.occurred_on for o in log if o.person == one.person) for one in log}
        assert list(held.first_days()) == list(earliest.items())


def stream(count: int, asked: list[int]) -> Iterator[LogContact]:
    """Rows that exist only when they are asked for; how many were alive at once is seen from `asked`."""
    for line in range(count):
        asked.append(line)
        yield LogContact(line, f"P{line % 50}", DAY, "W1", "met", minutes=30, topics=("rights",))


def test_rows_are_taken_in_batches(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "ROWS_AT_ONCE", 100)
    monkeypatch.setattr(parquet, "ROWS_AT_ONCE", 100)
    sizes: list[int] = []
    written = parquet._table

    def counting(columns, schema):
        sizes.append(len(columns[0]))
        return written(columns, schema)

    monkeypatch.setattr(parquet, "_table", counting)
    asked: list[int] = []
    made = actions.take_log(contacts=stream(1050, asked), by=cast.evaluator, at=NOON)
    assert asked == list(range(1050))  # once only
    assert reads.extract(cast.evaluator, made).rows["contacts"] == 1050
    assert max(sizes) == 100
    assert sizes.count(100) == 20  # ten of the contacts, ten of their topics
    with spooled(stream(1050, [])) as held:
        assert (held.batches, held.count) == (11, 1050)


def test_memory_does_not_grow_with_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "ROWS_AT_ONCE", 200)

    def most(count: int) -> int:
        tracemalloc.start()
        with spooled(stream(count, [])) as held:
            for _one in held.contacts():
                pass
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    class Forgetful(list[int]):
        def append(self, _line: int) -> None:
            """Remember nothing: the test itself must not grow."""

    original = stream
    monkeypatch.setitem(globals(), "stream", lambda count, _asked: original(count, Forgetful()))
    assert most(6000) < 1.3 * most(2000)


def test_rows_that_were_kept_are_there_again_and_a_refused_one_is_put_right(tmp_path):
    path = tmp_path / "log.sqlite"
    kept = Spool(path)
    kept.take([LogContact(2, "P", dt.date(2026, 3, 1))])
    kept.turn_back(3, ["x"])
    kept.close()
    again = Spool(path)
    assert (again.count, again.refused, [one.line for one in again.contacts()]) == (1, 1, [2])
    assert again.put_right(3)
    assert not again.put_right(4)
    assert (again.refused, list(again.turned_back())) == (0, [])
    again.close()
    assert path.exists()
