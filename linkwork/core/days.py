"""How exactly may a day be given?"""

from enum import StrEnum


class Days(StrEnum):
    """How exactly a day leaves: as it was, as the first of its month, or moved by whole weeks with its person."""

    EXACT = "exact"
    MONTH = "month"
    SHIFTED = "shifted"
