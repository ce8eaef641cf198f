"""Making a room's tables in one go."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState, StateApps


class AtOnce(Operation):
    """Several operations as one, so that Django does not draw up its picture of all tables anew for each of them.

    Every row belongs to a programme, so each new table is related to all others: half a minute of a first start.
    """

    reduces_to_sql = True

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = list(operations)

    @property
    def reversible(self) -> bool:  # type: ignore[override]
        """Whether all of them are."""
        return all(operation.reversible for operation in self.operations)

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        """For Django's own writer."""
        return self.__class__.__qualname__, [self.operations], {}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Say what is new. Where it is tables alone they are drawn into the picture; else it is forgotten."""
        picture = state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)
        new = [one.name_lower for one in self.operations if isinstance(one, CreateModel)]
        if picture is not None and len(new) == len(self.operations) and _is_own(picture):
            picture.render_multiple([state.models[app_label, name] for name in new])
            state.apps = picture

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Each in its order, from one picture."""
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Each in the order turned round."""
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """What `migrate --plan` says."""
        return f"Make {len(self.operations)} tables at once"


class InSql(Operation):
    """What the database itself must keep: two functions of the schema editor, one does it, one takes it back.

    They ask nothing of Django's picture of the tables, which Django draws anew for its own `RunPython`.
    """

    reduces_to_sql = True

    def __init__(self, do: Callable[[Any], None], undo: Callable[[Any], None]) -> None:
        self.do, self.undo = do, undo

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The picture stays as it is."""

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Do it."""
        self.do(schema_editor)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Take it back."""
        self.undo(schema_editor)


def _is_own(picture: StateApps) -> bool:
    """Whether these tables were drawn for this picture. In a copy, as going back needs, they know only the first."""
    return all(model._meta.apps is picture for model in picture.get_models())
