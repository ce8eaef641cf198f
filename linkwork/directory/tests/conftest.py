"""A small invented directory around the cast's place."""

import datetime as dt
from uuid import UUID

import pytest

from linkwork.directory import actions
from linkwork.directory.rules.kinds import ConfirmedBy
from linkwork.testing.cast import MELBOURNE, NOON, Cast

TODAY = NOON.date()


def at(days: int) -> dt.datetime:
    """Noon, so many days before the cast's day."""
    return NOON - dt.timedelta(days=days)


@pytest.fixture
def shelf(cast: Cast) -> dict[str, UUID]:
    """Five services: a fresh café, a stale food bank, a helpline, a garden with prose hours, a far walk."""
    by = cast.manager
    made = {
        "cafe": actions.add_service(
            name="Language café",
            organisation="Elm Street library",
            description="Talk over coffee with neighbours who learn the language.",
            place=MELBOURNE,
            address="1 Elm Street",
            hours_text="Tuesday 10am to 12 noon",
            cost="Free",
            languages=("en", "ar"),
            by=by,
            at=at(300),
        ),
        "food": actions.add_service(
            name="Harbour food bank",
            organisation="Harbour trust",
            description="Food parcels, and coffee while you wait.",
            category="Food",
            place=(MELBOURNE[0] + 0.03, MELBOURNE[1]),
            hours_text="Mon–Fri 9am–5pm",
            cost="A gold coin donation",
            by=by,
            at=at(800),
        ),
        "line": actions.add_service(
            name="Night line", description="Somebody to talk to.", phone="1800 000 000", by=by, at=at(20)
        ),
        "garden": actions.add_service(
            name="Elm Street garden",
            description="Grow vegetables together.",
            place=(MELBOURNE[0], MELBOURNE[1] + 0.01),
            hours_text="Most mornings, ask at the gate",
            by=by,
            at=at(20),
        ),
        "far": actions.add_service(
            name="Coffee on the coast",
            description="A walking group that ends with coffee.",
            place=(MELBOURNE[0] - 0.5, MELBOURNE[1]),
            cost="$5",
            by=by,
            at=at(20),
        ),
    }
    for name, how, days in (
        ("cafe", ConfirmedBy.PHONE, 10),
        ("food", ConfirmedBy.VISIT, 500),
        ("garden", ConfirmedBy.PROVIDER, 200),
    ):
        actions.confirm_service(service_id=made[name], how=how, by=by, at=at(days))
    return made
