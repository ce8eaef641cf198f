"""Asking about codings: the codings of a text, quotations, and where two frames meet."""

from linkwork.evaluation.coding.reads.codings import codings, counts, studies_counts, used
from linkwork.evaluation.coding.reads.overlaps import Line, Overlap, OverlapCell, overlap, overlap_of
from linkwork.evaluation.coding.reads.quotes import Quote, quote, quotes
from linkwork.evaluation.coding.reads.rows import Code, CodingCard

__all__ = [
    "Code",
    "CodingCard",
    "Line",
    "Overlap",
    "OverlapCell",
    "Quote",
    "codings",
    "counts",
    "overlap",
    "overlap_of",
    "quote",
    "quotes",
    "studies_counts",
    "used",
]
