"""In which states can a referral and a case be, who may move them, and on whom do they wait?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from linkwork.core.errors import IllegalStep, NotAllowed, sentence
from linkwork.core.viewer import Kind, Role, Viewer


class ReferralState(StrEnum):
    """A referral into the programme. Nothing is ever declined by a timer."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class CaseState(StrEnum):
    """One spell of support."""

    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


class Owner(StrEnum):
    """Who moves a state on, or on whom it waits."""

    WORKER = "worker"
    MANAGER = "manager"
    SUPERVISOR = "supervisor"
    REFERRER = "referrer"
    PERSON = "person"
    NOBODY = "nobody"


S = TypeVar("S", bound=StrEnum)


@dataclass(frozen=True)
class StateTable(Generic[S]):
    """`steps` says from which state to which, and who may take the step; `waits_on` gives each state its one owner."""

    no_such_step: str
    not_yours: str
    steps: Mapping[tuple[S, S], frozenset[Owner]]
    waits_on: Mapping[S, Owner]

    def check_step(self, now: S, to: S, viewer: Viewer) -> None:
        """Raise IllegalStep where the table has no such step, NotAllowed where it is not the viewer's to take."""
        owners = self.steps.get((now, to))
        if owners is None:
            raise IllegalStep(self.no_such_step)
        if not owners & owners_of(viewer):
            raise NotAllowed(self.not_yours)

    def next_states(self, now: S) -> list[S]:
        """Where the state can go from here, in the order of the table."""
        return [to for (start, to) in self.steps if start == now]


PRACTICE = frozenset({Owner.WORKER, Owner.MANAGER})

REFERRAL = StateTable(
    sentence("This referral has been answered already."),
    sentence("Answering this referral is not yours to do."),
    {
        (ReferralState.RECEIVED, ReferralState.ACCEPTED): PRACTICE,
        (ReferralState.RECEIVED, ReferralState.DECLINED): PRACTICE,
        (ReferralState.RECEIVED, ReferralState.WITHDRAWN): PRACTICE | {Owner.REFERRER, Owner.PERSON},
    },
    {
        ReferralState.RECEIVED: Owner.MANAGER,
        ReferralState.ACCEPTED: Owner.WORKER,
        ReferralState.DECLINED: Owner.NOBODY,
        ReferralState.WITHDRAWN: Owner.NOBODY,
    },
)
CASE = StateTable(
    sentence("This case cannot take that step now."),
    sentence("Moving this case on is not yours to do."),
    {
        (CaseState.OPEN, CaseState.PAUSED): PRACTICE,
        (CaseState.OPEN, CaseState.CLOSED): PRACTICE,
        (CaseState.PAUSED, CaseState.OPEN): PRACTICE,
        (CaseState.PAUSED, CaseState.CLOSED): PRACTICE,
        (CaseState.CLOSED, CaseState.OPEN): PRACTICE,  # within the programme's days: the same spell goes on
    },
    {CaseState.OPEN: Owner.WORKER, CaseState.PAUSED: Owner.WORKER, CaseState.CLOSED: Owner.NOBODY},
)


def owners_of(viewer: Viewer) -> frozenset[Owner]:
    """What the viewer counts as in the tables. The operator's command line counts as everybody."""
    match viewer.kind:
        case Kind.SYSTEM:
            return frozenset(Owner)
        case Kind.PARTNER:
            return frozenset({Owner.REFERRER})
        case Kind.PERSON:
            return frozenset({Owner.PERSON})
        case _:
            held = {
                Role.WORKER: Owner.WORKER,
                Role.MANAGER: Owner.MANAGER,
                Role.SUPERVISOR: Owner.SUPERVISOR,
            }
            return frozenset(owner for role, owner in held.items() if viewer.has(role))


@dataclass(frozen=True)
class Waiting:
    """How long a referral has waited for an answer. `late`: past the programme's limit, so it goes to a manager."""

    days: int
    late: bool


def waiting(state: ReferralState, received_on: date, answer_within_days: int, today: date) -> Waiting | None:
    """None once the referral is answered. Computed, so that no timer can forget or decline anybody."""
    if state is not ReferralState.RECEIVED:
        return None
    days = (today - received_on).days
    return Waiting(days, days > answer_within_days)


def may_still_reopen(closed_on: date, today: date, within_days: int) -> bool:
    """Whether a case closed that day can simply go on; later, support is a new spell."""
    return (today - closed_on).days <= within_days
