"""Anchor: the same message twice changes nothing."""

from django.apps import apps

from linkwork.casework import actions
from linkwork.casework.rules.persons import PersonDetails
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail


def rows_of_casework(cast):
    """Every row of the room, by table and id."""
    return {
        (model.__name__, row.pk): {
            field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields
        }
        for model in apps.get_app_config("casework").get_models()
        for row in model._default_manager.filter(programme_id=cast.programme_id)
    }


def test_no_double_a_referral_replayed_changes_nothing(cast):
    message = {
        "details": PersonDetails(given_name="Maryam", family_name="Al-Amin"),
        "source": "hospital",
        "wants": "Company",
        "outside": ("urn:hospital", "R-17"),
        "by": cast.manager,
    }
    first = actions.receive_referral(**message, at=NOON)
    before, steps = rows_of_casework(cast), trail.steps_about(cast.manager, first)
    assert actions.receive_referral(**message, at=NOON) == first
    assert rows_of_casework(cast) == before
    assert trail.steps_about(cast.manager, first) == steps
    actions.accept_referral(referral_id=first, worker_id=cast.worker.id, by=cast.manager, at=NOON)
    before = rows_of_casework(cast)
    assert actions.receive_referral(**message, at=NOON) == first  # also once it was answered
    assert rows_of_casework(cast) == before
