"""Who may read a worker's private note: its author, and the one supervisor they chose, until they take it back."""

from enum import StrEnum
from uuid import UUID


class ReflectionKind(StrEnum):
    """What a note is about, for the author to find it again."""

    HARD_DAY = "hard_day"
    BLURRED_ROLE = "blurred_role"
    WENT_WELL = "went_well"
    OTHER = "other"


def may_read(author_id: UUID, shared_with: UUID | None, viewer_id: UUID | None) -> bool:
    """Whether this viewer is one of the at most two who may. No role opens it."""
    return viewer_id is not None and viewer_id in (author_id, shared_with)
