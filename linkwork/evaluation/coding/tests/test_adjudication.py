"""Are differences settled, kept with who and why, and taken back, while the coders' own codings stay?"""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.models import Coding, Decision
from linkwork.evaluation.coding.reads import Difference
from linkwork.evaluation.coding.rules import Origin, Valence
from linkwork.evaluation.coding.rules.differences import Choice, Sort
from linkwork.evaluation.coding.rules.rounds import Layer, Purpose
from linkwork.evaluation.coding.tests.rounds_scene import Together, practice, together
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, SPACE, code
from linkwork.testing.cast import NOON, Cast

LATER = NOON + dt.timedelta(hours=1)


def coded(cast: Cast) -> Together:
    """One place the same, one with other boundaries, one with other codes, one of the first coder alone; closed."""
    made = together(cast)
    first, second, source = made.first, made.second, made.scene.quotable
    code(first, source, "One of the nurses", RELATIONS)
    code(second, source, "One of the nurses", RELATIONS)
    code(first, source, "came to the meeting", ENROLMENT)
    code(second, source, "to the meeting with me", ENROLMENT)
    code(first, source, "people sent me", SPACE)
    code(second, source, "people sent me", SPACE, ENROLMENT)
    code(first, source, "now", SPACE, memo="Only I")
    actions.close_round(round_id=made.round_id, by=first, at=NOON)
    return made


def found(made: Together) -> list[Difference]:
    return list(reads.differences(made.first, made.round_id).places)


def decide(made: Together, place: Difference, choice: Choice, **change: object) -> UUID:
    whole: dict[str, object] = {
        "round_id": made.round_id,
        "source_id": made.scene.quotable,
        "members": [row.id for row in place.members],
        "choice": choice,
        "by": made.second,
        "at": LATER,
    }
    return actions.decide(**whole | change)  # type: ignore[arg-type]


def consensus(made: Together) -> list[tuple[int, int, tuple[str, ...]]]:
    rows = [one for one in reads.quotes(made.first, made.scene.study_id) if one.origin is Origin.CONSENSUS]
    return [(one.start, one.end, tuple(name for _f, _c, name in one.codes)) for one in rows]


def test_the_places_of_a_round_by_sort(cast: Cast) -> None:
    made = coded(cast)
    assert [one.sort for one in found(made)] == [Sort.SAME, Sort.BOUNDARY, Sort.CODE, Sort.ONLY]
    (line,) = reads.differences(made.first, made.round_id).summary()
    assert (line.source_id, line.undecided, line.agreed_undecided) == (made.scene.quotable, 4, 1)
    assert line.by_sort == {Sort.SAME: 1, Sort.BOUNDARY: 1, Sort.CODE: 1, Sort.ONLY: 1}


def test_from_differences_to_a_consensus(cast: Cast) -> None:
    made = coded(cast)
    before = [one.id for one in reads.codings(made.first, made.scene.quotable)]
    assert actions.take_agreed(round_id=made.round_id, by=made.first, at=LATER) == 1
    assert actions.take_agreed(round_id=made.round_id, by=made.first, at=LATER) == 0
    _same, boundary, codes, only = found(made)
    decide(made, boundary, Choice.ONE, taken=boundary.members[0].id, reason=" Shorter. ")
    decide(made, codes, Choice.BOTH)
    with pytest.raises(IllegalStep, match="1 place waits"):
        actions.settle_source(round_id=made.round_id, source_id=made.scene.quotable, by=made.first, at=LATER)
    assert consensus(made) == []
    decide(made, only, Choice.NEITHER)
    actions.settle_source(round_id=made.round_id, source_id=made.scene.quotable, by=made.first, at=LATER)
    rows = consensus(made)
    assert [names for _s, _e, names in rows] == [
        ("Relational Connections",),
        ("Enrolment",),
        ("Space",),
        ("Space", "Enrolment"),
    ] or len(rows) == 4
    assert (rows[1][0], rows[1][1]) == (boundary.members[0].start, boundary.members[0].end)
    assert [one.id for one in reads.codings(made.first, made.scene.quotable)] == before
    decision = found(made)[1].decision
    assert decision is not None
    assert (decision.by, decision.reason, decision.choice, decision.at) == (
        "Ida Moe",
        "Shorter.",
        Choice.ONE,
        LATER,
    )
    assert reads.rounds(made.first, made.scene.study_id)[0].sources[0].settled_at == LATER
    actions.unsettle_source(round_id=made.round_id, source_id=made.scene.quotable, by=made.first, at=LATER)
    assert consensus(made) == []


