"""The page about a person as it is shown: who, how to reach them, household, consents, alerts, who may open it."""

import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.casework import reads
from linkwork.casework.access import may_manage_people
from linkwork.casework.reads import (
    AlertCard,
    CaseCard,
    ConsentCard,
    Ending,
    MemberCard,
    MergeCard,
    PersonCard,
)
from linkwork.casework.rules.households import Age, Month
from linkwork.casework.rules.persons import OtherWay, PersonDetails
from linkwork.core.viewer import Viewer
from linkwork.web.people import words
from linkwork.web.shared.days import date_said, day_said, local_day

Fact = tuple[str, str]


def about_values(viewer: Viewer, case: CaseCard, at: dt.datetime) -> dict[str, Any]:
    """Everything the page asks for. At most seven questions of the database."""
    today = timezone.localdate(at)
    person = reads.person(viewer, case.person_id)
    home = reads.household_of(viewer, person.id, today)
    own = next((card for card in home if card.person_id == person.id), None)
    may_manage = may_manage_people(viewer)
    restriction = reads.restriction_of(viewer, person.id)
    return {
        "who": who_facts(person),
        "reach": reach_facts(person.details),
        "home": [member_said(card, today) for card in home if card.person_id != person.id],
        "due": month_said(own.details.due) if own and own.details.due else "",
        "all_alerts": [alert_said(card, today) for card in reads.alerts_of(viewer, person.id, today)],
        "consents": [consent_said(card, today) for card in reads.consents_of(viewer, person.id, at)],
        "endings": [ending_said(one, today) for one in reads.endings(viewer, person.id)]
        if case.ended_before
        else [],
        "restriction": restriction,
        "readers": ", ".join(name for _id, name in restriction.readers) if restriction else "",
        "merges": [merge_said(card, today) for card in reads.merges_of(viewer, person.id)]
        if may_manage
        else [],
        "may_manage": may_manage,
    }


def who_facts(person: PersonCard) -> list[Fact]:
    """Who they are, as far as it is known."""
    known = person.details
    return _known(
        [
            (_("Other names"), ", ".join(known.other_names)),
            (_("Spoken of as"), known.form_of_address),
            (_("Born"), date_said(person.born_on) if person.born_on else str(person.born_year or "")),
            (_("Talks"), words.language_said(person.language, person.interpreter)),
            (_("Reads"), words.label("languages", known.reading_language)),
            (_("So that we can meet"), ", ".join(words.labels("access_needs", known.access_needs))),
            (_("What else helps"), known.access_words),
        ]
    )


def reach_facts(known: PersonDetails) -> list[Fact]:
    """How to reach them, and whom to call if something happens."""
    trusted = [known.trusted_name, known.trusted_relation, known.trusted_phone]
    return _known(
        [
            (_("Phone"), way_said(OtherWay(known.phone, "", known.phone_message_ok)) if known.phone else ""),
            (_("E-mail"), known.email),
            *((way.whose or _("Also"), way_said(way)) for way in known.other_ways),
            (_("Likes to be reached by"), str(words.PREFERENCES[known.prefers])),
            (_("Best time"), known.best_time),
            (_("Never by"), ", ".join(str(words.PREFERENCES[way]) for way in known.never_by)),
            (_("Lives"), known.area),
            (_("Address"), known.address),
            (_("Somebody they trust"), " · ".join(part for part in trusted if part)),
        ]
    )


def _known(facts: list[Fact]) -> list[Fact]:
    return [(label, value) for label, value in facts if value]


def way_said(way: OtherWay) -> str:
    """A number with whether a message may be left there."""
    if way.message_ok is None:
        return way.value
    safe = _("a message is safe") if way.message_ok else _("leave no message")
    return _("%(number)s (%(safe)s)") % {"number": way.value, "safe": safe}


def age_said(age: Age | None) -> str:
    """ "14 months" while months matter, then "4 years"; empty where it is not known."""
    if age is None:
        return ""
    if age.months is not None:
        return ngettext("%(num)s month old", "%(num)s months old", age.months) % {"num": age.months}
    years = age.years or 0
    return ngettext("%(num)s year old", "%(num)s years old", years) % {"num": years}


