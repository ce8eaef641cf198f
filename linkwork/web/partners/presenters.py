"""Partnerships in plain words for the pages, and what of it needs somebody today."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.core.text import one_line
from linkwork.core.viewer import Viewer
from linkwork.partnerships import access, reads
from linkwork.partnerships.rules import AdvocacyState, Reach
from linkwork.programmes.reads import Standing
from linkwork.web.partners import words
from linkwork.web.shared.days import ago_said, date_short, day_said, local_day, time_said
from linkwork.web.shared.today import Press, TodayItem

MOST_DOTS = 8


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
    sector: str = ""
    inter_sectoral: bool = False
    champions: int = 0


def partner_lines(viewer: Viewer, today: dt.date) -> list[Line]:
    """Every partner: sector, last contact, and whether it has gone quiet."""
    return [_partner(row, today) for row in reads.partners(viewer, today)]


def _partner(row: reads.PartnerRow, today: dt.date) -> Line:
    if row.last_on is None:
        last = _("nothing together yet")
    else:
        last = _("last contact %(when)s") % {"when": ago_said(row.last_on, today)}
    return Line(
        title=row.name,
        url=reverse("partners:partner", args=[row.id]),
        small=last,
        chip=_("gone quiet") if row.quiet else "",
        chip_kind="needs" if row.quiet else "",
        sector=str(words.SECTORS[row.sector]),
        inter_sectoral=row.reach is Reach.INTER_SECTORAL,
        champions=row.champions,
    )


def meeting_lines(viewer: Viewer, at: dt.datetime) -> list[Line]:
    """Meetings of today and later, and those whose minutes are missing."""
    today = local_day(at)
    return [_meeting(row, at, today) for row in reads.meetings(viewer, _midnight(today))]


def _meeting(row: reads.MeetingRow, at: dt.datetime, today: dt.date) -> Line:
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


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


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
        small=_("%(whom)s · asked of %(target)s") % {"whom": card.for_whom, "target": card.target},
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
                    (_("In the way"), one.obstacle),
                    (_("Next"), one.next_step),
                ]
                if text
            ],
            "who": one.worker_name,
        }
        for one in card.attempts
    ]
    return events


def today_items(standing: Standing, at: dt.datetime) -> list[TodayItem]:
    """Meetings of today, what the viewer took on, and their efforts that wait for another try. Two questions."""
    viewer = standing.viewer
    if not access.may_read(viewer):
        return []
    today = local_day(at)
    tomorrow = _midnight(today + dt.timedelta(days=1))
    meetings, own = reads.meetings_today(viewer, today, tomorrow, viewer.worker_id)
    return [
        *(_meeting_today(row, at) for row in meetings),
        *(_taken_on(card, today) for card in own),
        *(_try_again(card, today) for card in reads.tries_due(viewer, today, viewer.worker_id)),
    ]


def _meeting_today(row: reads.MeetingRow, at: dt.datetime) -> TodayItem:
    over = row.starts_at < at
    return TodayItem(
        due=row.starts_at,
        when=time_said(row.starts_at)
        if local_day(row.starts_at) == local_day(at)
        else date_short(local_day(row.starts_at), local_day(at)),
        title=row.title,
        small=_("Meeting with partners") + (f" · {row.place}" if row.place else ""),
        url=reverse("partners:meeting", args=[row.id]),
        chip=_("write down who came") if over else "",
        chip_kind="needs" if over else "plain",
        press=Press.LATE if over else Press.NOW,
    )


def _taken_on(card: reads.ActionCard, today: dt.date) -> TodayItem:
    late = card.due_on < today
    return TodayItem(
        due=_midnight(card.due_on),
        when=date_short(card.due_on, today),
        title=card.what,
        small=_("Taken on at “%(meeting)s”") % {"meeting": card.meeting_title},
        url=reverse("partners:meeting", args=[card.meeting_id]),
        chip=_("late") if late else "",
        chip_kind="needs" if late else "plain",
        press=Press.LATE if late else Press.NOW,
    )


def _try_again(card: reads.TryDue, today: dt.date) -> TodayItem:
    return TodayItem(
        due=_midnight(card.next_on),
        when=date_short(card.next_on, today),
        title=_("Ask again: %(ask)s") % {"ask": one_line(card.ask, 80)},
        small=_("%(target)s · %(tries)s so far") % {"target": card.target, "tries": tries_said(card.tries)},
        url=reverse("partners:advocacy", args=[card.id]),
        chip=_("try again"),
        chip_kind="needs",
        press=Press.LATE if card.next_on < today else Press.NOW,
    )
