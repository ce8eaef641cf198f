"""Many things that are due, each for itself: one that cannot be done holds back no other."""

from collections.abc import Callable, Iterable
from uuid import UUID


class NotAll(Exception):
    """Some could not be done. `count` says how much was; `kind` is the kind of error that stopped the first."""

    def __init__(self, count: int, kind: str) -> None:
        super().__init__(kind)
        self.count, self.kind = count, kind


def one_by_one(found: Iterable[UUID], do: Callable[[UUID], int]) -> int:
    """How much was done in all. Raises NotAll once every one was tried."""
    count, problems = 0, list[str]()
    for one in found:
        try:
            count += do(one)
        except Exception as problem:  # whatever it is, the next one is still owed
            problems.append(type(problem).__name__)
    if problems:
        raise NotAll(count, problems[0])
    return count
