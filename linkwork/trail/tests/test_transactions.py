"""What an action did and its trail row stand or fall together; messages wait until it stands."""

import pytest

from linkwork.core.actions import action, after_commit
from linkwork.core.errors import Refused
from linkwork.testing.cast import NOON, Cast
from linkwork.trail import actions, reads


@action
def do(*, fail: bool, cast: Cast, sent: list[str]) -> None:
    """Leave a trail row and a message, then perhaps fail."""
    actions.record(by=cast.worker, at=NOON, what="test.do", about="test", about_id=cast.site_id)
    after_commit(lambda: sent.append("sent"))
    if fail:
        raise Refused("No.")


def test_a_failed_action_leaves_nothing(cast: Cast, django_capture_on_commit_callbacks: object) -> None:
    sent: list[str] = []
    before = len(reads.steps_about(cast.manager, cast.site_id))
    with pytest.raises(Refused), django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        do(fail=True, cast=cast, sent=sent)
    assert sent == []
    assert len(reads.steps_about(cast.manager, cast.site_id)) == before


def test_a_message_goes_after_the_action_stands(
    cast: Cast, django_capture_on_commit_callbacks: object
) -> None:
    sent: list[str] = []
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        do(fail=False, cast=cast, sent=sent)
        assert sent == []
    assert sent == ["sent"]
