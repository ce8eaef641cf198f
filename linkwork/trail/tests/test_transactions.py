"""What an action did and its trail row stand or fall together."""

import pytest

from linkwork.core.actions import action
from linkwork.core.errors import Refused
from linkwork.testing.cast import NOON, Cast
from linkwork.trail import actions, reads


@action
def do(*, fail: bool, cast: Cast) -> None:
    """Leave a trail row, then perhaps fail."""
    actions.record(by=cast.worker, at=NOON, what="test.do", about="test", about_id=cast.site_id)
    if fail:
        raise Refused("No.")


def test_a_failed_action_leaves_nothing(cast: Cast) -> None:
    before = len(reads.steps_about(cast.manager, cast.site_id))
    with pytest.raises(Refused):
        do(fail=True, cast=cast)
    assert len(reads.steps_about(cast.manager, cast.site_id)) == before


def test_an_action_that_went_well_leaves_its_row(cast: Cast) -> None:
    before = len(reads.steps_about(cast.manager, cast.site_id))
    do(fail=False, cast=cast)
    assert len(reads.steps_about(cast.manager, cast.site_id)) == before + 1
