"""The partner's page in plain values."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.casework.rules.referrals import Phoning
from linkwork.connections.reads import AppointmentCard, ConnectionCard, ReplyPage
from linkwork.connections.rules import Kind, Shared, State
from linkwork.web.connect import words
from linkwork.web.connect.values import language_name
from linkwork.web.shared.days import local_day, moment_said

LABELS: dict[State, str | Promise] = {
    State.RECEIVED: gettext_lazy("We have it, answer follows"),
    State.ACCEPTED: gettext_lazy("Yes, we can help"),
    State.DECLINED: gettext_lazy("No, not this time"),
    State.WAITING: gettext_lazy("Say when it starts"),
    State.STARTED: gettext_lazy("It has started"),
    State.FINISHED: gettext_lazy("Say what came of it"),
    State.NOT_REACHED: gettext_lazy("We couldn’t reach them"),
    State.CANCELLED: gettext_lazy("We have to call it off"),
}
AT_ONCE = {State.RECEIVED, State.ACCEPTED, State.STARTED}
# What is offered first in each state; the rest is under "Something else".
FIRST: dict[State, tuple[State, ...]] = {
    State.SENT: (State.ACCEPTED, State.RECEIVED, State.DECLINED),
    State.RECEIVED: (State.ACCEPTED, State.DECLINED),
    State.ACCEPTED: (State.WAITING, State.STARTED),
    State.WAITING: (State.STARTED, State.WAITING),
    State.STARTED: (State.FINISHED,),
}


@dataclass(frozen=True)
class Button:
    """One thing a partner may say. `at_once`: nothing more is asked."""

    to: str
    label: str | Promise
    at_once: bool
    main: bool


RINGING = {
    Phoning.NO_MESSAGE: gettext_lazy("If you ring, leave no message: somebody else may hear it."),
    Phoning.NO: gettext_lazy("Please do not ring them. Ask us how to get in touch."),
}


def values(found: ReplyPage, at: dt.datetime) -> dict[str, Any]:
    """Everything `reply/open.html` shows."""
    card = found.connection
    first = [state for state in FIRST.get(card.state, ()) if state in found.may_say]
    rest = [state for state in found.may_say if state not in first]
    return {
        "programme": found.programme,
        "words": found.programme.words,
        "demo": found.programme.demonstration,
        "title": title(found),
        "service": card.service_name,
        "worker": found.worker.name if found.worker else "",
        "told": [
            (words.SHARED[what], _shown(what, said))
            for what, said in found.told.items()
            if what is not Shared.WANTS
        ],
        "ringing": RINGING.get(found.phoning, ""),
        "wants": found.told.get(Shared.WANTS, ""),
        "withheld": found.withheld,
        "is_open": card.is_open,
        "stands": stands(card),
        "handover": _handover(card),
        "first": [_button(state, state is first[0]) for state in first],
        "rest": [_button(state, False) for state in rest],
        "questions": found.questions,
        "may_set": card.is_open and not found.withheld,
        "appointments": [_appointment(one, at) for one in found.appointments],
        "proposed": [moment_said(moment) for moment in found.proposal.times] if found.proposal else [],
        "until": words.day_words(timezone.localdate(found.open_until)),
        "asked": words.ago(local_day(card.sent_at) if card.sent_at else None, timezone.localdate(at)),
    }


def _appointment(card: AppointmentCard, at: dt.datetime) -> dict[str, Any]:
    return {
        "id": card.id,
        "when": moment_said(card.starts_at),
        "more": " · ".join(text for text in (str(words.APPOINTMENTS[card.kind]), card.where) if text),
        "is_ahead": card.starts_at > at,
        "came": str(words.ATTENDED[card.attended]) if card.attended else "",
    }


def title(found: ReplyPage) -> str:
    """Who asks what, in one sentence."""
    says = {"programme": found.programme.name, "service": found.connection.service_name}
    if found.connection.kind is Kind.WARM_HANDOVER:
        return _("%(programme)s would like to introduce somebody to %(service)s") % says
    return _("%(programme)s asks whether %(service)s can help somebody") % says


def _shown(what: Shared, said: str) -> str:
    return language_name(said) if what is Shared.LANGUAGE else said


def _button(state: State, main: bool) -> Button:
    return Button(state.value, LABELS[state], state in AT_ONCE, main)


def stands(card: ConnectionCard) -> str:
    """Where it stands, said to the partner; empty while their first answer is awaited."""
    match card.state:
        case State.RECEIVED:
            return _("You have it. Thank you; say yes or no when you know.")
        case State.ACCEPTED:
            return _("You said yes. Thank you.")
        case State.WAITING if card.starts_on:
            return _("You said yes, starting on %(day)s.") % {"day": words.day_words(card.starts_on)}
        case State.WAITING:
            return _("You said yes, after a wait.")
        case State.STARTED:
            return _("It has started. Thank you.")
        case State.FINISHED:
            return _("This is finished. Thank you for telling us.")
        case State.DECLINED:
            return _("You said no. Thank you for answering; we will look for another way.")
        case State.SENT:
            return ""
        case _:
            return _("This request is over. You don’t need to do anything more.")


def _handover(card: ConnectionCard) -> list[str]:
    if card.handover is None or not card.is_open:
        return []
    return words.handover_lines(card.handover, along=_("Somebody comes along the first time"))
