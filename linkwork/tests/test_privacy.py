"""Each field says how private it is and why it is kept."""

import pytest
from django.apps import apps
from django.db import models

from linkwork.core.privacy import Kept

OUR_MODELS = [model for model in apps.get_models() if model.__module__.startswith("linkwork.")]


@pytest.mark.parametrize("model", OUR_MODELS, ids=lambda model: model._meta.label)
def test_each_field_is_declared(model: type[models.Model]) -> None:
    declared = getattr(model, "privacy", {})
    fields = {field.name for field in model._meta.fields}
    assert fields - set(declared) == set(), f"{model.__name__}: say how private these fields are"
    assert set(declared) - fields == set(), f"{model.__name__}: these fields are gone, or misspelt"
    for name, value in declared.items():
        assert isinstance(value, Kept)
        assert len(value.why) > 5, f"{model.__name__}.{name}: say what it is kept for"
