"""When somebody is due, in words."""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.casework.rules.referrals import Care, Phoning
from linkwork.web.people.referral_words import PHONING
from linkwork.web.shared.days import day_said


def due_said(day: dt.date, today: dt.date) -> str:
    """Since when somebody should have heard from us, or from when they should."""
    if day == today:
        return _("due today")
    if day < today:
        days = (today - day).days
        return ngettext("due %(num)s day ago", "due %(num)s days ago", days) % {"num": days}
    return _("due %(when)s") % {"when": day_said(day, today)}


def calling_said(care: Care) -> str:
    """What was said about calling when the person came; empty where nothing has to be known."""
    how = str(PHONING[care.phoning]) if care.phoning in (Phoning.NO, Phoning.NO_MESSAGE) else ""
    return " · ".join(part for part in (how, care.reach_when) if part)
