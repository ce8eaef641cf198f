"""A second rule for what tells cases apart: how far the nearest better and worse cases lie from each other.

It gives the flags printed in table 2 of Varsi et al. 2015 (doi:10.2196/jmir.5091) for all 22 rows that could be read,
and does not carry over to other studies unchanged. The rule that was used there is not known; so it is one of several
that suggest, and the analyst decides.
"""

from collections.abc import Sequence


def strength(high: Sequence[int], low: Sequence[int], strong_gap: float, weak_gap: float) -> int:
    """2 for strong, 1 for weak, 0 for none, from the values of the better and of the worse cases; neither empty.

    Strong: the two sides lie `strong_gap` apart at their edges, 2 in the table. Weak: `weak_gap` apart, 1 in the table;
    or they touch, and their means lie that far apart.
    """
    gap = max(min(high) - max(low), min(low) - max(high))
    means = abs(sum(high) / len(high) - sum(low) / len(low))
    if gap >= strong_gap:
        return 2
    return 1 if gap >= weak_gap or (gap == 0 and means >= weak_gap) else 0
