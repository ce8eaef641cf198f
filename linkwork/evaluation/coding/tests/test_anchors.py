"""Do codings keep their words when a text is edited, and never cover others unmarked?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linkwork.evaluation.coding.rules.anchors import LOST, Anchor, Fate, anchors, follow
from linkwork.evaluation.studies.rules.shifting import Change, Shift, changes

pytestmark = pytest.mark.rules
WORDS = st.lists(
    st.sampled_from(["trust ", "the nurse ", "came\n", "ثقة ", "信任", "🙂", "x", "\n"]), max_size=30
)
TEXTS = WORDS.map("".join)
OLD = "Nurse Amal came to the meeting.\nShe sent me somebody.\nأهلاً وسهلاً بكم هنا\n同伴支持很重要。\n"


def one(old: str, new: str, words: str) -> tuple[Fate, str]:
    start = old.index(words)
    (anchor,) = anchors(old, new, [(start, start + len(words))])
    return anchor.fate, new[anchor.start : anchor.end]


@settings(max_examples=200)
@given(TEXTS, TEXTS)
def test_changes_and_what_stayed_make_the_new_text(old: str, new: str) -> None:
    made, at = "", 0
    for change in changes(old, new):
        made += old[at : change.start] + new[change.new_start : change.new_end]
        at = change.end
    assert made + old[at:] == new


@settings(max_examples=300)
@given(TEXTS, TEXTS, st.data())
def test_no_coding_covers_other_words_unmarked(old: str, new: str, data: st.DataObject) -> None:
    if not old:
        return
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    (anchor,) = anchors(old, new, [(start, end)])
    if anchor.fate is Fate.LOST:
        assert anchor == LOST
    else:
        assert 0 <= anchor.start < anchor.end <= len(new)
        assert (new[anchor.start : anchor.end] == old[start:end]) == (anchor.fate is Fate.SAME)


@settings(max_examples=200)
@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_unchanged_words_keep_their_coding(before: str, after: str, other: str, more: str) -> None:
    words = "we were welcomed"
    old, new = before + words + after, other + words + more
    start = old.index(words)
    (anchor,) = anchors(old, new, [(start, start + len(words))])
    assert anchor.fate is Fate.SAME
    assert anchor.start == len(other)


@given(TEXTS.filter(bool), st.data())
def test_a_text_that_stays_moves_nothing(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    assert changes(text, text) == []
    assert anchors(text, text, [(start, start + 1)]) == [Anchor(Fate.SAME, start, start + 1)]


@pytest.mark.parametrize(
    ("old", "new", "words", "fate", "now"),
    [
        (OLD, OLD.replace("Nurse Amal", "[Name 1]"), "came to the meeting", Fate.SAME, "came to the meeting"),
        (OLD, OLD.replace("to the", "to a"), "came to the meeting", Fate.CHANGED, "came to a meeting"),
        (OLD, OLD.replace("Amal", "A."), "Nurse Amal came", Fate.CHANGED, "Nurse A. came"),
        (OLD, OLD.replace("وسهلاً ", ""), "أهلاً وسهلاً بكم هنا", Fate.CHANGED, "أهلاً بكم هنا"),
        (OLD, OLD.replace("很重要", "非常重要"), "支持很重要", Fate.CHANGED, "支持非常重要"),
        (OLD, OLD.replace("She sent me somebody.\n", ""), "sent me somebody", Fate.LOST, ""),
        (OLD, "She sent me somebody.\n" + OLD.replace("She sent me somebody.\n", ""), "sent me", Fate.SAME, "sent me"),
        ("Teh end", "The end", "Teh", Fate.CHANGED, "The"),
        ("one two", "none too", "one two", Fate.CHANGED, "none too"),
        ("ab ab", "ab ab ab", "ab ab", Fate.SAME, "ab ab"),
        ("x", "y", "x", Fate.LOST, ""),
    ],
)  # fmt: skip
def test_what_became_of_a_passage(old: str, new: str, words: str, fate: Fate, now: str) -> None:
    assert one(old, new, words) == (fate, now)


def test_blanks_that_an_edit_leaves_at_the_edges_do_not_belong_to_a_passage() -> None:
    assert one("so kind and calm today", "so kind and  today", "kind and calm") == (Fate.CHANGED, "kind and")


def test_equal_words_are_told_apart_by_their_neighbours() -> None:
    old = "A: yes\nB: no\nC: yes\n"
    new = "C: yes\nB: no\nA: yes\n"
    at = old.rindex("yes")
    assert anchors(old, new, [(at, at + 3)])[0].fate is Fate.SAME


def test_words_that_stand_twice_alike_are_lost_and_not_guessed() -> None:
    told = "All of this was said on the way home, and written down the same day.\n"
    assert one("sent me somebody.\n" + told, told + "q sent me q sent me q", "sent me") == (Fate.LOST, "")


def test_known_edits_are_not_looked_for() -> None:
    edits = [Change(0, 3, 0, 8)]
    assert anchors("Ida went", "[Name 1] went", [(4, 8)], edits) == [Anchor(Fate.SAME, 9, 13)]


@pytest.mark.parametrize(
    ("span", "now"),
    [((0, 8), (0, 12)), ((0, 6), (0, 12)), ((4, 8), (4, 12)), ((6, 7), (4, 12)), ((9, 13), (13, 17))],
)
def test_a_passage_that_cuts_into_a_name_takes_in_its_pseudonym(
    span: tuple[int, int], now: tuple[int, int]
) -> None:
    assert follow(Shift([Change(4, 8, 4, 12)]), *span) == now


def test_places_go_where_their_words_went() -> None:
    shift = Shift([Change(3, 5, 3, 9)])
    assert [shift.place(at) for at in (0, 2, 3, 4, 5, 7)] == [0, 2, 3, 3, 9, 11]
    assert shift.within(6, 9) == []
    assert len(shift.within(5, 9)) == 1


def test_two_large_blocks_without_a_line_in_common_are_written_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linkwork.evaluation.studies.rules.shifting.MOST_PAIRS", 3)
    assert changes("a b c", "d e f") == [Change(0, 5, 0, 5)]
