"""Outreach as pages tell it."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.casework.reads import AnonymousCard, PresenceCard
from linkwork.web.people import words
from linkwork.web.people.story import minutes_said
from linkwork.web.shared.days import day_said, time_said


@dataclass(frozen=True)
class Line:
    """One presence in the list."""

    id: UUID
    where: str
    more: str
    met: str


def line(card: PresenceCard, today: dt.date) -> Line:
    """Where, when, by whom, and how many were met."""
    day = day_said(timezone.localdate(card.started_at), today)
    span = _("%(day)s, %(begins)s to %(ends)s") % {
        "day": day,
        "begins": time_said(card.started_at),
        "ends": time_said(card.ended_at),
    }
    return Line(
        id=card.id,
        where=card.where,
        more=" · ".join(part for part in (span, card.worker_name) if part),
        met=met_said(card.people_met),
    )


def met_said(people: int) -> str:
    """How many people were met."""
    if not people:
        return _("met nobody")
    return ngettext("met %(num)s person", "met %(num)s people", people) % {"num": people}


def parts_said(card: PresenceCard) -> list[str]:
    """Who they were, as far as it was counted."""
    parts = []
    if card.adults is not None:
        parts.append(ngettext("%(num)s adult", "%(num)s adults", card.adults) % {"num": card.adults})
    if card.children is not None:
        parts.append(ngettext("%(num)s child", "%(num)s children", card.children) % {"num": card.children})
    for code, people in card.languages:
        pair = {"language": words.label("languages", code), "num": people}
        parts.append(_("%(language)s: %(num)s") % pair)
    return parts


@dataclass(frozen=True)
class Talk:
    """One talk without a name."""

    id: UUID
    title: str
    more: str
    note: str
    referral_id: UUID | None


def talk(card: AnonymousCard, today: dt.date) -> Talk:
    """What it was about, how long, in which language."""
    topics = ", ".join(words.labels("contact_topics", card.topics))
    day = day_said(timezone.localdate(card.occurred_at), today)
    rest = (day, minutes_said(card.minutes), words.label("languages", card.language), card.site_name)
    return Talk(
        id=card.id,
        title=topics or _("A talk"),
        more=" · ".join(part for part in rest if part),
        note=card.note,
        referral_id=card.referral_id,
    )
