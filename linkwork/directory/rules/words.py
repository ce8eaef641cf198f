"""Which words does a text hold, for finding it again?

The same words go into both databases' indexes, so the same question finds the same services. Stems are taken before
marks are folded away (Swedish "förskolan" and "förskola" meet at "förskol"), Arabic letter forms are made one, and
Chinese, Japanese and Korean text is cut into overlapping pairs of characters.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from linkwork.core.text import fold

LATIN = ("english", "french", "swedish")  # stemmers for Latin script: a word is kept under each one's stem
_BY_SCRIPT = (
    (re.compile(r"[\u0600-\u06ff\u0750-\u077f]"), ("arabic",)),
    (re.compile(r"[\u0400-\u04ff]"), ("russian",)),
    (re.compile(r"[\u0370-\u03ff]"), ("greek",)),
)
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_RUN = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}](?:[^\W_{_CJK}]|[\u0300-\u036f\u064b-\u065f\u0670])*")
_IS_CJK = re.compile(rf"[{_CJK}]")
_APOSTROPHE = re.compile(r"(?<=\w)[’'ʼ](?=\w)")
_SMALL = (
    "a an and are as at be by for from i in is it my me of on or our the their they this to was we with you your",
    "au aux ce dans de des du en et je la le les ma mes mon nous on ou par pour sa ses son sur un une vous",
    "att av de den det du en ett för från har i jag med min mitt och om på som till är vi",
    "في من على الى إلى عن مع و او أو هذا هذه",
)
_SKIPPED = frozenset(word for words in _SMALL for word in words.split())

Word = frozenset[str]  # the forms that count as one word


@lru_cache(maxsize=20_000)  # the same entries are explained again and again
def words_in(text: str, languages: tuple[str, ...] = LATIN) -> frozenset[str]:
    """Every form of every word of `text`: what the index keeps. `languages` are Snowball stemmers for Latin script."""
    return frozenset(form for run in _runs(text) for form in _forms(run, languages))


def asked_words(text: str, languages: tuple[str, ...] = LATIN) -> tuple[Word, ...]:
    """The words of a question, each with the forms it may be met in. Small words count only when alone."""
    runs = list(dict.fromkeys(_runs(text)))
    telling = [run for run in runs if run not in _SKIPPED] or runs
    asked: list[Word] = []
    for run in telling:
        if _IS_CJK.match(run):
            asked += [frozenset({piece}) for piece in _pairs(run)]
        else:
            asked.append(_forms(run, languages))
    return tuple(dict.fromkeys(asked))


def _runs(text: str) -> Iterable[str]:
    """Lower-case words and runs of CJK characters, with the marks still on."""
    plain = _APOSTROPHE.sub("", unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text)).casefold())
    return _RUN.findall(plain)


@lru_cache(maxsize=50_000)
def _forms(run: str, languages: tuple[str, ...]) -> Word:
    """The folded stems of one run. Single CJK characters are kept too, so that one alone can be asked for."""
    if _IS_CJK.match(run):
        return frozenset((*_pairs(run), *run))
    stemmers = next((names for script, names in _BY_SCRIPT if script.search(run)), languages)
    stems = {_stem(name, form) for name in stemmers for form in {run, fold(run)}}  # marks are often left out
    return frozenset(filter(None, (_bare(stem) for stem in stems))) or frozenset({_bare(run)})


def _stem(language: str, word: str) -> str:
    """The stem; for Swedish without the definite -n of words in -a, which the stemmer keeps ("förskolan")."""
    if language == "swedish" and len(word) > 5 and word.endswith("an"):
        word = word[:-1]
    stem: str = _stemmer(language).stemWord(word)
    return stem


def _bare(stem: str) -> str:
    return "".join(mark for mark in fold(stem) if mark.isalnum())


def _pairs(run: str) -> list[str]:
    return [run[start : start + 2] for start in range(len(run) - 1)] or [run]


@lru_cache(maxsize=32)
def _stemmer(name: str) -> Any:
    import snowballstemmer  # loads every language there is, which a start need not wait for

    return snowballstemmer.stemmer(name)
