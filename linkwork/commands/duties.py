"""Making the rounds: every duty of `linkwork.commands.rounds`, for every programme, each for itself."""

import datetime as dt
import logging
import pkgutil
import threading
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from django.db import close_old_connections
from django.utils import timezone

from linkwork.commands import rounds
from linkwork.commands.one_by_one import NotAll
from linkwork.core.viewer import Viewer, system
from linkwork.programmes import reads as programmes

logger = logging.getLogger("linkwork.rounds")
FIRST = ("missed_check_ins", "texts", "concerns")  # somebody may be in danger: these wait for no other
LAST = "mail"  # what the other duties write goes out in the same round
Duty = Callable[[Viewer, dt.datetime], int]


@dataclass(frozen=True)
class Done:
    """What became of one duty in one programme.

    `problem` is the kind of error that stopped it, or some of what was due; empty for none.
    """

    programme: str
    duty: str
    count: int
    problem: str = ""


def duties() -> dict[str, Duty]:
    """Every duty by name: those about somebody's safety first, letters last."""
    names = sorted(found.name for found in pkgutil.iter_modules(rounds.__path__))
    names.sort(key=lambda name: (name == LAST, FIRST.index(name) if name in FIRST else len(FIRST)))
    return {name: import_module(f"{rounds.__name__}.{name}").due for name in names}


def make_rounds(at: dt.datetime, *, demonstrations: bool = False) -> list[Done]:
    """Do what is due at `at`. A duty that fails stops no other. Demonstrations stay as they are unless asked for.

    Each duty in every programme before the next one: no programme's letters hold back another's safety.
    """
    cards = [card for card in programmes.all_programmes() if demonstrations or not card.demonstration]
    return [
        _do(name, due, card.name, system(card.id), at) for name, due in duties().items() for card in cards
    ]


def _do(name: str, due: Duty, programme: str, viewer: Viewer, at: dt.datetime) -> Done:
    try:
        return Done(programme, name, due(viewer, at))
    except NotAll as some:
        return _not_done(name, programme, some.count, some.kind)
    except Exception as problem:  # whatever it is, the next duty is still owed
        return _not_done(name, programme, 0, type(problem).__name__)


def _not_done(name: str, programme: str, count: int, kind: str) -> Done:
    """The kind alone is logged: an error's words may hold something about a person."""
    logger.error("rounds: %s could not be done: %s", name, kind)
    return Done(programme, name, count, kind)


def keep_making(stop: threading.Event, seconds: float = 60) -> None:
    """Make the rounds every `seconds` until `stop`; the first after that long, so that a start is not slowed."""
    while not stop.wait(seconds):
        close_old_connections()
        try:
            make_rounds(timezone.now())
        except Exception as problem:  # the database is away for a while: the next round looks again
            logger.error("rounds: %s", type(problem).__name__)
        finally:
            close_old_connections()
