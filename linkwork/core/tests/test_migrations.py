"""Tables made at once leave Django the same picture as tables made one by one."""

from typing import Any

from django.db import models
from django.db.migrations.operations import AddField, CreateModel
from django.db.migrations.state import ProjectState

from linkwork.core.migrations import AtOnce, InSql


def table(name: str, to: str = "") -> CreateModel:
    key = [("to", models.ForeignKey(to, models.PROTECT))] if to else []
    return CreateModel(name, [("id", models.AutoField(primary_key=True)), *key])


HOST = AtOnce([table("Host")])
MORE = AtOnce([table("Guest", "house.host"), table("Gift", "house.guest")])
WIDER = AtOnce([AddField("host", "kind", models.IntegerField(null=True)), table("Room", "house.host")])


def drawn(state: ProjectState) -> dict[str, Any]:
    """Each table of the picture, with its columns and the tables that point at it."""
    return {
        model.__name__: (
            {field.name for field in model._meta.local_fields},
            {one.related_model.__name__ for one in model._meta.related_objects},
        )
        for model in state.apps.get_models()
    }


def one_by_one(*steps: AtOnce) -> ProjectState:
    state = ProjectState()
    for step in steps:
        for operation in step.operations:
            operation.state_forwards("house", state)
    return state


def test_new_tables_are_drawn_into_the_picture_that_is_there() -> None:
    state = ProjectState()
    picture = state.apps
    for step in (HOST, MORE):
        step.state_forwards("house", state)
    assert state.apps is picture
    assert drawn(state) == drawn(one_by_one(HOST, MORE))


def test_a_changed_table_has_the_picture_drawn_anew() -> None:
    state = one_by_one(HOST, MORE)
    picture = state.apps
    WIDER.state_forwards("house", state)
    assert state.apps is not picture
    assert drawn(state) == drawn(one_by_one(HOST, MORE, WIDER))


def test_a_copy_of_the_picture_is_not_drawn_into() -> None:
    first = one_by_one(HOST)
    assert drawn(first)
    copy = first.clone()
    MORE.state_forwards("house", copy)
    assert drawn(copy) == drawn(one_by_one(HOST, MORE))
    assert drawn(first) == drawn(one_by_one(HOST))


def test_what_is_told_in_sql_asks_for_no_picture() -> None:
    said: list[object] = []
    step = InSql(lambda *asked: said.append(("make", *asked)), lambda *asked: said.append(("drop", *asked)))
    before, after = ProjectState(), ProjectState()
    step.database_forwards("house", "editor", before, after)
    step.database_backwards("house", "editor", after, before)
    assert said == [("make", "editor"), ("drop", "editor")]
    assert not {"apps"} & {*vars(before), *vars(after)}
