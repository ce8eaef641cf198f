"""What makes a function an action: keyword-only, one transaction, `by` and `at` passed in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction
from django.utils.translation import gettext

from linkwork.core.errors import LinkworkError

P = ParamSpec("P")
R = TypeVar("R")


def action(function: Callable[P, R]) -> Callable[P, R]:
    """Run `function` in one transaction, so that what it did and the trail row of it stand or fall together.

    A message to the outside is written down as a letter inside, and delivered by the rounds once that stands. Rules
    know no language: what they refuse with is said in the reader's on the way out.
    """

    @wraps(function)
    def in_one_transaction(*args: P.args, **kwargs: P.kwargs) -> R:
        with _refusals_said(), transaction.atomic():
            return function(*args, **kwargs)

    in_one_transaction.is_action = True  # type: ignore[attr-defined]
    return in_one_transaction


def long_action(function: Callable[P, R]) -> Callable[P, R]:
    """For what is made at length, out of the tables, before an action of its own keeps it in one short transaction.

    In between others write: what `function` reads of one moment it reads in `core.moments.one_moment`.
    """

    @wraps(function)
    def in_parts(*args: P.args, **kwargs: P.kwargs) -> R:
        with _refusals_said():
            return function(*args, **kwargs)

    in_parts.is_action = True  # type: ignore[attr-defined]
    return in_parts


def part_of_action(function: Callable[P, R]) -> Callable[P, R]:
    """For what only ever happens within an action, and falls with it: no savepoint of its own to fall back to."""

    @wraps(function)
    def in_the_transaction(*args: P.args, **kwargs: P.kwargs) -> R:
        with transaction.atomic(savepoint=False):
            return function(*args, **kwargs)

    in_the_transaction.is_action = True  # type: ignore[attr-defined]
    return in_the_transaction


@contextmanager
def _refusals_said() -> Iterator[None]:
    try:
        yield
    except LinkworkError as refusal:
        refusal.say(gettext)
        raise
