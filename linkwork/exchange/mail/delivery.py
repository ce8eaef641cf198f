"""Sending what waits. Safe to call again, also at the same time: each letter is taken in hand before it is sent."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.utils import translation

from linkwork.core.errors import LinkworkError
from linkwork.core.viewer import Viewer, system
from linkwork.exchange.mail.drawing import Drawn
from linkwork.exchange.mail.kinds import KINDS
from linkwork.exchange.mail.post import DjangoPost, Post, PostFailed
from linkwork.programmes import actions, reads
from linkwork.programmes.reads import Letter, ProgrammeCard


@dataclass(frozen=True)
class Delivered:
    """How many letters went out and how many could not."""

    sent: int
    failed: int


def deliver_waiting(at: dt.datetime, programme_id: UUID | None = None, post: Post | None = None) -> Delivered:
    """Send the letters that wait, of one programme or of all. Never raises for a letter that cannot be sent."""
    carrier = post or DjangoPost()
    sent = failed = 0
    for by in (
        [system(programme_id)] if programme_id else [system(card.id) for card in reads.all_programmes()]
    ):
        for letter in reads.waiting_letters(by, at):
            went = _carry(letter, carrier, by, at)
            sent, failed = sent + (went is True), failed + (went is False)
    return Delivered(sent, failed)


def _carry(letter: Letter, carrier: Post, by: Viewer, at: dt.datetime) -> bool | None:
    """Whether it went out; None where it is not ours to send, or has nothing to say any more."""
    if not actions.try_letter(letter_id=letter.id, by=by, at=at):
        return None
    drawn = draw(letter, reads.programme(by), by)
    if drawn is None:
        actions.stop_letter(letter_id=letter.id, by=by, at=at)
        return None
    try:
        carrier.send(letter.to, drawn.subject, drawn.body, drawn.files)
    except PostFailed:
        actions.mark_failed(letter_id=letter.id, by=by, at=at)
        return False
    actions.mark_delivered(letter_id=letter.id, by=by, at=at)
    return True


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
