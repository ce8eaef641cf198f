"""Sending the texts that wait. Safe to call again, also at the same time: each is taken in hand before it is sent."""

import datetime as dt

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from linkwork.core.errors import LinkworkError
from linkwork.core.viewer import Viewer
from linkwork.exchange.days import clock_said, going_on
from linkwork.exchange.sms.carriers import Carrier, CarrierFailed, carrier
from linkwork.workforce import actions, reads
from linkwork.workforce.reads import TextCard, VisitCard
from linkwork.workforce.rules.texts import TextState
from linkwork.workforce.rules.visits import AlarmKind, Rung


def send_waiting(by: Viewer, at: dt.datetime, through: Carrier | None = None) -> int:
    """Send the texts that wait in the programme of `by`, the system; how many went. Never raises for one."""
    carries, now = through or carrier(), going_on(at)
    return sum(_carry(text, carries, by, now()) for text in reads.waiting_texts(by))


def _carry(text: TextCard, carries: Carrier, by: Viewer, at: dt.datetime) -> bool:
    if not actions.try_text(text_id=text.id, by=by, at=at):
        return False
    state, words = TextState.STOPPED, drawn(text, by) if text.number else ""
    if words:
        try:
            carries.send(text.number, words)
            state = TextState.SENT
        except CarrierFailed:
            state = TextState.FAILED
    actions.mark_text(text_id=text.id, state=state, by=by, at=at)
    return state is TextState.SENT


def drawn(text: TextCard, by: Viewer) -> str:
    """The text in words, in the language of who gets it; empty where there is nothing to say any more."""
    try:
        card = reads.alarm_told(by, text.alarm_id)
    except LinkworkError:  # they gave a sign
        return ""
    if card is None:
        return ""
    with translation.override(text.language or settings.LANGUAGE_CODE):
        return _words(text, card)


def _words(text: TextCard, card: VisitCard) -> str:
    said = {"name": card.line.worker_name, "time": clock_said(card.line.ends_at)}
    if text.rung is Rung.WORKER:
        return _("Expected back %(time)s. All well? Reply OUT, 30 for more minutes, or HELP.") % said
    alarm = card.line.alarm
    if alarm is not None and alarm.kind is AlarmKind.UNSAFE:
        words = _("%(name)s is NOT SAFE on a visit. Act now: see Linkwork.") % said
    else:
        words = (
            _("%(name)s was expected back at %(time)s. Please reach them, then say so in Linkwork.") % said
        )
    return f"{words} {card.phone}".strip()
