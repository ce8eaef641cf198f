"""Sending what waits. Safe to call again: a letter that is out is marked, one that failed is tried five times."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.connections import actions, reads
from linkwork.core.viewer import system
from linkwork.exchange.mail.post import DjangoPost, Post, PostFailed
from linkwork.exchange.mail.words import words_of
from linkwork.programmes import reads as programmes


@dataclass(frozen=True)
class Delivered:
    """How many letters went out and how many could not."""

    sent: int
    failed: int


def deliver_waiting(at: dt.datetime, programme_id: UUID | None = None, post: Post | None = None) -> Delivered:
    """Send the letters that wait, of one programme or of all. Never raises for a letter that cannot be sent."""
    carrier = post or DjangoPost()
    cards = [programmes.programme_with_id(programme_id)] if programme_id else programmes.all_programmes()
    sent = failed = 0
    for card in cards:
        by = system(card.id)
        for letter in reads.waiting_letters(by):
            try:
                carrier.send(letter.to, *words_of(letter, card.name))
            except PostFailed:
                actions.mark_failed(message_id=letter.id, by=by, at=at)
                failed += 1
            else:
                actions.mark_delivered(message_id=letter.id, by=by, at=at)
                sent += 1
    return Delivered(sent, failed)
