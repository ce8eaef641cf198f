"""What states, kinds and outcomes are called on screen: whole sentences, computed, never typed."""

import datetime as dt

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from linkwork.connections.reads import ConnectionCard, SignpostCard
from linkwork.connections.rules import (
    AppointmentKind,
    Attendance,
    Attended,
    Handover,
    Kind,
    Manner,
    Outcome,
    Owner,
    Shared,
    State,
    Why,
    days_waiting,
)
from linkwork.core.text import one_line
from linkwork.directory.reads import ServiceCard
from linkwork.web.shared.days import date_said, local_day, moment_said

APPOINTMENTS: dict[AppointmentKind, str | Promise] = {
    AppointmentKind.AT_SERVICE: gettext_lazy("At the service"),
    AppointmentKind.INTRODUCTION: gettext_lazy("The introduction"),
    AppointmentKind.WITH_US: gettext_lazy("With us"),
    AppointmentKind.CALL: gettext_lazy("A call"),
}
ATTENDED: dict[Attended, str | Promise] = {
    Attended.YES: gettext_lazy("They came"),
    Attended.NO: gettext_lazy("They didn’t come"),
    Attended.NOT_KNOWN: gettext_lazy("We don’t know"),
}
ATTENDED_SAID: dict[Attended, str | Promise] = {
    Attended.YES: gettext_lazy("%(person)s came."),
    Attended.NO: gettext_lazy("%(person)s didn’t come."),
    Attended.NOT_KNOWN: gettext_lazy("We don’t know whether %(person)s came."),
}
KINDS: dict[Kind, str | Promise] = {
    Kind.SIGNPOST: gettext_lazy("Signpost"),
    Kind.REFERRAL: gettext_lazy("Referral"),
    Kind.WARM_HANDOVER: gettext_lazy("Warm handover"),
}
SHARED: dict[Shared, str | Promise] = {
    Shared.NAME: gettext_lazy("Name"),
    Shared.PHONE: gettext_lazy("Phone"),
    Shared.EMAIL: gettext_lazy("E-mail"),
    Shared.LANGUAGE: gettext_lazy("Language"),
    Shared.WANTS: gettext_lazy("What they hope for"),
}
MANNERS: dict[Manner, str | Promise] = {
    Manner.IN_PERSON: gettext_lazy("In person"),
    Manner.THREE_WAY_CALL: gettext_lazy("Three-way call"),
    Manner.WRITTEN: gettext_lazy("In writing"),
}
OUTCOMES: dict[Outcome, str | Promise] = {
    Outcome.HELPED: gettext_lazy("It helped"),
    Outcome.PARTLY: gettext_lazy("It helped in part"),
    Outcome.NOT: gettext_lazy("It didn’t help"),
    Outcome.NOT_KNOWN: gettext_lazy("We don’t know"),
}
WHYS: dict[Why, str | Promise] = {
    Why.FULL: gettext_lazy("No place at the moment"),
    Why.NOT_RIGHT: gettext_lazy("Not the right service for this"),
    Why.OUTSIDE_AREA: gettext_lazy("Outside the area"),
    Why.PERSON_SAID_NO: gettext_lazy("The person said no"),
    Why.CLOSED: gettext_lazy("The service has closed"),
    Why.OTHER: gettext_lazy("Something else"),
}
STATES: dict[State, str | Promise] = {
    State.DRAFT: gettext_lazy("Prepared"),
    State.SENT: gettext_lazy("Sent"),
    State.RECEIVED: gettext_lazy("They have it"),
    State.ACCEPTED: gettext_lazy("They said yes"),
    State.WAITING: gettext_lazy("Waiting to start"),
    State.STARTED: gettext_lazy("It has started"),
    State.FINISHED: gettext_lazy("Finished"),
    State.DECLINED: gettext_lazy("They said no"),
    State.CANCELLED: gettext_lazy("Called off"),
    State.LAPSED: gettext_lazy("Came to nothing"),
    State.NOT_REACHED: gettext_lazy("Could not be reached"),
}
MOVED_BY: dict[Owner, str | Promise] = {
    Owner.WORKER: gettext_lazy("by us"),
    Owner.PARTNER: gettext_lazy("by the organisation itself"),
    Owner.PERSON: gettext_lazy("by the person themself"),
}
NOTED: dict[Owner, str | Promise] = {
    Owner.WORKER: gettext_lazy("decided by us"),
    Owner.PARTNER: gettext_lazy("told to us by the organisation"),
    Owner.PERSON: gettext_lazy("told to us by the person"),
}


