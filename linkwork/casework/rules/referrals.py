"""By which door did a referral come, how soon must it be answered, and what has to be known before somebody calls?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from linkwork.casework.rules.persons import Prefers, Urgency


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


def heeded(
    said: Care, *, never_by: Collection[Prefers], message_ok: bool | None, best_time: str = ""
) -> Care:
    """What to mind now: what was `said` when they came, changed by what was noted of the person since.

    `message_ok`: is it safe to leave a message on their phone, None where nobody noted it. A way never to be used
    stands above all.
    """
    phoning = said.phoning
    if message_ok is not None:
        phoning = Phoning.YES if message_ok else Phoning.NO_MESSAGE
    if Prefers.MESSAGE in never_by and phoning is not Phoning.NO:
        phoning = Phoning.NO_MESSAGE
    if Prefers.PHONE in never_by:
        phoning = Phoning.NO
    return Care(best_time or said.reach_when, phoning, said.safety)


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
