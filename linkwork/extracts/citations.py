"""Who cites an extract? Every table, of whatever room, that keeps an `extract_id`.

The gate knows no room above it; it knows how they cite: by the extract's id, in a column of that name.
"""

from uuid import UUID

from django.apps import apps
from django.db import models

CITES = "extract_id"


def citing_tables() -> list[type[models.Model]]:
    """The tables that cite extracts."""
    return [
        model
        for model in apps.get_models()
        if any(field.attname == CITES for field in model._meta.concrete_fields)
    ]


def citations(programme_id: UUID, extract_id: UUID) -> int:
    """How many rows of the programme cite the extract."""
    return sum(
        model._default_manager.filter(programme_id=programme_id, extract_id=extract_id).count()
        for model in citing_tables()
    )
