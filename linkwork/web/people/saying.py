"""When somebody is due, in words."""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.web.shared.days import day_said


def due_said(day: dt.date, today: dt.date) -> str:
    """Since when somebody should have heard from us, or from when they should."""
    if day == today:
        return _("due today")
    if day < today:
        days = (today - day).days
        return ngettext("due %(num)s day ago", "due %(num)s days ago", days) % {"num": days}
    return _("due %(when)s") % {"when": day_said(day, today)}
