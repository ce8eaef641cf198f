"""Are passages drawn and counted as the slow, obviously right way does it?"""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwork.evaluation.coding.rules import (
    Found,
    Mark,
    context,
    draw,
    find_words,
    is_within,
    paragraphs,
)
from linkwork.evaluation.coding.rules.meeting import Cell, Passage, meetings

pytestmark = pytest.mark.rules

TEXTS = st.text("ab \n同🙂", min_size=1, max_size=40)


@st.composite
def marked_texts(draw_: st.DrawFn) -> tuple[str, list[Mark[int]]]:
    text = draw_(TEXTS)
    spans = st.tuples(
        st.integers(0, len(text) - 1), st.integers(1, len(text)), st.sampled_from(["x", "y", "z"])
    )
    found = draw_(st.lists(spans.filter(lambda one: one[0] < one[1]), max_size=8))
    return text, [Mark(start, end, key, (domain,)) for key, (start, end, domain) in enumerate(found)]


@given(marked_texts())
def test_every_letter_is_drawn_with_the_codings_that_lie_on_it(case: tuple[str, list[Mark[int]]]) -> None:
    text, marks = case
    drawn = draw(text, marks)
    assert "\n".join("".join(text[s.start : s.end] for s in line.segments) for line in drawn) == text
    for line in drawn:
        for segment in line.segments:
            for place in range(segment.start, segment.end):
                on = [mark for mark in marks if mark.start <= place < mark.end]
                assert segment.count == len(on)
                assert segment.domains == tuple(sorted({domain for mark in on for domain in mark.domains}))
                if on:
                    newest = max(mark.start for mark in on)
                    shortest = min(mark.end for mark in on if mark.start == newest)
                    assert segment.top is not None
                    assert (marks[segment.top].start, marks[segment.top].end) == (newest, shortest)
                else:
                    assert segment.top is None


def test_a_passage_over_two_lines_is_cut_at_the_line() -> None:
    first, empty, last = draw("ab\n\ncd", [Mark(1, 5, "k", ("x",))])
    assert [(s.start, s.end, s.count) for s in first.segments] == [(0, 1, 0), (1, 2, 1)]
    assert empty.segments == ()
    assert [(s.start, s.end, s.count) for s in last.segments] == [(4, 5, 1), (5, 6, 0)]
    assert paragraphs("ab\n\ncd") == [(0, 2), (3, 3), (4, 6)]


def test_ten_thousand_nested_passages_are_one_pass() -> None:
    n = 10_000
    marks = [Mark(k, 2 * n - k, k, ("x",)) for k in range(n)]
    (line,) = draw("a" * (2 * n), marks)
    assert len(line.segments) == 2 * n - 1
    assert line.segments[n - 1].count == n
    assert line.segments[n - 1].top == n - 1


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (1, 1), (2, 1), (0, 4)])
def test_what_lies_outside_is_refused(start: int, end: int) -> None:
    assert not is_within(start, end, 3)
    with pytest.raises(ValueError, match="outside"):
        draw("abc", [Mark(start, end, 0, ())])


def slow_meetings(passages: list[Passage[int]]) -> dict[tuple[str, str], Cell[int]]:
    """Every pair, letter by letter; shared stretches that overlap are joined until none do."""
    cells = {}
    codes_a = {code for p in passages for code in p.in_a}
    codes_b = {code for p in passages for code in p.in_b}
    for a, b in product(codes_a, codes_b):
        stretches: list[set[tuple[object, int]]] = []
        keys: set[int] = set()
        for one, other in product(passages, passages):
            if a not in one.in_a or b not in other.in_b or one.text != other.text:
                continue
            shared = {(one.text, n) for n in range(max(one.start, other.start), min(one.end, other.end))}
            if shared:
                keys |= {one.key, other.key}
                apart = [each for each in stretches if not each & shared]
                stretches = [*apart, shared.union(*[each for each in stretches if each & shared])]
        if stretches:
            cells[a, b] = Cell(len(stretches), tuple(sorted(keys)))
    return cells


CODES = st.frozensets(st.sampled_from(["p", "q"]), max_size=2)
SPANS = st.tuples(st.integers(0, 12), st.integers(1, 13)).filter(lambda one: one[0] < one[1])


@given(st.lists(st.tuples(st.sampled_from("st"), SPANS, CODES, CODES), max_size=7))
def test_meetings_are_counted_as_the_slow_twin_counts(
    raw: list[tuple[str, tuple[int, int], frozenset[str], frozenset[str]]],
) -> None:
    passages = [Passage(key, text, *span, a, b) for key, (text, span, a, b) in enumerate(raw)]
    table = meetings(passages)
    assert table.cells == slow_meetings(passages)
    assert table.in_a == {code: n for code in "pq" if (n := sum(code in p.in_a for p in passages))}
    assert table.in_b == {code: n for code in "pq" if (n := sum(code in p.in_b for p in passages))}


def test_one_sentence_marked_by_three_coders_counts_once() -> None:
    both = [Passage(k, "t", k, 10 + k, frozenset("a"), frozenset("b")) for k in range(3)]
    assert meetings(both).cells == {("a", "b"): Cell(1, (0, 1, 2))}


def test_passages_that_only_touch_do_not_meet() -> None:
    a, none = frozenset("a"), frozenset[str]()
    assert meetings([Passage(0, "t", 0, 5, a, none), Passage(1, "t", 5, 9, none, a)]).cells == {}


def test_pasted_words_are_found_again() -> None:
    text = "She  came\nto the meeting. She came."
    assert find_words(text, " She came to the ") == Found(0, 16, 1)
    assert find_words(text, "She came") == Found(0, 9, 2)
    assert find_words(text, "he left") is None
    assert find_words(text, " ") is None
    assert find_words("a.c abc", "a.c") == Found(0, 3, 1)


def test_a_quotation_has_its_surroundings_cut_at_words() -> None:
    text = "First line.\nAt first nobody knew what I was for at all."
    start = text.index("knew")
    assert context(text, start, start + 4, 12) == ("nobody ", " what I was")
    assert context(text, start, start + 4) == ("At first nobody ", " what I was for at all.")
    assert context("同伴支持", 1, 2, 1) == ("同", "支")
