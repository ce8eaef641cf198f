"""How was it, for the person? What is counted of it, and what is too small to show?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from linkwork.core.numbers import SMALLEST_SHOWN, hidden_cells


class Rating(StrEnum):
    """How it was, from the best. Never averaged: the words say more than a mean of them."""

    VERY_GOOD = "very_good"
    GOOD = "good"
    MIXED = "mixed"
    POOR = "poor"
    VERY_POOR = "very_poor"


@dataclass(frozen=True)
class Sums:
    """How many people gave which answer; None for a number too small to show. `total` None: too few answered."""

    total: int | None
    counts: Mapping[Rating, int | None]


def sums(ratings: Iterable[Rating]) -> Sums:
    """Count answers, each person once, and hide what could point at somebody."""
    found = list(ratings)
    counts = {rating: found.count(rating) for rating in Rating}
    if len(found) < SMALLEST_SHOWN:
        return Sums(0 if not found else None, dict.fromkeys(Rating) if found else dict(counts))
    hidden = hidden_cells({rating.value: number for rating, number in counts.items()})
    return Sums(
        len(found), {rating: None if rating.value in hidden else number for rating, number in counts.items()}
    )
