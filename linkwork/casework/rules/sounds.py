"""How does a name in Latin letters sound, roughly, so that Muhammad and Mohamed meet?

Vowels after the first letter are left out, letters for one sound become one letter. Rough on purpose: it only adds to
what is found, and what was typed decides the order.
"""

import re

PAIRS = (
    ("sch", "s"),
    ("sh", "s"),
    ("ph", "f"),
    ("ck", "k"),
    ("ch", "k"),
    ("th", "t"),
    ("kh", "k"),
    ("gh", "g"),
)
ONE_SOUND = str.maketrans({"c": "k", "q": "k", "z": "s", "v": "f", "w": "f", "d": "t", "x": "k"})
TWICE = re.compile(r"(.)\1+")


def sound(word: str) -> str:
    """The consonants of a folded word, the first letter kept; empty for another script or for digits."""
    if not (word.isascii() and word.isalpha()):
        return ""
    for pair, letter in PAIRS:
        word = word.replace(pair, letter)
    word = TWICE.sub(r"\1", word.translate(ONE_SOUND))
    first = "a" if word[0] in "aeiou" else "j" if word[0] == "y" else word[0]
    return TWICE.sub(r"\1", first + "".join(letter for letter in word[1:] if letter not in "aeiouyj"))
