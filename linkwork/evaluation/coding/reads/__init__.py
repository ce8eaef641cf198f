"""Asking about codings: the codings of a text, quotations, where two frames meet, and how far coders agree."""

from linkwork.evaluation.coding.reads.agreement import ConstructAgreement, StudyAgreement, agreement
from linkwork.evaluation.coding.reads.codings import coders, codings, counts, studies_counts, used
from linkwork.evaluation.coding.reads.overlaps import Line, Overlap, OverlapCell, overlap, overlap_of
from linkwork.evaluation.coding.reads.quotes import Cited, Quote, cited, quote, quotes
from linkwork.evaluation.coding.reads.rows import Code, CodingCard

__all__ = [
    "Cited",
    "Code",
    "CodingCard",
    "ConstructAgreement",
    "Line",
    "Overlap",
    "OverlapCell",
    "Quote",
    "StudyAgreement",
    "agreement",
    "cited",
    "coders",
    "codings",
    "counts",
    "overlap",
    "overlap_of",
    "quote",
    "quotes",
    "studies_counts",
    "used",
]
