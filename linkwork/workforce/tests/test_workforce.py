"""Caseloads, supervision and its gaps: who sees whose, and what is refused."""

import datetime as dt
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from linkwork.casework import actions as casework
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer
from linkwork.testing.cast import NOON, Cast
from linkwork.workforce import access, actions, facts, models, reads
from linkwork.workforce.rules.supervision import SupervisionKind, gap_since, is_too_long

TODAY = NOON.date()


def test_a_gap_is_too_long_after_six_weeks() -> None:
    first = TODAY - dt.timedelta(days=100)
    assert gap_since(None, first, TODAY).days == 100
    assert gap_since(TODAY + dt.timedelta(days=1), first, TODAY).days == 0
    assert not is_too_long(gap_since(TODAY - dt.timedelta(days=42), first, TODAY))
    assert is_too_long(gap_since(TODAY - dt.timedelta(days=43), first, TODAY))


def talk(by: Viewer, worker: Viewer, days: int = 7, partner_id: UUID | None = None) -> UUID:
    assert worker.id is not None
    return actions.record_supervision(
        worker_id=worker.id,
        kind=SupervisionKind.PEER,
        held_on=TODAY - dt.timedelta(days=days),
        partner_id=partner_id,
        by=by,
        at=NOON,
    )


def test_caseloads_count_people_once_and_workers_without_any(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for name in ("Ada", "Bea"):
        casework.start_case(
            details=PersonDetails(given_name=name, family_name="Bell"),
            source="self",
            worker_id=cast.other_worker.id,
            by=cast.worker,
            at=NOON,
        )
    with django_assert_max_num_queries(3):
        loads = reads.caseload(cast.supervisor)
    assert [(load.worker_name, load.open_people) for load in loads] == [("Bo Lind", 2), ("Amal Haddad", 0)]
    assert [load.worker_name for load in reads.caseload(cast.worker)] == ["Amal Haddad"]


def test_gaps_the_longest_first(cast: Cast) -> None:
    talk(cast.supervisor, cast.worker, days=20, partner_id=cast.supervisor.id)
    talk(cast.supervisor, cast.worker, days=90)
    never, lately = reads.gaps(cast.manager, TODAY)
    assert (never.worker_name, never.last_on, never.too_long) == ("Bo Lind", None, True)
    assert (lately.last_on, lately.weeks, lately.too_long) == (TODAY - dt.timedelta(days=20), 2, False)
    assert [gap.worker_id for gap in reads.gaps(cast.other_worker, TODAY)] == [cast.other_worker.id]
    assert never.needs
    assert not lately.needs


def test_refusals(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        talk(cast.worker, cast.other_worker)
    with pytest.raises(NotAllowed):
        talk(cast.evaluator, cast.evaluator)
    with pytest.raises(Invalid):
        talk(cast.supervisor, cast.worker, days=-1)
    with pytest.raises(Invalid):
        talk(cast.supervisor, cast.worker, partner_id=cast.worker.id)
    with pytest.raises(NotFound):
        talk(cast.supervisor, cast.outsider)
    with pytest.raises(NotFound):
        talk(cast.supervisor, cast.worker, partner_id=new_id())
    assert not access.may_read(cast.evaluator)
    for question in (reads.caseload, reads.supervisions):
        with pytest.raises(NotAllowed):
            question(cast.adviser)


def test_an_extract_learns_the_dates_and_the_days_between(cast: Cast) -> None:
    first = talk(cast.supervisor, cast.worker, days=40)
    second = talk(cast.supervisor, cast.worker)
    other = talk(cast.supervisor, cast.other_worker, days=3)
    [table] = [table for table in facts.TABLES if table.name == "supervisions"]
    assert sorted(table.rows(cast.programme_id), key=lambda row: str(row[0])) == [
        (first, cast.worker.id, "peer", TODAY - dt.timedelta(days=40), None, None),
        (second, cast.worker.id, "peer", TODAY - dt.timedelta(days=7), 33, None),
        (other, cast.other_worker.id, "peer", TODAY - dt.timedelta(days=3), None, None),
    ]


def test_it_takes_two(cast: Cast) -> None:
    talk(cast.supervisor, cast.worker)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Supervision.objects.update(partner_id=cast.worker.id)
