"""A moment in the words of a letter."""

import datetime as dt
import time
from collections.abc import Callable

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _


def moment_words(moment: dt.datetime) -> str:
    """With its weekday and year, for a letter may be read much later: "Thursday 12 March 2026, 14:30"."""
    local = timezone.localtime(moment)
    english = (get_language() or "en").startswith("en")
    day = (
        date_format(local, "l j F Y")
        if english
        else f"{date_format(local, 'l')} {date_format(local, 'DATE_FORMAT')}"
    )
    return _("%(day)s, %(time)s") % {"day": day, "time": f"{local:%H:%M}"}


def clock_said(moment: dt.datetime) -> str:
    """The time of day here: "14:30"."""
    return f"{timezone.localtime(moment):%H:%M}"


def going_on(at: dt.datetime) -> Callable[[], dt.datetime]:
    """A clock that stands at `at` now and goes on, for work that takes long: what is taken in hand then, is then."""
    begun = time.monotonic()
    return lambda: at + dt.timedelta(seconds=time.monotonic() - begun)
