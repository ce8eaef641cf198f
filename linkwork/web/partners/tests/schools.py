"""A school to meet, and letters written for people."""

import datetime as dt
from uuid import UUID

from linkwork.casework import actions as casework
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.viewer import Viewer
from linkwork.partnerships import actions
from linkwork.partnerships.rules import Level, Method, Obstacle, Sector
from linkwork.testing.cast import Cast

NOW = dt.datetime.now(dt.UTC)
TODAY = NOW.date()
DAY = dt.timedelta(days=1)


def school(cast: Cast) -> UUID:
    partner_id = actions.add_partner(
        name="Hill primary school", sector=Sector.SCHOOL, by=cast.worker, at=NOW - 90 * DAY
    )
    actions.add_contact(
        partner_id=partner_id, name="Reed", email="reed@example.org", by=cast.worker, at=NOW - 90 * DAY
    )
    return partner_id


def case(by: Viewer, name: str) -> UUID:
    return casework.start_case(
        details=PersonDetails(given_name=name, family_name="Aziz"),
        source="self",
        worker_id=by.id,
        by=by,
        at=NOW,
    )


def letters(cast: Cast, number: int) -> list[UUID]:
    found = []
    for place in range(number):
        action_id = actions.open_advocacy(
            level=Level.INDIVIDUAL,
            case_id=case(cast.worker, f"Ada{place}"),
            need="housing",
            ask="A flat without mould",
            target="The housing office",
            opened_on=TODAY - 30 * DAY,
            by=cast.worker,
            at=NOW,
        )
        actions.add_attempt(
            action_id=action_id,
            made_on=TODAY - 9 * DAY,
            method=Method.LETTER,
            obstacle_kind=Obstacle.POWER,
            obstacle="One person decides",
            by=cast.worker,
            at=NOW,
        )
        found.append(action_id)
    return found
