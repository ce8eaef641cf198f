"""A blind round of two coders over the quotable source, for this room's tests."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import actions
from linkwork.evaluation.coding.rules.rounds import Purpose
from linkwork.evaluation.coding.tests.scene import Scene, build, second_coder
from linkwork.testing.cast import NOON, Cast


@dataclass(frozen=True)
class Together:
    """`first` opened the round and codes in it beside `second`."""

    scene: Scene
    round_id: UUID
    first: Viewer
    second: Viewer


def together(cast: Cast, **change: object) -> Together:
    """A round over the quotable source, blind unless `change` says otherwise."""
    scene, second = build(cast), second_coder(cast)
    ids: Sequence[UUID] = [cast.evaluator.worker_id, second.worker_id]
    whole: dict[str, object] = {
        "study_id": scene.study_id,
        "title": "First round",
        "purpose": Purpose.DOUBLE,
        "source_ids": [scene.quotable],
        "coder_ids": ids,
        "by": cast.evaluator,
        "at": NOON,
    }
    if change.get("source_ids") == "both":
        change["source_ids"] = [scene.quotable, scene.closed]
    round_id = actions.open_round(**whole | change)  # type: ignore[arg-type]
    return Together(scene, round_id, cast.evaluator, second)


def practice(cast: Cast) -> Together:
    """A practice set: `first` is the expert and leads, `second` learns."""
    scene, second = build(cast), second_coder(cast)
    round_id = actions.open_round(
        study_id=scene.study_id,
        title="Practice",
        purpose=Purpose.PRACTICE,
        source_ids=[scene.quotable],
        coder_ids=[second.worker_id],
        expert_id=cast.evaluator.worker_id,
        by=cast.evaluator,
        at=NOON,
    )
    return Together(scene, round_id, cast.evaluator, second)