def test_undoing_takes_the_consensus_back_and_keeps_the_way(cast: Cast) -> None:
    made = coded(cast)
    same = found(made)[0]
    decision_id = decide(made, same, Choice.AGREED)
    (row,) = Coding.objects.filter(origin=Origin.CONSENSUS)
    assert (row.coder_id, row.decision_id, row.removed_at) == (None, decision_id, None)
    actions.undo_decision(decision_id=decision_id, by=made.first, at=LATER)
    assert found(made)[0].decision is None
    assert not found(made)[0].changed
    assert Coding.objects.get(id=row.id).removed_at == LATER
    with pytest.raises(IllegalStep, match="undone already"):
        actions.undo_decision(decision_id=decision_id, by=made.first, at=LATER)
    with pytest.raises(NotFound, match="no such decision"):
        actions.undo_decision(decision_id=new_id(), by=made.first, at=LATER)


def test_undoing_a_decision_opens_a_settled_source_again(cast: Cast) -> None:
    made = coded(cast)
    actions.take_agreed(round_id=made.round_id, by=made.first, at=LATER)
    for one in found(made)[1:]:
        decide(made, one, Choice.BOTH)
    actions.settle_source(round_id=made.round_id, source_id=made.scene.quotable, by=made.first, at=LATER)
    own = {one.id for one in reads.codings(made.first, made.scene.quotable)}
    decision = found(made)[3].decision
    assert decision is not None
    actions.undo_decision(decision_id=decision.id, by=made.first, at=LATER)
    assert reads.round_card(made.first, made.round_id).sources[0].settled_at is None
    assert {one.id for one in reads.quotes(made.first, made.scene.study_id)} == own


def test_from_a_passage_of_the_consensus_to_where_it_was_decided(cast: Cast) -> None:
    made = coded(cast)
    decide(made, found(made)[2], Choice.BOTH)
    row = Coding.objects.filter(origin=Origin.CONSENSUS).first()
    assert row is not None
    assert row.decision_id
    round_id, place, before = reads.settled_place(made.second, row.id)
    assert (round_id, place.sort, before) == (made.round_id, Sort.CODE, 2)
    with pytest.raises(NotAllowed):
        reads.settled_place(cast.manager, row.id)
    actions.undo_decision(decision_id=row.decision_id, by=made.first, at=LATER)
    for gone in (row.id, place.members[0].id):
        with pytest.raises(NotFound):
            reads.settled_place(made.second, gone)


def test_deciding_anew_undoes_what_was_decided_before(cast: Cast) -> None:
    made = coded(cast)
    only = found(made)[3]
    decide(made, only, Choice.NEITHER)
    decide(made, only, Choice.BOTH)
    assert Decision.objects.filter(undone_at__isnull=True).count() == 1
    assert Coding.objects.filter(origin=Origin.CONSENSUS, removed_at__isnull=True).count() == 1


def test_a_coding_that_changed_since_asks_for_a_new_decision(cast: Cast) -> None:
    made = coded(cast)
    actions.take_agreed(round_id=made.round_id, by=made.first, at=LATER)
    same = found(made)[0]
    mine = next(row for row in same.members if row.coder_id == made.first.id)
    actions.change_coding(coding_id=mine.id, to={"valence": Valence.BARRIER.value}, by=made.first, at=LATER)
    now = found(made)[0]
    assert (now.sort, now.decision, now.changed) == (Sort.WEIGHT, None, True)
    decide(made, now, Choice.ONE, taken=mine.id)
    assert Coding.objects.filter(origin=Origin.CONSENSUS, removed_at__isnull=True).get().valence == "barrier"
    actions.remove_coding(coding_id=mine.id, by=made.first, at=LATER)
    assert (found(made)[0].sort, found(made)[0].changed) == (Sort.ONLY, True)
    with pytest.raises(IllegalStep, match="changed since"):
        decide(made, now, Choice.BOTH)


def test_what_all_said_alike_comes_out_once(cast: Cast) -> None:
    made = coded(cast)
    decide(made, found(made)[0], Choice.BOTH)
    assert Coding.objects.filter(origin=Origin.CONSENSUS).count() == 1


