"""Somebody takes the file that left the house and subtracts: does any hidden number come back?"""

import datetime as dt
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linkwork.casework.reads import Done, Practice, Span
from linkwork.core.numbers import SMALLEST_SHOWN
from linkwork.web.people import reporting
from linkwork.web.people.leaving import leaving
from linkwork.web.people.reporting import Part, Row

SPAN = Span(dt.date(2026, 1, 1), dt.date(2026, 3, 31))
SOURCES, PEOPLE, CONTACTS, MONTH, PLACE, WORKER = range(6)
Cell = tuple[int, int, int]  # table, row, column
CONTACTS_COLUMN, MINUTES_WITH, MINUTES_WITHOUT = range(3)

few = st.integers(0, 9)
done_rows = st.lists(
    st.builds(
        Done,
        worker_id=st.sampled_from([None, UUID(int=1), UUID(int=2), UUID(int=3)]),
        site_id=st.sampled_from([None, UUID(int=4), UUID(int=5)]),
        month=st.sampled_from([dt.date(2026, month, 1) for month in (1, 2, 3)]),
        contacts=few,
        attempts=few,
        with_person=st.integers(0, 90),
        without=st.integers(0, 40),
        not_said=few,
    ),
    max_size=12,
)


def report(rows: list[Done], first: int, sources: list[int], unanswered: int) -> list[Part]:
    """The tables that share totals, as the report makes them; every worker has the same name."""
    done = Practice(tuple(rows), first)
    people = {
        "referred": sum(sources), "unanswered": min(unanswered, sum(sources)), "met_first": first,
        "met_again": unanswered, "made": 0, "known": 0,
    }  # fmt: skip
    said = [
        reporting._grouped(title, done.rows, key, lambda one: "the same")
        for title, key in (
            ("month", lambda row: row.month),
            ("place", lambda row: row.site_id),
            ("worker", lambda row: row.worker_id),
        )
    ]
    came = Part("sources", "", ("People",), tuple(Row(str(n), (count,)) for n, count in enumerate(sources)))
    return [came, reporting._people(people, SPAN), reporting._contacts(done), *said]


def sums(parts: list[Part]) -> list[tuple[Cell, list[Cell]]]:
    """Each total in the file with the cells that add up to it."""

    def column(table: int, place: int) -> list[Cell]:
        return [(table, row, place) for row in range(len(parts[table].rows))]

    found: list[tuple[Cell, list[Cell]]] = [
        ((PEOPLE, 0, 0), column(SOURCES, 0)),
        ((CONTACTS, 0, 0), [(CONTACTS, 1, 0), (CONTACTS, 2, 0)]),
        ((CONTACTS, 0, 0), [(PEOPLE, 2, 0), (CONTACTS, 2, 0)]),
        ((CONTACTS, 1, 0), [(PEOPLE, 2, 0)]),
    ]
    for table in (MONTH, PLACE, WORKER):
        found += [
            ((CONTACTS, 0, 0), column(table, CONTACTS_COLUMN)),
            ((CONTACTS, 4, 0), column(table, MINUTES_WITH)),
            ((CONTACTS, 5, 0), column(table, MINUTES_WITHOUT)),
        ]
    return found


def attacked(parts: list[Part]) -> dict[Cell, int]:
    """Everything that subtraction gives back, again and again until nothing more comes."""
    known = {
        (n, m, place): value
        for n, part in enumerate(parts)
        for m, row in enumerate(part.rows)
        for place, value in enumerate(row.values)
        if value is not None
    }
    printed = set(known)
    while True:
        before = len(known)
        for total, cells in sums(parts):
            open_ones = [cell for cell in cells if cell not in known]
            inside = sum(known[cell] for cell in cells if cell in known)
            if total not in known and not open_ones:
                known[total] = inside
            elif total in known and len(open_ones) == 1:
                known[open_ones[0]] = known[total] - inside
            elif total in known and known[total] == inside:
                known |= dict.fromkeys(open_ones, 0)
        if len(known) == before:
            return {cell: value for cell, value in known.items() if cell not in printed}


@pytest.mark.rules
@settings(max_examples=300, deadline=None)
@given(done_rows, st.data(), st.lists(few, max_size=5), few)
def test_subtracting_gives_no_hidden_number_back(rows, data, sources, unanswered):
    contacts = sum(row.contacts for row in rows)
    parts = report(rows, data.draw(st.integers(0, contacts)), sources, unanswered)
    left = leaving(parts)
    back = attacked(left)
    minutes = {cell for cell in back if cell[0] >= MONTH and cell[2] != CONTACTS_COLUMN}
    assert {cell for cell in back if cell not in minutes} == set()
    assert {back[cell] for cell in minutes} <= {
        0
    }  # that nobody noted travel says nothing of how many were met


@pytest.mark.rules
@settings(max_examples=100, deadline=None)
@given(done_rows, st.data(), st.lists(few, max_size=5))
def test_what_is_hidden_together_is_not_small_either(rows, data, sources):
    contacts = sum(row.contacts for row in rows)
    left = leaving(report(rows, data.draw(st.integers(0, contacts)), sources, 0))
    for table, total in ((SOURCES, sum(sources)), (MONTH, contacts), (PLACE, contacts), (WORKER, contacts)):
        said = [row.values[0] for row in left[table].rows]
        if None in said and total >= SMALLEST_SHOWN:
            assert total - sum(value or 0 for value in said) >= SMALLEST_SHOWN


@pytest.mark.rules
def test_few_repeat_contacts_hide_the_first_ones_wherever_they_stand():
    row = Done(UUID(int=1), None, dt.date(2026, 1, 1), 30, 6, 900, 60, 0)
    left = leaving(report([row], 28, [30], 0))
    assert [one.values for one in left[CONTACTS].rows] == [(30,), (None,), (None,), (6,), (900,), (60,), (0,)]
    assert left[PEOPLE].rows[2].values == (None,)


@pytest.mark.rules
def test_with_few_contacts_in_all_their_minutes_are_hidden_too():
    row = Done(UUID(int=1), None, dt.date(2026, 1, 1), 3, 6, 900, 60, 0)
    left = leaving(report([row], 3, [30], 0))
    assert [one.values for one in left[CONTACTS].rows][:6] == [
        (None,),
        (None,),
        (None,),
        (6,),
        (None,),
        (None,),
    ]
    assert left[MONTH].rows[0].values == (None, None, None)
    assert left[PEOPLE].rows[0].values == (30,)
