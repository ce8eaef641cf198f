"""Do tables count what a slow and plain count of characters counts?"""

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linkwork.evaluation.coding.rules import stretches as rules_of_stretches
from linkwork.evaluation.coding.rules.meeting import Passage, meetings
from linkwork.evaluation.coding.rules.tables.asked import (
    Across,
    Asked,
    Count,
    Kind,
    Near,
    as_kept,
    from_kept,
    settled,
)
from linkwork.evaluation.coding.rules.tables.crossing import Mark, cross, merged, words_between
from linkwork.evaluation.coding.rules.tables.together import coefficient, taking_part, together
from linkwork.evaluation.coding.rules.tables.wording import begins, counted, places

CODES = "abcd"
MARKS = st.lists(
    st.tuples(
        st.sampled_from("xy"),
        st.integers(0, 30),
        st.integers(1, 9),
        st.frozensets(st.sampled_from(CODES), min_size=1),
    ),
    max_size=12,
).map(lambda some: [Mark(n, text, at, at + long, rows) for n, (text, at, long, rows) in enumerate(some)])


def slow_passages(marks, code, text):
    """Sets of codings under one code that share characters, by joining until nothing changes."""
    groups = [{mark.key} for mark in marks if mark.text == text and code in mark.rows]
    covers = {mark.key: set(range(mark.start, mark.end)) for mark in marks}
    changed = True
    while changed:
        changed = False
        for one, other in product(groups, groups):
            if one is not other and any(covers[a] & covers[b] for a in one for b in other):
                one |= other
                groups.remove(other)
                changed = True
                break
    return [sorted(set().union(*(covers[key] for key in group))) for group in groups]


@settings(max_examples=150, deadline=None)
@given(MARKS)
def test_crossing_counts_as_the_slow_twin(marks):
    words = {text: list(range(0, 50, 3)) for text in "xy"}
    fast: Any = cross(marks, lambda mark: mark.key % 3, words)
    for code, column in product(CODES, range(3)):
        inside = [mark for mark in marks if mark.key % 3 == column and code in mark.rows]
        passages = {text: slow_passages(inside, code, text) for text in "xy"}
        cell = fast.get((code, column))
        if not inside:
            assert cell is None
            continue
        assert cell.passages == sum(map(len, passages.values()))
        assert cell.texts == sum(1 for some in passages.values() if some)
        assert cell.keys == tuple(mark.key for mark in inside)
        covered = {(text, place) for text, some in passages.items() for one in some for place in one}
        assert cell.words == sum(1 for text, place in covered if place % 3 == 0)


@settings(max_examples=150, deadline=None)
@given(MARKS, st.integers(1, 12))
def test_codes_within_reach_are_bound_as_the_slow_twin_says(marks, reach):
    for near in (Near.PASSAGE, Near.REACH):
        bonds: Any = together(marks, frozenset("abc"), frozenset("bcd"), near, reach)
        for a, b in product("abc", "bcd"):
            of_a = [(text, one) for text in "xy" for one in slow_passages(marks, a, text)]
            of_b = [(text, one) for text in "xy" for one in slow_passages(marks, b, text)]

            def meet(p, q, near=near):
                if p[0] != q[0]:
                    return False
                if near is Near.PASSAGE:
                    return bool(set(p[1]) & set(q[1]))
                return q[1][0] - p[1][-1] - 1 <= reach and p[1][0] - q[1][-1] - 1 <= reach

            n12 = min(
                sum(1 for p in of_a if any(meet(p, q) for q in of_b)),
                sum(1 for q in of_b if any(meet(p, q) for p in of_a)),
            )
            bond = bonds.pairs.get((a, b))
            assert bonds.passages.get(a, 0) == len(of_a)
            if a == b or not n12:
                assert bond is None
                continue
            assert bond.c == pytest.approx(n12 / (len(of_a) + len(of_b) - n12))
            assert 0 < bond.c <= 1
            assert bond.texts == len({p[0] for p in of_a for q in of_b if meet(p, q)})
            if near is Near.REACH:
                assert bond.times == n12
                sides = (a, of_a, of_b), (b, of_b, of_a)
                assert taking_part(marks, (a, b), near, reach) == tuple(
                    mark.key
                    for mark in marks
                    if any(
                        code in mark.rows and (mark.text, mark.start) in {(p[0], place) for place in p[1]}
                        for code, mine, others in sides
                        for p in mine
                        if any(meet(p, q) for q in others)
                    )
                )


