"""What is asked about a safeguarding concern, how can it move, who may move it, and who has to acknowledge it by when?

The three questions follow the duty to enquire of section 42 of the Care Act 2014, in our own words. A timer only ever
passes a concern on to the next lead: it never acknowledges, decides or closes one.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from linkwork.core.errors import IllegalStep, NotAllowed, sentence

CONCERN_LETTER = "casework.concern"  # the kind of the letter to a lead


class ConcernState(StrEnum):
    """Where a concern stands."""

    RAISED = "raised"
    ACKNOWLEDGED = "acknowledged"
    DECIDED = "decided"
    CLOSED = "closed"
    REOPENED = "reopened"


class Part(StrEnum):
    """What somebody is to a concern. Nobody else knows that there is one."""

    AUTHOR = "author"
    LEAD = "lead"


class Answer(StrEnum):
    """An answer to one of the three questions."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


class Capacity(StrEnum):
    """Whether the person can decide about this themselves. It is presumed until there is reason for doubt."""

    PRESUMED = "presumed"
    IN_DOUBT = "in_doubt"
    LACKING = "lacking"  # for this decision, as somebody assessed it


class Agreed(StrEnum):
    """Whether the person agrees that others are told."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not_asked"


class Decision(StrEnum):
    """What the lead decided."""

    NO_ACTION = "no_action"
    ADVICE = "advice"
    REFER = "refer"
    EMERGENCY = "emergency"


class EntryKind(StrEnum):
    """What happened with a concern: one line of its history, never changed."""

    RAISED = "raised"
    ADDED = "added"  # a new account beside the older ones
    TOLD = "told"
    ACKNOWLEDGED = "acknowledged"
    PASSED_ON = "passed_on"
    DECIDED = "decided"
    CLOSED = "closed"
    REOPENED = "reopened"


class RiskSource(StrEnum):
    """Where the words or the answer stood that raise the question whether a concern is needed."""

    NOTE = "note"
    MEASURE = "measure"


class RiskAnswer(StrEnum):
    """What the worker answered to it."""

    CONCERN = "concern"
    NONE = "none"


@dataclass(frozen=True)
class Account:
    """What is known, as somebody tells it once. A later account stands beside it and never replaces it.

    `facts` is what was seen or said, `opinion` what the teller makes of it; the two are kept apart.
    """

    facts: str
    care_needs: Answer | None = None
    at_risk: Answer | None = None
    cannot_protect: Answer | None = None
    child: bool = False
    danger: bool = False
    opinion: str = ""
    wishes: str = ""
    outcomes: str = ""
    capacity: Capacity = Capacity.PRESUMED
    capacity_words: str = ""
    agreed: Agreed = Agreed.NOT_ASKED
    without_agreement: str = ""


@dataclass(frozen=True)
class Limits:
    """Within how many hours a concern has to be acknowledged: usually, and where somebody is in danger."""

    hours: int
    danger_hours: int


S = ConcernState
BOTH, LEADS = frozenset({Part.AUTHOR, Part.LEAD}), frozenset({Part.LEAD})
STEPS: Mapping[tuple[ConcernState, ConcernState], frozenset[Part]] = {
    (S.RAISED, S.ACKNOWLEDGED): LEADS,
    (S.ACKNOWLEDGED, S.DECIDED): LEADS,
    (S.DECIDED, S.DECIDED): LEADS,  # a new decision beside the older one
    (S.DECIDED, S.CLOSED): LEADS,
    (S.CLOSED, S.REOPENED): BOTH,
    (S.REOPENED, S.ACKNOWLEDGED): LEADS,
}
NEEDS_REASON = frozenset({S.DECIDED, S.CLOSED, S.REOPENED})
UNACKNOWLEDGED = (S.RAISED, S.REOPENED)


def check_step(now: ConcernState, to: ConcernState, parts: frozenset[Part]) -> None:
    """Raise IllegalStep where the table has no such step, NotAllowed where it is not theirs to take."""
    owners = STEPS.get((now, to))
    if owners is None:
        raise IllegalStep(sentence("This concern cannot take that step now."))
    if not owners & parts:
        raise NotAllowed(sentence("This step is the safeguarding lead’s to take."))


def next_states(now: ConcernState, parts: frozenset[Part]) -> list[ConcernState]:
    """Where somebody with these parts can take a concern from here, in the order of the table."""
    return [to for (start, to), owners in STEPS.items() if start is now and owners & parts]


def parts_of(worker_id: UUID, author_id: UUID, leads: Sequence[UUID]) -> frozenset[Part]:
    """What a worker is to a concern; nothing at all for nearly everybody."""
    author = {Part.AUTHOR} if worker_id == author_id else set()
    return frozenset(author | ({Part.LEAD} if worker_id in leads else set()))


def duty_holds(account: Account) -> Answer:
    """Whether the three questions together point to the duty to enquire: yes for a child or three times yes."""
    answers = {account.care_needs, account.at_risk, account.cannot_protect}
    if account.child or answers == {Answer.YES}:
        return Answer.YES
    return Answer.NO if Answer.NO in answers else Answer.NOT_SURE


def due_at(since: dt.datetime, danger: bool, limits: Limits) -> dt.datetime:
    """Until when somebody has to acknowledge."""
    return since + dt.timedelta(hours=limits.danger_hours if danger else limits.hours)


def next_lead(leads: Sequence[UUID], now: UUID | None, author_id: UUID) -> UUID | None:
    """Who is asked after `now`: the next in order, then from the beginning.

    Nobody acknowledges their own concern while there is another lead. None where there is no lead at all.
    """
    others = [lead for lead in leads if lead != author_id] or list(leads)
    if not others:
        return None
    return others[(others.index(now) + 1) % len(others)] if now in others else others[0]
