"""What makes a function an action: keyword-only, one transaction, `by` and `at` passed in."""

from collections.abc import Callable
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
        try:
            with transaction.atomic():
                return function(*args, **kwargs)
        except LinkworkError as refusal:
            refusal.say(gettext)
            raise

    in_one_transaction.is_action = True  # type: ignore[attr-defined]
    return in_one_transaction


def part_of_action(function: Callable[P, R]) -> Callable[P, R]:
    """For what only ever happens within an action, and falls with it: no savepoint of its own to fall back to."""

    @wraps(function)
    def in_the_transaction(*args: P.args, **kwargs: P.kwargs) -> R:
        with transaction.atomic(savepoint=False):
            return function(*args, **kwargs)

    in_the_transaction.is_action = True  # type: ignore[attr-defined]
    return in_the_transaction
