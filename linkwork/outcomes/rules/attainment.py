"""How far did a goal come, compared with what was hoped for?"""

from collections.abc import Sequence
from enum import IntEnum


class Level(IntEnum):
    """The five levels of goal attainment scaling (Kiresuk and Sherman 1968, DOI 10.1007/BF01530764).

    The person says which; nothing is added up over goals, since each scale is a goal's own.
    """

    MUCH_LESS = -2
    LESS = -1
    AS_HOPED = 0
    MORE = 1
    MUCH_MORE = 2


def moved(levels: Sequence[Level]) -> int | None:
    """Levels from the first to the last time it was asked; None where it was asked fewer than two times."""
    return levels[-1] - levels[0] if len(levels) > 1 else None
