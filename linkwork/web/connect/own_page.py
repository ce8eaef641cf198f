"""The values of what was arranged, as the person reads it: "you", and no word of the trade."""

from collections.abc import Iterable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.connections.reads import AppointmentCard, OwnConnection
from linkwork.connections.rules import Attendance, Kind, Outcome, Shared, SignpostState, State
from linkwork.web.connect.forms import TimeForm
from linkwork.web.shared.days import date_said, moment_said

STATES: dict[State | SignpostState, str | Promise] = {
    State.SENT: gettext_lazy("We asked them, and wait for their answer."),
    State.RECEIVED: gettext_lazy("They have our request."),
    State.ACCEPTED: gettext_lazy("They said yes."),
    State.WAITING: gettext_lazy("They said yes. There is a wait."),
    State.STARTED: gettext_lazy("You have started there."),
    State.FINISHED: gettext_lazy("This is finished."),
    State.DECLINED: gettext_lazy("They can’t at the moment. We look for another way."),
    State.CANCELLED: gettext_lazy("This was called off."),
    State.LAPSED: gettext_lazy("This came to nothing."),
    State.NOT_REACHED: gettext_lazy("They could not reach you. Tell us if you still want it."),
    SignpostState.GIVEN: gettext_lazy("We told you about it. You decide whether you go."),
    SignpostState.FOLLOWED_UP: gettext_lazy("This is finished."),
}
KNOWN: dict[Shared, str | Promise] = {
    Shared.NAME: gettext_lazy("your name"),
    Shared.PHONE: gettext_lazy("your phone number"),
    Shared.EMAIL: gettext_lazy("your e-mail address"),
    Shared.LANGUAGE: gettext_lazy("your language"),
    Shared.WANTS: gettext_lazy("what you hope for"),
}
AHEAD = frozenset(
    {State.SENT, State.RECEIVED, State.ACCEPTED, State.WAITING}
)  # nobody asks "did it help" yet
HELPED: dict[Outcome, str | Promise] = {
    Outcome.HELPED: gettext_lazy("You said that it helped."),
    Outcome.PARTLY: gettext_lazy("You said that it helped in part."),
    Outcome.NOT: gettext_lazy("You said that it didn’t help."),
}


def section(arranged: Iterable[OwnConnection], ahead: Iterable[AppointmentCard]) -> dict[str, Any]:
    """Everything `connect/mine.html` shows."""
    return {
        "ahead": [{"when": moment_said(card.starts_at), "where": _where(card)} for card in ahead],
        "arranged": [_line(one) for one in arranged],
    }


def _where(card: AppointmentCard) -> str:
    return " · ".join(text for text in (card.service_name, card.where) if text)


def _line(one: OwnConnection) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.service_name,
        "more": one.organisation_name if one.organisation_name != one.service_name else "",
        "phone": one.phone,
        "stands": _stands(one),
        "may_tell": one.may_tell,
        "may_call_off": one.may_call_off,
        "known": ", ".join(str(KNOWN[what]) for what in one.shared),
        "ask": _("Tell us how it is") if one.state in AHEAD else _("Did you go? Did it help?"),
        "tell": "mine:connect:tell_signpost" if one.kind is Kind.SIGNPOST else "mine:connect:tell",
        "times": TimeForm(times=one.proposal.times) if one.proposal else None,
    }


def _stands(one: OwnConnection) -> str:
    if one.outcome in HELPED:
        return str(HELPED[one.outcome])
    if one.went is Attendance.DID_NOT_GO:
        return _("You said that you didn’t go.")
    if one.state is State.WAITING and one.starts_on:
        return _("They said yes. It starts on %(day)s.") % {"day": date_said(one.starts_on)}
    return str(STATES[one.state])
