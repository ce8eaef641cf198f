"""By which door did a referral come, how soon must it be answered, and what has to be known before somebody calls?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from linkwork.casework.rules.persons import Urgency


class Door(StrEnum):
    """By which way a referral reached the programme."""

    FORM = "form"  # a professional, by the programme's address, without an account
    SELF = "self"  # the person, or somebody who cares for them, by the programme's address
    FILE = "file"  # a row of a spreadsheet
    WORKER = "worker"  # entered by a worker
    SYSTEM = "system"  # another system


class Phoning(StrEnum):
    """Whether it is safe to phone the person."""

    NOT_SAID = ""
    YES = "yes"
    NO_MESSAGE = "no_message"  # call, but leave no message
    NO = "no"


class Occasion(StrEnum):
    """On what the referrer is told something."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    CLOSED = "closed"
    ASKED = "asked"  # the referrer wanted to know


class Way(StrEnum):
    """How the news reached the referrer."""

    MAIL = "mail"
    PAPER = "paper"


@dataclass(frozen=True)
class Care:
    """What has to be known before somebody gets in touch. `safety` is what could put the person or a worker at risk."""

    reach_when: str = ""
    phoning: Phoning = Phoning.NOT_SAID
    safety: str = ""

    @property
    def may_leave_words(self) -> bool:
        """Whether a text or a message may be left on their phone, where somebody else may read it."""
        return self.phoning not in (Phoning.NO, Phoning.NO_MESSAGE)


@dataclass(frozen=True)
class Limits:
    """Within how many days the programme answers, and answers what is urgent."""

    usual: int
    urgent: int

    def for_urgency(self, urgency: Urgency) -> int:
        """The days a referral of this urgency may wait. What is urgent never waits longer than the rest."""
        return min(self.urgent, self.usual) if urgency is Urgency.URGENT else self.usual


def age_on(day: date, born_on: date | None, born_year: int | None) -> int | None:
    """Whole years on `day`; from the year alone the age they reach in it; None where neither is known."""
    if born_on is not None:
        return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
    return day.year - born_year if born_year is not None else None


def first_words(wants: str, terms: Sequence[str]) -> str:
    """What was said, for the need it is about: with several needs nobody knows which one, so it goes to none."""
    return wants.strip() if len(terms) == 1 else ""
