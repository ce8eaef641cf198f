"""What is an appointment, when is somebody reminded of it, and which times may be proposed?"""

import datetime as dt
from collections.abc import Collection
from enum import StrEnum

MOST_TIMES = 3
LONGEST = 12 * 60  # minutes


class AppointmentKind(StrEnum):
    """What is done then."""

    INTRODUCTION = "introduction"  # a warm handover: the worker introduces the person
    AT_SERVICE = "at_service"
    WITH_US = "with_us"
    CALL = "call"


class AppointmentState(StrEnum):
    """An appointment is planned or called off; what came of it is asked of whoever was there."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


class Attended(StrEnum):
    """Whether the person came."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


def reminder_is_due(
    state: AppointmentState,
    starts_at: dt.datetime,
    at: dt.datetime,
    *,
    hours: int,
    reminded_at: dt.datetime | None,
) -> bool:
    """Whether it is time to remind: within `hours` before it, once, and never of what is called off or begun."""
    planned = state is AppointmentState.PLANNED and reminded_at is None
    return planned and at < starts_at <= at + dt.timedelta(hours=hours)


def is_to_ask(
    state: AppointmentState, ends_at: dt.datetime, attended: Attended | None, at: dt.datetime
) -> bool:
    """Whether it is over and nobody has said if the person came."""
    return state is AppointmentState.PLANNED and attended is None and ends_at <= at


def times_fit(times: Collection[dt.datetime], at: dt.datetime) -> bool:
    """Whether these may be proposed: one to three, each another one, all ahead."""
    return 1 <= len(times) <= MOST_TIMES and len(set(times)) == len(times) and min(times) > at
