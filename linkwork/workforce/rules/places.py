"""Is this the place a warning is about? Addresses are typed by hand, so a little is made even first."""

import re

from linkwork.core.text import fold

SHORT = {
    "st": "street",
    "rd": "road",
    "ave": "avenue",
    "av": "avenue",
    "ln": "lane",
    "cl": "close",
    "dr": "drive",
}
FEWEST = 2  # words: a house number and a street


def place_words(address: str) -> tuple[str, ...]:
    """The words of an address, folded, without marks, short forms written out."""
    return tuple(SHORT.get(word, word) for word in re.findall(r"\w+", fold(address)))


def is_place_enough(address: str) -> bool:
    """Whether there are words enough to tell this place from others."""
    return len(place_words(address)) >= FEWEST


def same_place(one: str, other: str) -> bool:
    """Whether one address stands inside the other, word by word: "12 Elm St" in "Flat 2, 12 Elm Street, Northtown".

    Rather too often than too seldom: a warning too many is read, one too few is not.
    """
    short, long = sorted((place_words(one), place_words(other)), key=len)
    if len(short) < FEWEST:
        return False
    return any(long[start : start + len(short)] == short for start in range(len(long) - len(short) + 1))
