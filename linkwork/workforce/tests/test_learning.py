"""Training, what is asked for and wanted; mentoring; sites."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer
from linkwork.testing.cast import NOON, Cast
from linkwork.workforce import actions, facts, models, reads
from linkwork.workforce.actions import Taken
from linkwork.workforce.reads import Kind
from linkwork.workforce.rules.mentoring import Activity, LearnerKind, hours
from linkwork.workforce.rules.training import Cover, Held, cover, file_kind

TODAY = NOON.date()
DAY = dt.timedelta(days=1)
TAKEN = Taken("mental_health", TODAY - 30 * DAY, Decimal("6.5"))


def rows(cast: Cast) -> dict[str, list[tuple[object, ...]]]:
    return {table.name: list(table.rows(cast.programme_id)) for table in facts.TABLES}


def note(worker: Viewer, by: Viewer, taken: Taken = TAKEN) -> UUID:
    return actions.note_training(worker_id=worker.worker_id, taken=taken, by=by, at=NOON)


def test_a_topic_is_covered_by_what_holds_longest() -> None:
    def covered(*ends: dt.date | None) -> Cover:
        return cover("x", [Held("x", end) for end in ends] + [Held("y", None)], TODAY)

    assert covered() is Cover.MISSING
    assert covered(TODAY - DAY) is Cover.RUN_OUT
    assert covered(TODAY) is Cover.SOON_OUT
    assert covered(TODAY - DAY, TODAY + 60 * DAY) is Cover.SOON_OUT
    assert covered(TODAY + 61 * DAY) is Cover.HELD
    assert covered(TODAY - DAY, None) is Cover.HELD


def test_only_papers_and_photos_are_certificates() -> None:
    assert file_kind(b"%PDF-1.7") == "application/pdf"
    assert file_kind(b"\xff\xd8\xff\xe0") == "image/jpeg"
    assert file_kind(b"<html>") is None
    assert hours(90) == 1.5


def test_training_is_noted_counted_and_missed(cast: Cast) -> None:
    actions.require_training(terms=frozenset({"mental_health", "first_aid"}), by=cast.manager, at=NOON)
    assert reads.required(cast.worker) == ("first_aid", "mental_health")
    first = note(cast.worker, cast.worker, replace(TAKEN, expires_on=TODAY + 10 * DAY))
    asked = reads.required(cast.manager)
    lines = {line.worker_name: line.covers for line in reads.coverage(cast.manager, asked, TODAY)}
    assert lines == {
        "Amal Haddad": (Cover.MISSING, Cover.SOON_OUT),
        "Bo Lind": (Cover.MISSING, Cover.MISSING),
    }
    assert [line.gaps for line in reads.coverage(cast.worker, asked, TODAY)] == [1]
    [todo] = [one for one in reads.to_do(cast.worker, TODAY) if one.kind is Kind.TRAINING]
    assert (todo.words, todo.day) == ("mental_health", TODAY + 10 * DAY)
    again = note(cast.worker, cast.supervisor, replace(TAKEN, held_on=TODAY, in_house=True))
    assert all(one.kind is not Kind.TRAINING for one in reads.to_do(cast.worker, TODAY))
    assert [card.id for card in reads.trainings(cast.manager)] == [again, first]
    assert reads.trainings(cast.other_worker) == []
    with pytest.raises(NotFound):
        reads.training(cast.other_worker, first)
    with pytest.raises(NotFound):
        reads.certificate(cast.worker, first)
    given = rows(cast)
    assert given["required_trainings"] == [("first_aid",), ("mental_health",)]
    assert given["trainings"][0][1:] == (
        cast.worker.id,
        "mental_health",
        TODAY - 30 * DAY,
        TODAY + 10 * DAY,
        6.5,
        True,
    )
    assert actions.remove_training(training_id=first, by=cast.worker, at=NOON) == ""
    actions.require_training(terms=frozenset({"first_aid"}), by=cast.manager, at=NOON)
    assert reads.required(cast.manager) == ("first_aid",)


def test_a_certificate_is_found_by_those_who_may(cast: Cast) -> None:
    training = note(cast.worker, cast.worker, replace(TAKEN, file_name="a.pdf", file_kind="application/pdf"))
    for viewer in (cast.worker, cast.manager, cast.supervisor):
        assert reads.certificate(viewer, training).file_name == "a.pdf"
    with pytest.raises(NotFound):
        reads.certificate(cast.other_worker, training)
    with pytest.raises(NotAllowed):
        actions.remove_training(training_id=training, by=cast.other_worker, at=NOON)
    with pytest.raises(NotFound):
        actions.remove_training(training_id=new_id(), by=cast.worker, at=NOON)
    assert actions.remove_training(training_id=training, by=cast.manager, at=NOON) == "a.pdf"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"term": "nonsense"}, "term"),
        ({"held_on": TODAY + DAY}, "held_on"),
        ({"hours": Decimal(0)}, "hours"),
        ({"expires_on": TODAY - 30 * DAY}, "expires_on"),
        ({"in_house": True}, "in_house"),
    ],
)
def test_a_training_has_to_be_right(cast: Cast, wrong: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        note(cast.worker, cast.worker, replace(TAKEN, **wrong))  # type: ignore[arg-type]
    assert list(refused.value.errors) == [field]


def test_what_the_team_wants_is_a_mean_without_names(cast: Cast) -> None:
    actions.rate_needs(levels={"mental_health": 5, "first_aid": 1}, by=cast.worker, at=NOON)
    actions.rate_needs(levels={"mental_health": 4}, by=cast.other_worker, at=NOON)
    assert [(wish.term, wish.people, wish.mean) for wish in reads.wishes(cast.manager)] == [
        ("mental_health", 2, Decimal("4.5")),
        ("first_aid", 1, Decimal(1)),
    ]
    actions.rate_needs(levels={"first_aid": 2}, by=cast.worker, at=NOON)
    assert reads.own_needs(cast.worker) == {"first_aid": 2}
    for levels in ({"nonsense": 3}, {"first_aid": 6}):
        with pytest.raises(Invalid):
            actions.rate_needs(levels=levels, by=cast.worker, at=NOON)
    with pytest.raises(Invalid):
        actions.require_training(terms=frozenset({"nonsense"}), by=cast.manager, at=NOON)
    with pytest.raises(NotAllowed):
        actions.require_training(terms=frozenset(), by=cast.supervisor, at=NOON)


def begun(cast: Cast, **more: object) -> UUID:
    whole: dict[str, object] = {
        "mentor_id": cast.worker.worker_id,
        "kind": LearnerKind.STUDENT,
        "learner_name": "Ines",
        "goals": "Visit with me",
        "started_on": TODAY - 20 * DAY,
        "by": cast.worker,
        "at": NOON,
    }
    return actions.start_mentoring(**(whole | more))  # type: ignore[arg-type]


def test_mentoring_from_first_to_last(cast: Cast) -> None:
    student = begun(cast)
    colleague = begun(cast, learner_id=cast.other_worker.worker_id, kind=LearnerKind.NEW_WORKER)
    for minutes in (60, 30):
        actions.note_mentoring(
            mentoring_id=student,
            held_on=TODAY,
            minutes=minutes,
            activity=Activity.WENT_ALONG,
            by=cast.worker,
            at=NOON,
        )
    actions.end_mentoring(
        mentoring_id=student, ended_on=TODAY, reflection="To listen longer", by=cast.worker, at=NOON
    )
    assert [card.id for card in reads.mentorings(cast.worker)] == [colleague, student]
    assert [card.learner_name for card in reads.mentorings(cast.other_worker)] == ["Bo Lind"]
    card, times = reads.mentoring(cast.worker, student)
    assert (card.minutes, card.reflection, card.learner_name) == (90, "To listen longer", "Ines")
    assert [one.minutes for one in times] == [30, 60]
    seen, _times = reads.mentoring(cast.manager, student)
    assert (seen.goals, seen.reflection, seen.inside) == ("Visit with me", "", False)
    with pytest.raises(NotFound):
        reads.mentoring(cast.other_worker, student)
    given = rows(cast)
    assert given["mentorings"][0] == (student, cast.worker.id, "student", TODAY - 20 * DAY, TODAY)
    assert [row[1:] for row in given["mentoring_times"]] == [
        (student, cast.worker.id, TODAY, minutes, "went_along") for minutes in (60, 30)
    ]
    with pytest.raises(IllegalStep):
        actions.end_mentoring(mentoring_id=student, ended_on=TODAY, reflection="", by=cast.worker, at=NOON)


def test_mentoring_refused(cast: Cast) -> None:
    for wrong in ({"learner_name": ""}, {"learner_id": cast.worker.worker_id}, {"goals": " "}):
        with pytest.raises(Invalid):
            begun(cast, **wrong)
    with pytest.raises(NotAllowed):
        begun(cast, mentor_id=cast.other_worker.worker_id)
    student = begun(cast)
    for held_on, minutes in ((TODAY + DAY, 30), (TODAY, 0)):
        with pytest.raises(Invalid):
            actions.note_mentoring(
                mentoring_id=student,
                held_on=held_on,
                minutes=minutes,
                activity=Activity.TALK,
                by=cast.worker,
                at=NOON,
            )
    with pytest.raises(Invalid):
        actions.end_mentoring(
            mentoring_id=student, ended_on=TODAY - 30 * DAY, reflection="", by=cast.worker, at=NOON
        )
    with pytest.raises(NotFound):
        actions.end_mentoring(mentoring_id=student, ended_on=TODAY, reflection="", by=cast.manager, at=NOON)


def test_a_site_with_its_days_and_what_it_is_like(cast: Cast) -> None:
    here = {"site_id": cast.site_id, "by": cast.worker, "at": NOON}
    [place] = reads.site_places(cast.worker)
    assert (place.private_room, place.days, place.champion) == (None, (), None)
    day = actions.set_site_day(worker_id=cast.worker.worker_id, weekday=1, desk="Room 3", **here)  # type: ignore[arg-type]
    assert actions.set_site_day(worker_id=cast.worker.worker_id, weekday=1, desk="Room 4", **here) == day  # type: ignore[arg-type]
    for helps in ("Tea", "Tea at ten"):
        actions.describe_site(private_room=False, record_access=True, helps=helps, hinders="Noise", **here)  # type: ignore[arg-type]
    champion = actions.name_site_champion(name="Dr Lee", since=TODAY - DAY, **here)  # type: ignore[arg-type]
    place = reads.site_place(cast.manager, cast.site_id)
    assert [(one.weekday, one.desk) for one in place.days] == [(1, "Room 4")]
    assert (place.private_room, place.record_access, place.helps) == (False, True, "Tea at ten")
    assert place.champion is not None
    given = rows(cast)
    assert given["site_days"] == [(cast.site_id, cast.worker.id, 1)]
    assert given["site_conditions"] == [(cast.site_id, False, True, TODAY - DAY, True)]
    with pytest.raises(Invalid):
        actions.end_site_champion(champion_id=champion, until=TODAY - 2 * DAY, by=cast.worker, at=NOON)
    actions.end_site_champion(champion_id=champion, until=TODAY, by=cast.worker, at=NOON)
    assert reads.site_place(cast.worker, cast.site_id).champion is None
    assert rows(cast)["site_conditions"][0][-1] is False
    assert actions.end_site_day(day_id=day, by=cast.worker, at=NOON) == cast.site_id


def test_a_site_refused(cast: Cast) -> None:
    here = {"site_id": cast.site_id, "by": cast.worker, "at": NOON}
    for wrong in ({"weekday": 7}, {"weekday": -1}):
        with pytest.raises(Invalid):
            actions.set_site_day(worker_id=cast.worker.worker_id, **wrong, **here)  # type: ignore[arg-type]
    with pytest.raises(NotAllowed):
        actions.set_site_day(worker_id=cast.other_worker.worker_id, weekday=1, **here)  # type: ignore[arg-type]
    with pytest.raises(Invalid):
        actions.name_site_champion(name=" ", since=TODAY, **here)  # type: ignore[arg-type]
    for one in (
        lambda: actions.end_site_day(day_id=new_id(), by=cast.worker, at=NOON),
        lambda: actions.end_site_champion(champion_id=new_id(), until=TODAY, by=cast.worker, at=NOON),
        lambda: reads.site_place(cast.worker, new_id()),
        lambda: actions.name_site_champion(name="x", since=TODAY, **(here | {"site_id": new_id()})),  # type: ignore[arg-type]
    ):
        with pytest.raises(NotFound):
            one()


def test_the_database_keeps_each_row_whole(cast: Cast) -> None:
    note(cast.worker, cast.worker)
    student = begun(cast)
    actions.note_mentoring(
        mentoring_id=student, held_on=TODAY, minutes=5, activity=Activity.TALK, by=cast.worker, at=NOON
    )
    actions.rate_needs(levels={"first_aid": 2}, by=cast.worker, at=NOON)
    actions.require_training(terms=frozenset({"first_aid"}), by=cast.manager, at=NOON)
    actions.set_site_day(
        site_id=cast.site_id, worker_id=cast.worker.worker_id, weekday=1, by=cast.worker, at=NOON
    )
    actions.name_site_champion(site_id=cast.site_id, name="Lee", since=TODAY, by=cast.worker, at=NOON)
    wrong: list[tuple[type, dict[str, object]]] = [
        (models.Training, {"expires_on": TODAY - 60 * DAY}),
        (models.Training, {"hours": 0}),
        (models.Training, {"file_name": "x"}),
        (models.TrainingNeed, {"level": 9}),
        (models.Mentoring, {"learner_id": cast.worker.id, "learner_name": ""}),
        (models.Mentoring, {"learner_name": ""}),
        (models.Mentoring, {"ended_on": TODAY - 60 * DAY}),
        (models.MentoringTime, {"minutes": 0}),
        (models.SiteDay, {"weekday": 9}),
        (models.SiteChampion, {"until": TODAY - DAY}),
    ]
    for model, values in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.update(**values)  # type: ignore[attr-defined]
    for model in (models.TrainingNeed, models.RequiredTraining, models.SiteDay):
        row = model.objects.get(programme_id=cast.programme_id)
        row.pk = new_id()
        row._state.adding = True
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()


def test_an_extract_tells_which_training_each_worker_has(cast: Cast) -> None:
    """One row for each worker who supports people and each topic everybody is to have: what holds longest."""
    actions.require_training(terms=frozenset({"mental_health", "first_aid"}), by=cast.manager, at=NOON)
    note(cast.worker, cast.worker, replace(TAKEN, expires_on=None))
    note(cast.worker, cast.worker, replace(TAKEN, held_on=TODAY, expires_on=TODAY + DAY))
    found = {(term, worker): days for term, worker, *days in rows(cast)["training_coverage"]}
    assert {term for term, _worker in found} == {"first_aid", "mental_health"}
    assert {worker for _term, worker in found} >= {cast.worker.id, cast.other_worker.id}
    assert cast.evaluator.id not in {worker for _term, worker in found}
    assert found["mental_health", cast.worker.id][:2] == [TODAY - 30 * DAY, None]
    assert found["first_aid", cast.worker.id][:2] == [None, None]
