"""How may a connection move, and who may move it?

The tables are read by the code, by the tests and by the documentation. After the referral states of the FHIR
SDOH Clinical Care guide 3.0.0 (TaskForReferralManagement): who may set a status, and where a reason is required.
"""

import datetime as dt
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is done about a need. They differ in what leaves the programme."""

    SIGNPOST = "signpost"  # no personal data leaves
    REFERRAL = "referral"  # what the person agreed to, sent to the organisation
    WARM_HANDOVER = "warm_handover"  # introduced or accompanied, and perhaps something shared


class State(StrEnum):
    """Where a referral or a warm handover stands."""

    DRAFT = "draft"
    SENT = "sent"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    WAITING = "waiting"
    STARTED = "started"
    FINISHED = "finished"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"
    NOT_REACHED = "not_reached"


class SignpostState(StrEnum):
    """Where a signpost stands."""

    GIVEN = "given"
    FOLLOWED_UP = "followed_up"


class Owner(StrEnum):
    """Whose step it is. A worker may write down a step that the partner or the person told them of."""

    WORKER = "worker"
    PARTNER = "partner"
    PERSON = "person"


class Outcome(StrEnum):
    """What came of it, for the person."""

    HELPED = "helped"
    PARTLY = "partly"
    NOT = "not"
    NOT_KNOWN = "not_known"


class Attendance(StrEnum):
    """Whether the person went."""

    WENT = "went"
    DID_NOT_GO = "did_not_go"
    NOT_KNOWN = "not_known"


class Manner(StrEnum):
    """How a warm handover is made."""

    IN_PERSON = "in_person"
    THREE_WAY_CALL = "three_way_call"
    WRITTEN = "written"


class Shared(StrEnum):
    """What a person may agree that we share."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    LANGUAGE = "language"
    WANTS = "wants"


class Why(StrEnum):
    """The common reasons of a partner's no, for a thumb. `OTHER` needs words."""

    FULL = "full"
    NOT_RIGHT = "not_right"
    OUTSIDE_AREA = "outside_area"
    PERSON_SAID_NO = "person_said_no"
    CLOSED = "closed"  # the service does not exist any more
    OTHER = "other"


_WORKER = frozenset({Owner.WORKER})
_PARTNER = frozenset({Owner.PARTNER})
_THERE = frozenset({Owner.PARTNER, Owner.PERSON})  # those who are there when it happens
_ANYONE = frozenset(Owner)

_SIDEWAYS: dict[State, frozenset[Owner]] = {
    State.CANCELLED: _ANYONE,
    State.LAPSED: _WORKER,
    State.NOT_REACHED: frozenset({Owner.WORKER, Owner.PARTNER}),
}
_ONLY_WORKER = dict.fromkeys(_SIDEWAYS, _WORKER)  # a draft is nobody else's yet

STEPS: dict[State, dict[State, frozenset[Owner]]] = {
    State.DRAFT: {State.SENT: _WORKER} | _ONLY_WORKER,
    State.SENT: {State.RECEIVED: _PARTNER} | _SIDEWAYS,
    State.RECEIVED: {State.ACCEPTED: _PARTNER, State.DECLINED: _PARTNER} | _SIDEWAYS,
    State.ACCEPTED: {State.WAITING: _PARTNER} | _SIDEWAYS,
    State.WAITING: {State.STARTED: _THERE} | _SIDEWAYS,
    State.STARTED: {State.FINISHED: _ANYONE} | _SIDEWAYS,
    State.FINISHED: {},
    State.DECLINED: {},
    State.CANCELLED: {},
    State.LAPSED: {},
    State.NOT_REACHED: {},
}

SIGNPOST_STEPS: dict[SignpostState, dict[SignpostState, frozenset[Owner]]] = {
    SignpostState.GIVEN: {SignpostState.FOLLOWED_UP: _WORKER},
    SignpostState.FOLLOWED_UP: {},
}

