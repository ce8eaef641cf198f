"""Does a tree of codes keep its order, and refuse what could not be read?"""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwork.evaluation.coding.rules.methods import Method, has_phase
from linkwork.evaluation.coding.rules.own import (
    below,
    frame_id_of,
    in_tree_order,
    list_id_of,
    may_hang_under,
    next_colour,
    uuid_of,
)

pytestmark = pytest.mark.rules
LIST = UUID("01a20380-d70d-77ba-8aae-f987a0afe2f3")


def test_an_own_list_is_named_and_found_again() -> None:
    assert frame_id_of(LIST) == f"own-{LIST.hex}"
    assert list_id_of(frame_id_of(LIST)) == LIST
    for wrong in ("npt", "own-", "own-x", f"own-{LIST}"):
        assert list_id_of(wrong) is None
    assert uuid_of(LIST.hex.upper()) is None


def test_codes_come_after_what_they_hang_under() -> None:
    parents = {"b1": "b", "a": None, "b": None, "b2": "b", "lost": "nowhere"}
    assert in_tree_order(parents) == [
        ("a", "a", 0),
        ("b", "b", 0),
        ("b1", "b", 1),
        ("b2", "b", 1),
        ("lost", "lost", 0),
    ]
    assert below(parents, "b") == {"b", "b1", "b2"}


def test_nothing_hangs_under_itself_or_too_deep() -> None:
    chain: dict[int, int | None] = {0: None, 1: 0, 2: 1, 3: 2, 4: 3, 5: 4, 9: None}
    assert may_hang_under(chain, 9, None)
    assert may_hang_under(chain, 9, 4)
    assert not may_hang_under(chain, 9, 5)
    assert not may_hang_under(chain, 0, 3)
    assert not may_hang_under(chain, 0, 9)


@given(st.lists(st.integers(-1, 20), max_size=20))
def test_every_code_is_there_once(drawn: list[int]) -> None:
    parents = {n: one if 0 <= one < n else None for n, one in enumerate(drawn)}
    order = [one for one, _, _ in in_tree_order(parents)]
    assert sorted(order) == list(parents)
    for one, parent in parents.items():
        if parent is not None:
            assert order.index(parent) < order.index(one)


def test_the_least_used_colour_comes_next() -> None:
    assert next_colour([]) == 1
    assert next_colour([1, 2, 2, 3, 4, 5, 6, 7, 8]) == 1
    assert next_colour([1, 1, 3]) == 2


def test_a_method_has_its_own_phases() -> None:
    assert has_phase(Method.THEMATIC, "search_themes")
    assert not has_phase(Method.RAPID, "search_themes")
