"""Meetings and advocacy in plain words for the pages."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.core.text import one_line
from linkwork.core.viewer import Viewer
from linkwork.partnerships import reads
from linkwork.partnerships.rules import AdvocacyState, Obstacle
from linkwork.web.partners import words
from linkwork.web.shared.days import day_said, local_day, midnight, time_said

MOST_DOTS = 8
MOST_MEETINGS = 12


@dataclass(frozen=True)
class Line:
    """One row of a list on these pages."""

    title: str
    url: str
    small: str = ""
    when: str = ""
    chip: str = ""
    chip_kind: str = ""
    dots: int = 0


def meeting_lines(viewer: Viewer, at: dt.datetime) -> list[Line]:
    """Meetings of today and later, and those whose minutes are missing."""
    today = local_day(at)
    return [meeting_line(row, at, today) for row in reads.meetings(viewer, midnight(today), MOST_MEETINGS)]


def meeting_line(row: reads.MeetingRow, at: dt.datetime, today: dt.date) -> Line:
    """One meeting in a list."""
    waits = not row.kept and row.starts_at < at
    asked = ngettext("%(num)s partner asked", "%(num)s partners asked", row.asked) % {"num": row.asked}
    return Line(
        title=row.title,
        url=reverse("partners:meeting", args=[row.id]),
        small=" · ".join(part for part in [time_said(row.starts_at), row.place, asked] if part),
        when=day_said(local_day(row.starts_at), today),
        chip=_("write down who came") if waits else "",
        chip_kind="needs" if waits else "",
    )


def advocacy_lines(viewer: Viewer, today: dt.date, partner_id: UUID | None = None) -> list[Line]:
    """Open efforts with how often each was tried; of one partner (settled ones too), or of all."""
    states = (AdvocacyState.OPEN,) if partner_id is None else tuple(AdvocacyState)
    return [advocacy_line(card, today) for card in reads.advocacy_actions(viewer, states, partner_id)]


def advocacy_line(card: reads.AdvocacyCard, today: dt.date) -> Line:
    """One effort in a list."""
    due = card.next_on is not None and card.next_on <= today
    return Line(
        title=one_line(card.ask),
        url=reverse("partners:advocacy", args=[card.id]),
        small=_("%(whom)s · asked of %(target)s")
        % {"whom": card.for_whom or words.WHOM[card.for_kind], "target": card.target},
        chip=_("try again") if due else "" if card.next_on else str(words.STATES[card.state]),
        chip_kind="needs" if due else "quiet",
        dots=len(card.attempts),
    )


def tries_said(number: int) -> str:
    """ "3 attempts"."""
    return ngettext("%(num)s attempt", "%(num)s attempts", number) % {"num": number}


def dots(number: int) -> str:
    """One dot an attempt, as far as the line allows."""
    return "●" * min(number, MOST_DOTS) + ("…" if number > MOST_DOTS else "")


def took_said(card: reads.AdvocacyCard, today: dt.date) -> str:
    """How long it took, or has been taking: persistence in days."""
    days = ((card.settled_on or today) - card.opened_on).days
    return ngettext("%(num)s day", "%(num)s days", days) % {"num": days}


def obstacle_said(one: reads.AttemptCard) -> str:
    """What stood in the way: the kind, and the words for it."""
    kind = str(words.OBSTACLES[one.obstacle_kind]) if one.obstacle_kind else ""
    if one.obstacle_kind is Obstacle.OTHER and one.obstacle:
        kind = ""
    return " – ".join(part for part in (kind, one.obstacle) if part)


def chain(card: reads.AdvocacyCard, today: dt.date) -> list[dict[str, object]]:
    """The attempts as a story: oldest first, the next step last."""
    events: list[dict[str, object]] = [
        {
            "when": f"{one.number} · {day_said(one.made_on, today)}",
            "title": str(words.METHODS[one.method]),
            "icon": words.METHOD_ICONS[one.method],
            "parts": [
                (label, text)
                for label, text in [
                    (_("They said"), one.response),
                    (_("In the way"), obstacle_said(one)),
                    (_("Next"), one.next_step),
                ]
                if text
            ],
            "who": one.worker_name,
        }
        for one in card.attempts
    ]
    return events
