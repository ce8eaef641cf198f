"""Days as people say them."""

import datetime as dt

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from linkwork.exchange.days import date_said

__all__ = [
    "ago_said",
    "date_said",
    "date_short",
    "day_said",
    "local_day",
    "midnight",
    "moment_said",
    "time_said",
]


def local_day(moment: dt.datetime) -> dt.date:
    """The day it is here at this moment."""
    return timezone.localtime(moment).date()


def midnight(day: dt.date) -> dt.datetime:
    """When a day begins here."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def day_said(day: dt.date, today: dt.date) -> str:
    """ "today", "tomorrow", "yesterday", else "3 March", with the year where it is another one."""
    match (day - today).days:
        case 0:
            return _("today")
        case 1:
            return _("tomorrow")
        case -1:
            return _("yesterday")
    return date_said(day, with_year=day.year != today.year)


def date_short(day: dt.date, today: dt.date) -> str:
    """ "3 Mar", for a narrow column; with the year where it is another one."""
    if abs((day - today).days) <= 1:
        return day_said(day, today)
    month = "M" if (get_language() or "en").startswith("en") else "b"  # a small letter, save in English
    return date_format(day, f"j {month}" if day.year == today.year else f"j {month} Y")


def ago_said(day: dt.date, today: dt.date) -> str:
    """How long ago, in the largest unit that says enough: days, then weeks."""
    days = (today - day).days
    if days <= 1:
        return day_said(day, today)
    if days < 14:
        return ngettext("%(num)s day ago", "%(num)s days ago", days) % {"num": days}
    weeks = days // 7
    return ngettext("%(num)s week ago", "%(num)s weeks ago", weeks) % {"num": weeks}


def moment_said(moment: dt.datetime) -> str:
    """A day to come with its weekday and time: "Thursday 12 March, 14:30"."""
    day = date_format(timezone.localtime(moment), pgettext("a day of this year", "l j F"))
    return _("%(day)s, %(time)s") % {"day": day, "time": time_said(moment)}


def time_said(moment: dt.datetime) -> str:
    """The time of day here: "14:30"."""
    return f"{timezone.localtime(moment):%H:%M}"