def test_what_does_not_fit_is_refused(cast: Cast) -> None:
    made = coded(cast)
    boundary = found(made)[1]
    for choice, change, field in (
        (Choice.AGREED, {}, "choice"),
        (Choice.ONE, {}, "taken"),
        (Choice.ONE, {"taken": new_id()}, "taken"),
        (Choice.BOTH, {"reason": "x" * 2001}, "reason"),
    ):
        with pytest.raises(Invalid) as refused:
            decide(made, boundary, choice, **change)
        assert list(refused.value.errors) == [field]
    with pytest.raises(NotFound, match="not in the round"):
        decide(made, boundary, Choice.BOTH, source_id=made.scene.closed)
    for step in (actions.settle_source, actions.unsettle_source):
        with pytest.raises(NotFound, match="not in the round"):
            step(round_id=made.round_id, source_id=made.scene.closed, by=made.first, at=LATER)


def test_a_blind_round_is_closed_before_anything_is_compared(cast: Cast) -> None:
    made = together(cast)
    for attempt in (
        lambda: reads.differences(made.first, made.round_id),
        lambda: actions.take_agreed(round_id=made.round_id, by=made.first, at=LATER),
    ):
        with pytest.raises(IllegalStep, match="Close it"):
            attempt()


def test_a_practice_set_has_no_consensus(cast: Cast) -> None:
    made = practice(cast)
    with pytest.raises(IllegalStep, match="practice set"):
        reads.differences(made.first, made.round_id)


def test_a_source_has_one_consensus(cast: Cast) -> None:
    made = coded(cast)
    actions.take_agreed(round_id=made.round_id, by=made.first, at=LATER)
    again = actions.open_round(
        study_id=made.scene.study_id,
        title="Again",
        purpose=Purpose.DOUBLE,
        source_ids=[made.scene.quotable],
        coder_ids=[made.first.worker_id, made.second.worker_id],
        blind=False,
        by=made.first,
        at=LATER,
    )
    with pytest.raises(IllegalStep, match="Another round"):
        actions.take_agreed(round_id=again, by=made.first, at=LATER)


def test_a_source_is_settled_in_one_round(cast: Cast) -> None:
    made = together(cast, blind=False)
    again = actions.open_round(
        study_id=made.scene.study_id,
        title="Again",
        purpose=Purpose.DOUBLE,
        source_ids=[made.scene.quotable],
        coder_ids=[made.first.worker_id, made.second.worker_id],
        blind=False,
        by=made.first,
        at=LATER,
    )
    actions.settle_source(round_id=made.round_id, source_id=made.scene.quotable, by=made.first, at=LATER)
    with pytest.raises(IllegalStep, match="Another round"):
        actions.settle_source(round_id=again, source_id=made.scene.quotable, by=made.first, at=LATER)


@pytest.mark.parametrize("part", ["worker", "manager", "adviser"])
def test_only_evaluators_settle(cast: Cast, part: str) -> None:
    made, viewer = coded(cast), cast.everyone()[part]
    place = found(made)[0]
    given: dict[str, Any] = {
        "round_id": made.round_id,
        "source_id": made.scene.quotable,
        "by": viewer,
        "at": LATER,
    }
    for attempt in (
        lambda: reads.differences(viewer, made.round_id),
        lambda: decide(made, place, Choice.BOTH, by=viewer),
        lambda: actions.take_agreed(**given),
        lambda: actions.settle_source(**given),
        lambda: actions.unsettle_source(**given),
        lambda: actions.undo_decision(decision_id=new_id(), by=viewer, at=LATER),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_the_database_keeps_a_consensus_without_a_coder(cast: Cast) -> None:
    made = coded(cast)
    decide(made, found(made)[0], Choice.AGREED)
    row = Coding.objects.get(origin=Origin.CONSENSUS)
    for change in ({"coder_id": made.first.id}, {"decision_id": None}, {"origin": "manual"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Coding.objects.filter(id=row.id).update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.update(undone_at=NOON - dt.timedelta(days=1))


def test_questions_stay_few(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    made = coded(cast)
    actions.take_agreed(round_id=made.round_id, by=made.first, at=LATER)
    with django_assert_num_queries(6):
        reads.differences(made.first, made.round_id)
    assert reads.codings(made.first, made.scene.quotable, Layer.CONSENSUS)
