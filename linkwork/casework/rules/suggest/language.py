"""In which language is a note written?"""

import re

from linkwork.casework.rules.phrases import folded
from linkwork.casework.rules.suggest.note import any_of
from linkwork.instruments.suggest import Lexicon

ARABIC = re.compile("[\u0620-\u064a]")
HAN = re.compile("[\u4e00-\u9fff]")


def language_of(note: str, lexicons: dict[str, Lexicon], otherwise: str) -> str:
    """The id of the lexicon to read the note with: by its script, else by its small words, else `otherwise`."""
    arabic, han = len(ARABIC.findall(note)), len(HAN.findall(note))
    if max(arabic, han) * 3 > sum(mark.isalpha() for mark in note):
        return "ar" if arabic >= han else "zh-hans"
    text, _places = folded(note)
    counts = {
        name: len(any_of(words.words["telling"], name).findall(text))
        for name, words in sorted(lexicons.items())
        if name not in ("ar", "zh-hans")
    }
    most = max(counts.values(), default=0)
    if most == 0 or counts.get(otherwise) == most:
        return otherwise
    return min(name for name, count in counts.items() if count == most)
