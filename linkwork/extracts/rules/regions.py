"""What part of the record is an extract of, and can its figures leave beside those of another?

Whoever has two can take one off the other. Where one lies inside the other, or they have no day in common, it is known
what remains, and that can be protected. Where they only overlap it is not: then the later one does not leave.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from linkwork.extracts.rules.parts import part_from

SURVEY = "survey"  # the origin of answers of staff


@dataclass(frozen=True)
class Region:
    """Days (both included), a kind of place ("" for all), and whether it is answers of staff and nothing else.

    A log and the record are not told apart: both may hold the same contacts.
    """

    since: dt.date
    until: dt.date
    site_kind: str = ""
    of_staff: bool = False

    def inside(self, other: "Region") -> bool:
        """Whether all of this is in the other too."""
        days = other.since <= self.since and self.until <= other.until
        return self.of_staff == other.of_staff and days and other.site_kind in ("", self.site_kind)

    def apart(self, other: "Region") -> bool:
        """Whether they have nothing in common."""
        days = self.until < other.since or other.until < self.since
        places = bool(self.site_kind and other.site_kind and self.site_kind != other.site_kind)
        return days or places or self.of_staff != other.of_staff

    def clear_of(self, other: "Region") -> bool:
        """Whether both can leave: one inside the other, or apart."""
        return self.inside(other) or other.inside(self) or self.apart(other)


def region_of(part: Mapping[str, str], taken_on: dt.date, origin: str = "") -> Region:
    """What an extract of this part and origin is of: its days end at the latest on the day it was taken."""
    said = part_from(part)
    until = min(said.until or taken_on, taken_on)
    return Region(said.since or dt.date.min, until, said.site_kind, origin == SURVEY)
