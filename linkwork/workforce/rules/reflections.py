"""What a worker’s private note is about. Its author reads it, and one supervisor if they share it; no role does."""

from enum import StrEnum


class ReflectionKind(StrEnum):
    """For the author to find it again."""

    HARD_DAY = "hard_day"
    BLURRED_ROLE = "blurred_role"
    WENT_WELL = "went_well"
    OTHER = "other"