def month_said(month: Month | None) -> str:
    """ "6/2026"."""
    return _("%(month)s/%(year)s") % {"month": month.month, "year": month.year} if month else ""


def member_said(card: MemberCard, today: dt.date) -> dict[str, Any]:
    """One of the household."""
    known = card.details
    due = _("a baby is due in %(month)s") % {"month": month_said(known.due)} if known.due else ""
    away = "" if known.lives_here else _("lives elsewhere")
    parts = [known.role if card.name else "", age_said(card.age), due, away]
    return {
        "id": card.id,
        "name": card.name or known.role,
        "case_id": card.case_id,
        "more": " · ".join(part for part in parts if part),
    }


def alert_said(card: AlertCard, today: dt.date) -> dict[str, Any]:
    """One alert with when it holds."""
    parts = [
        _("since %(day)s") % {"day": day_said(card.since, today)},
        _("until %(day)s") % {"day": day_said(card.until, today)} if card.until else "",
        card.worker_name,
        _("look at it again %(day)s") % {"day": day_said(card.review_on, today)}
        if card.holds and card.review_on
        else "",
    ]
    return {
        "id": card.id,
        "kind": words.ALERTS[card.kind],
        "words": card.words,
        "why": card.why,
        "holds": card.holds,
        "wants_review": card.wants_review,
        "more": " · ".join(part for part in parts if part),
    }


def consent_said(card: ConsentCard, today: dt.date) -> dict[str, Any]:
    """One consent with its evidence and how it stands."""
    given = _("%(how)s, %(day)s") % {
        "how": words.HOWS[card.how],
        "day": day_said(local_day(card.given_at), today),
    }
    return {
        "id": card.id,
        "purpose": words.PURPOSES[card.purpose],
        "recipient": card.recipient,
        "given": given,
        "words": card.words,
        "stands": _stands(card, today),
        "holds": card.holds,
        "may_renew": card.withdrawn_at is None and card.expires_on is not None and not card.renewed,
    }


def _stands(card: ConsentCard, today: dt.date) -> str:
    if card.withdrawn_at is not None:
        return _("taken back %(day)s") % {"day": day_said(local_day(card.withdrawn_at), today)}
    if card.renewed:
        return _("renewed since")
    if card.expires_on is None:
        return _("until they say no")
    day = {"day": day_said(card.expires_on, today)}
    return _("until %(day)s") % day if card.holds else _("ran out %(day)s") % day


def ending_said(one: Ending, today: dt.date) -> dict[str, str]:
    """How it ended before, in a line, with what was noted and why it went on."""
    line = {"when": day_said(one.closed_on, today), "reason": words.label("close_reasons", one.reason)}
    again = {"when": day_said(one.went_on, today) if one.went_on else "", "words": one.words}
    return {
        "line": _("%(when)s: %(reason)s") % line,
        "note": one.note,
        "again": _("Opened again %(when)s: %(words)s") % again if one.went_on else "",
    }


def merge_said(card: MergeCard, today: dt.date) -> dict[str, Any]:
    """One merge, with what the other record said."""
    return {
        "id": card.id,
        "name": card.name,
        "when": day_said(local_day(card.merged_at), today),
        "worker": card.worker_name,
        "why": card.why,
        "facts": reach_facts(card.record),
        "undone": day_said(local_day(card.undone_at), today) if card.undone_at else "",
        "may_undo": card.last,
    }


def group_said(details: PersonDetails, group: str) -> str:
    """What one record says in a group of the merge, on one line."""
    match group:
        case "name":
            return f"{details.given_name} {details.family_name}".strip()
        case "born":
            return date_said(details.born_on) if details.born_on else str(details.born_year or "")
        case "phone":
            return way_said(OtherWay(details.phone, "", details.phone_message_ok))
        case "prefers":
            return str(words.PREFERENCES[details.prefers])
        case "language" | "reading_language":
            return words.label("languages", getattr(details, group))
        case "area":
            return details.area or _("a place on the map")
        case "trusted":
            parts = (details.trusted_name, details.trusted_relation, details.trusted_phone)
            return " · ".join(part for part in parts if part)
        case _:
            return str(getattr(details, group))
