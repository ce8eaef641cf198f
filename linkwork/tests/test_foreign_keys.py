"""A foreign key given as a string crosses floors unseen by any import check: so the registered models are walked."""

from typing import Any

import pytest
from django.apps import apps
from django.db import models

from linkwork.core.fields import ProgrammeKey
from linkwork.programmes.tenancy import ProgrammeRow
from linkwork.testing.house import FLOORS, floor_of, room_of

OUR_MODELS = [model for model in apps.get_models() if model.__module__.startswith("linkwork.")]


def upward_keys(found: list[type[models.Model]]) -> list[str]:
    """Each foreign key that points to a higher floor, or to another room of the same floor."""
    wrong = []
    for model in found:
        for field in model._meta.get_fields():
            target: Any = getattr(field, "related_model", None)
            if not isinstance(field, models.ForeignKey) or target is None:
                continue
            near, far = room_of(model.__module__), room_of(target.__module__)
            if far and near != far and floor_of(far) >= floor_of(near):
                wrong.append(f"{model.__name__}.{field.name} points from {near} to {far}")
    return wrong


def test_no_foreign_key_points_up() -> None:
    assert upward_keys(OUR_MODELS) == []


def test_a_planted_upward_key_is_found() -> None:
    class Planted(models.Model):
        up = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="+")

        class Meta:
            app_label = "trail"
            managed = False

    Planted.__module__ = "linkwork.trail.models"
    try:
        assert upward_keys([Planted]) == ["Planted.up points from trail to programmes"]
    finally:
        del apps.all_models["trail"]["planted"]
        apps.clear_cache()


def test_every_room_with_tables_stands_on_a_floor() -> None:
    rooms = {room_of(model.__module__) for model in OUR_MODELS}
    assert rooms <= {room for floor in FLOORS for room in floor}


@pytest.mark.parametrize("model", OUR_MODELS, ids=lambda model: model._meta.label)
def test_rows_of_a_programme_state_it(model: type[models.Model]) -> None:
    """Keys between rows of a programme join on programme and id; unique keys include the programme (Citus)."""
    if not issubclass(model, ProgrammeRow):
        return
    for field in model._meta.fields:
        far: Any = field.related_model
        if isinstance(field, models.ForeignKey) and isinstance(far, type) and issubclass(far, ProgrammeRow):
            assert isinstance(field, ProgrammeKey), f"{model.__name__}.{field.name} must be a ProgrammeKey"
        if field.unique and not field.primary_key:
            pytest.fail(f"{model.__name__}.{field.name} is unique without its programme")
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            assert "programme" in constraint.fields, f"{constraint.name} leaves the programme out"
