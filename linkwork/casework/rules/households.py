"""How old is a child, said in months while months matter?"""

from dataclasses import dataclass
from datetime import date

IN_MONTHS_UP_TO = 36


@dataclass(frozen=True, order=True)
class Month:
    """A month of a year."""

    year: int
    month: int

    @property
    def number(self) -> int:
        """Months since the year nought, to count with."""
        return self.year * 12 + self.month - 1


@dataclass(frozen=True)
class Age:
    """One of both is set: months up to 36, then whole years."""

    months: int | None = None
    years: int | None = None


def age_in_months(born: Month, on: date) -> int | None:
    """Whole months from the month of birth to the month of `on`; None for somebody born later."""
    months = Month(on.year, on.month).number - born.number
    return months if months >= 0 else None


def age(born: Month, on: date) -> Age | None:
    """How old somebody is on a day; None for somebody born later."""
    months = age_in_months(born, on)
    if months is None:
        return None
    return Age(months=months) if months <= IN_MONTHS_UP_TO else Age(years=months // 12)


def past(month: Month, on: date) -> bool:
    """Whether the month is over on `on`."""
    return month.number < Month(on.year, on.month).number


@dataclass(frozen=True)
class MemberDetails:
    """Somebody of a household as entered: at least a name or who they are to the person ("daughter")."""

    name: str = ""
    role: str = ""
    child: bool = False
    born: Month | None = None
    due: Month | None = None
    lives_here: bool = True
