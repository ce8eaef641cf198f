"""By which keys is a person found, however their name is written and whatever part of a number is known?

Each word of a name leaves a handful of keys: its beginnings of two to five letters, its first six letters, those with
one letter left out, and how it sounds. A word that is looked for leaves keys the same way, so that one missing, extra,
wrong or swapped letter still meets, and so does another spelling of the same sound. Numbers leave stretches of five
digits and their last four, births their year, addresses of e-mail a short hash. Keys are compared for equality only,
so an index answers however many people there are.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise

from linkwork.casework.rules.sounds import sound
from linkwork.core.text import fold

HEAD = 6
SHORTEST = 2
MOST_WORDS = 4
SAME_SOUND = 2
STRETCH, LAST, WHOLE_NUMBER = 5, 4, 9  # digits: of a stretch, of the end, of a number without its country
ARTICLE = "ال"
NUMBER = re.compile(r"\+?\d[\d\s()./-]*\d")


@dataclass(frozen=True)
class Sought:
    """One thing that is looked for: keys that meet exactly, with a slip, by sound. `word` is empty for a number."""

    word: str
    exact: frozenset[str]
    near: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    digits: str = ""

    @property
    def keys(self) -> frozenset[str]:
        """All of them."""
        return self.exact | self.near | self.loose


def words_of(text: str) -> list[str]:
    """The folded words of a name: letters and digits, so that "O'Neill-Björk" gives oneill and bjork.

    Scripts that put no space between the parts of a name give one word per character.
    """
    plain = fold(text).replace("'", "").replace("’", "").replace("ʼ", "")
    return "".join(f" {m} " if _stands_alone(m) else m if m.isalnum() else " " for m in plain).split()


def _stands_alone(mark: str) -> bool:
    return (
        "\u3040" <= mark <= "\u9fff" or "\uac00" <= mark <= "\ud7af" or "\U00020000" <= mark <= "\U0003134f"
    )


def search_key(*names: str) -> str:
    """All words of the names in alphabetical order, kept to rank what the keys found."""
    return " ".join(sorted(set(words_of(" ".join(names)))))[:400]


def keys_of_name(*names: str) -> frozenset[str]:
    """The keys a person's names leave in the index."""
    keys: set[str] = set()
    for name in names:
        words = words_of(name)
        keys.update(key for word in words for key in _keys_of_word(word))
        keys.update((left + right)[:HEAD] for left, right in pairwise(words))
    return frozenset(keys)


def _keys_of_word(word: str) -> set[str]:
    beginnings = {word[:length] for length in range(SHORTEST, HEAD)}
    keys = {word[:HEAD]} | beginnings | _one_left_out(word[:HEAD])
    heard = sound(word)
    if len(heard) > 1:
        keys |= {f"~{heard[:5]}", f"~{heard[:3]}"}
    if word.startswith(ARTICLE) and len(word) > len(ARTICLE) + 1:
        keys |= _keys_of_word(word.removeprefix(ARTICLE))
    return keys


def keys_of_number(number: str) -> frozenset[str]:
    """The keys a telephone number leaves: every stretch of five of its last nine digits, and its last four."""
    digits = digits_of(number)
    tail = digits[-WHOLE_NUMBER:]
    stretches = {f"#{tail[i : i + STRETCH]}" for i in range(len(tail) - STRETCH + 1)}
    return frozenset(stretches | ({f"#{digits[-LAST:]}"} if len(digits) >= LAST else set()))


def keys_of_year(year: int | None) -> frozenset[str]:
    """The key of a year of birth."""
    return frozenset({f"*{year}"}) if year else frozenset()


def keys_of_email(email: str) -> frozenset[str]:
    """The key of an address of e-mail; who shares it is compared in full."""
    plain = email.strip().casefold()
    return frozenset({f"@{blake2b(plain.encode(), digest_size=3).hexdigest()[:5]}"}) if plain else frozenset()


def digits_of(number: str) -> str:
    """The digits of a number, without the noughts it may begin with ("070 12" and "+46 70 12" share an end)."""
    return "".join(mark for mark in number if mark.isdecimal() and mark.isascii()).lstrip("0")


def sought(text: str) -> list[Sought]:
    """What a typed text asks for: names in any order, part of a number, a year of birth; the first four of them."""
    found: list[Sought] = []
    rest = text
    for match in NUMBER.finditer(text):
        digits = digits_of(match.group())
        if len(digits) >= STRETCH:
            stretch = frozenset({f"#{digits[-WHOLE_NUMBER:][:STRETCH]}"})
            found.append(Sought("", stretch, digits=digits[-WHOLE_NUMBER:]))
            rest = rest.replace(match.group(), " ")
    return [*found, *(_sought(word) for word in words_of(rest))][:MOST_WORDS]


def _sought(word: str) -> Sought:
    head = word[:HEAD]
    exact = {head}
    if word.isdecimal() and len(word) == LAST:
        return Sought(word, frozenset({head, f"#{word}", f"*{word}"}))
    heard = sound(word) if len(word) > 3 else ""
    loose = {f"~{heard[:5]}"} if len(heard) > 1 else set()
    return Sought(word, frozenset(exact), frozenset(_one_left_out(head)), frozenset(loose))


def _one_left_out(head: str) -> set[str]:
    return {head[:i] + head[i + 1 :] for i in range(len(head))} if len(head) > 3 else set()


def distance(looked_for: Iterable[str], key: str, known: dict[tuple[str, str], int] | None = None) -> int:
    """How far folded words are from a `search_key`: per word, the nearest beginning of any word of it.

    A slip counts two, a word of which only the beginning was typed one, another spelling of the same sound two.
    `known` keeps what was worked out, where many keys are compared: names come again and again.
    """
    words, memo = key.split(), {} if known is None else known
    return sum(
        min((_looked_up(word, other, memo) for other in words), default=2 * len(word)) for word in looked_for
    )


def _looked_up(word: str, other: str, memo: dict[tuple[str, str], int]) -> int:
    pair = (word, other)
    if pair not in memo:
        memo[pair] = _apart(word, other)
    return memo[pair]


def _apart(word: str, other: str) -> int:
    apart = 2 * _edits(word, other[: len(word)]) + (word != other)
    if apart > SAME_SOUND and len(heard := sound(word)) > 1 and heard == sound(other):
        return SAME_SOUND
    return apart


def _edits(left: str, right: str) -> int:
    """Levenshtein distance."""
    if left == right:
        return 0
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]
