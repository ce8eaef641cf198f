"""What partners say, and what of it may be shown."""

import datetime as dt

import pytest

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.partnerships import actions, reads
from linkwork.partnerships.tests.builders import TODAY, partner
from linkwork.testing.cast import NOON, Cast


def test_words_are_shown_from_agreement_to_withdrawal(cast: Cast) -> None:
    school = partner(cast.worker)
    first = actions.keep_statement(
        partner_id=school, words="They come when they say they do.", said_on=TODAY, by=cast.worker, at=NOON
    )
    [card] = reads.statements(cast.supervisor, school)
    assert (card.shown, card.named, card.withdrawn) == (False, False, False)
    actions.agree_statement(statement_id=first, may_name=True, by=cast.worker, at=NOON)
    with pytest.raises(IllegalStep):
        actions.agree_statement(statement_id=first, may_name=True, by=cast.worker, at=NOON)
    [card] = reads.statements(cast.supervisor)
    assert (card.shown, card.named) == (True, True)
    actions.withdraw_statement(statement_id=first, by=cast.worker, at=NOON)
    [card] = reads.statements(cast.supervisor)
    assert (card.shown, card.named, card.withdrawn) == (False, False, True)
    with pytest.raises(IllegalStep):
        actions.withdraw_statement(statement_id=first, by=cast.worker, at=NOON)
    actions.keep_statement(
        partner_id=school, words="Good.", said_on=TODAY, agreed=True, by=cast.worker, at=NOON
    )
    assert [one.shown for one in reads.statements(cast.worker)] == [True, False]
    assert [one.named for one in reads.statements(cast.worker)] == [False, False]


def test_refusals(cast: Cast) -> None:
    school = partner(cast.worker)
    with pytest.raises(Invalid) as refused:
        actions.keep_statement(
            partner_id=school,
            words=" ",
            said_on=TODAY + dt.timedelta(days=1),
            may_name=True,
            by=cast.worker,
            at=NOON,
        )
    assert set(refused.value.errors) == {"words", "said_on", "may_name"}
    with pytest.raises(NotFound):
        actions.agree_statement(statement_id=new_id(), may_name=False, by=cast.worker, at=NOON)
    with pytest.raises(NotAllowed):
        actions.keep_statement(partner_id=school, words="Good", said_on=TODAY, by=cast.supervisor, at=NOON)
