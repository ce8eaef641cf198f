"""Is 12/03/2026 in March or in December? The file may tell; where it does not, it is asked and not guessed."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused

DAY_FIRST, MONTH_FIRST = "day", "month"
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/\d{4}")


def order_of(texts: Iterable[str]) -> str:
    """What the days of a file say themselves: a number above 12 is no month. Points and hyphens put the day first.

    Raises Refused where days are written with slashes and could be meant either way, or are written both ways.
    """
    first = second = either = 0
    for text in texts:
        found = _SLASHED.fullmatch(text)
        if found is None:
            continue
        one, other = int(found[1]), int(found[2])
        first += one > 12
        second += other > 12
        either += one <= 12 and other <= 12 and one != other
    if first and second:
        raise Refused(
            _("Some days in this file put the day first and some the month. Write them all as 2026-03-12.")
        )
    if either and not first and not second:
        raise Refused(
            _(
                "Days like 12/03/2026 could be in March or in December. Say whether the day or the month comes first."
            )
        )
    return MONTH_FIRST if second else DAY_FIRST
