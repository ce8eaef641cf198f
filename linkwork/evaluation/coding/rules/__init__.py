"""The rules of coding: what a coding is, where passages are drawn, where two frames meet. Plain Python."""

from linkwork.evaluation.coding.rules.passages import Found, context, find_words, is_within
from linkwork.evaluation.coding.rules.segments import Mark, Paragraph, Segment, draw, paragraphs
from linkwork.evaluation.coding.rules.words import Origin, Valence

__all__ = [
    "Found",
    "Mark",
    "Origin",
    "Paragraph",
    "Segment",
    "Valence",
    "context",
    "draw",
    "find_words",
    "is_within",
    "paragraphs",
]
