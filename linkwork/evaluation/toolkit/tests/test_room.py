"""Composing a recommendation, publishing and withdrawing it, who may."""

from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.evaluation.portraits import actions as portraits
from linkwork.evaluation.portraits.tests.world import OPEN_WORDS, World, say
from linkwork.evaluation.toolkit import access, actions, reads
from linkwork.evaluation.toolkit.models import Recommendation
from linkwork.evaluation.toolkit.rules.kinds import Audience, State
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON, Cast

WORDS: dict[str, Any] = {
    "title": "Give the worker a room people pass",
    "advice": "Ask for a door near the waiting room.",
    "stage": Stage.INITIATION,
    "audience": Audience.PRACTICE,
}


def compose(world: World, **changes: Any) -> UUID:
    given = WORDS | {"statements": [world.statement], "by": world.by, "at": NOON}
    return actions.compose(**(given | changes))


def publish(world: World, recommendation: UUID) -> None:
    actions.publish(recommendation_id=recommendation, by=world.by, at=NOON)


def test_a_recommendation_rests_on_statements(world: World, cast: Cast) -> None:
    compose(
        world,
        barrier="Nobody knows the worker.",
        checklist=["A key", "  ", "A name on the door "],
        statements=[world.statement, world.bare, world.statement],
    )
    (card,) = reads.recommendations(cast.manager)
    assert (card.title, card.stage, card.audience) == (WORDS["title"], Stage.INITIATION, Audience.PRACTICE)
    assert card.checklist == ("A key", "A name on the door")
    assert card.statement_ids == (world.statement, world.bare)
    assert (card.state, card.is_opinion) == (State.DRAFT, False)


def test_strategies_have_their_names(world: World) -> None:
    strategy = reads.strategies()[0]
    one = compose(world, strategies=[strategy[0]])
    assert reads.recommendation(world.by, one).strategies == (strategy,)


def test_a_draft_is_said_anew(world: World) -> None:
    one = compose(world)
    actions.change(
        recommendation_id=one,
        **(WORDS | {"title": "A room", "audience": Audience.FUNDER}),
        by=world.by,
        at=NOON,
    )
    card = reads.recommendation(world.by, one)
    assert (card.title, card.audience, card.is_opinion) == ("A room", Audience.FUNDER, True)


def test_publishing_and_withdrawing(world: World) -> None:
    one = compose(world)
    publish(world, one)
    assert reads.recommendation(world.by, one).state is State.PUBLISHED
    with pytest.raises(IllegalStep):
        publish(world, one)
    with pytest.raises(Refused):
        actions.change(recommendation_id=one, **WORDS, by=world.by, at=NOON)
    actions.withdraw(recommendation_id=one, by=world.by, at=NOON)
    assert reads.recommendation(world.by, one).state is State.DRAFT
    with pytest.raises(IllegalStep):
        actions.withdraw(recommendation_id=one, by=world.by, at=NOON)


@pytest.mark.parametrize("where", ["advice", "statement", "checklist"])
def test_nobodys_name_goes_public(world: World, where: str) -> None:
    said = "Ask Amal first."
    if where == "statement":
        one = compose(world, statements=[say(world.by, world.portrait, said)])
    else:
        one = compose(world, **{where: [said] if where == "checklist" else said})
    with pytest.raises(Refused):
        publish(world, one)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 161}, "title"),
        ({"advice": ""}, "advice"),
        ({"barrier": "x" * 301}, "barrier"),
        ({"strategies": ["wishful-thinking"]}, "strategies"),
        ({"checklist": ["x"] * 21}, "checklist"),
        ({"checklist": ["x" * 201]}, "checklist"),
        ({"statements": [new_id()]}, "statements"),
    ],
)
def test_what_is_entered_is_checked(world: World, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        compose(world, **changes)
    assert set(refusal.value.errors) == {field}


def test_titles_are_free(world: World) -> None:
    one = compose(world)
    with pytest.raises(Invalid):
        compose(world)
    actions.change(recommendation_id=one, **WORDS, by=world.by, at=NOON)  # its own title is free to itself


def test_a_statement_under_a_recommendation_stays(world: World) -> None:
    compose(world)
    with pytest.raises(Refused):
        portraits.remove_statement(statement_id=world.statement, by=world.by, at=NOON)


def test_an_edition_holds_what_is_published(world: World, cast: Cast) -> None:
    publish(world, compose(world))
    compose(world, title="A draft")
    found = reads.edition(cast.manager)
    assert [one.title for one in found.advice] == [WORDS["title"]]
    assert [one.evidence.quotes[0].text for one in found.findings] == [OPEN_WORDS]
    assert found.about.stages == (
        ("initiation", found.about.stages[0][1]),
        ("operation", found.about.stages[1][1]),
    )
    assert "Amal Haddad" in found.names
    assert found.findings[0].signed_on is None
    portraits.share_portrait(portrait_id=world.portrait, shared=True, by=world.by, at=NOON)
    now = reads.statement_choices(cast.adviser)[0].fingerprint
    portraits.sign_off(portrait_id=world.portrait, fingerprint=now, by=cast.adviser, at=NOON)
    assert reads.edition(world.by).findings[0].signed_on == NOON.date()


def test_who_may(world: World, cast: Cast) -> None:
    for viewer in (cast.manager, cast.adviser, cast.worker):
        assert not access.may_compose(viewer)
        with pytest.raises(NotAllowed):
            compose(world, by=viewer)
        with pytest.raises(NotAllowed):
            actions.publish(recommendation_id=new_id(), by=viewer, at=NOON)
    assert access.may_read(cast.adviser)
    with pytest.raises(NotAllowed):
        reads.recommendations(cast.worker)


def test_nothing_is_found_next_door(world: World, cast: Cast) -> None:
    one = compose(world)
    with pytest.raises(NotFound):
        reads.recommendation(cast.outsider, one)
    with pytest.raises(NotFound):
        publish(world, new_id())


def test_the_database_wants_words(world: World) -> None:
    compose(world)
    with pytest.raises(IntegrityError), transaction.atomic():
        Recommendation.objects.update(advice="")


def test_the_questions_do_not_grow(
    world: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        publish(world, compose(world, title=f"Number {number}"))
    with django_assert_max_num_queries(1):
        reads.recommendations(world.by)
    with django_assert_max_num_queries(10):
        reads.edition(world.by)
