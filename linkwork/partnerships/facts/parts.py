"""Columns in short: each says what figure needs it."""

from linkwork.core.facts import Column, ColumnKind
from linkwork.core.privacy import PrivacyClass

Row = tuple[object, ...]


def key(name: str, why: str) -> Column:
    """An id, which becomes a pseudonym."""
    return Column(name, ColumnKind.ID, PrivacyClass.PSEUDONYM, why)


def text(name: str, why: str) -> Column:
    """A word from a list of ours, never free words."""
    return Column(name, ColumnKind.TEXT, PrivacyClass.PROGRAMME, why)


def day(name: str, why: str) -> Column:
    """A day."""
    return Column(name, ColumnKind.DAY, PrivacyClass.PROGRAMME, why)


def whole(name: str, why: str) -> Column:
    """A whole number."""
    return Column(name, ColumnKind.WHOLE, PrivacyClass.PROGRAMME, why)


def personal(name: str, why: str) -> Column:
    """A word from a list of ours that says something about a person, without naming them."""
    return Column(name, ColumnKind.TEXT, PrivacyClass.PERSONAL, why)


def flag(name: str, why: str) -> Column:
    """Yes or no."""
    return Column(name, ColumnKind.FLAG, PrivacyClass.PROGRAMME, why)


def number(name: str, why: str) -> Column:
    """A number that may have decimals."""
    return Column(name, ColumnKind.NUMBER, PrivacyClass.PROGRAMME, why)
