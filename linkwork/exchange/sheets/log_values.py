"""What does a cell say? Days and lengths; nothing is guessed at. Of words see `log_words`."""

import datetime as dt
import re

from django.utils.translation import gettext as _

from linkwork.core.text import fold

EARLIEST = dt.date(1990, 1, 1)


class Fault(Exception):
    """What is wrong with a cell, and what to do about it."""

    def __init__(self, reason: str, what_to_do: str) -> None:
        super().__init__(reason)
        self.reason, self.what_to_do = reason, what_to_do


def day(text: str, today: dt.date, earliest: dt.date = EARLIEST, *, month_first: bool = False) -> dt.date:
    """A day: 2026-03-12, 12.3.2026, or 12/3/2026, which may put the month first. Raises Fault."""
    if not text:
        raise Fault(_("there is no day"), _("Write the day of the contact, as 2026-03-12."))
    found = _day(text, month_first)
    if found is None and re.fullmatch(r"[34]\d{4}", text):
        raise Fault(
            _("“%(text)s” is a number and not a day") % {"text": text},
            _("In the spreadsheet, show this column as a date, and save the file again."),
        )
    if found is None:
        raise Fault(_("“%(text)s” is not a day") % {"text": text}, _("Write it as 2026-03-12."))
    if found > today:
        raise Fault(_("%(day)s lies in the future") % {"day": found}, _("Check the year."))
    if found < earliest:
        raise Fault(_("%(day)s is too long ago") % {"day": found}, _("Check the year."))
    return found


def _day(text: str, month_first: bool) -> dt.date | None:
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?", text):
        parts = [int(part) for part in match.groups()]
    elif match := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", text):
        parts = [int(part) for part in reversed(match.groups())]
        if month_first and "/" in text:
            parts[1:] = reversed(parts[1:])
    else:
        return None
    try:
        return dt.date(*parts)
    except ValueError:
        return None


def minutes(text: str) -> int | None:
    """A length in minutes: 45, 45 min, 1:30, 1 h 30. Empty is missing. Raises Fault."""
    if not text:
        return None
    plain = fold(text)
    if match := re.fullmatch(r"(\d+)(?:[.,]0+)?(?: ?(?:m|min|mins|minutes?|minuter))?", plain):
        found = int(match[1])
    elif match := re.fullmatch(r"(\d{1,2}) ?(?::|h|tim) ?(\d{1,2})?(?: ?m(?:in)?)?", plain):
        found = int(match[1]) * 60 + int(match[2] or 0)
    else:
        raise Fault(
            _("“%(text)s” is not a length") % {"text": text}, _("Write the minutes as a number, as 45.")
        )
    if found > 24 * 60:
        raise Fault(
            _("%(text)s is longer than a day") % {"text": text}, _("Write the minutes as a number, as 45.")
        )
    return found
