"""Asking for figures of a real extract: the published margins, sentences, groups, suppression, refusals."""

import datetime as dt
from decimal import Decimal
from importlib import import_module
from uuid import UUID

import pytest
from django.core.cache import cache
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.evaluation.indicators import counting, reads
from linkwork.extracts import actions as gate
from linkwork.extracts import reads as extracts
from linkwork.extracts.rules.logs import LogContact
from linkwork.instruments import actions as instruments
from linkwork.testing.cast import NOON, Cast

START = dt.date(2025, 9, 1)


def log(people: int = 20, repeats: int = 2, workers: int = 3) -> list[LogContact]:
    """Each person has one contact marked first and `repeats` more, a week apart."""
    rows: list[LogContact] = []
    for person in range(people):
        for turn in range(repeats + 1):
            rows.append(
                LogContact(
                    line=len(rows) + 2,
                    person=f"P{person}",
                    occurred_on=START + dt.timedelta(days=person % 90 + 7 * turn),
                    worker=f"W{person % workers}",
                    mode="met" if turn else "phone",
                    minutes=30 if turn else None,
                    marked_first=turn == 0,
                    topics=("rights",) if turn == 0 else (),
                )
            )
    return rows


def taken(cast: Cast, rows: list[LogContact]) -> UUID:
    return gate.take_log(contacts=rows, by=cast.evaluator, at=NOON)


def test_the_published_margins_of_the_peer_support_log(cast: Cast) -> None:
    """1,294 contacts, 507 first meetings (39.2 %), 787 repeat (60.8 %), 2.55 for each (practice reference 7.1)."""
    rows = log(people=507, repeats=1, workers=5)
    rows += [
        LogContact(2000 + n, f"P{n}", dt.date(2026, 3, 1), f"W{n % 5}", marked_first=False)
        for n in range(280)
    ]
    extract_id = taken(cast, rows)
    found = {one.definition.id: one for one in reads.figures(cast.evaluator, extract_id)}
    assert found["contacts"].value == 1294
    assert found["first_share"].sentence == "507 of 1,294 contacts were a first meeting (39.2 %)."
    assert found["repeat_share"].sentence == "787 of 1,294 contacts were with somebody met before (60.8 %)."
    assert found["contacts_per_first"].value == Decimal("2.55")
    assert found["people_reached"].value == 507
    assert found["reach_of_target"].denominator == 1000
    assert found["first_derived_share"].value == found["first_share"].value
    assert found["first_disagreements"].numerator == 0
    spread = found["contacts_per_worker"].spread
    assert spread is not None
    assert (spread.count, spread.total) == (5, 1294)
    assert not [name for name in found if name.startswith("funnel_")]  # a log knows nobody who was never met


def test_each_figure_says_what_is_missing_and_out_of_what(cast: Cast) -> None:
    extract_id = taken(cast, log())
    one = reads.figure(cast.evaluator, extract_id, "minutes_per_contact")
    assert one.missing_words == "20 missing: contacts without a length"
    assert one.denominator_words == "from 40"
    assert one.shown == "30"
    assert one.sentence.startswith("Half of 40 contacts lasted 30 minutes or less")
    share = reads.figure(cast.evaluator, extract_id, "first_share")
    assert share.denominator_words == "of 60 contacts marked as first or repeat"
    assert share.missing_words == "none missing"
    assert (share.shown, share.unit) == ("33.3", "percent")
    count = reads.figure(cast.evaluator, extract_id, "contacts_per_first")
    assert count.shown == "3.00"
    assert reads.figure(cast.evaluator, extract_id, "contacts").denominator_words == ""


def test_figures_of_an_empty_log(cast: Cast) -> None:
    extract_id = taken(cast, [])
    for one in reads.figures(cast.evaluator, extract_id):
        assert one.value in (None, 0)
        if one.value is None:
            assert one.sentence == "There is nothing to count here yet."
            assert one.shown == "–"


