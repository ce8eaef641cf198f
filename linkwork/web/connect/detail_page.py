"""The values of a connection's page."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.casework import reads as cases
from linkwork.connections import reads
from linkwork.connections.reads import AppointmentCard, ConnectionCard
from linkwork.connections.rules import ENDS, Kind, Owner, State, path
from linkwork.core.viewer import Viewer
from linkwork.directory import reads as directory
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import Letter
from linkwork.programmes.rules import LetterState
from linkwork.web.connect import words
from linkwork.web.connect.forms import TimeForm
from linkwork.web.connect.presenters import history_events
from linkwork.web.connect.values import need_name
from linkwork.web.connect.ways import find_page, person_page
from linkwork.web.shared.days import moment_said

# The steps that a worker writes down when a partner calls, in the order they come.
TOLD: dict[State, str | Promise] = {
    State.RECEIVED: gettext_lazy("They have it"),
    State.ACCEPTED: gettext_lazy("They said yes"),
    State.DECLINED: gettext_lazy("They said no"),
    State.WAITING: gettext_lazy("They said when it starts"),
    State.STARTED: gettext_lazy("It has started"),
}
AT_ONCE = {State.RECEIVED, State.ACCEPTED, State.STARTED}  # nothing more is asked
ASIDE: dict[State, str | Promise] = {
    State.NOT_REACHED: gettext_lazy("Could not be reached"),
    State.CANCELLED: gettext_lazy("Call it off"),
    State.LAPSED: gettext_lazy("It came to nothing"),
}


def voices(now: State, to: State) -> list[Owner]:
    """Whose word this step may be, the partner's first: a worker writes it down for them."""
    order = (Owner.PARTNER, Owner.WORKER, Owner.PERSON)
    return [owner for owner in order if path(now, to, owner)]


def asked(owners: list[Owner]) -> list[Owner]:
    """The voices to choose from; none where there is no choice."""
    return owners if len(owners) > 1 else []


def values(viewer: Viewer, connection_id: UUID, at: dt.datetime) -> dict[str, Any]:
    """Everything `connect/detail.html` shows."""
    card = reads.connection(viewer, connection_id)
    case = cases.case(viewer, card.case_id)
    service = directory.service(viewer, card.service_id)
    today = timezone.localdate(at)
    return {
        "card": card,
        "case": case,
        "need": {"label": need_name(card.need_term), "words": card.need_words},
        "service": service,
        "kind": words.KINDS[card.kind],
        "stands": words.where_it_stands(card, today),
        "reason": card.outcome_words,
        "told": _steps(card, TOLD),
        "aside": _steps(card, ASIDE),
        "may_ask_again": card.state in {State.SENT, State.RECEIVED},
        "may_follow_up": card.state not in ENDS | {State.DRAFT},
        "may_link": card.state not in ENDS | {State.DRAFT},
        "news": card.news_at is not None and not card.asks,
        "another_way": card.state in {State.DECLINED, State.NOT_REACHED, State.LAPSED},
        "shared": [str(words.SHARED[what]) for what in card.shared],
        "handover": _handover(card),
        "events": history_events(reads.history(viewer, connection_id)),
        "questions": reads.questions_of(viewer, connection_id),
        "letters": [_letter(letter) for letter in programmes.letters_about(viewer, connection_id)],
        "address": "",
        "proposal": _proposal(viewer, card),
        "appointments": [_appointment(one) for one in reads.appointments_for(viewer, connection_id)],
        "appointment_new": f"{reverse('connect:appointment_new')}?connection={card.id}"
        if card.is_open
        else "",
        "may_note_introduction": card.kind is Kind.WARM_HANDOVER and card.state is not State.DRAFT,
        "is_draft": card.state is State.DRAFT,
        "person_url": person_page(card.case_id),
        "find_url": find_page(card.case_id, card.need_id),
    }


def _steps(card: ConnectionCard, labels: dict[State, str | Promise]) -> list[dict[str, Any]]:
    return [
        {"to": state.value, "label": label, "at_once": state in AT_ONCE}
        for state, label in labels.items()
        if voices(card.state, state)
    ]


def _proposal(viewer: Viewer, card: ConnectionCard) -> TimeForm | None:
    """The times a partner proposes, to choose from; asked for only where there are some."""
    found = reads.open_proposal(viewer, card.id) if card.proposes else None
    return TimeForm(times=found.times) if found else None


def _appointment(card: AppointmentCard) -> dict[str, str]:
    more = card.where if card.is_planned else _("called off")
    if card.attended is not None:
        more = str(words.ATTENDED_SAID[card.attended]) % {"person": card.person_name}
    return {
        "title": moment_said(card.starts_at),
        "more": more,
        "url": reverse("connect:appointment", args=[card.id]),
    }


def _handover(card: ConnectionCard) -> list[str]:
    if card.handover is None:
        return []
    found = words.handover_lines(card.handover, along=_("Somebody goes along the first time"))
    if card.introduced is None or card.introduced_on is None:
        return found
    said = _("It took place on %(day)s.") if card.introduced else _("It didn’t take place on %(day)s.")
    found.append(said % {"day": words.day_words(card.introduced_on)})
    return [*found, card.introduced_words] if card.introduced_words else found


def _letter(letter: Letter) -> str:
    says = {"to": letter.to, "day": words.day_words(timezone.localdate(letter.written_at))}
    match letter.state:
        case LetterState.DELIVERED:
            return _("Letter to %(to)s, sent %(day)s.") % says
        case LetterState.FAILED:
            return (
                _(
                    "The letter to %(to)s of %(day)s could not be delivered. Call them, or send the link another way."
                )
                % says
            )
        case LetterState.STOPPED:
            return _("The letter to %(to)s of %(day)s was stopped. It never went out.") % says
        case _:
            return _("Letter to %(to)s of %(day)s, on its way.") % says
