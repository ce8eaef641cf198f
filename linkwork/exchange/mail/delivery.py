"""Sending what waits. Safe to call again, also at the same time: each letter is taken in hand before it is sent."""

import datetime as dt
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from django.utils import translation

from linkwork.core.errors import LinkworkError, NotFound
from linkwork.core.viewer import Viewer, system
from linkwork.exchange.days import going_on
from linkwork.exchange.mail.drawing import Drawn
from linkwork.exchange.mail.kinds import KINDS
from linkwork.exchange.mail.post import DjangoPost, Post, PostFailed
from linkwork.programmes import actions, reads
from linkwork.programmes.reads import Letter, ProgrammeCard

logger = logging.getLogger("linkwork.mail")


@dataclass(frozen=True)
class Delivered:
    """How many letters went out and how many could not."""

    sent: int
    failed: int


def deliver_waiting(at: dt.datetime, programme_id: UUID | None = None, post: Post | None = None) -> Delivered:
    """Send the letters that wait, of one programme or of all. Never raises for a letter that cannot be sent."""
    carrier, now = post or DjangoPost(), going_on(at)
    sent = failed = 0
    for by in (
        [system(programme_id)] if programme_id else [system(card.id) for card in reads.all_programmes()]
    ):
        for letter in reads.waiting_letters(by, at):
            went = _carry(letter, carrier, by, now())
            sent, failed = sent + (went is True), failed + (went is False)
    return Delivered(sent, failed)


def _carry(letter: Letter, carrier: Post, by: Viewer, at: dt.datetime) -> bool | None:
    """Whether it went out; None where it is not ours to send, or has nothing to say any more."""
    if not actions.try_letter(letter_id=letter.id, by=by, at=at):
        return None
    try:
        drawn = draw(letter, reads.programme(by), by)
        if drawn is not None:
            carrier.send(letter.to, drawn.subject, drawn.body, drawn.files)
    except Exception as problem:  # whatever it is, the next letter is still owed
        if not isinstance(problem, PostFailed):  # its words may hold something about a person
            logger.error("mail: a letter of the kind %s: %s", letter.kind, type(problem).__name__)
        _mark(actions.mark_failed, letter, by, at)
        return False
    _mark(actions.mark_delivered if drawn else actions.stop_letter, letter, by, at)
    return True if drawn else None


def _mark(what: Callable[..., None], letter: Letter, by: Viewer, at: dt.datetime) -> None:
    with suppress(NotFound):  # stopped while it was on its way
        what(letter_id=letter.id, by=by, at=at)


def draw(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn | None:
    """The letter in words, in its own language; None for one that is not to be sent, such as an unknown kind's."""
    drawing = KINDS.get(letter.kind)
    if drawing is None:
        return None
    with translation.override(letter.language):
        try:
            return drawing(letter, programme, by)
        except LinkworkError:  # what it was about is gone or closed to us
            return None
