"""Setting up a programme: it works, and each refusal says why."""

import datetime as dt
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.core.viewer import NOBODY, Role, Viewer, system
from linkwork.programmes import access, actions, reads
from linkwork.programmes.models import Programme, Worker
from linkwork.programmes.rules import Model, SiteKind, Stage, StageSpan, stage_on, stages_in_order
from linkwork.testing.cast import MELBOURNE, NOON, Cast

SPANS = [StageSpan(Stage.INITIATION, dt.date(2025, 9, 1)), StageSpan(Stage.OPERATION, dt.date(2026, 1, 1))]


@pytest.mark.rules
@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (dt.date(2025, 8, 31), None),
        (dt.date(2025, 9, 1), Stage.INITIATION),
        (dt.date(2025, 12, 31), Stage.INITIATION),
        (dt.date(2026, 1, 1), Stage.OPERATION),
    ],
)
def test_the_stage_on_a_day(day: dt.date, stage: Stage | None) -> None:
    assert stage_on(SPANS, day) == stage


@pytest.mark.rules
def test_stages_follow_each_other() -> None:
    assert stages_in_order(SPANS)
    assert stages_in_order([SPANS[1]])
    assert not stages_in_order(
        [StageSpan(Stage.OPERATION, NOON.date()), StageSpan(Stage.INITIATION, dt.date(2027, 1, 1))]
    )
    assert not stages_in_order(
        [StageSpan(Stage.INITIATION, NOON.date()), StageSpan(Stage.OPERATION, NOON.date())]
    )


def test_a_programme_has_its_words_place_and_limits(cast: Cast) -> None:
    card = reads.programme(cast.worker)
    assert card.name == "North practices"
    assert card.words.people == "people"
    assert card.place == MELBOURNE
    assert card.target_size == 1000
    assert [c.name for c in reads.all_programmes()] == ["North practices", "South families"]


def test_a_name_is_taken_once(cast: Cast) -> None:
    with pytest.raises(Invalid, match="Choose another name"):
        actions.create_programme(
            name="North practices",
            model=Model.OUTREACH,
            worker_word="worker",
            person_word="parent",
            people_word="parents",
            by=system(None),
            at=NOON,
        )


def test_a_place_is_whole_or_absent(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Programme.objects.filter(id=cast.programme_id).update(longitude=None)


def test_a_worker_cannot_leave_before_they_came(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Worker.objects.filter(id=cast.worker.worker_id).update(until=dt.date(2020, 1, 1))


def test_an_unknown_programme_is_not_found(db: None) -> None:
    with pytest.raises(NotFound):
        reads.programme_with_id(UUID(int=1))


def test_a_stage_can_be_moved_but_not_out_of_order(cast: Cast) -> None:
    actions.start_stage(stage=Stage.OPERATION, starts_on=dt.date(2026, 2, 1), by=cast.manager, at=NOON)
    assert reads.stage_spans(cast.worker)[1].starts_on == dt.date(2026, 2, 1)
    with pytest.raises(Invalid, match="follow each other"):
        actions.start_stage(stage=Stage.MAINTENANCE, starts_on=dt.date(2025, 1, 1), by=cast.manager, at=NOON)


def test_sites(cast: Cast) -> None:
    actions.add_site(name="On the phone", kind=SiteKind.REMOTE, by=cast.manager, at=NOON)
    assert [(s.name, s.place) for s in reads.sites(cast.worker)] == [
        ("Elm Street practice", MELBOURNE),
        ("On the phone", None),
    ]
    with pytest.raises(Invalid, match="already"):
        actions.add_site(name="On the phone", kind=SiteKind.REMOTE, by=cast.manager, at=NOON)


def test_workers_and_their_roles(cast: Cast) -> None:
    assert [w.name for w in reads.workers(cast.manager, Role.WORKER)] == ["Amal Haddad", "Bo Lind"]
    assert len(reads.workers(cast.manager)) == 7
    assert reads.worker(cast.manager, cast.evaluator.worker_id).roles == {Role.EVALUATOR}
    with pytest.raises(NotFound):
        reads.worker(cast.outsider, cast.worker.worker_id)


def test_a_login_joins_a_programme_once(cast: Cast) -> None:
    with pytest.raises(Invalid, match="already"):
        actions.add_worker(
            name="Again",
            roles=[Role.WORKER],
            since=NOON.date(),
            login_id=cast.worker.login_id,
            by=cast.manager,
            at=NOON,
        )


def test_an_address_is_taken_once_in_any_case(cast: Cast) -> None:
    with pytest.raises(Invalid, match="already"):
        actions.create_login(email="WORKER@example.org", password="x" * 12, by=cast.manager, at=NOON)


def test_who_a_login_is(cast: Cast) -> None:
    assert cast.worker.login_id is not None
    assert reads.viewer_for(cast.worker.login_id) == cast.worker
    assert reads.viewer_for(cast.worker.login_id, cast.outsider.programme_id) == cast.worker
    assert reads.viewer_for(cast.programme_id) == NOBODY
    assert reads.standing(cast.worker.login_id).programmes == ((cast.programme_id, "North practices"),)
    assert reads.login_named("Worker@Example.org") == cast.worker.login_id


def test_a_language_is_remembered(cast: Cast) -> None:
    actions.choose_language(language="fr", by=cast.worker, at=NOON)
    with pytest.raises(NotFound):
        actions.choose_language(language="fr", by=NOBODY, at=NOON)


@pytest.mark.parametrize("part", ["worker", "supervisor", "evaluator", "adviser"])
def test_other_roles_do_not_set_up(cast: Cast, part: str) -> None:
    viewer = cast.everyone()[part]
    with pytest.raises(NotAllowed):
        actions.add_site(name="x", kind=SiteKind.HOME, by=viewer, at=NOON)
    assert not access.may_set_up(viewer)


def test_who_sees_people(cast: Cast) -> None:
    seeing = {part for part, viewer in cast.everyone().items() if access.may_see_people(viewer)}
    assert seeing == {"worker", "other_worker", "manager", "outsider"}
    access.check_may_see_people(cast.worker)
    with pytest.raises(NotAllowed):
        access.check_may_see_people(Viewer(cast.evaluator.kind, roles=frozenset({Role.EVALUATOR})))
