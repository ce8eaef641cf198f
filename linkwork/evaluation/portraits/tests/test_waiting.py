"""Which portraits wait for an adviser?"""

import datetime as dt

import pytest
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import NotAllowed
from linkwork.evaluation.portraits import actions, reads
from linkwork.evaluation.portraits.reads.waiting import waiting
from linkwork.evaluation.portraits.tests.world import World
from linkwork.testing.cast import NOON, Cast

LATER = NOON + dt.timedelta(days=3)


def share(world: World, at: dt.datetime) -> None:
    actions.share_portrait(portrait_id=world.portrait, shared=True, by=world.by, at=at)


def sign(world: World, cast: Cast, at: dt.datetime) -> None:
    now = reads.portrait(cast.adviser, world.portrait).fingerprint
    actions.sign_off(portrait_id=world.portrait, fingerprint=now, by=cast.adviser, at=at)


def test_a_portrait_waits_from_sending_to_signing(
    world: World, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    assert waiting(cast.adviser) == []
    share(world, NOON)
    actions.comment(portrait_id=world.portrait, statement_id=None, text="Whose?", by=cast.adviser, at=NOON)
    with django_assert_num_queries(1):
        (one,) = waiting(cast.adviser)
    assert (one.id, one.shared_at, one.comments) == (world.portrait, NOON, 1)
    sign(world, cast, NOON)
    assert waiting(world.by) == []


def test_sending_it_again_asks_again(world: World, cast: Cast) -> None:
    share(world, NOON)
    sign(world, cast, NOON)
    actions.share_portrait(portrait_id=world.portrait, shared=False, by=world.by, at=LATER)
    share(world, LATER)
    (one,) = waiting(cast.adviser)
    assert (one.shared_at, one.comments) == (LATER, 0)


def test_others_are_not_told(world: World, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        waiting(cast.worker)
