"""What a recommendation rests on stays in its portrait."""

import pytest

from linkwork.core.errors import Refused
from linkwork.evaluation.portraits import actions, reads
from linkwork.evaluation.portraits.tests.world import World
from linkwork.evaluation.toolkit import actions as toolkit
from linkwork.evaluation.toolkit.rules.kinds import Audience
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON


def test_what_advice_rests_on_is_not_taken_out(world: World) -> None:
    toolkit.compose(
        title="Ask for a room",
        advice="By the door.",
        stage=Stage.INITIATION,
        audience=Audience.PRACTICE,
        statements=[world.statement],
        by=world.by,
        at=NOON,
    )
    with pytest.raises(Refused, match="recommendation"):
        actions.remove_statement(statement_id=world.statement, by=world.by, at=NOON)
    with pytest.raises(Refused, match="recommendation"):
        actions.merge_statements(
            statement_id=world.bare, other_id=world.statement, text="Both.", by=world.by, at=NOON
        )
    assert [one.id for one in reads.portrait(world.by, world.portrait).statements] == [
        world.statement,
        world.bare,
    ]
