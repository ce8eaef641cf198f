"""How hard is a text to read? One formula a language, and only for the language it was made for.

- English: Flesch Reading Ease. R. Flesch, "A new readability yardstick", Journal of Applied Psychology 1948;32:221-233.
- French: the same yardstick refitted for French. L. Kandel and A. Moles, "Application de l'indice de Flesch à la langue
  française", Cahiers d'études de radio-télévision 1958;19:253-274.
- Swedish: LIX. C. H. Björnsson, "Läsbarhet", Stockholm: Liber 1968.
- Arabic and Chinese: none. Only how long the sentences are, in words or in characters.

Syllables are counted by rule, not by dictionary, so a score is good to a point or two: a guide, not a verdict.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

LONG_SENTENCE = {"en": 20, "fr": 20, "sv": 20, "ar": 20, "zh": 40}  # words; in Chinese, characters
MOST_POINTED_OUT = 12
LIX_LONG = 7  # letters: LIX counts words of more than six

_SENTENCE = re.compile(r"[^.!?…؟。！？\n]+[.!?…؟。！？]*[\"”»’)]*")
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_HAN = re.compile(r"[\u3400-\u9fff]")


class Formula(StrEnum):
    """Which yardstick was used."""

    FLESCH = "flesch"  # 0 to 100, higher is easier
    KANDEL_MOLES = "kandel_moles"  # 0 to 100, higher is easier
    LIX = "lix"  # about 20 to 60, lower is easier


class Ease(StrEnum):
    """What a score means, in three words."""

    EASY = "easy"
    MIDDLING = "middling"
    HARD = "hard"


@dataclass(frozen=True)
class Reading:
    """What can be said of a text. `score` is None where the language has no formula or there is nothing to read.

    `unit` of sentence length: words, or characters where words are not written apart. `hard_words` as first written.
    """

    formula: Formula | None
    score: float | None
    ease: Ease | None
    sentences: int
    longest: int
    mean: float
    by_characters: bool
    long_sentences: tuple[str, ...]
    hard_words: tuple[str, ...]


def reading(text: str, language: str) -> Reading:
    """How hard `text` is for a reader of `language` ("en", "fr", "sv", "ar", "zh-hans"); unknown ones get no score."""
    tongue = language.split("-")[0]
    chinese = tongue == "zh"
    sentences = [
        found for one in _SENTENCE.findall(text) if (found := one.strip()) and _length(found, chinese)
    ]
    lengths = [_length(one, chinese) for one in sentences]
    limit = LONG_SENTENCE.get(tongue, 20)
    words = _WORD.findall(text)
    formula, score = _score(tongue, words, len(sentences))
    return Reading(
        formula=formula,
        score=score,
        ease=_ease(formula, score),
        sentences=len(sentences),
        longest=max(lengths, default=0),
        mean=round(sum(lengths) / len(lengths), 1) if lengths else 0.0,
        by_characters=chinese,
        long_sentences=tuple(one for one, long in zip(sentences, lengths, strict=True) if long > limit),
        hard_words=_hard(words, tongue),
    )


def syllables(word: str, tongue: str) -> int:
    """How many syllables a word has by rule: English ("en") or French ("fr"), at least one."""
    return max(1, _COUNTERS[tongue](word.lower()))


_SILENT = re.compile(
    r"(?<=[^aeiouy])le(?=s$|$)"  # ta-ble: spoken, so it is put aside first
    r"|(?<=.)(?:(?<![sxzcg])(?<![sc]h)es|(?<![td])ed|e)$"
)
_APART = re.compile(r"(?<=[aeiouy])(?=ing$)|(?<=[^ct]i)(?=a)|(?<=[^stcgx]i)(?=o)|(?<=[^qg]u)(?=a)")


def _english(word: str) -> int:
    """Groups of vowels without the silent ends of words; some pairs are spoken apart (be-ing, ra-di-o, ac-tu-al)."""
    word = re.sub(r"[^a-z]", "", word)
    heard = _SILENT.sub(lambda found: "-u-" if found[0] == "le" else "", word)
    return len(re.findall(r"[aeiouy]+", _APART.sub("-", heard)))


def _french(word: str) -> int:
    word = re.sub(r"(?<=[^aeiouyàâäéèêëîïôöùûü])(?:es?|ent)$", "", word) or word
    return len(
        re.findall(r"[aeiouyàâäéèêëîïôöùûüœæ]+", re.sub(r"(?<=[aeo])(?=[éèïë])|(?<=é)(?=[ao])", "-", word))
    )


_COUNTERS: dict[str, Callable[[str], int]] = {"en": _english, "fr": _french}


def _score(tongue: str, words: list[str], sentences: int) -> tuple[Formula | None, float | None]:
    if tongue not in ("en", "fr", "sv") or not words or not sentences:
        return None, None
    per_sentence = len(words) / sentences
    if tongue == "sv":
        share = 100 * sum(len(word) >= LIX_LONG for word in words) / len(words)
        return Formula.LIX, round(per_sentence + share, 1)
    per_word = sum(syllables(word, tongue) for word in words) / len(words)
    if tongue == "fr":
        return Formula.KANDEL_MOLES, round(207 - 1.015 * per_sentence - 73.6 * per_word, 1)
    return Formula.FLESCH, round(206.835 - 1.015 * per_sentence - 84.6 * per_word, 1)


def _ease(formula: Formula | None, score: float | None) -> Ease | None:
    """Flesch's own bands (60 and more is plain, under 50 difficult); Björnsson's (to 40 easy, over 50 difficult)."""
    if formula is None or score is None:
        return None
    easy, hard = (score <= 40, score > 50) if formula is Formula.LIX else (score >= 60, score < 50)
    return Ease.EASY if easy else Ease.HARD if hard else Ease.MIDDLING


def _hard(words: list[str], tongue: str) -> tuple[str, ...]:
    """Words of many syllables (English three, French four) or letters (Swedish ten), each once, the longest first."""
    if tongue in _COUNTERS:
        many = 3 if tongue == "en" else 4
        found = [word for word in words if syllables(word, tongue) >= many]
    elif tongue == "sv":
        found = [word for word in words if len(word) >= 10]
    else:
        return ()
    once = {word.lower(): word for word in reversed(found)}
    ordered = sorted(once.values(), key=lambda word: (-len(word), word.lower()))
    return tuple(ordered[:MOST_POINTED_OUT])


def _length(sentence: str, chinese: bool) -> int:
    return len((_HAN if chinese else _WORD).findall(sentence))
