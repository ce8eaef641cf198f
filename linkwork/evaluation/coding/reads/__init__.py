"""Asking about codings: codebooks, codings, quotations, where two frames meet, and how far coders agree."""

from linkwork.evaluation.coding.reads.agreement import ConstructAgreement, StudyAgreement, agreement
from linkwork.evaluation.coding.reads.codebooks import USUAL, codebook
from linkwork.evaluation.coding.reads.codings import coders, codes_used, codings, counts, studies_counts, used
from linkwork.evaluation.coding.reads.desk import (
    Arrived,
    Narrow,
    Spread,
    arrived,
    codings_between,
    near,
    one_coding,
    spread,
    used_in,
)
from linkwork.evaluation.coding.reads.differences import (
    DecisionCard,
    Difference,
    RoundDifferences,
    differences,
)
from linkwork.evaluation.coding.reads.finding import Ask, Hit, Hits, find, suggested
from linkwork.evaluation.coding.reads.frames import frame, frames_named
from linkwork.evaluation.coding.reads.frozen import (
    Version,
    VersionCard,
    latest_version,
    version,
    version_before,
    versions,
)
from linkwork.evaluation.coding.reads.memos import MemoCard, memos, memos_about_source
from linkwork.evaluation.coding.reads.methods import MergeCard, MethodCard, PhaseCard, merges, method
from linkwork.evaluation.coding.reads.overlaps import Line, Overlap, OverlapCell, overlap, overlap_of
from linkwork.evaluation.coding.reads.practice import AttemptCard, Practice, attempts, practice
from linkwork.evaluation.coding.reads.quotes import Cited, Quote, cited, quote, quotes
from linkwork.evaluation.coding.reads.ratings import Sheet, SheetLine, sheet, sheets
from linkwork.evaluation.coding.reads.records import (
    Asked,
    Record,
    RecordLine,
    agreement_record,
    agreement_records,
    answer,
)
from linkwork.evaluation.coding.reads.rounds import RoundCard, kept_apart, round_card, rounds, settled
from linkwork.evaluation.coding.reads.rows import Code, CodingCard
from linkwork.evaluation.coding.reads.saved_tables import (
    SavedCard,
    saved_table,
    saved_tables,
)
from linkwork.evaluation.coding.reads.steps import StepCard, Steps, recent_codes, searches, steps
from linkwork.evaluation.coding.reads.tables import (
    CodeTable,
    TableCell,
    TableLine,
    code_table,
)
from linkwork.evaluation.coding.reads.texts import ChangedCard, LostCard, changed, lost

__all__ = [
    "USUAL",
    "Arrived",
    "Ask",
    "Asked",
    "AttemptCard",
    "ChangedCard",
    "Cited",
    "Code",
    "CodeTable",
    "CodingCard",
    "ConstructAgreement",
    "DecisionCard",
    "Difference",
    "Hit",
    "Hits",
    "Line",
    "LostCard",
    "MemoCard",
    "MergeCard",
    "MethodCard",
    "Narrow",
    "Overlap",
    "OverlapCell",
    "PhaseCard",
    "Practice",
    "Quote",
    "Record",
    "RecordLine",
    "RoundCard",
    "RoundDifferences",
    "SavedCard",
    "Sheet",
    "SheetLine",
    "Spread",
    "StepCard",
    "Steps",
    "StudyAgreement",
    "TableCell",
    "TableLine",
    "Version",
    "VersionCard",
    "agreement",
    "agreement_record",
    "agreement_records",
    "answer",
    "arrived",
    "attempts",
    "changed",
    "cited",
    "code_table",
    "codebook",
    "coders",
    "codes_used",
    "codings",
    "codings_between",
    "counts",
    "differences",
    "find",
    "frame",
    "frames_named",
    "kept_apart",
    "latest_version",
    "lost",
    "memos",
    "memos_about_source",
    "merges",
    "method",
    "near",
    "one_coding",
    "overlap",
    "overlap_of",
    "practice",
    "quote",
    "quotes",
    "recent_codes",
    "round_card",
    "rounds",
    "saved_table",
    "saved_tables",
    "searches",
    "settled",
    "sheet",
    "sheets",
    "spread",
    "steps",
    "studies_counts",
    "suggested",
    "used",
    "used_in",
    "version",
    "version_before",
    "versions",
]
