"""Every figure equals its slow twin on random logs, as a whole and in each group."""

import datetime as dt
from itertools import groupby
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkwork.evaluation.indicators.asking import count, count_both
from linkwork.evaluation.indicators.rules.scopes import Scope
from linkwork.evaluation.indicators.rules.values import measured
from linkwork.evaluation.indicators.tests.conftest import STAGES, Bench
from linkwork.evaluation.indicators.tests.twin import Twin, changed, funnel
from linkwork.instruments import indicators
from linkwork.instruments.indicators import Grouping

Row = dict[str, Any]
TAKEN = dt.date(2026, 2, 10)
DAYS = st.none() | st.dates(dt.date(2025, 12, 25), dt.date(2026, 2, 5))
TOPICS = ["health_information", "rights", "finding_support", "going_along", "practical_help", "plan"]
FUNNEL = [one for one in indicators.definitions() if one.id.startswith("funnel_")]
CHANGE = [one for one in indicators.definitions() if one.id.startswith("measures_")]
LOG = [one for one in indicators.definitions() if one.id in Twin([]).all()]
PARTS = ("worker", "month", "mode", "site_kind", "language", "topic", "stage")
QUIET = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def logs(draw: Any) -> list[Row]:
    rows = []
    for number in range(draw(st.integers(0, 25))):
        case = draw(st.sampled_from(["a", "b", "c", "d"]))
        rows.append(
            {
                "contact_id": f"{draw(st.integers(0, 9))}-{number}",
                "case_id": case,
                "person_id": {"a": "P1", "b": "P1", "c": "P2", "d": "P3"}[case],
                "worker_id": draw(st.sampled_from([None, "w1", "w2"])),
                "occurred_on": draw(DAYS),
                "mode": draw(st.sampled_from([None, "met", "phone"])),
                "site_kind": draw(st.sampled_from([None, "home"])),
                "language": draw(st.sampled_from([None, "sv", "ar"])),
                "minutes": draw(st.none() | st.integers(0, 90)),
                "marked_first": draw(st.sampled_from([None, True, False])),
                "topics": draw(st.lists(st.sampled_from(TOPICS), unique=True, max_size=3)),
            }
        )
    return rows


def quick(bench: Bench, rows: list[Row], target: int | None, by: Grouping | None) -> Any:
    found = [one for one in LOG if by is None or by in one.grouping]
    return found, count(bench.with_contacts(rows, target), found, Scope(TAKEN, by=by))


def as_tuple(shape: str, raw: Any) -> tuple[Any, ...]:
    found = measured(shape, raw)
    return found.value, found.numerator, found.denominator, found.missing


@QUIET
@given(logs(), st.none() | st.integers(1, 9))
def test_each_figure_equals_its_twin(bench: Bench, rows: list[Row], target: int | None) -> None:
    found, counted = quick(bench, rows, target, None)
    slow = Twin(rows, target).all()
    for one in found:
        assert as_tuple(one.shape, counted[one.id][""]) == slow[one.id], one.id


def key_of(by: Grouping, row: Row) -> list[str]:
    day = row["occurred_on"]
    match by:
        case Grouping.MONTH:
            return [day.isoformat()[:7] if day else ""]
        case Grouping.STAGE:
            begun = [span["stage"] for span in STAGES if day and span["starts_on"] <= day]
            return [str(begun[-1]) if begun else ""]
        case Grouping.TOPIC:
            return row["topics"] or [""]
        case _:
            return [row["worker_id" if by is Grouping.WORKER else by.value] or ""]


@pytest.mark.parametrize("by", [Grouping(by) for by in PARTS])
@settings(QUIET, max_examples=8)
@given(rows=logs())
def test_each_group_equals_its_twin(bench: Bench, by: Grouping, rows: list[Row]) -> None:
    found, counted = quick(bench, rows, None, by)
    pairs = sorted(((key, place) for place, row in enumerate(rows) for key in key_of(by, row)))
    whole = Twin(rows)
    for key, members in groupby(pairs, key=lambda pair: pair[0]):
        part = Twin([rows[place] for _key, place in members])
        part.firsts = whole.firsts  # the earliest contact of a case is so in every group
        part.derived = whole.derived  # type: ignore[method-assign]
        slow = part.all()
        for one in found:
            assert as_tuple(one.shape, counted[one.id][key]) == slow[one.id], (one.id, key)


@pytest.mark.parametrize("by", [Grouping.MONTH, Grouping.TOPIC])
@settings(QUIET, max_examples=2)
@given(rows=logs())
def test_counted_together_they_are_what_they_are_apart(bench: Bench, by: Grouping, rows: list[Row]) -> None:
    engine, scope = bench.with_contacts(rows, 7), Scope(TAKEN, by=by)
    whole, parts = count_both(engine, LOG, scope)
    assert whole == count(engine, LOG, scope.whole)
    assert parts == count(engine, [one for one in LOG if by in one.grouping], scope)