@settings(max_examples=150, deadline=None)
@given(MARKS)
def test_codes_in_one_turn_are_bound_as_the_slow_twin_says(marks):
    turns = {"x": [(0, 7), (9, 15), (15, 40)]}  # the other text has none
    bonds: Any = together(marks, frozenset("abc"), frozenset("bcd"), Near.TURN, turns=turns)
    held = [
        {
            code: [
                m.key for m in marks if m.text == "x" and code in m.rows and m.start < end and m.end > start
            ]
            for code in CODES
        }
        for start, end in turns["x"]
    ]
    for a, b in product("abc", "bcd"):
        shared = [turn for turn in held if turn[a] and turn[b]]
        bond = bonds.pairs.get((a, b))
        if a == b or not shared:
            assert bond is None
            continue
        assert bond.times == len(shared)
        assert bond.c == pytest.approx(
            len(shared) / (sum(1 for t in held if t[a]) + sum(1 for t in held if t[b]) - len(shared))
        )
        keys = {key for turn in shared for code in (a, b) for key in turn[code]}
        assert taking_part(marks, (a, b), Near.TURN, turns=turns) == tuple(sorted(keys))
        assert bond.texts == 1


@settings(max_examples=100, deadline=None)
@given(MARKS, st.sampled_from([("abcd", "abcd"), ("ab", "bc"), ("a", "d")]))
def test_codes_that_share_text_are_bound_as_frames_meet(marks, lists):
    in_a, in_b = map(frozenset, lists)
    laid = [Passage(m.key, m.text, m.start, m.end, m.rows & in_a, m.rows & in_b) for m in marks]
    met = {pair: cell for pair, cell in meetings(laid).cells.items() if pair[0] != pair[1]}
    bonds = together(marks, in_a, in_b, Near.PASSAGE).pairs
    assert {pair: (one.times, taking_part(marks, pair, Near.PASSAGE)) for pair, one in bonds.items()} == {
        pair: (cell.passages, cell.keys) for pair, cell in met.items()
    }


def test_many_pairs_are_looked_at_a_few_at_a_time(monkeypatch):
    marks = [
        Mark(n, "xy"[n % 2], n * 7 % 40, n * 7 % 40 + 9, frozenset("ab"[n % 3 : 1 + n % 3]))
        for n in range(60)
    ]

    def whole():
        return [
            (
                together(marks, frozenset("ab"), frozenset("ab"), near, 5),
                taking_part(marks, ("a", "b"), near, 5),
            )
            for near in (Near.PASSAGE, Near.REACH)
        ]

    before = whole()
    monkeypatch.setattr(rules_of_stretches, "AT_ONCE", 3)
    monkeypatch.setattr(rules_of_stretches, "FEW", 0)  # sorted, not ticked off
    assert before[0][0].pairs
    assert whole() == before


def test_touching_passages_are_two_and_the_coefficient_has_ends():
    assert merged([(3, 5), (0, 3), (4, 9)]) == [(0, 3), (3, 9)]
    assert [coefficient(0, 0, 0), coefficient(4, 4, 4), coefficient(3, 3, 2)] == [0, 1, 0.5]
    one_long = [Mark(0, "x", 0, 50, frozenset("a"))] + [
        Mark(n, "x", n * 9, n * 9 + 4, frozenset("b")) for n in range(1, 6)
    ]
    bond = together(one_long, frozenset("a"), frozenset("b"), Near.PASSAGE).pairs["a", "b"]
    assert (bond.times, bond.c) == (5, 1 / 5)


def test_a_question_is_kept_and_mended():
    asked = Asked(Kind.TOGETHER, near=Near.REACH, reach=10**9, count=Count.WORDS, each=True, frame_a="npt")
    mended = settled(asked)
    assert (mended.count, mended.each, mended.reach) == (Count.PASSAGES, False, 20_000)
    assert from_kept(as_kept(mended)) == mended
    assert settled(Asked(count=Count.STRENGTH, each=True)).count is Count.PASSAGES
    assert settled(Asked(across=Across.CODER)).layer.value == "coders"
    assert not settled(Asked(count=Count.SOURCES, each=True)).each


def test_words_of_several_scripts():
    assert len(begins("Don’t stop, 3 nurses")) == 4
    assert len(begins("我们去看社区link工作者")) == 10
    assert words_between([0, 4, 9], 1, 9) == 1
    found, written = counted("The Nurse and the nurse’s café; CAFÉ")
    assert found == {"nurse": 1, "nurse's": 1, "cafe": 2}
    assert written["cafe"] == "café"
    assert counted("the the", small=True)[0] == {"the": 2}
    assert counted("nurse", leave_out=["Nurse"])[0] == {}
    assert counted("والمجتمع المجتمع مجتمع")[0] == {"مجتمع": 3}
    assert counted("社区工作")[0] == {"社区": 1, "区工": 1, "工作": 1}
    assert counted("社")[0] == {}  # a lone sign is as a lone letter


def test_words_are_found_in_their_places():
    assert places("A Nurse came. The nurse came too.", "nurse came") == [(2, 12), (18, 28)]
    assert places("社区工作者在社区", "社区") == [(0, 2), (6, 8)]
    assert places("aa aa aa", "aa aa") == [(0, 5)]
    assert places("anything", " … ") == []
