"""What stands on the timeline: things that happened, changes of plan, figures, pictures."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import Invalid, NotFound
from linkwork.core.ids import new_id
from linkwork.evaluation.portraits import actions, reads
from linkwork.evaluation.portraits.models import TimelineEvent
from linkwork.evaluation.portraits.rules.events import EventKind, Picture
from linkwork.evaluation.portraits.rules.evidence import FigureKey
from linkwork.evaluation.portraits.tests.world import CONTACTS, World
from linkwork.testing.cast import NOON, Cast

SEEN = Picture("x" * 32 + ".jpg", "image/jpeg", 800, 600, "A chair by a door.", "Rosa", "nobody is in it")
DAY = dt.date(2026, 2, 3)


def put(world: World, **more: Any) -> Any:
    given: dict[str, Any] = {"portrait_id": world.portrait, "happened_on": DAY, "title": "A chair"}
    return actions.add_event(**(given | {"by": world.by, "at": NOON} | more))


def test_each_kind_is_read_again(world: World, cast: Cast) -> None:
    put(world, kind=EventKind.ADAPTATION, detail="The room was lost.", icon="house")
    put(world, kind=EventKind.FIGURE, extract_id=world.extract, figure=CONTACTS)
    put(world, kind=EventKind.PICTURE, picture=SEEN)
    _first, changed, counted, seen = reads.portrait(cast.manager, world.portrait).events
    assert (changed.kind, changed.detail, changed.icon) == (
        EventKind.ADAPTATION,
        "The room was lost.",
        "house",
    )
    assert counted.figure is not None
    assert counted.figure.sentence
    assert seen.picture == SEEN


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": " "}, "title"),
        ({"icon": "skull"}, "icon"),
        ({"detail": "x" * 601}, "detail"),
        ({"kind": EventKind.FIGURE}, "figure"),
        ({"kind": EventKind.FIGURE, "figure": FigureKey("nonsense")}, "figure"),
        ({"kind": EventKind.PICTURE}, "picture"),
        ({"kind": EventKind.PICTURE, "picture": Picture("a", "b", 1, 1, "", "c", "d")}, "alt"),
        ({"kind": EventKind.PICTURE, "picture": Picture("a", "b", 1, 1, "c", "", "d")}, "credit"),
        ({"kind": EventKind.PICTURE, "picture": Picture("a", "b", 1, 1, "c", "d", " ")}, "agreed"),
    ],
)
def test_what_is_missing_is_said(world: World, wrong: dict[str, Any], field: str) -> None:
    if wrong.get("figure"):
        wrong = wrong | {"extract_id": world.extract}
    with pytest.raises(Invalid) as refusal:
        put(world, **wrong)
    assert set(refusal.value.errors) == {field}


def test_a_picture_goes_with_its_event_unless_a_version_shows_it(world: World) -> None:
    event = put(world, kind=EventKind.PICTURE, picture=SEEN)
    assert actions.remove_event(event_id=event, by=world.by, at=NOON) == SEEN.name
    event = put(world, kind=EventKind.PICTURE, picture=SEEN)
    actions.freeze_portrait(portrait_id=world.portrait, by=world.by, at=NOON)
    assert actions.remove_event(event_id=event, by=world.by, at=NOON) == ""
    seen = reads.version(world.by, world.portrait, 1).events[-1].picture
    assert seen == SEEN


def test_a_picture_can_be_withdrawn(world: World) -> None:
    event = put(world, kind=EventKind.PICTURE, picture=SEEN)
    assert actions.withdraw_picture(event_id=event, by=world.by, at=NOON) == SEEN.name
    left = reads.portrait(world.by, world.portrait).events[-1]
    assert (left.picture, left.kind, left.title) == (None, EventKind.EVENT, "A chair")
    for gone in (event, new_id()):
        with pytest.raises(NotFound):
            actions.withdraw_picture(event_id=gone, by=world.by, at=NOON)


def test_the_database_wants_a_picture_told_and_a_figure_whole(world: World) -> None:
    event = put(world)
    for wrong in ({"picture": "x.jpg", "alt": "A chair."}, {"extract_id": world.extract}, {"title": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            TimelineEvent.objects.filter(id=event).update(**wrong)