STATES = ["received", "accepted", "declined", "withdrawn"]


@QUIET
@given(
    st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(STATES)), max_size=6),
    st.lists(st.tuples(st.sampled_from("abc"), DAYS), max_size=6),
    st.lists(
        st.tuples(
            st.sampled_from("abc"),
            st.sampled_from(["signpost", "referral"]),
            DAYS,
            DAYS,
            st.sampled_from([None, "helped", "not", "not_known"]),
            st.sampled_from([None, "went", "did_not_go", "not_known"]),
        ),
        max_size=8,
    ),
)
def test_the_funnel_equals_its_twin(bench: Bench, referrals: Any, cases: Any, connections: Any) -> None:
    names = ("person_id", "kind", "sent_on", "started_on", "outcome", "went")
    tables = {
        "referrals": [
            {"referral_id": str(n), "person_id": person, "state": state}
            for n, (person, state) in enumerate(referrals)
        ],
        "cases": [
            {"case_id": str(n), "person_id": person, "first_contact_on": day}
            for n, (person, day) in enumerate(cases)
        ],
        "connections": [
            {"connection_id": str(n)} | dict(zip(names, row, strict=True))
            for n, row in enumerate(connections)
        ],
    }
    counted = count(bench.with_rows(tables), FUNNEL, Scope(TAKEN))
    slow = funnel(tables["referrals"], tables["cases"], tables["connections"])
    assert {one.id: as_tuple(one.shape, counted[one.id][""]) for one in FUNNEL} == slow


def test_referred_is_never_counted_as_attended(bench: Bench) -> None:
    """Operations anchor 18: whoever was referred, accepted and connected has not therefore gone."""
    person = {"person_id": "a"}
    row = {"connection_id": "1", "kind": "referral", "sent_on": dt.date(2026, 1, 2), "started_on": None}
    tables: dict[str, list[Row]] = {
        "referrals": [{"referral_id": "1", "state": "accepted"} | person],
        "cases": [{"case_id": "1", "first_contact_on": dt.date(2026, 1, 1)} | person],
        "connections": [row | {"outcome": None, "went": None} | person],
    }
    counted = count(bench.with_rows(tables), FUNNEL, Scope(TAKEN))
    steps = {one.id: as_tuple(one.shape, counted[one.id][""])[1] for one in FUNNEL}
    assert steps == {
        "funnel_referred": 1,
        "funnel_taken_on": 1,
        "funnel_accepted": 1,
        "funnel_reached": 1,
        "funnel_connected": 1,
        "funnel_attended": 0,
        "funnel_outcome": 0,
    }


@st.composite
def pairs(draw: Any) -> list[Row]:
    """As the record hands them on: only a pair has a way and an end."""
    rows = []
    for number in range(draw(st.integers(0, 15))):
        paired = draw(st.booleans())
        rows.append(
            {
                "case_id": str(number),
                "measure": draw(st.sampled_from(["phq-9", "ons4"])),
                "paired": paired,
                "went": draw(st.sampled_from([None, "better", "steady", "worse"])) if paired else None,
                "began": draw(st.sampled_from(["best", "between", "worst"])) if paired else None,
            }
        )
    return rows


@QUIET
@given(pairs())
def test_paired_change_equals_its_twin(bench: Bench, rows: list[Row]) -> None:
    whole = count(bench.with_rows({"measure_pairs": rows}), CHANGE, Scope(TAKEN))
    assert {one.id: as_tuple(one.shape, whole[one.id][""]) for one in CHANGE} == changed(rows)
    parted = count(bench.with_rows({"measure_pairs": rows}), CHANGE, Scope(TAKEN, by=Grouping.MEASURE))
    for measure in {row["measure"] for row in rows}:
        slow = changed([row for row in rows if row["measure"] == measure])
        assert {one.id: as_tuple(one.shape, parted[one.id][measure]) for one in CHANGE} == slow


@QUIET
@given(pairs())
def test_whoever_was_asked_once_moves_no_figure_of_change(bench: Bench, rows: list[Row]) -> None:
    once = {"case_id": "x", "measure": "phq-9", "paired": False, "went": None, "began": None}
    change = [one for one in CHANGE if one.id != "measures_paired"]
    before = count(bench.with_rows({"measure_pairs": rows}), change, Scope(TAKEN))
    after = count(bench.with_rows({"measure_pairs": [*rows, once]}), change, Scope(TAKEN))
    for one in change:
        assert as_tuple(one.shape, before[one.id][""])[:3] == as_tuple(one.shape, after[one.id][""])[:3]
