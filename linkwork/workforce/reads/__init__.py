"""The questions one can ask about looking after the workers, a file per noun."""

from linkwork.workforce.reads.supervision import (
    ActionCard,
    Gap,
    Load,
    SupervisionCard,
    agreed_by,
    caseload,
    gaps,
    intervals,
    supervision,
    supervisions,
)
from linkwork.workforce.reads.to_do import Kind, ToDo, to_do

__all__ = [
    "ActionCard",
    "Gap",
    "Kind",
    "Load",
    "SupervisionCard",
    "ToDo",
    "agreed_by",
    "caseload",
    "gaps",
    "intervals",
    "supervision",
    "supervisions",
    "to_do",
]
