"""Which language is a text written in, as far as its letters and its commonest words tell?

For texts that come in together: a folder of transcripts rarely keeps to one language, and a wrong one draws Arabic from
the left and searches French as if it were English. A guess among the languages a source may have, put right by hand.
"""

import re
from collections import Counter

USUAL = "en"
READ = 20_000  # code points from the start: enough to tell, however long the text
FEWEST = 3  # of the commonest words, so that a list of names is not taken for a language

_LETTERS = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "arabic": re.compile("[\u0600-\u06ff\u0750-\u077f]"),
    "han": re.compile("[\u4e00-\u9fff]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f]"),
}
_URDU, _PERSIAN = re.compile("[ٹڈڑںےہ]"), re.compile("[پچژگیک]")
_WORDS = {  # what everybody says all the time, and speakers of the others hardly ever
    "en": "the and of to is was that with for they not have we you what when were it",
    "fr": "le les des et est une dans pour qui nous vous pas avec sur du au ne elle est",
    "sv": "och att det är som på inte jag för med av den har vi var till ett om",
    "es": "el los las que por con una para es del se como pero más muy está fue ella",
    "pl": "i w nie się na jest że do to z jak ale co czy przez był tak już",
    "pt": "o os as que não uma com para é do da em se por mais mas foi ela você",
    "so": "waa iyo in ka ku oo uu ay la aan soo waxaa waxay ma kale markii lagu laga",
    "tr": "ve bir bu için ile çok da de ben ne var değil gibi daha ama olarak biz o",
}
_LISTS = {language: frozenset(words.split()) for language, words in _WORDS.items()}


def language_of(text: str, usual: str = USUAL) -> str:
    """The code of the language, such as "ar" or "zh-hans"; `usual` where nothing tells.

    >>> language_of("那时候我们没有自己的房间。")
    'zh-hans'
    """
    start = text[:READ]
    seen = {script: len(letters.findall(start)) for script, letters in _SCRIPTS.items()}
    seen["han"] *= 3  # one sign is about a word's worth
    most = max(seen, key=lambda script: seen[script])
    if not seen[most]:
        return usual
    match most:
        case "arabic":
            return _arabic(start)
        case "han":
            return "zh-hans"
        case "cyrillic":
            return "uk" if re.search("[іїєґІЇЄҐ]", start) else usual
        case _:
            return _latin(start, usual)


def _arabic(text: str) -> str:
    if len(_URDU.findall(text)) * 50 > len(text):
        return "ur"
    return "fa" if len(_PERSIAN.findall(text)) * 50 > len(text) else "ar"


def _latin(text: str, usual: str) -> str:
    words = Counter(_LETTERS.findall(text.casefold()))
    said = {language: sum(words[one] for one in common) for language, common in _LISTS.items()}
    best = max(said, key=lambda language: (said[language], language == usual))
    return best if said[best] >= FEWEST else usual
