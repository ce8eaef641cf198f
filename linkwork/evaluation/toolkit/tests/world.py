"""Bringing a recommendation onto the site, for tests of other rooms too."""

from typing import Any
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.toolkit import actions, reads
from linkwork.evaluation.toolkit.rules.kinds import Audience
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON

WORDS: dict[str, Any] = {
    "title": "Give the worker a room people pass",
    "advice": "Ask for a door near the waiting room.",
    "stage": Stage.INITIATION,
    "audience": Audience.PRACTICE,
}


def compose(by: Viewer, **changes: Any) -> UUID:
    """A draft; `changes` over the usual words."""
    return actions.compose(**(WORDS | changes), by=by, at=NOON)


def agree(by: Viewer, reader: Viewer, recommendation: UUID) -> None:
    """`reader` agrees to it as it stands."""
    actions.ask(recommendation_id=recommendation, by=by, at=NOON)
    now = reads.recommendation(reader, recommendation).fingerprint
    actions.agree(recommendation_id=recommendation, fingerprint=now, by=reader, at=NOON)


def publish(by: Viewer, reader: Viewer, recommendation: UUID) -> UUID:
    """`reader` agrees to it, and it goes out; its id."""
    agree(by, reader, recommendation)
    actions.publish(recommendation_id=recommendation, by=by, at=NOON)
    return recommendation