def test_a_figure_by_worker_month_mode_topic_and_stage(cast: Cast) -> None:
    extract_id = taken(cast, log())
    by_worker = reads.figure(cast.evaluator, extract_id, "contacts", by="worker")
    assert [group.numerator for group in by_worker.groups] != []
    assert sum(group.numerator or 0 for group in by_worker.groups) == 60
    assert all(group.label.startswith("Worker ") for group in by_worker.groups)
    months = reads.figure(cast.evaluator, extract_id, "contacts", by="month").groups
    assert [group.label for group in months] == ["September 2025", "October 2025"]
    modes = reads.figure(cast.evaluator, extract_id, "contacts", by="mode").groups
    assert [(group.label, group.numerator) for group in modes] == [("Met", 40), ("Phone", 20)]
    topics = reads.figure(cast.evaluator, extract_id, "contacts", by="topic").groups
    assert [(group.key, group.label, group.numerator) for group in topics] == [
        ("rights", "Rights and how things work here", 20),
        ("", "Not stated", 40),
    ]
    stages = reads.figure(cast.evaluator, extract_id, "contacts", by="stage").groups
    assert [(group.label, group.numerator) for group in stages] == [("Initiation", 60)]


def test_small_groups_are_hidden_with_all_their_numbers(cast: Cast) -> None:
    rows = log(people=10, workers=1)
    few = [LogContact(900 + n, "P1", START, "rare", mode="video") for n in range(3)]
    extract_id = taken(cast, rows + few)
    modes = reads.figure(cast.evaluator, extract_id, "contacts", by="mode").groups
    hidden = {group.key: group for group in modes if group.hidden}
    assert set(hidden) == {"video", "phone"}  # the second so that the first cannot be worked out
    assert all(
        (group.value, group.numerator, group.denominator, group.missing) == (None,) * 4
        for group in hidden.values()
    )


def test_small_figures_are_marked(cast: Cast) -> None:
    extract_id = taken(cast, log(people=2, repeats=10))
    assert reads.figure(cast.evaluator, extract_id, "first_share").small
    assert not reads.figure(cast.evaluator, extract_id, "contacts").small


def test_disagreements_are_listed(cast: Cast) -> None:
    rows = [
        LogContact(2, "P1", START, marked_first=False),
        LogContact(3, "P1", START + dt.timedelta(days=1), marked_first=True),
        LogContact(4, "P2", START, marked_first=True),
    ]
    extract_id = taken(cast, rows)
    found = reads.disagreements(cast.evaluator, extract_id)
    assert [(one.occurred_on, one.marked_first, one.derived_first) for one in found] == [
        (START, False, True),
        (START + dt.timedelta(days=1), True, False),
    ]
    assert found[0].case == found[1].case != "P1"
    assert len(reads.disagreements(cast.evaluator, extract_id, most=1)) == 1


