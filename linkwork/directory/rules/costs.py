"""What does a sentence about the cost say for certain?"""

import re

from linkwork.core.text import fold
from linkwork.directory.rules.kinds import Cost, CostKind

_FREE = re.compile(
    r"\b(free|gratis|gratuit(e|s|es)?|kostnadsfri(tt)?|avgiftsfri(tt)?)\b"
    r"|\bno (fees?|costs?|charges?)\b|\bno charge\b|\bwithout charge\b"
)
_CONDITION = re.compile(
    r"\b(except|but|unless|if|some|most|donations?|low[- ]cost|for under|concession|members?|may|sometimes)\b"
)
_MONEY = re.compile(
    r"[$£€¥]|\b\d+([.,]\d+)?\s*(kr|sek|eur|usd|aud|pounds?|dollars?|euros?|kronor|percent|per cent|%)"
)
_PAID = re.compile(
    r"\b(fees? (apply|applies|is|are|of)|costs? (apply|vary)|charge(s|d)?|donations?|low[- ]cost)\b"
)
_STRAY = re.compile(r"^[\d\s.,]*$|^[,;]\s*\d")


def read_cost(text: str) -> Cost:
    """The kind of cost `text` states, with the words kept. Free only when nothing in it limits the word."""
    words = text.strip()
    plain = fold(words)
    if not plain:
        return Cost()
    if _FREE.search(plain) and not _MONEY.search(plain) and not _CONDITION.search(plain):
        return Cost(CostKind.FREE, words)
    if _MONEY.search(plain) or (_PAID.search(plain) and not _FREE.search(plain)):
        return Cost(CostKind.PAID, words)
    return Cost(CostKind.NOT_STATED, words)


def is_stray(text: str) -> bool:
    """Whether a cost cell holds something that is no cost: a bare number, the tail of another column."""
    return bool(text.strip()) and bool(_STRAY.match(text.strip()))
