"""Which efforts for single people are alike: never more than they share, and each in one pattern only."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwork.core.ids import new_id
from linkwork.partnerships.rules import Alike, Level, Obstacle, Single, patterns, target_key

pytestmark = pytest.mark.rules


def single(target: str = "office", need: str = "", *obstacles: Obstacle, whom: UUID | None = None) -> Single:
    one = new_id()
    return Single(one, whom or one, target, target.title(), need, frozenset(obstacles))


def test_three_people_at_one_place_with_one_obstacle() -> None:
    group = [single("office", "housing", Obstacle.POWER) for _ in range(3)]
    [found] = patterns([*group, single("school", "", Obstacle.POWER)])
    assert (found.alike, found.level) == (Alike.TARGET_AND_OBSTACLE, Level.ORGANISATIONAL)
    assert (found.target_name, found.obstacle, found.people) == ("Office", Obstacle.POWER, 3)
    assert set(found.ids) == {one.id for one in group}


def test_the_same_person_counts_once() -> None:
    whom = new_id()
    assert patterns([single("office", "", Obstacle.POWER, whom=whom) for _ in range(5)]) == []


def test_one_need_at_many_places_is_for_the_community() -> None:
    group = [single(name, "transport", Obstacle.SETTING) for name in ("a", "b", "c")]
    [found] = patterns(group)
    assert (found.alike, found.level) == (Alike.NEED_AND_OBSTACLE, Level.COMMUNITY)
    assert (found.target_name, found.need) == ("", "transport")


def test_one_need_at_one_place_whatever_stood_in_the_way() -> None:
    [found] = patterns([single("office", "housing") for _ in range(3)])
    assert (found.alike, found.level, found.obstacle) == (
        Alike.TARGET_AND_NEED,
        Level.ORGANISATIONAL,
        None,
    )


def test_what_nobody_put_into_a_word_is_no_pattern() -> None:
    assert patterns([single("office", "", Obstacle.OTHER) for _ in range(9)]) == []


def test_those_who_are_asked_are_told_apart_however_they_are_written() -> None:
    partner = new_id()
    assert target_key(None, "The Town  Hall") == target_key(None, "the town hall")
    assert target_key(partner, "Town hall") == str(partner)


some = st.builds(
    single,
    st.sampled_from(["a", "b"]),
    st.sampled_from(["", "food"]),
    st.sampled_from(list(Obstacle)),
)


@given(st.lists(some, max_size=14), st.integers(2, 4))
def test_each_effort_is_in_one_pattern_at_most_and_the_order_does_not_matter(
    singles: list[Single], people: int
) -> None:
    found = patterns(singles, people)
    ids = [one for pattern in found for one in pattern.ids]
    assert len(ids) == len(set(ids))
    assert all(pattern.people >= people for pattern in found)
    assert patterns(list(reversed(singles)), people) == found
