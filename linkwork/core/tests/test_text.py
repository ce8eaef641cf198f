"""Comparing and shortening what people write."""

import pytest

from linkwork.core.text import fold, initials, one_line

pytestmark = pytest.mark.rules


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Åsa  Öberg", "asa oberg"),
        ("أحمد", "احمد"),
        ("مَرْيَم", "مريم"),
        ("ＡＢＣ", "abc"),
        ("Straße", "STRASSE"),
    ],
)
def test_spellings_of_one_name_fold_together(first: str, second: str) -> None:
    assert fold(first) == fold(second)


def test_initials() -> None:
    assert initials("Maryam Al Amin") == "M.A.A."
    assert initials("") == ""


def test_a_long_text_is_cut_at_a_word() -> None:
    assert one_line("one two three", 9) == "one two…"
    assert one_line("short") == "short"
    assert one_line("x" * 20, 10) == "x" * 9 + "…"
