"""All that is kept about one spell of support, to be printed or handed to the person."""

import datetime as dt
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework import reads
from linkwork.casework.reads import CaseCard
from linkwork.connections import reads as connections
from linkwork.core.viewer import Viewer
from linkwork.web.people import words
from linkwork.web.people.presenters import promise
from linkwork.web.people.story import facts, told
from linkwork.web.shared.days import date_said, day_said

FORMAT = "linkwork-record-1"


def whole(viewer: Viewer, case: CaseCard, at: dt.datetime) -> dict[str, Any]:
    """Every part of the record by name, as cards. One question for each part."""
    contacts = reads.contacts_of(viewer, case.id)
    return {
        "case": case,
        "statements": reads.statements_of(viewer, case.id),
        "needs": reads.needs_of(viewer, case.id),
        "contacts": contacts,
        "changes": reads.changes_of(viewer, [card.id for card in contacts]),
        "follow_ups": reads.follow_ups_of(viewer, case.id),
        "consents": reads.consents_of(viewer, case.person_id, at),
        "connections": connections.connections_of(viewer, case.id),
        "signposts": connections.signposts_of(viewer, case.id),
    }


def as_data(record: dict[str, Any], at: dt.datetime) -> dict[str, Any]:
    """The record for a machine: the cards' own fields, ids and moments as text."""
    parts = {name: _plain(part) for name, part in record.items()}
    return {"format": FORMAT, "made_at": at.isoformat(), **parts}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    return asdict(value)


def as_text(record: dict[str, Any], at: dt.datetime) -> dict[str, Any]:
    """The record for a reader, with dates and terms said."""
    case, today = record["case"], timezone.localdate(at)
    return {
        "case": case,
        "printed": date_said(today),
        "head": _head(case),
        "statements": [(one.words, day_said(one.said_on, today)) for one in record["statements"]],
        "needs": [
            (_(one.label), one.words, day_said(one.met_on, today) if one.met_on else "")
            for one in record["needs"]
        ],
        "contacts": [_contact(card, record["changes"], today) for card in record["contacts"]],
        "promises": [promise(card, today) for card in record["follow_ups"]],
        "consents": [(words.PURPOSES[one.purpose], one.recipient, one.holds) for one in record["consents"]],
        "connections": [
            (one.service_name, day_said(timezone.localdate(one.created_at), today), str(one.state.value))
            for one in record["connections"]
        ],
        "signposts": [one.service_name for one in record["signposts"]],
    }


def _head(case: CaseCard) -> list[tuple[str, str]]:
    pairs = [
        (_("Phone"), case.phone),
        (_("E-mail"), case.email),
        (_("Language"), words.language_said(case.language, case.interpreter)),
        (_("Where they live, in words"), case.area),
        (_("Works with them"), case.worker_name),
        (_("Since"), date_said(case.opened_on)),
        (_("Until"), date_said(case.closed_on) if case.closed_on else ""),
    ]
    return [(label, value) for label, value in pairs if value]


def _contact(card: Any, changes: dict[UUID, Any], today: dt.date) -> tuple[Any, list[tuple[str, str]]]:
    note = _("Note")
    rest = [pair for pair in facts(card) if pair[0] != note]
    return told(card, today, changes.get(card.id, ())), rest
