"""Is 12/03/2026 in March or in December? The file may tell; where it does not, it is asked and not guessed."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused

DAY_FIRST, MONTH_FIRST = "day", "month"
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/\d{4}")


class DayOrder:
    """What the days of a file say themselves, day by day: a number above 12 is no month."""

    def __init__(self) -> None:
        self._day = self._month = self._either = 0

    def see(self, text: str) -> None:
        """One more day; what is not written with slashes says nothing."""
        found = _SLASHED.fullmatch(text)
        if found is None:
            return
        one, other = int(found[1]), int(found[2])
        self._day += one > 12
        self._month += other > 12
        self._either += one <= 12 and other <= 12 and one != other

    @property
    def open(self) -> bool:
        """Whether days could be meant either way."""
        return bool(self._either and not self._day and not self._month)

    def told(self) -> str:
        """What comes first. Raises Refused where days could be meant either way, or are written both ways."""
        if self._day and self._month:
            raise Refused(
                _(
                    "Some days in this file put the day first and some the month. Write them all as 2026-03-12."
                )
            )
        if self.open:
            raise Refused(
                _("Days like 12/03/2026 could be in March or in December."
                  " Say whether the day or the month comes first.")
            )  # fmt: skip
        return MONTH_FIRST if self._month else DAY_FIRST


def order_of(texts: Iterable[str]) -> str:
    """What the days of a file say. Points and hyphens put the day first. Raises Refused, as `DayOrder.told`."""
    order = DayOrder()
    for text in texts:
        order.see(text)
    return order.told()
