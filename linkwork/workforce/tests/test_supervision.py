"""A talk between two: who reads it, who confirms it, what comes of it, and what is refused."""

import datetime as dt
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from linkwork.casework import actions as casework
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer, system
from linkwork.testing.cast import NOON, Cast
from linkwork.workforce import actions, models, reads
from linkwork.workforce.actions import NewAction, Said
from linkwork.workforce.reads import Kind
from linkwork.workforce.rules.supervision import Intervals, SupervisionKind, missing_kinds, newest

TODAY = NOON.date()
DAY = dt.timedelta(days=1)
NOTHING = Said()


def talk(by: Viewer, worker: Viewer, partner: Viewer | None, said: Said = NOTHING, days: int = 7) -> UUID:
    return actions.record_supervision(
        worker_id=worker.worker_id,
        partner_id=partner.worker_id if partner else None,
        kind=SupervisionKind.CLINICAL,
        held_on=TODAY - days * DAY,
        said=said,
        by=by,
        at=NOON,
    )


def case_of(cast: Cast) -> UUID:
    return casework.start_case(
        details=PersonDetails(given_name="Ada", family_name="Bell"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=NOON,
    )


def whole(cast: Cast) -> Said:
    return Said(
        "Ask for help sooner",
        (
            NewAction("Ring the clinic", cast.worker.worker_id, TODAY),
            NewAction("Find a quiet room", cast.supervisor.worker_id, TODAY + DAY),
        ),
        (case_of(cast),),
        2,
    )


def test_the_two_read_all_of_it_and_a_manager_the_dates(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    talk_id = talk(cast.worker, cast.worker, cast.supervisor, whole(cast))
    for one in (cast.worker, cast.supervisor):
        with django_assert_max_num_queries(3):
            card = reads.supervision(one, talk_id)
        assert (card.inside, card.agreed, card.wellbeing) == (True, "Ask for help sooner", 2)
        assert [item.what for item in card.actions] == ["Ring the clinic", "Find a quiet room"]
        assert len(card.cases) == 1
    seen = reads.supervision(cast.manager, talk_id)
    assert (seen.inside, seen.agreed, seen.wellbeing, seen.actions, seen.cases) == (False, "", None, (), ())
    assert seen.held_on == TODAY - 7 * DAY
    assert [card.agreed for card in reads.supervisions(cast.manager)] == [""]
    assert [card.agreed for card in reads.supervisions(cast.supervisor, cast.worker.id)] == [
        "Ask for help sooner"
    ]
    with pytest.raises(NotFound):
        reads.supervision(cast.other_worker, talk_id)
    assert reads.supervisions(cast.other_worker) == []
    with pytest.raises(NotAllowed):
        reads.supervision(cast.evaluator, talk_id)


def test_a_supervisor_reads_no_talk_of_others(cast: Cast) -> None:
    talk_id = talk(cast.worker, cast.worker, cast.manager, Said("Less at once"))
    assert reads.supervision(cast.manager, talk_id).agreed == "Less at once"
    assert reads.supervisions(cast.supervisor) == []
    with pytest.raises(NotFound):
        reads.supervision(cast.supervisor, talk_id)


def test_both_confirm(cast: Cast) -> None:
    talk_id = talk(cast.supervisor, cast.worker, cast.supervisor)
    card = reads.supervision(cast.worker, talk_id)
    assert card.waits_for(cast.worker.id)
    assert not card.waits_for(cast.supervisor.id)
    assert [one.kind for one in reads.to_do(cast.worker, TODAY)] == [Kind.CONFIRM]
    actions.confirm_supervision(supervision_id=talk_id, wellbeing=4, by=cast.worker, at=NOON)
    assert reads.supervision(cast.supervisor, talk_id).wellbeing == 4
    with pytest.raises(IllegalStep):
        actions.confirm_supervision(supervision_id=talk_id, by=cast.worker, at=NOON)
    with pytest.raises(NotFound):
        actions.confirm_supervision(supervision_id=talk_id, by=cast.manager, at=NOON)
    mine = talk(cast.worker, cast.worker, cast.supervisor)
    with pytest.raises(Invalid):
        actions.confirm_supervision(supervision_id=mine, wellbeing=4, by=cast.supervisor, at=NOON)
    actions.confirm_supervision(supervision_id=mine, by=cast.supervisor, at=NOON)
    assert reads.supervision(cast.worker, mine).partner_confirmed
    outside = reads.supervision(cast.worker, talk(cast.worker, cast.worker, None))
    assert outside.worker_confirmed
    assert outside.partner_confirmed


def test_what_was_agreed_comes_back_on_its_day(cast: Cast) -> None:
    talk_id = talk(cast.worker, cast.worker, cast.supervisor, whole(cast))
    [due] = [one for one in reads.to_do(cast.worker, TODAY) if one.kind is Kind.AGREED]
    assert (due.about, due.words, due.day) == (talk_id, "Ring the clinic", TODAY)
    assert [one.words for one in reads.to_do(cast.supervisor, TODAY) if one.kind is Kind.AGREED] == []
    [card] = reads.agreed_by(cast.worker)
    with pytest.raises(NotFound):
        actions.settle_agreed(action_id=card.id, done=True, by=cast.supervisor, at=NOON)
    assert actions.settle_agreed(action_id=card.id, done=True, by=cast.worker, at=NOON) == talk_id
    assert reads.agreed_by(cast.worker) == []
    actions.settle_agreed(action_id=card.id, done=False, by=cast.worker, at=NOON)
    assert reads.agreed_by(cast.worker) != []


def test_the_next_talk_is_planned_and_quiets_the_gap(cast: Cast) -> None:
    talk_id = talk(cast.worker, cast.worker, cast.supervisor, days=60)
    assert Kind.GAP in {one.kind for one in reads.to_do(cast.worker, TODAY)}
    assert reads.gaps(cast.worker, TODAY)[0].needs
    actions.plan_next(supervision_id=talk_id, next_on=TODAY + 3 * DAY, by=cast.supervisor, at=NOON)
    [gap] = reads.gaps(cast.worker, TODAY)
    assert (gap.too_long, gap.next_on, gap.needs) == (True, TODAY + 3 * DAY, False)
    [coming] = [one for one in reads.to_do(cast.worker, TODAY) if one.kind is not Kind.CONFIRM]
    assert (coming.kind, coming.name, coming.day) == (Kind.TALK, "Dana Petit", TODAY + 3 * DAY)
    with pytest.raises(Invalid):
        actions.plan_next(supervision_id=talk_id, next_on=TODAY - 90 * DAY, by=cast.worker, at=NOON)
    actions.plan_next(supervision_id=talk_id, next_on=None, by=cast.worker, at=NOON)
    assert reads.gaps(cast.worker, TODAY)[0].needs


def test_a_kind_asked_for_is_missed_by_itself(cast: Cast) -> None:
    talk(cast.worker, cast.worker, cast.supervisor)
    assert [one.worker_id for one in reads.gaps(cast.manager, TODAY) if one.needs] == [cast.other_worker.id]
    actions.set_supervision_rule(
        anybody=8, kinds={SupervisionKind.PEER: 4, SupervisionKind.CLINICAL: 4}, by=cast.manager, at=NOON
    )
    assert reads.intervals(cast.worker).anybody == 8
    [gap] = reads.gaps(cast.worker, TODAY)
    assert (gap.too_long, gap.missing, gap.needs) == (False, (SupervisionKind.PEER,), True)
    [due] = reads.to_do(cast.worker, TODAY)
    assert (due.kind, due.of_kind) == (Kind.GAP, SupervisionKind.PEER)
    actions.set_supervision_rule(anybody=6, by=cast.manager, at=NOON)
    assert reads.to_do(cast.worker, TODAY) == []
    with pytest.raises(NotAllowed):
        actions.set_supervision_rule(anybody=6, by=cast.supervisor, at=NOON)
    with pytest.raises(Invalid):
        actions.set_supervision_rule(anybody=0, by=cast.manager, at=NOON)


def test_a_group_is_a_talk_for_each_who_was_there(cast: Cast) -> None:
    there = [cast.worker.worker_id, cast.other_worker.worker_id]
    actions.record_group(
        worker_ids=there, partner_id=cast.supervisor.id, held_on=TODAY, by=cast.supervisor, at=NOON
    )
    assert {card.kind for card in reads.supervisions(cast.supervisor)} == {SupervisionKind.GROUP}
    assert all(card.together for card in reads.supervisions(cast.manager))
    assert all(gap.weeks == 0 for gap in reads.gaps(cast.manager, TODAY))
    with pytest.raises(Invalid):
        actions.record_group(worker_ids=there[:1] * 2, held_on=TODAY, by=cast.supervisor, at=NOON)


def test_words_are_for_the_two(cast: Cast) -> None:
    with pytest.raises(Invalid):
        talk(cast.manager, cast.worker, cast.supervisor, Said("They are tired"))
    talk(cast.manager, cast.worker, cast.supervisor)
    with pytest.raises(Invalid):
        talk(cast.supervisor, cast.worker, cast.supervisor, Said(wellbeing=1))
    with pytest.raises(Invalid):
        talk(cast.worker, cast.worker, cast.supervisor, Said(wellbeing=6))
    with pytest.raises(Invalid):
        talk(
            cast.worker, cast.worker, None, Said(actions=(NewAction("Ring", cast.manager.worker_id, TODAY),))
        )
    with pytest.raises(Invalid):
        talk(cast.worker, cast.worker, None, Said(actions=(NewAction(" ", cast.worker.worker_id, TODAY),)))
    with pytest.raises(Invalid):
        talk(cast.supervisor, cast.worker, cast.supervisor, Said(cases=(case_of(cast),)))
    with pytest.raises(NotFound):
        talk(cast.worker, cast.worker, None, Said(cases=(new_id(),)))
    by = system(cast.programme_id)
    assert reads.to_do(by, TODAY) == []
    with pytest.raises(NotAllowed):
        actions.plan_next(supervision_id=new_id(), next_on=None, by=by, at=NOON)
    with pytest.raises(Invalid):
        actions.record_supervision(
            worker_id=cast.worker.worker_id,
            kind=SupervisionKind.PEER,
            held_on=TODAY,
            next_on=TODAY,
            by=cast.worker,
            at=NOON,
        )


def test_a_manager_with_many_asks_one_question(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    talk(cast.worker, cast.worker, cast.supervisor, whole(cast))
    for one in (cast.manager, cast.worker, cast.supervisor):
        with django_assert_num_queries(1):
            reads.to_do(one, TODAY)
    with django_assert_num_queries(2):
        reads.gaps(cast.manager, TODAY)
    assert reads.to_do(cast.evaluator, TODAY) == []


def test_missing_kinds_are_those_asked_for() -> None:
    asked = Intervals(6, {SupervisionKind.PEER: 4})
    last = {SupervisionKind.PEER: TODAY - 29 * DAY, SupervisionKind.CLINICAL: None}
    assert missing_kinds(last, TODAY, TODAY, asked) == (SupervisionKind.PEER,)
    assert missing_kinds({}, TODAY, TODAY, Intervals()) == ()
    assert newest(last) == TODAY - 29 * DAY
    assert newest({}) is None


@pytest.mark.parametrize(
    "wrong",
    [{"next_on": TODAY - 30 * DAY}, {"wellbeing": 9}, {"partner_id": None, "partner_confirmed_at": NOON}],
)
def test_the_database_keeps_a_talk_whole(cast: Cast, wrong: dict[str, object]) -> None:
    talk(cast.worker, cast.worker, cast.supervisor)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Supervision.objects.update(**wrong)


def test_the_database_keeps_one_rule_and_a_case_once(cast: Cast) -> None:
    talk(cast.worker, cast.worker, cast.supervisor, whole(cast))
    [row] = models.TalkedCase.objects.all()
    twice = models.TalkedCase(
        programme_id=cast.programme_id,
        supervision_id=row.supervision_id,
        case_id=row.case_id,
        created_at=NOON,
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        twice.save()
    actions.set_supervision_rule(anybody=8, by=cast.manager, at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.SupervisionRule.objects.update(anybody=0)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.SupervisionRule(programme_id=cast.programme_id, created_at=NOON).save()