def test_a_record_without_contacts_has_no_disagreements(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    from linkwork.extracts import gather

    monkeypatch.setattr(gather, "_tables_of", lambda _room: ())
    extract_id = gate.take_extract(by=cast.evaluator, at=NOON)
    assert reads.disagreements(cast.evaluator, extract_id) == []
    assert reads.figures(cast.evaluator, extract_id) == []


def test_figures_follow_the_reader_s_language(cast: Cast) -> None:
    extract_id = taken(cast, log())
    with translation.override("fr"):
        assert reads.figure(cast.evaluator, extract_id, "first_share").shown == "33,3"


def test_the_second_time_is_remembered_and_a_changed_file_is_refused(cast: Cast) -> None:
    extract_id = taken(cast, log())
    before = reads.figures(cast.evaluator, extract_id)
    path = extracts.table_path(cast.evaluator, extract_id, "contacts")
    path.chmod(0o644)
    path.write_bytes(b"something else")
    assert reads.figures(cast.evaluator, extract_id) == before
    with pytest.raises(Refused, match=r"not what it was: contacts\.parquet was changed"):
        reads.figure(cast.evaluator, extract_id, "contacts", by="month")


def test_the_same_rows_are_counted_once_and_still_looked_at(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = log(people=21)
    before = reads.figures(cast.evaluator, taken(cast, rows))
    again, other, broken = taken(cast, rows), taken(cast, rows[1:]), taken(cast, rows)
    monkeypatch.delattr(counting, "opened")
    assert [one.value for one in reads.figures(cast.evaluator, again)] == [one.value for one in before]
    with pytest.raises(NameError):
        reads.figures(cast.evaluator, other)
    path = extracts.table_path(cast.evaluator, broken, "contacts")
    path.chmod(0o644)
    path.write_bytes(b"something else")
    with pytest.raises(Refused):
        reads.figures(cast.evaluator, broken)


def test_another_process_does_not_count_again(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    extract_id = taken(cast, log())
    before = reads.figures(cast.evaluator, extract_id), reads.breakdown(cast.evaluator, extract_id, "mode")
    cache.clear()  # what a process knows ends with it
    monkeypatch.delattr(counting, "opened")
    after = reads.figures(cast.evaluator, extract_id), reads.breakdown(cast.evaluator, extract_id, "mode")
    assert after == before
    cache.clear()
    path = extracts.table_path(cast.evaluator, extract_id, "contacts")
    path.chmod(0o644)
    path.write_bytes(b"something else")
    with pytest.raises(Refused):
        reads.figures(cast.evaluator, extract_id)


def test_several_at_once_are_what_they_are_one_by_one(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    by = cast.evaluator
    first, second = taken(cast, log()), taken(cast, log(people=12))
    asked = [(first, "contacts", ""), (first, "contacts", "mode"), (first, "people_reached", "")]
    asked += [(second, "contacts", ""), (second, "contacts", "mode")]
    with django_assert_num_queries(1):
        found = reads.several(by, asked)
    for extract_id, indicator, grouping in asked:
        leaving = {one.definition.id: one for one in reads.leaving(by, extract_id, grouping or None)}
        assert found[extract_id, indicator, grouping] == leaving[indicator]


def test_however_many_are_asked_each_breakdown_is_worked_out_once(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract_id, done = taken(cast, log()), list[str | None]()
    room = import_module("linkwork.evaluation.indicators.reads.several")

    def leaving_of(_card: object, _released: object, by: str | None) -> list[object]:
        done.append(by)
        return []

    monkeypatch.setattr(room, "leaving_of", leaving_of)
    reads.several(cast.evaluator, [(extract_id, f"any{n}", by) for n in range(9) for by in ("", "mode")])
    assert sorted(done, key=str) == [None, "mode"]


def test_what_cannot_be_told_among_several_says_why(cast: Cast) -> None:
    extract_id, nowhere = taken(cast, log()), new_id()
    asked = [(nowhere, "contacts", ""), (extract_id, "weather", ""), (extract_id, "contacts", "weather")]
    said = {at[1:]: why for at, why in reads.several(cast.evaluator, asked).items()}
    assert said["contacts", ""] == "There is no such extract in this programme."
    assert said["weather", ""] == "This extract does not hold what that figure needs."
    assert said["contacts", "weather"] == "That figure cannot be broken down like this."
    with pytest.raises(NotAllowed):
        reads.several(cast.worker, asked)


def test_refusals(cast: Cast) -> None:
    extract_id = taken(cast, log())
    for part in ("worker", "supervisor", "administrator"):
        with pytest.raises(NotAllowed):
            reads.figures(getattr(cast, part), extract_id)
        with pytest.raises(NotAllowed):
            reads.figure(getattr(cast, part), extract_id, "contacts")
        with pytest.raises(NotAllowed):
            reads.disagreements(getattr(cast, part), extract_id)
    with pytest.raises(NotFound):
        reads.figures(cast.outsider, extract_id)
    with pytest.raises(NotFound, match='no figure "luck"'):
        reads.figure(cast.evaluator, extract_id, "luck")
    with pytest.raises(NotFound, match="does not hold"):
        reads.figure(cast.evaluator, extract_id, "funnel_attended")
    with pytest.raises(NotFound, match="broken down"):
        reads.figure(cast.evaluator, extract_id, "reach_of_target", by="worker")


def test_groups_are_called_as_the_programme_called_them_when_the_extract_was_taken(cast: Cast) -> None:
    instruments.say_term(list_id="contact_modes", code="met", label="Face to face", by=cast.manager, at=NOON)
    extract_id = taken(cast, log())
    instruments.say_term(list_id="contact_modes", code="met", label="In person", by=cast.manager, at=NOON)
    modes = reads.figure(cast.evaluator, extract_id, "contacts", by="mode").groups
    assert [group.label for group in modes] == ["Face to face", "Phone"]
