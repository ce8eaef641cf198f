"""Days as people say them."""

import datetime as dt

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def local_day(moment: dt.datetime) -> dt.date:
    """The day it is here at this moment."""
    return timezone.localtime(moment).date()


def day_said(day: dt.date, today: dt.date) -> str:
    """ "today", "tomorrow", "yesterday", else "3 March", with the year where it is another one."""
    match (day - today).days:
        case 0:
            return _("today")
        case 1:
            return _("tomorrow")
        case -1:
            return _("yesterday")
    return date_format(day, "MONTH_DAY_FORMAT" if day.year == today.year else "DATE_FORMAT")


def ago_said(day: dt.date, today: dt.date) -> str:
    """How long ago, in the largest unit that says enough: days, then weeks."""
    days = (today - day).days
    if days <= 1:
        return day_said(day, today)
    if days < 14:
        return ngettext("%(num)s day ago", "%(num)s days ago", days) % {"num": days}
    weeks = days // 7
    return ngettext("%(num)s week ago", "%(num)s weeks ago", weeks) % {"num": weeks}


def time_said(moment: dt.datetime) -> str:
    """The time of day here: "14:30"."""
    return f"{timezone.localtime(moment):%H:%M}"
