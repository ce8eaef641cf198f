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
from linkwork.core.viewer import Viewer, system
from linkwork.programmes import reads as programmes

logger = logging.getLogger("linkwork.rounds")
LAST = "mail"  # what the other duties write goes out in the same round
Duty = Callable[[Viewer, dt.datetime], int]


@dataclass(frozen=True)
class Done:
    """What became of one duty in one programme. `problem` is the kind of error that stopped it, empty for none."""

    programme: str
    duty: str
    count: int
    problem: str = ""


def duties() -> dict[str, Duty]:
    """Every duty by name, letters last."""
    names = sorted(found.name for found in pkgutil.iter_modules(rounds.__path__))
    names.sort(key=lambda name: name == LAST)
    return {name: import_module(f"{rounds.__name__}.{name}").due for name in names}


def make_rounds(at: dt.datetime, *, demonstrations: bool = False) -> list[Done]:
    """Do what is due at `at`. A duty that fails stops no other. Demonstrations stay as they are unless asked for."""
    return [
        _do(name, due, card.name, system(card.id), at)
        for card in programmes.all_programmes()
        if demonstrations or not card.demonstration
        for name, due in duties().items()
    ]


def _do(name: str, due: Duty, programme: str, viewer: Viewer, at: dt.datetime) -> Done:
    try:
        return Done(programme, name, due(viewer, at))
    except Exception as problem:  # whatever it is, the next duty is still owed
        kind = type(problem).__name__  # its words may hold something about a person: they are not logged
        logger.error("rounds: %s could not be done: %s", name, kind)
        return Done(programme, name, 0, kind)


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