ENDS = frozenset(state for state, onward in STEPS.items() if not onward)
# FHIR: rejected, cancelled, on-hold and failed need a reason. A date to start on is the reason of a wait.
NEEDS_REASON = frozenset({State.DECLINED, State.CANCELLED, State.LAPSED, State.NOT_REACHED, State.WAITING})
# What lies on the way from sent to finished. Nobody stops at each: who accepts has received.
ONWARD = (
    State.SENT,
    State.RECEIVED,
    State.ACCEPTED,
    State.WAITING,
    State.STARTED,
    State.FINISHED,
)
# Whose move is awaited: one owner a state.
AWAITED: dict[State, Owner] = {
    State.DRAFT: Owner.WORKER,
    State.SENT: Owner.PARTNER,
    State.RECEIVED: Owner.PARTNER,
    State.ACCEPTED: Owner.PARTNER,
    State.WAITING: Owner.PARTNER,
    State.STARTED: Owner.WORKER,
}


@dataclass(frozen=True)
class Handover:
    """A warm handover: who introduces, whether somebody goes along, when (aware) and how."""

    introduced_by: str
    accompanied: bool
    meet_at: dt.datetime | None
    manner: Manner


@dataclass(frozen=True)
class StepRow:
    """One row of a state table, for the documentation."""

    start: str
    end: str
    owners: tuple[str, ...]
    needs_reason: bool


def step_rows() -> tuple[StepRow, ...]:
    """The rows of the table of referrals and warm handovers, in the order of the states."""
    return tuple(
        StepRow(start, end, tuple(sorted(owners)), end in NEEDS_REASON)
        for start, onward in STEPS.items()
        for end, owners in onward.items()
    )


def signpost_rows() -> tuple[StepRow, ...]:
    """The rows of the table of signposts."""
    return tuple(
        StepRow(start, end, tuple(sorted(owners)), False)
        for start, onward in SIGNPOST_STEPS.items()
        for end, owners in onward.items()
    )


def may_step(start: State, end: State, owner: Owner) -> bool:
    """Whether the table has this one step for this owner."""
    return owner in STEPS[start].get(end, frozenset())


def path(start: State, end: State, owner: Owner) -> tuple[State, ...]:
    """The states to pass through from `start` to `end`, `end` included; empty where there is no way.

    The last step must be the owner's. Those before it are only passed through (`ONWARD`): who accepts has received,
    who went has been accepted. They are kept as implied, so that nobody is counted as having said them.
    """
    ways: deque[tuple[State, tuple[State, ...]]] = deque([(start, ())])
    while ways:
        here, passed = ways.popleft()
        if may_step(here, end, owner):
            return (*passed, end)
        if here is not State.DRAFT:  # a draft is sent by saying so, never in passing
            ways.extend((there, (*passed, there)) for there in STEPS[here] if there in ONWARD)
    return ()


def reason_is_missing(end: State, reason: str, starts_on: dt.date | None) -> bool:
    """Whether this step lacks the reason it needs. A wait with a day to start on says why it waits."""
    if end is State.WAITING and starts_on is not None:
        return False
    return end in NEEDS_REASON and not reason.strip()


def outcome_fits(end: State, outcome: Outcome | None, *, begun: bool) -> bool:
    """Finished needs an outcome; lapsed may say that it is not known; nothing else has one.

    What never began as far as anybody said cannot finish as "not known": that would count a referral as attended.
    """
    if end is State.FINISHED:
        return outcome is not None and (begun or outcome is not Outcome.NOT_KNOWN)
    return outcome is None or (end is State.LAPSED and outcome is Outcome.NOT_KNOWN)


def missing_share(kind: Kind, shared: frozenset[Shared]) -> bool:
    """Whether too little is shared to be of use: a referral without a way to reach the person helps nobody."""
    reach = {Shared.PHONE, Shared.EMAIL}
    return kind is Kind.REFERRAL and not (Shared.NAME in shared and shared & reach)


def state_after(steps: Iterator[tuple[dt.datetime, State]], moment: dt.datetime) -> State | None:
    """The state at `moment`, given (when, new state) oldest first; None before the first."""
    found = None
    for when, state in steps:
        if when <= moment:
            found = state
    return found
