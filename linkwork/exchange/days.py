"""Days and moments in the words of letters, papers and pages."""

import datetime as dt
import time
from collections.abc import Callable

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _


def date_said(day: dt.date, with_year: bool = True) -> str:
    """ "3 March 2026": British in English (Django's own English is American), otherwise as the language has it."""
    if (get_language() or "en").startswith("en"):
        return date_format(day, "j F Y" if with_year else "j F")
    return date_format(day, "DATE_FORMAT" if with_year else "MONTH_DAY_FORMAT")


def moment_words(moment: dt.datetime) -> str:
    """With its weekday and year, for a letter may be read much later: "Thursday 12 March 2026, 14:30"."""
    local = timezone.localtime(moment)
    day = f"{date_format(local, 'l')} {date_said(local)}"
    return _("%(day)s, %(time)s") % {"day": day, "time": f"{local:%H:%M}"}


def clock_said(moment: dt.datetime) -> str:
    """The time of day here: "14:30"."""
    return f"{timezone.localtime(moment):%H:%M}"


def going_on(at: dt.datetime) -> Callable[[], dt.datetime]:
    """A clock that stands at `at` now and goes on, for work that takes long: what is taken in hand then, is then."""
    begun = time.monotonic()
    return lambda: at + dt.timedelta(seconds=time.monotonic() - begun)
