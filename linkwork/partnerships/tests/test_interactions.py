"""Work with partners in detail: quality, what was agreed, what follows, and one press from a contact."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest

from linkwork.casework import actions as casework
from linkwork.casework import reads as cases
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import FactorKind, FactorState, Influence, Practice, Quality
from linkwork.partnerships.tests.builders import TODAY, meeting, partner
from linkwork.testing.cast import NOON, Cast

DAY = dt.timedelta(days=1)


def somebody(cast: Cast) -> tuple[UUID, UUID]:
    """(case, contact) of a person."""
    case_id = casework.start_case(
        details=PersonDetails(given_name="Maryam", family_name="A"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=NOON,
    )
    casework.log_contact(case_id=case_id, occurred_at=NOON, mode="met", by=cast.worker, at=NOON)
    contact = cases.last_contact(cast.worker, case_id)
    assert contact is not None
    return case_id, contact.id


def note(cast: Cast, partner_id: UUID, **more: Any) -> UUID:
    """One piece of work."""
    said: dict[str, Any] = {"practice": Practice.COMMUNICATION, "occurred_on": TODAY, "by": cast.worker}
    return actions.log_interaction(partner_id=partner_id, at=NOON, **(said | more))


def test_all_of_it_is_kept(cast: Cast) -> None:
    partner_id, (case_id, _contact) = partner(cast.worker), somebody(cast)
    note(
        cast,
        partner_id,
        practice=Practice.CO_INTERVENTION,
        quality=Quality.MIXED,
        agreed="A visit together",
        next_step=" Ring ",
        next_on=TODAY + DAY,
        case_id=case_id,
    )
    [card] = reads.partner(cast.worker, partner_id).interactions
    assert (card.quality, card.agreed, card.next_step, card.next_on, card.next_done, card.case_id) == (
        Quality.MIXED,
        "A visit together",
        "Ring",
        TODAY + DAY,
        False,
        case_id,
    )


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"next_step": "Ring"}, "next_on"),
        ({"next_on": TODAY}, "next_step"),
        ({"next_step": "Ring", "next_on": TODAY - DAY}, "next_on"),
    ],
)
def test_a_next_step_has_words_and_a_day(cast: Cast, wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        note(cast, partner(cast.worker), **wrong)
    assert field in refusal.value.errors


def test_a_case_only_where_somebody_was_supported_together(cast: Cast) -> None:
    partner_id, (case_id, _contact) = partner(cast.worker), somebody(cast)
    with pytest.raises(Invalid):
        note(cast, partner_id, case_id=case_id)
    with pytest.raises(NotFound):
        note(cast, partner_id, practice=Practice.CO_INTERVENTION, case_id=new_id())


def test_a_partner_there_is_noted_once(cast: Cast) -> None:
    partner_id, (case_id, contact_id) = partner(cast.worker), somebody(cast)
    said: dict[str, Any] = {"contact_id": contact_id, "partner_id": partner_id, "at": NOON}
    first = actions.note_partner_there(by=cast.worker, **said)
    assert actions.note_partner_there(by=cast.worker, **said) == first
    [card] = reads.partner(cast.worker, partner_id).interactions
    assert (card.practice, card.occurred_on, card.case_id) == (Practice.CO_INTERVENTION, TODAY, case_id)
    for wrong in ({"contact_id": new_id()}, {"partner_id": new_id()}):
        with pytest.raises(NotFound):
            actions.note_partner_there(by=cast.worker, **(said | wrong))
    with pytest.raises(NotAllowed):
        actions.note_partner_there(by=cast.supervisor, **said)


def test_what_follows_is_done_once(cast: Cast) -> None:
    partner_id = partner(cast.worker)
    one = note(cast, partner_id, next_step="Ring", next_on=TODAY)
    assert actions.finish_next_step(interaction_id=one, by=cast.other_worker, at=NOON) == partner_id
    with pytest.raises(IllegalStep):
        actions.finish_next_step(interaction_id=one, by=cast.worker, at=NOON)
    with pytest.raises(NotFound):
        actions.finish_next_step(interaction_id=note(cast, partner_id), by=cast.worker, at=NOON)
    with pytest.raises(NotFound):
        actions.finish_next_step(interaction_id=new_id(), by=cast.worker, at=NOON)


def test_own_notes_are_taken_back_within_a_week(cast: Cast) -> None:
    partner_id = partner(cast.worker)
    one = note(cast, partner_id)
    for by, at in ((cast.other_worker, NOON), (cast.worker, NOON + 8 * DAY)):
        with pytest.raises(IllegalStep):
            actions.take_back_interaction(interaction_id=one, by=by, at=at)
    actions.take_back_interaction(interaction_id=one, by=cast.worker, at=NOON)
    assert reads.partner(cast.worker, partner_id).interactions == ()
    meeting_id = meeting(cast.worker, partner_id)
    actions.keep_minutes(meeting_id=meeting_id, came=[partner_id], minutes="", by=cast.worker, at=NOON)
    [counted] = reads.partner(cast.worker, partner_id).interactions
    with pytest.raises(IllegalStep):
        actions.take_back_interaction(interaction_id=counted.id, by=cast.worker, at=NOON)


def test_what_eased_a_factor_stays(cast: Cast) -> None:
    one = note(cast, partner(cast.worker))
    factor_id = actions.name_factor(
        words="Nobody knew us",
        influence=Influence.HINDERS,
        kind=FactorKind.ORGANISATION,
        noted_on=TODAY,
        by=cast.worker,
        at=NOON,
    )
    actions.move_factor(
        factor_id=factor_id, to=FactorState.EASED, interaction_id=one, by=cast.worker, at=NOON
    )
    with pytest.raises(Refused):
        actions.take_back_interaction(interaction_id=one, by=cast.worker, at=NOON)
    [move] = reads.moves_of(cast.worker, factor_id)
    assert move.by_kind == "interaction"


def test_no_open_next_step_is_out_of_reach(cast: Cast) -> None:
    partner_id = partner(cast.worker)

    def done_together(days: int, step: str = "") -> UUID:
        return actions.log_interaction(
            partner_id=partner_id,
            practice=Practice.COMMUNICATION,
            occurred_on=TODAY - days * DAY,
            next_step=step,
            next_on=TODAY if step else None,
            by=cast.worker,
            at=NOON,
        )

    old, settled = done_together(99, "Send the list"), done_together(98, "Ring the head")
    actions.finish_next_step(interaction_id=settled, by=cast.worker, at=NOON)
    newer = [done_together(days // 2) for days in range(40)]
    first = reads.partner(cast.worker, partner_id)
    assert [one.id for one in first.interactions[30:]] == [old]
    last = reads.partner(cast.worker, partner_id, first.next)
    assert last.next is None
    assert [one.id for one in last.interactions[-2:]] == [settled, old]
    assert {one.id for one in (*first.interactions, *last.interactions)} == {*newer, old, settled}
    actions.finish_next_step(interaction_id=old, by=cast.worker, at=NOON)
    assert len(reads.partner(cast.worker, partner_id).interactions) == 30
    for days in range(70, 90):
        done_together(days)
    middle = reads.partner(cast.worker, partner_id, first.next)
    assert middle.next == middle.interactions[-1].id
