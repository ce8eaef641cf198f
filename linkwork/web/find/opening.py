"""When a service is open, in a few words: the next time first, as somebody with this week in hand would ask."""

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.core.text import one_line
from linkwork.directory.reads import ServiceCard
from linkwork.directory.rules.hours import DAY
from linkwork.directory.rules.kinds import OpenTime, Status
from linkwork.web.find.forms import DAYS

PROSE = 90  # letters of the provider's own words in a list


def opening_said(service: ServiceCard, at: dt.datetime) -> str:
    """ "Today 10:00–12:00, and 2 more days"; in the provider's words where the hours are not certain; else empty."""
    if service.status is not Status.ACTIVE:
        return ""
    if not service.open_times:
        return one_line(service.hours_text, PROSE)
    days = {time.day for time in service.open_times}
    if len(days) == 7 and all((time.opens, time.closes) == (0, DAY) for time in service.open_times):
        return _("Open day and night")
    opening = min(service.open_times, key=lambda time: (_days_ahead(time, at), time.opens))
    return _with_the_rest(_next(opening, at), len(days - {opening.day}))


def _days_ahead(time: OpenTime, at: dt.datetime) -> int:
    """Days from today to this opening; what is over today comes round in a week."""
    now = timezone.localtime(at)
    days = (time.day - now.weekday()) % 7
    return 7 if days == 0 and time.closes <= now.hour * 60 + now.minute else days


def _next(opening: OpenTime, at: dt.datetime) -> str:
    now, days = timezone.localtime(at), _days_ahead(opening, at)
    times = {"from": clock(opening.opens), "to": clock(opening.closes), "day": DAYS[opening.day + 1][1]}
    if days == 0 and opening.opens <= now.hour * 60 + now.minute:
        return _("Open now, until %(to)s") % times
    match days:
        case 0:
            return _("Today %(from)s–%(to)s") % times
        case 1:
            return _("Tomorrow %(from)s–%(to)s") % times
    return _("%(day)s %(from)s–%(to)s") % times


def _with_the_rest(first: str, others: int) -> str:
    if not others:
        return first
    more = ngettext("%(first)s, and %(num)s more day", "%(first)s, and %(num)s more days", others)
    return more % {"first": first, "num": others}


def clock(minutes: int) -> str:
    """Minutes after midnight as a time of the day."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
