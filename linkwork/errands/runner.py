"""Doing errands: one at a time in a programme, the one that has waited longest first, also after an interruption."""

import datetime as dt
import logging
import threading
from collections.abc import Callable
from uuid import UUID

from django.db import close_old_connections
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from linkwork.core.errors import IllegalStep, LinkworkError, NotAllowed
from linkwork.core.viewer import Viewer, system
from linkwork.errands import actions, places, reads
from linkwork.errands.hand import Hand, Stopped
from linkwork.errands.kinds import KINDS
from linkwork.errands.reads import ErrandCard
from linkwork.programmes import reads as programmes

logger = logging.getLogger("linkwork.errands")
Clock = Callable[[], dt.datetime]


def is_there() -> bool:
    """Whether somebody does errands beside the pages now."""
    return places.is_held(places.RUNNER)


def work_next(now: Clock) -> bool:
    """Do one errand of any programme that nobody else is at work in; whether there was one."""
    waiting = reads.programmes_to_do(system(None))
    return any(work_in(programme_id, now) for programme_id in waiting)


def work_in(programme_id: UUID, now: Clock, *, wait: bool = False) -> bool:
    """Do one errand of this programme; whether there was one. With `wait`, after whoever is at work in it."""
    by = system(programme_id)
    with places.held(str(programme_id), wait=wait) as mine:
        if not mine:
            return False
        actions.take_up_again(by=by, at=now())
        card = reads.next_waiting(by)
        if card is not None:
            _do(card, by, now)
        return card is not None


def _do(card: ErrandCard, by: Viewer, now: Clock) -> None:
    try:
        actions.begin(errand_id=card.id, by=by, at=now())
        with translation.override(card.language):
            _end(card, by, now)
    except (Stopped, IllegalStep):
        places.remove(card.id)


def _end(card: ErrandCard, by: Viewer, now: Clock) -> None:
    try:
        brought = KINDS[card.kind].do(_hand(card, by, now))
    except Stopped:
        raise
    except LinkworkError as refusal:
        actions.fail(errand_id=card.id, error=refusal.reason, by=by, at=now())
    except Exception as problem:  # its words may hold something about a person: the kind alone is told
        logger.error("errands: %s could not be done: %s", card.kind, type(problem).__name__)
        said = _(
            "Something went wrong on our side. Ask again; if it fails again, tell whoever runs Linkwork."
        )
        actions.fail(errand_id=card.id, error=said, by=by, at=now())
    else:
        actions.finish(errand_id=card.id, brought=brought, by=by, at=now())


def _hand(card: ErrandCard, by: Viewer, now: Clock) -> Hand:
    """With the rights that whoever asked has now. Raises NotAllowed."""
    viewer = programmes.viewer_at_work(by.programme, card.asked_by)
    if viewer.id is None:
        raise NotAllowed(_("Whoever asked for it does not work in this programme any more."))
    KINDS[card.kind].check_may_have(viewer)

    def tell(done: int, parts: int, doing: str) -> None:
        if not reads.is_wanted(by, card.id):
            raise Stopped
        actions.note_progress(errand_id=card.id, done=done, parts=parts, doing=doing, by=by, at=now())

    return Hand(viewer, now(), card.given, places.folder_of(card.id), tell)


def keep_working(stop: threading.Event, seconds: float = 0.5) -> None:
    """Do what is asked for until `stop`, looking again after so long when there is nothing to do."""
    while True:
        with places.held(
            places.RUNNER
        ):  # also where another one works: then this one takes over once it ends
            if stop.wait(seconds):
                return
            close_old_connections()
            try:
                while not stop.is_set() and work_next(timezone.now):
                    pass
            except Exception as problem:  # the database is away for a while: look again
                logger.error("errands: %s", type(problem).__name__)
            finally:
                close_old_connections()
