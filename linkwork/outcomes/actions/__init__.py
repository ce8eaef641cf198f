"""The only writes of this room, a file per noun."""

from linkwork.outcomes.actions.askings import ask_person, keep_unfinished, stop_asking
from linkwork.outcomes.actions.assessments import (
    Recorded,
    correct_assessment,
    follow_up_flag,
    record_assessment,
    void_assessment,
)
from linkwork.outcomes.actions.attainments import note_attainment
from linkwork.outcomes.actions.changes import record_change

__all__ = [
    "Recorded",
    "ask_person",
    "correct_assessment",
    "follow_up_flag",
    "keep_unfinished",
    "note_attainment",
    "record_assessment",
    "record_change",
    "stop_asking",
    "void_assessment",
]
