"""When in the support was a measure answered, and how did the answers come in?"""

from collections.abc import Collection
from enum import StrEnum


class Occasion(StrEnum):
    """Where an answering stands in the support. Suggested, and the worker's to change."""

    BASELINE = "baseline"
    DURING = "during"
    END = "end"


class Mode(StrEnum):
    """How the answers came in."""

    TOGETHER = "together"  # with the worker, face to face
    PHONE = "phone"
    SELF = "self"  # by the person's own link
    PAPER = "paper"  # filled in on paper and typed in


def suggested(earlier: Collection[Occasion], closed: bool) -> Occasion:
    """The occasion to offer first: the beginning while there is none, the end once the case is closed.

    `earlier` are the occasions on which this measure was answered in the case.
    """
    if not earlier and not closed:
        return Occasion.BASELINE
    return Occasion.END if closed else Occasion.DURING
