"""Which of the public codes of primary care does a referral give, for the practice's own record?

One code stands for the first interaction of an episode and never for what follows: a case is the episode, so only the
referral that opened it, or that the person declined, has a code. Source: the frequent questions on social prescribing
of Transformation Partners in Health and Care; the numbers stand in `instruments/data/codes`.
"""

from enum import StrEnum

from linkwork.casework.rules.states import ReferralState

BY_THE_PERSON = "not_wanted"  # the one reason of decline_reasons that is the person's own no


class Event(StrEnum):
    """What a code says."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"


def events_of(state: ReferralState, reason: str, opened_case: bool) -> tuple[Event, ...]:
    """What may be coded of a referral, in the order of the record.

    Nothing while it waits; nothing where the programme, not the person, said no; nothing for a second referral into
    a case that runs.
    """
    if state is ReferralState.ACCEPTED and opened_case:
        return (Event.OFFERED, Event.ACCEPTED)
    if state is ReferralState.DECLINED and reason == BY_THE_PERSON:
        return (Event.OFFERED, Event.DECLINED)
    return ()
