"""A case, its plan, the person by their own link."""

import pytest

from linkwork.casework import actions, reads
from linkwork.casework.tests import scenes
from linkwork.programmes import actions as programmes
from linkwork.testing.cast import NOON


@pytest.fixture
def case_id(cast):
    return scenes.case(cast)


@pytest.fixture
def plan_id(cast, case_id):
    return actions.open_plan(case_id=case_id, by=cast.worker, at=NOON)


@pytest.fixture
def me(cast, case_id):
    """The person, by their own link."""
    return reads.own_page(actions.make_person_link(case_id=case_id, by=cast.worker, at=NOON), NOON).viewer


@pytest.fixture
def approval(cast):
    programmes.set_plan_rules(plans_need_approval=True, reopen_within_days=28, by=cast.manager, at=NOON)
