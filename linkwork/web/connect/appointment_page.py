"""The values of an appointment's page."""

import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.reads import CaseCard
from linkwork.connections.reads import AppointmentCard
from linkwork.connections.rules import Owner, is_to_ask
from linkwork.web.connect.ways import person_page
from linkwork.web.connect.words import APPOINTMENTS, ATTENDED_SAID
from linkwork.web.shared.days import date_short, local_day, moment_said


def values(card: AppointmentCard, case: CaseCard, at: dt.datetime) -> dict[str, Any]:
    """Everything `connect/appointment.html` shows, but for its forms."""
    return {
        "card": card,
        "case": case,
        "kind": APPOINTMENTS[card.kind],
        "when": moment_said(card.starts_at),
        "stands": stands(card, at),
        "is_ahead": card.is_planned and card.starts_at > at,
        "may_say": card.is_planned and card.attended is None and card.starts_at <= at,
        "to_remind": card.is_planned and card.starts_at > at and card.reminded_at is None,
        "told": told(card, case),
        "person_url": person_page(card.case_id),
    }


def stands(card: AppointmentCard, at: dt.datetime) -> str:
    """Where it stands, in one sentence."""
    if not card.is_planned:
        return _("Called off: %(why)s") % {"why": card.reason}
    if card.attended is not None:
        return str(ATTENDED_SAID[card.attended]) % {"person": card.person_name}
    if is_to_ask(card.state, card.ends_at, card.attended, at):
        return _("It is over. Did %(person)s come?") % {"person": card.person_name}
    if card.made_by is Owner.PARTNER:
        return _("Set by %(who)s.") % {"who": card.organisation_name}
    if card.made_by is Owner.PERSON:
        return _("%(person)s chose this time.") % {"person": card.person_name}
    return _("Set by us.")


def told(card: AppointmentCard, case: CaseCard) -> list[str]:
    """Who knows of it."""
    found = []
    if card.tell_partner:
        found.append(_("%(who)s has an invitation.") % {"who": card.organisation_name})
    if card.tell_person and case.email:
        found.append(_("%(person)s has an invitation by e-mail.") % {"person": card.person_name})
    if card.reminded_at:
        day = date_short(local_day(card.reminded_at), timezone.localdate())
        found.append(_("%(person)s was reminded (%(day)s).") % {"person": card.person_name, "day": day})
    elif card.is_planned and not card.tell_person:
        found.append(_("No e-mail goes to %(person)s: remind them yourself.") % {"person": card.person_name})
    return found
