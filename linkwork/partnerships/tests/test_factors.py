"""Naming what helps or hinders, and moving it on."""

import pytest

from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.ids import new_id
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import FactorKind, FactorState, Influence
from linkwork.partnerships.tests.builders import TODAY, partner
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
