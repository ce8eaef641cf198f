"""Who takes safeguarding concerns, in which order, and how soon."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import Invalid, NotAllowed
from linkwork.programmes import actions, models, reads
from linkwork.testing.cast import NOON, Cast

HOURS: dict[str, Any] = {"acknowledge_within_hours": 12, "danger_within_hours": 2}


def leads(cast: Cast) -> list[str]:
    return [lead.name for lead in reads.safeguarding_leads(cast.worker)]


def test_without_a_named_lead_every_manager_is_one(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        assert leads(cast) == ["Chris Okafor"]


def test_leads_are_asked_in_the_order_named(cast: Cast) -> None:
    named = [cast.other_worker.worker_id, cast.manager.worker_id]
    actions.set_safeguarding(leads=named, **HOURS, emergency_phone=" 112 ", by=cast.administrator, at=NOON)
    assert leads(cast) == ["Bo Lind", "Chris Okafor"]
    assert reads.worker(cast.worker, cast.manager.worker_id).safeguarding_rank == 2
    card = reads.programme(cast.worker)
    assert (card.acknowledge_within_hours, card.danger_within_hours, card.emergency_phone) == (12, 2, "112")
    actions.set_safeguarding(leads=named[::-1], **HOURS, by=cast.manager, at=NOON)
    assert leads(cast) == ["Chris Okafor", "Bo Lind"]


def test_whoever_does_not_work_with_people_cannot_be_a_lead(cast: Cast) -> None:
    for part in (cast.supervisor, cast.evaluator, cast.administrator, cast.outsider):
        with pytest.raises(Invalid) as refusal:
            actions.set_safeguarding(leads=[part.worker_id], **HOURS, by=cast.manager, at=NOON)
        assert set(refusal.value.errors) == {"leads"}


def test_danger_is_never_slower(cast: Cast) -> None:
    with pytest.raises(Invalid):
        actions.set_safeguarding(
            leads=[], acknowledge_within_hours=4, danger_within_hours=5, by=cast.manager, at=NOON
        )
    with pytest.raises(IntegrityError, match="programme_danger_is_quicker"), transaction.atomic():
        models.Programme.objects.update(danger_within_hours=200)


def test_a_place_among_the_leads_is_taken_once(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Worker.objects.update(safeguarding_rank=1)


def test_only_who_sets_up_names_leads(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        actions.set_safeguarding(leads=[], **HOURS, by=cast.worker, at=NOON)
