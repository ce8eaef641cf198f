"""Naming what helps or hinders, and moving it on."""

import datetime as dt
from uuid import UUID

import pytest

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import FactorKind, FactorState, Influence, Practice, Sector, balance
from linkwork.partnerships.tests.builders import TODAY, activity, advocacy, meeting, partner
from linkwork.partnerships.tests.test_facts import rows_of
from linkwork.testing.cast import NOON, Cast


def test_a_factor_is_named_and_solved(cast: Cast) -> None:
    partner_id = partner(cast.worker)
    factor_id = actions.name_factor(
        words="Nobody there knows what we do",
        influence=Influence.HINDERS,
        kind=FactorKind.ORGANISATION,
        noted_on=TODAY,
        partner_id=partner_id,
        by=cast.worker,
        at=NOON,
    )
    actions.name_factor(
        words="The place is known and liked",
        influence=Influence.HELPS,
        kind=FactorKind.EXTERNAL,
        noted_on=TODAY,
        by=cast.worker,
        at=NOON,
    )
    actions.move_factor(factor_id=factor_id, to=FactorState.SOLVED, by=cast.worker, at=NOON)
    [card] = reads.factors(cast.worker, partner_id)
    assert (card.id, card.state) == (factor_id, FactorState.SOLVED)
    assert len(reads.factors(cast.worker)) == 2
    with pytest.raises(IllegalStep):
        actions.move_factor(factor_id=factor_id, to=FactorState.EASED, by=cast.worker, at=NOON)


def test_refusals(cast: Cast) -> None:
    with pytest.raises(Invalid):
        actions.name_factor(
            words="", influence=Influence.BOTH, kind=FactorKind.WORK, noted_on=TODAY, by=cast.worker, at=NOON
        )
    with pytest.raises(NotFound):
        actions.move_factor(factor_id=new_id(), to=FactorState.EASED, by=cast.worker, at=NOON)


def named(cast: Cast, days: int = 40) -> UUID:
    return actions.name_factor(
        words="Nobody there knows what we do",
        influence=Influence.HINDERS,
        kind=FactorKind.ORGANISATION,
        noted_on=TODAY - dt.timedelta(days=days),
        by=cast.worker,
        at=NOON,
    )


def test_each_step_says_what_brought_it_about(cast: Cast) -> None:
    factor_id, school = named(cast), partner(cast.worker)
    meeting_id = meeting(cast.worker, school)
    actions.keep_minutes(meeting_id=meeting_id, came=[school], minutes="", by=cast.worker, at=NOON)
    done = actions.log_interaction(
        partner_id=partner(cast.worker, "Elm Street practice", Sector.HEALTH),
        practice=Practice.ROLE_AWARENESS,
        occurred_on=TODAY,
        by=cast.worker,
        at=NOON,
    )
    ways: list[tuple[str, UUID]] = [
        ("meeting_id", meeting_id),
        ("activity_id", activity(cast.worker, school)),
        ("advocacy_id", advocacy(cast.worker)),
        ("interaction_id", done),
    ]
    assert {one.kind for one in reads.what_may_have_eased(cast.worker)} == {
        way.removesuffix("_id") for way, _id in ways
    }
    for place, (way, id_) in enumerate(ways):
        actions.move_factor(
            factor_id=factor_id,
            to=FactorState.EASED if place % 2 == 0 else FactorState.OPEN,
            moved_on=TODAY - dt.timedelta(days=4 - place),
            note="They asked us to come again",
            by=cast.worker,
            at=NOON,
            **{way: id_},
        )
    actions.move_factor(factor_id=factor_id, to=FactorState.SOLVED, by=cast.worker, at=NOON)
    steps = reads.moves_of(cast.supervisor, factor_id)
    assert [(one.by_kind, one.by_name) for one in steps] == [
        ("meeting", "Families new to the area"),
        ("activity", "Coffee morning"),
        ("advocacy", "A bus stop by the family centre"),
        ("interaction", "Elm Street practice"),
        ("", ""),
    ]
    assert [row["eased_by"] for row in rows_of("factor_moves", cast)] == [
        "meeting",
        "activity",
        "advocacy",
        "interaction",
        None,
    ]
    assert reads.factor(cast.worker, factor_id).state is FactorState.SOLVED


def test_the_balance_on_a_day(cast: Cast) -> None:
    factor_id = named(cast)
    actions.move_factor(
        factor_id=factor_id,
        to=FactorState.SOLVED,
        moved_on=TODAY - dt.timedelta(days=10),
        by=cast.worker,
        at=NOON,
    )
    courses = reads.courses(cast.worker)
    mark = (FactorKind.ORGANISATION, Influence.HINDERS)
    days = [TODAY - dt.timedelta(days=gone) for gone in (41, 40, 11, 10)]
    assert [balance(courses, day)[mark] for day in days] == [0, 1, 1, 0]


def test_a_step_that_cannot_be(cast: Cast) -> None:
    factor_id, school = named(cast), partner(cast.worker)
    with pytest.raises(Invalid):
        actions.move_factor(
            factor_id=factor_id,
            to=FactorState.EASED,
            moved_on=TODAY - dt.timedelta(days=41),
            by=cast.worker,
            at=NOON,
        )
    with pytest.raises(Invalid):
        actions.move_factor(
            factor_id=factor_id,
            to=FactorState.EASED,
            meeting_id=meeting(cast.worker, school),
            activity_id=activity(cast.worker, school),
            by=cast.worker,
            at=NOON,
        )
    with pytest.raises(NotFound):
        actions.move_factor(
            factor_id=factor_id, to=FactorState.EASED, interaction_id=new_id(), by=cast.worker, at=NOON
        )
    with pytest.raises(NotFound):
        reads.factor(cast.worker, new_id())


def test_only_its_author_lets_words_go_and_only_once(cast: Cast) -> None:
    factor_id = named(cast)
    assert reads.agreed_words(cast.evaluator) == []
    with pytest.raises(NotAllowed):
        actions.agree_to_study(factor_id=factor_id, agrees=True, by=cast.manager, at=NOON)
    for agrees in (True, False, True):
        actions.agree_to_study(factor_id=factor_id, agrees=agrees, by=cast.worker, at=NOON)
        assert reads.factor(cast.worker, factor_id).agreed is agrees
    [words] = reads.agreed_words(cast.evaluator)
    assert (words.id, words.words) == (factor_id, "Nobody there knows what we do")
    actions.mark_taken(factor_ids=[factor_id], by=cast.evaluator, at=NOON)
    assert reads.agreed_words(cast.evaluator) == []
    assert reads.factor(cast.worker, factor_id).taken
    with pytest.raises(NotFound):
        actions.mark_taken(factor_ids=[factor_id], by=cast.evaluator, at=NOON)
    with pytest.raises(IllegalStep):
        actions.agree_to_study(factor_id=factor_id, agrees=False, by=cast.worker, at=NOON)
    for read in (reads.agreed_words,):
        with pytest.raises(NotAllowed):
            read(cast.worker)
    with pytest.raises(NotAllowed):
        reads.factors(cast.evaluator)
