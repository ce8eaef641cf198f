"""Short ways to what a test of this room needs, all through actions."""

import datetime as dt
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.partnerships import actions
from linkwork.partnerships.rules import Level, Part, Sector
from linkwork.testing.cast import NOON

TODAY = NOON.date()


def partner(by: Viewer, name: str = "Hill primary school", sector: Sector = Sector.SCHOOL) -> UUID:
    """A partner."""
    return actions.add_partner(name=name, sector=sector, by=by, at=NOON)


def meeting(by: Viewer, *partner_ids: UUID, starts_at: dt.datetime = NOON - dt.timedelta(hours=2)) -> UUID:
    """A meeting that began two hours ago."""
    return actions.plan_meeting(
        title="Families new to the area", starts_at=starts_at, partner_ids=partner_ids, by=by, at=NOON
    )


def advocacy(by: Viewer, opened_on: dt.date = TODAY - dt.timedelta(days=30)) -> UUID:
    """An open effort."""
    return actions.open_advocacy(
        level=Level.COMMUNITY,
        for_whom="Families without a car",
        ask="A bus stop by the family centre",
        target="The transport office",
        opened_on=opened_on,
        by=by,
        at=NOON,
    )


def activity(by: Viewer, developed: UUID, *joined: UUID) -> UUID:
    """A coffee morning for two months, made with one partner."""
    return actions.begin_activity(
        title="Coffee morning",
        since=TODAY - dt.timedelta(days=60),
        parts={developed: Part.DEVELOPED, **dict.fromkeys(joined, Part.JOINED)},
        purpose="To meet other parents",
        by=by,
        at=NOON,
    )
