"""A day as somebody writes it on the command line."""

import argparse
import datetime as dt


def day(text: str) -> dt.date:
    """For `type=` of an argument: a day such as 2026-01-31; argparse says what is wrong with another."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is no day, such as 2026-01-31') from None
