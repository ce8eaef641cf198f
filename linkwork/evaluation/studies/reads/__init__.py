"""Asking about studies and their sources."""

from linkwork.evaluation.studies.reads.parts import part_in
from linkwork.evaluation.studies.reads.sources import (
    EarlierCard,
    SealedLine,
    SourceCard,
    SourceLine,
    earlier_texts,
    fault_sentence,
    sealed,
    source,
    source_line,
    source_lines,
    sources,
    sources_with_text,
)
from linkwork.evaluation.studies.reads.studies import (
    ApprovalCard,
    MemberCard,
    StudyCard,
    approvals,
    studies,
    study,
    study_titled,
    targets,
    team,
)

__all__ = [
    "ApprovalCard",
    "EarlierCard",
    "MemberCard",
    "SealedLine",
    "SourceCard",
    "SourceLine",
    "StudyCard",
    "approvals",
    "earlier_texts",
    "fault_sentence",
    "part_in",
    "sealed",
    "source",
    "source_line",
    "source_lines",
    "sources",
    "sources_with_text",
    "studies",
    "study",
    "study_titled",
    "targets",
    "team",
]
