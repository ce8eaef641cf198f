"""Are codings put together that stand for each other, and is it said rightly how they differ?"""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwork.evaluation.coding.rules.differences import Seen, Sort, nearness, places, sort_of

CODERS = ("one", "other", "third")


def saw(coder: str, start: int, end: int, codes: str = "a", weight: str = "+") -> Seen:
    return Seen(f"{coder}{start}-{end}{codes}{weight}", coder, start, end, frozenset(codes), weight)


@pytest.mark.parametrize(
    ("other", "sort"),
    [
        (saw("other", 10, 20), Sort.SAME),
        (saw("other", 10, 20, weight="-"), Sort.WEIGHT),
        (saw("other", 12, 25), Sort.BOUNDARY),
        (saw("other", 10, 20, "ab"), Sort.CODE),
        (saw("other", 10, 20, "b"), Sort.CODE),
    ],
)
def test_two_codings_of_one_place(other: Seen, sort: Sort) -> None:
    (place,) = places([other, saw("one", 10, 20)], CODERS[:2])
    assert place.sort is sort
    assert [one.coder for one in place.members] == ["one", "other"]
    assert (place.start, place.end) == (10, max(20, other.end))


def test_what_only_touches_or_hardly_overlaps_without_a_code_in_common_stands_alone() -> None:
    for other in (saw("other", 20, 30), saw("other", 14, 30, "b"), saw("other", 0, 9, "b")):
        found = places([saw("one", 10, 20), other], CODERS[:2])
        assert [one.sort for one in found] == [Sort.ONLY, Sort.ONLY]


def test_a_long_passage_does_not_swallow_the_short_ones_in_it() -> None:
    long, short = saw("one", 0, 100, "a"), saw("one", 40, 50, "b")
    theirs = saw("other", 41, 52, "b")
    assert [one.keys for one in places([long, short, theirs], CODERS[:2])] == [
        (long.key,),
        tuple(sorted((short.key, theirs.key))),
    ]


def test_the_same_goes_before_the_similar() -> None:
    a, near, same = saw("one", 0, 10), saw("other", 0, 12), saw("other", 0, 10)
    found = places([a, near, same], CODERS[:2])
    assert {place.keys for place in found} == {tuple(sorted((a.key, same.key))), (near.key,)}


def test_three_coders_two_of_whom_saw_it() -> None:
    found = places([saw("one", 0, 10), saw("third", 0, 10)], CODERS)
    assert [one.sort for one in found] == [Sort.ONLY]
    assert sort_of([saw(coder, 0, 10) for coder in CODERS], 3) is Sort.SAME


def test_a_digest_changes_with_anything_said() -> None:
    base = saw("one", 0, 10)
    changed = [
        Seen(base.key, "one", 0, 10, frozenset("b"), "+"),
        Seen(base.key, "one", 0, 11, frozenset("a"), "+"),
        Seen(base.key, "one", 0, 10, frozenset("a"), "-"),
    ]
    digests = {places([one], CODERS)[0].digest for one in (base, *changed)}
    assert len(digests) == 4


SEEN = st.builds(
    lambda number, coder, start, length, codes, weight: Seen(
        f"k{number}", coder, start, start + length, codes, weight
    ),
    st.integers(0, 10_000),
    st.sampled_from((*CODERS, "stranger")),
    st.integers(0, 30),
    st.integers(1, 15),
    st.frozensets(st.sampled_from("ab"), min_size=1),
    st.sampled_from("+-"),
)
TEXTS = st.lists(SEEN, max_size=12, unique_by=lambda one: one.key)


def slowly(seen: list[Seen]) -> list[frozenset[str]]:
    """All pairs compared, the surest joined first."""
    order = {coder: number for number, coder in enumerate(CODERS)}
    rows = sorted(
        (one for one in seen if one.coder in order),
        key=lambda one: (one.start, one.end, order[str(one.coder)], one.key),
    )
    groups = [{row} for row in rows]
    pairs = [
        (near, a, b) for a, b in combinations(range(len(rows)), 2) if (near := nearness(rows[a], rows[b]))
    ]
    for _near, a, b in sorted(pairs, key=lambda pair: (-pair[0][0], -pair[0][1], pair[1], pair[2])):
        one, other = (next(group for group in groups if rows[n] in group) for n in (a, b))
        if one is not other and {row.coder for row in one}.isdisjoint(row.coder for row in other):
            one |= other
            groups.remove(other)
    return [frozenset(row.key for row in group) for group in groups]


@given(TEXTS)
def test_places_are_their_slow_twin(seen: list[Seen]) -> None:
    found = places(seen, CODERS)
    assert {frozenset(one.keys) for one in found} == set(slowly(seen))
    assert sum(len(one.members) for one in found) == sum(one.coder in CODERS for one in seen)
    for place in found:
        assert len({one.coder for one in place.members}) == len(place.members)
    assert places(list(reversed(seen)), CODERS) == found
