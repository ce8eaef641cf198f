"""Answering measures in the tests of this room."""

import datetime as dt
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.outcomes import actions
from linkwork.outcomes.actions import Recorded
from linkwork.outcomes.rules.occasions import Mode, Occasion
from linkwork.testing.cast import NOON

TODAY = NOON.date()
DAY = dt.timedelta(days=1)
CALM = dict.fromkeys("123456789", 1) | {"9": 0}
WORRIED = CALM | {"9": 1}


def record(by: Viewer, case_id: UUID, **changes: object) -> Recorded:
    values: dict[str, object] = {
        "case_id": case_id,
        "measure_id": "phq-9",
        "answers": CALM,
        "occasion": Occasion.BASELINE,
        "mode": Mode.TOGETHER,
        "answered_on": TODAY,
        "by": by,
        "at": NOON,
    }
    return actions.record_assessment(**(values | changes))  # type: ignore[arg-type]


def correct(by: Viewer, assessment_id: UUID, **changes: object) -> Recorded:
    values: dict[str, object] = {
        "assessment_id": assessment_id,
        "answers": CALM,
        "occasion": Occasion.BASELINE,
        "answered_on": TODAY,
        "reason": " Read the wrong line ",
        "by": by,
        "at": NOON,
    }
    return actions.correct_assessment(**(values | changes))  # type: ignore[arg-type]


def ask(by: Viewer, case_id: UUID, measure_id: str = "phq-9") -> UUID:
    return actions.ask_person(case_id=case_id, measure_id=measure_id, occasion=Occasion.END, by=by, at=NOON)
