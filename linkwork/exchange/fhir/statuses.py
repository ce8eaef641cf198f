"""Where a referral or a connection stands, as Task.status says it, and back.

After the SDOH Clinical Care guide 3.0.0, TaskForReferralManagement: `received` and `ready` are not used there; a
reason is needed with rejected, cancelled, on-hold and failed; completed needs an output.
"""

from linkwork.casework.rules.states import CaseState, ReferralState
from linkwork.connections.rules import State

CONNECTIONS: dict[State, str] = {
    State.DRAFT: "draft",
    State.SENT: "requested",
    State.RECEIVED: "requested",
    State.ACCEPTED: "accepted",
    State.WAITING: "on-hold",
    State.STARTED: "in-progress",
    State.FINISHED: "completed",
    State.DECLINED: "rejected",
    State.CANCELLED: "cancelled",
    State.LAPSED: "failed",
    State.NOT_REACHED: "failed",
}
# What a partner's system may say of what it was asked. Their `failed` means that they could not reach the person.
ANSWERS: dict[str, State] = {
    "accepted": State.ACCEPTED,
    "rejected": State.DECLINED,
    "on-hold": State.WAITING,
    "in-progress": State.STARTED,
    "completed": State.FINISHED,
    "cancelled": State.CANCELLED,
    "failed": State.NOT_REACHED,
}
NEEDS_REASON = frozenset({"rejected", "cancelled", "on-hold", "failed"})
NOT_USED = frozenset({"received", "ready"})


def of_referral(state: ReferralState, case: CaseState | None) -> str:
    """Task.status of a referral into the programme, given the case that came of it, if any."""
    if state is ReferralState.ACCEPTED:
        return {None: "accepted", CaseState.CLOSED: "completed"}.get(case, "in-progress")
    return {
        ReferralState.RECEIVED: "requested",
        ReferralState.DECLINED: "rejected",
        ReferralState.WITHDRAWN: "cancelled",
    }[state]