def day_words(day: dt.date) -> str:
    """A day as people say it, without the year."""
    return date_said(day, with_year=False)


def ago(since: dt.date | None, today: dt.date) -> str:
    """How long ago, in days: for small lines."""
    days = days_waiting(since, today)
    if days == 0:
        return _("today")
    return ngettext("%(n)s day ago", "%(n)s days ago", days) % {"n": days}


def waiting_words(since: dt.date | None, today: dt.date) -> str:
    """The chip of something that waits."""
    days = days_waiting(since, today)
    if days == 0:
        return _("sent today")
    return ngettext("waiting %(n)s day", "waiting %(n)s days", days) % {"n": days}


SENTENCES: dict[State, str | Promise] = {
    State.DRAFT: gettext_lazy("Prepared, and not sent yet."),
    State.SENT: gettext_lazy("%(who)s was asked %(ago)s and hasn’t answered yet."),
    State.RECEIVED: gettext_lazy("%(who)s has the request, asked %(ago)s, and hasn’t said yes or no."),
    State.ACCEPTED: gettext_lazy("%(who)s said yes. There is no day to start yet."),
    State.WAITING: gettext_lazy("%(who)s said yes. There is a wait."),
    State.STARTED: gettext_lazy("%(person)s has started."),
    State.DECLINED: gettext_lazy("%(who)s said no."),
    State.CANCELLED: gettext_lazy("It was called off."),
    State.NOT_REACHED: gettext_lazy("%(person)s could not be reached."),
    State.LAPSED: gettext_lazy("It came to nothing."),
}


def where_it_stands(card: ConnectionCard, today: dt.date) -> str:
    """One plain sentence."""
    if card.state is State.WAITING and card.starts_on:
        sentence = _("%(who)s said yes. It starts on %(day)s.")
    elif card.went is Attendance.DID_NOT_GO:
        sentence = _("%(person)s didn’t go.")
    elif card.outcome is not None:
        return _ended(card.outcome)
    else:
        sentence = str(SENTENCES[card.state])
    return sentence % {
        "who": card.organisation_name,
        "person": card.person_name,
        "ago": ago(local_day(card.asked_at) if card.asked_at else None, today),
        "day": day_words(card.starts_on) if card.starts_on else "",
    }


def _ended(outcome: Outcome | None) -> str:
    match outcome:
        case Outcome.HELPED:
            return _("It helped.")
        case Outcome.PARTLY:
            return _("It helped in part.")
        case Outcome.NOT:
            return _("It didn’t help.")
        case _:
            return _("We don’t know what came of it.")


def signpost_sentence(card: SignpostCard, today: dt.date) -> str:
    """Where a signpost stands, in one sentence."""
    if card.went is None:
        return _("Told of it %(ago)s.") % {"ago": ago(local_day(card.given_at), today)}
    if card.went is Attendance.WENT:
        return _ended(card.outcome)
    if card.went is Attendance.DID_NOT_GO:
        return _("%(person)s didn’t go.") % {"person": card.person_name}
    return _("We don’t know whether %(person)s went.") % {"person": card.person_name}


def handover_lines(handover: Handover, along: str) -> list[str]:
    """How somebody is introduced, a line each; `along` says that somebody accompanies them."""
    found = [_("Introduced by %(who)s") % {"who": handover.introduced_by}, str(MANNERS[handover.manner])]
    if handover.meet_at:
        found.append(moment_said(handover.meet_at))
    return [*found, along] if handover.accompanied else found


def told_in_a_text(service: ServiceCard) -> str:
    """What somebody is told of, as it fits into a text: a line each for what is known."""
    known = (service.name, service.address, service.hours_text, service.phone, service.website)
    return "\n".join(one_line(part, 160) for part in known if part)
