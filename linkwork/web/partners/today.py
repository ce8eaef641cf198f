"""What about partners needs somebody today: meetings, promises, asks to try again, reviews, and who has gone quiet."""

import datetime as dt
from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.core.text import one_line
from linkwork.partnerships import access, reads
from linkwork.partnerships.reads import Due, DueKind
from linkwork.programmes.reads import Standing
from linkwork.web.partners.presenters import tries_said
from linkwork.web.partners.words import quiet_after
from linkwork.web.shared.days import ago_said, date_short, local_day, midnight, time_said
from linkwork.web.shared.today import Press, TodayItem

MOST_NAMES = 3


def today_items(standing: Standing, at: dt.datetime) -> list[TodayItem]:
    """Everything of the day about partners, each leading to where it is done. One question of the database."""
    viewer = standing.viewer
    if not access.may_read(viewer):
        return []
    today = local_day(at)
    tomorrow = midnight(today + dt.timedelta(days=1))
    found = reads.due_today(viewer, today, tomorrow, viewer.worker_id, quiet_after(standing))
    items = [
        DRAWN[due.kind](due, today, at) for due in found if due.kind in DRAWN and not _of_others(due, at)
    ]
    return items + _quiet([due for due in found if due.kind is DueKind.QUIET], today)


def _of_others(due: Due, at: dt.datetime) -> bool:
    """A meeting that is over leaves its minutes to be kept, by those who held it."""
    return due.kind is DueKind.MEETING and not due.number and due.moment is not None and due.moment < at


def _meeting(due: Due, today: dt.date, at: dt.datetime) -> TodayItem:
    starts_at = due.moment or at
    over = starts_at < at
    return TodayItem(
        due=starts_at,
        when=time_said(starts_at) if due.day == today else date_short(due.day, today),
        title=due.title,
        small=_("Meeting with partners") + (f" · {due.other}" if due.other else ""),
        url=reverse("partners:meeting", args=[due.page_id]) + ("#minutes" if over else ""),
        chip=_("write down who came") if over else "",
        chip_kind="needs" if over else "plain",
        press=Press.LATE if over else Press.NOW,
    )


def _taken_on(due: Due, today: dt.date, at: dt.datetime) -> TodayItem:
    small = _("Taken on at “%(meeting)s”") % {"meeting": due.other}
    return _promise(due, today, small, reverse("partners:meeting", args=[due.page_id]) + "#actions")


def _taken_on_by_partners(due: Due, today: dt.date, at: dt.datetime) -> TodayItem:
    small = _("%(partner)s took this on: ask how far it is") % {"partner": due.other}
    return _promise(due, today, small, reverse("partners:meeting", args=[due.page_id]) + "#actions")


def _next_step(due: Due, today: dt.date, at: dt.datetime) -> TodayItem:
    small = _("Agreed with %(partner)s") % {"partner": due.other}
    return _promise(due, today, small, reverse("partners:partner", args=[due.page_id]) + "#together")


def _promise(due: Due, today: dt.date, small: str, url: str) -> TodayItem:
    late = due.day < today
    return TodayItem(
        due=midnight(due.day),
        when=date_short(due.day, today),
        title=due.title,
        small=small,
        url=url,
        chip=_("late") if late else "",
        chip_kind="needs" if late else "plain",
        press=Press.LATE if late else Press.NOW,
    )


def _try_again(due: Due, today: dt.date, at: dt.datetime) -> TodayItem:
    return TodayItem(
        due=midnight(due.day),
        when=date_short(due.day, today),
        title=_("Ask again: %(ask)s") % {"ask": one_line(due.title, 80)},
        small=_("%(target)s · %(tries)s so far") % {"target": due.other, "tries": tries_said(due.number)},
        url=reverse("partners:advocacy", args=[due.page_id]) + "#attempt",
        chip=_("try again"),
        chip_kind="needs",
        press=Press.LATE if due.day < today else Press.NOW,
    )


def _review(due: Due, today: dt.date, at: dt.datetime) -> TodayItem:
    return TodayItem(
        due=midnight(due.day),
        when=date_short(due.day, today),
        title=_("Look at the agreement with %(partner)s again") % {"partner": due.title},
        small=_("Does it still hold?"),
        url=reverse("partners:agreements", args=[due.page_id]) + "#review",
        press=Press.NOW,
    )


DRAWN: dict[DueKind, Callable[[Due, dt.date, dt.datetime], TodayItem]] = {
    DueKind.MEETING: _meeting,
    DueKind.TAKEN_ON: _taken_on,
    DueKind.PARTNERS: _taken_on_by_partners,
    DueKind.NEXT_STEP: _next_step,
    DueKind.TRY: _try_again,
    DueKind.REVIEW: _review,
}


def _quiet(found: list[Due], today: dt.date) -> list[TodayItem]:
    """One line for all of them: to call somebody is no emergency."""
    if not found:
        return []
    oldest, number = found[0], len(found)
    if number == 1:
        title = _("%(partner)s has gone quiet") % {"partner": oldest.title}
        small = _("last contact %(when)s") % {"when": ago_said(oldest.day, today)}
        url = reverse("partners:partner", args=[oldest.page_id])
    else:
        title = ngettext(
            "%(num)s partner you know has gone quiet", "%(num)s partners you know have gone quiet", number
        ) % {"num": number}
        small = ", ".join(one.title for one in found[:MOST_NAMES]) + ("…" if number > MOST_NAMES else "")
        url = reverse("partners:home") + "?quiet=on&mine=on"
    return [TodayItem(midnight(oldest.day), _("soon"), title, small, url, press=Press.SOON)]
