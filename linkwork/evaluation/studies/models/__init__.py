"""The tables of studies."""

from linkwork.evaluation.studies.models.checklists import ChecklistAnswer
from linkwork.evaluation.studies.models.sources import (
    EarlierText,
    FieldNote,
    Pseudonym,
    Recording,
    Source,
    Turn,
)
from linkwork.evaluation.studies.models.studies import Approval, GroupTarget, Member, Study

__all__ = [
    "Approval",
    "ChecklistAnswer",
    "EarlierText",
    "FieldNote",
    "GroupTarget",
    "Member",
    "Pseudonym",
    "Recording",
    "Source",
    "Study",
    "Turn",
]
