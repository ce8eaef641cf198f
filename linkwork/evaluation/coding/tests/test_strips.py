"""Is a text cut the same way however one comes to a part of it, and nothing lost between the parts?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linkwork.evaluation.coding.rules import strips
from linkwork.evaluation.coding.rules.strips import size_for, strip, strip_of, strips_in, to_read

TEXTS = st.lists(st.sampled_from(["ab \n", "abc", "ab \n\n", "🙂", " "]), min_size=1, max_size=80).map(
    "".join
)


def all_of(text: str, size: int) -> list[strips.Strip]:
    found = []
    for number in range(strips_in(len(text), size)):
        start, many = to_read(number, size)
        found.append(strip(text[start : start + many], number, size, len(text)))
    return found


@settings(deadline=None)
@given(TEXTS, st.sampled_from([11, 20, 50]), st.sampled_from([1, 3, 10]))
def test_the_strips_are_the_text(text: str, size: int, slack: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(strips, "SLACK", slack)
        found = all_of(text, size)
        assert "".join(one.text for one in found) == text
        assert [one.start for one in found[1:]] == [one.end for one in found[:-1]]
        for one in found:
            assert text[one.start : one.end] == one.text
            for place in range(one.start, one.end):
                start, many = to_read(place // size, size)
                assert strip_of(place, text[start : start + many], size) == one.number


def test_strips_begin_with_lines_and_in_endless_lines_with_words() -> None:
    lines = all_of("x" * 2900 + "\n" + "y" * 9000, 3000)
    assert [one.text[0] for one in lines] == ["x", "y", "y", "y"]
    words = all_of("word " * 1000, 3000)
    assert all(one.text.startswith("word") for one in words)
    assert all_of("z" * 7000, 3000)[1].start == 3000
    assert [len(one.text) for one in all_of("z" * 3100, 3000)] == [
        3100,
        0,
    ]  # the last line is not cut for a little


def test_a_text_that_ends_before_a_border_has_no_more_to_draw() -> None:
    assert strip("abc\n", 0, 4, 4).text == "abc\n"
    assert strip("a" * 3000 + "\nend", 0, 3000, 3004).end == 3001
    assert strip("short", 0, 10, 20).end == 5


def test_a_crowded_text_is_cut_smaller() -> None:
    assert size_for(60_000, 100) == strips.SIZE
    assert size_for(60_000, 10_000) == strips.SMALL
    assert size_for(0, 0) == strips.SIZE
    assert strips_in(0, strips.SIZE) == 1
