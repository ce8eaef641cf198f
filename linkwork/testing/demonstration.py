"""A small programme that says it is a demonstration, for pages that are shown only there."""

import datetime as dt
from uuid import UUID

from linkwork.core.viewer import Role, system
from linkwork.programmes import actions
from linkwork.programmes.rules import Model
from linkwork.testing.cast import NOON, PASSWORD


def build_demonstration() -> UUID:
    """The id of a demonstration programme with one worker, show@example.org with the cast's PASSWORD."""
    made = actions.create_programme(
        name="Shown to visitors",
        model=Model.LINK_WORK,
        worker_word="link worker",
        person_word="person",
        people_word="people",
        demonstration=True,
        by=system(None),
        at=NOON,
    )
    by = system(made)
    login = actions.create_login(email="show@example.org", password=PASSWORD, by=by, at=NOON)
    since = dt.date(2025, 9, 1)
    actions.add_worker(name="Show", roles=[Role.WORKER], since=since, login_id=login, by=by, at=NOON)
    return made
