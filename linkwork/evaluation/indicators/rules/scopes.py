"""Of which days is something asked, and by what is it broken down?"""

import datetime as dt
from dataclasses import dataclass, replace

from linkwork.instruments.indicators import Grouping


@dataclass(frozen=True)
class Scope:
    """`since` and `until` are both counted, None for no bound; `taken_on` is the day of the extract.

    With `beside` rows are put into cells: what is in both groups.
    """

    taken_on: dt.date
    since: dt.date | None = None
    until: dt.date | None = None
    by: Grouping | None = None
    beside: Grouping | None = None

    @property
    def last(self) -> dt.date:
        """The last day that is asked for and known: what holds on it is counted by the figures of a state."""
        return min(self.until or self.taken_on, self.taken_on)

    @property
    def bounded(self) -> bool:
        """Whether a period was asked for."""
        return self.since is not None or self.until is not None

    @property
    def whole(self) -> "Scope":
        """The same days, not broken down."""
        return replace(self, by=None, beside=None)

    def parted(self, by: Grouping, beside: Grouping | None = None) -> "Scope":
        """The same days, broken down; with `beside` into cells."""
        return replace(self, by=by, beside=beside)


@dataclass(frozen=True)
class Span:
    """The days a reader asks for, first and last both counted; None for no bound."""

    since: dt.date | None = None
    until: dt.date | None = None


ALWAYS = Span()
