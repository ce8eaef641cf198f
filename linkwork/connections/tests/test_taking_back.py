"""A contact that something was done with since is not taken back from under it."""

import pytest

from linkwork.casework import actions as casework
from linkwork.casework import reads as cases
from linkwork.casework.rules.persons import NewNeed
from linkwork.connections import actions
from linkwork.core.errors import Refused
from linkwork.testing.cast import NOON


def test_a_need_that_led_to_a_service_stays(scene):
    contact_id = casework.log_contact(
        case_id=scene.case_id,
        occurred_at=NOON,
        mode="phone",
        needs=[NewNeed("food")],
        by=scene.by,
        at=NOON,
    )
    [need] = [one for one in cases.needs_of(scene.by, scene.case_id) if one.term == "food"]
    actions.signpost(
        case_id=scene.case_id, need_id=need.id, service_id=scene.service_id, by=scene.by, at=NOON
    )
    with pytest.raises(Refused):
        casework.undo_contact(contact_id=contact_id, by=scene.by, at=NOON)
    assert cases.contact(scene.by, contact_id).id == contact_id
    assert need in cases.needs_of(scene.by, scene.case_id)
