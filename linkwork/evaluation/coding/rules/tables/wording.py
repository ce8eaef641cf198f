"""Which words are said how often, and where do words begin?

A word is a run of letters and digits. Scripts without spaces between words (Chinese, Japanese kana, Thai) are not cut
by a dictionary: for counting a passage's length every character is a word, and in lists of words every pair of
neighbouring characters is counted. In Arabic the letters' forms and vowel signs are folded; "ال" at the beginning,
also after "و", "ف", "ب", "ك" or "ل", is taken off where at least three letters remain, and nothing else is.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from linkwork.core.text import fold

_CLOSE = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_PIECE = re.compile(rf"[{_CLOSE}]|[^\W{_CLOSE}]+(?:['’‑-][^\W{_CLOSE}]+)*")
_RUN = re.compile(rf"(?P<close>[{_CLOSE}]+)|[^\W\d_{_CLOSE}][^\W{_CLOSE}]*(?:['’‑-][^\W{_CLOSE}]+)*")
_ARABIC = re.compile(r"^(?:[وفبك]?ال|لل)(?=\w{3})")
SMALL = """
a about after all also am an and any are as at be because been but by can could did do does don't for from get got had
has have he her here him his how i if in into is it it's its just like me more my no not now of on one or our out she so
some than that that's the their them then there they they're this those to too up us very was we well were what when
which who will with would yes you your yeah
au aux avec c'est ce ces cette dans de des du elle elles en est et eux il ils je j'ai la le les leur leurs lui ma mais
me même mes mon ne nos notre nous on ont ou où par pas plus pour qu'il que qui sa se ses son sont sur ta te tes toi ton
tu un une vos votre vous y à été être
alla att av blir den det de dem den där dig din dom du där efter eller en ett för från har hade han hon här i icke
ingen inte jag kan kommer man med men mig min när och om på sig sin skulle som så till under upp ut var vad vi vid är än
من في على الى عن ما لا هذا هذه ذلك التي الذي كان كانت هو هي هم انا نحن انت ان او ثم قد لم لن كل مع بعد قبل عند حتى اذا
لان لكن
"""
_SMALL = frozenset(fold(word) for word in SMALL.split())


def answered(text: str, turns: Iterable[tuple[int, int, int, bool]], questions: bool = False) -> str:
    """The text with blanks, as many, for what nobody said: names and times before a turn; and for what was asked.

    `turns` as (begins, words begin, ends, asks), in order; with `questions` what was asked stays. Places stay the same.
    """
    pieces, at = [], 0
    for begin, said_from, end, asks in turns:
        blank_to = end if asks and not questions else said_from
        pieces += [text[at:begin], " " * (blank_to - begin)]
        at = blank_to
    return "".join([*pieces, text[at:]])


def begins(text: str) -> list[int]:
    """Where each word begins, for the length of passages in words."""
    return [match.start() for match in _PIECE.finditer(text)]


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Each word of a text as (start, end, folded), in order."""
    for match in _RUN.finditer(text):
        if match["close"]:
            for place in range(match.start(), max(match.end() - 1, match.start() + 1)):
                end = min(place + 2, match.end())
                yield place, end, fold(text[place:end])
        else:
            yield match.start(), match.end(), _bare(fold(match[0].replace("’", "'")))


def _bare(word: str) -> str:
    return _ARABIC.sub("", word, count=1)


def counted(
    text: str, *, small: bool = False, leave_out: Collection[str] = ()
) -> tuple[Counter[str], dict[str, str]]:
    """How often each word stands in a text, and how it is written where it first comes.

    Without `small` the commonest words of English, French, Swedish and Arabic are left out, and single letters.
    """
    out = {fold(word) for word in leave_out}
    found: Counter[str] = Counter()
    written: dict[str, str] = {}
    for start, end, word in words(text):
        if word not in out and (small or (len(word) > 1 and word not in _SMALL)):
            found[word] += 1
            written.setdefault(word, text[start:end])
    return found, written


def phrase(said: str) -> tuple[str, ...]:
    """A word or several as they are looked for."""
    return tuple(word for _start, _end, word in words(said))


def places(text: str, said: str) -> list[tuple[int, int]]:
    """Where a word or phrase stands, word by word and folded; places do not overlap."""
    wanted = phrase(said)
    if not wanted:
        return []
    found: list[tuple[int, int]] = []
    all_words = list(words(text))
    for place in range(len(all_words) - len(wanted) + 1):
        if all(all_words[place + n][2] == word for n, word in enumerate(wanted)):
            start, end = all_words[place][0], all_words[place + len(wanted) - 1][1]
            if not found or start >= found[-1][1]:
                found.append((start, end))
    return found
