"""A day on the command line."""

import argparse
import datetime as dt

import pytest

from linkwork.commands.days import day


def test_a_day_as_it_is_written() -> None:
    assert day("2026-01-31") == dt.date(2026, 1, 31)


@pytest.mark.parametrize("text", ["31 January", "2026-02-30", ""])
def test_what_is_no_day_is_told_with_an_example(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="is no day, such as 2026-01-31"):
        day(text)
