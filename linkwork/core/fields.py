"""The one field class that keeps a foreign key inside its programme.

A join on the id alone is right on one server and impossible on a distributed one (Citus refuses a join that does
not carry the distribution key). So every key between rows of a programme also joins on the programme.
"""

from typing import Any

from django.db import models
from django.db.models.lookups import Exact
from django.db.models.sql.where import AND, WhereNode


class ProgrammeKey(models.ForeignKey):  # type: ignore[type-arg]
    """A ForeignKey whose joins and look-ups state the programme on both sides.

    Both models must have a `programme` foreign key. Deleting protects by default: records are closed, not removed.
    """

    def __init__(self, to: Any, on_delete: Any = models.PROTECT, **options: Any) -> None:
        super().__init__(to, on_delete, **options)

    def get_extra_restriction(self, alias: str | None, related_alias: str | None) -> Any:
        """The second half of the join: the programmes are equal. Called by Django's SQL compiler."""
        if not (alias and related_alias):
            return None
        near: Any = self.model._meta.get_field("programme")
        far: Any = self.related_model._meta.get_field("programme")
        same: Any = Exact(near.get_col(related_alias), far.get_col(alias))
        return WhereNode([same], connector=AND)

    def get_extra_descriptor_filter(self, instance: Any) -> dict[str, Any]:
        """Following the key from a loaded row also names the programme."""
        return {"programme_id": instance.programme_id}
