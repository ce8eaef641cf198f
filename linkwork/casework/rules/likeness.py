"""What makes two records look like one person?"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from linkwork.casework.rules.names import digits_of, distance, words_of


class Why(StrEnum):
    """In which way two records are alike."""

    SAME_NAME = "same_name"
    LIKE_NAME = "like_name"
    SAME_PHONE = "same_phone"
    SAME_EMAIL = "same_email"
    SAME_BIRTH = "same_birth"


WEIGHTS = {
    Why.SAME_NAME: 4,
    Why.SAME_PHONE: 3,
    Why.SAME_EMAIL: 3,
    Why.LIKE_NAME: 2,
    Why.SAME_BIRTH: 1,
}
ENOUGH = 2  # a birth year alone is shared by hundreds


@dataclass(frozen=True)
class Traits:
    """What is compared: the words of all names sorted into one text, numbers and addresses, the year of birth."""

    key: str
    phones: frozenset[str]
    emails: frozenset[str]
    born_year: int | None


def traits(key: str, phones: Iterable[str], emails: Iterable[str], born_year: int | None) -> Traits:
    """`Traits` of values as people write them."""
    numbers = frozenset(digits_of(phone)[-9:] for phone in phones if len(digits_of(phone)) >= 6)
    addresses = frozenset(email.strip().casefold() for email in emails if email.strip())
    return Traits(key, numbers, addresses, born_year)


def reasons(asked: Traits, known: Traits) -> tuple[Why, ...]:
    """Why they may be one person, the strongest reason first; empty where they need not be."""
    found = set()
    words = words_of(asked.key)
    if words and set(words) <= set(known.key.split()):
        found.add(Why.SAME_NAME if len(words) > 1 or words == known.key.split() else Why.LIKE_NAME)
    elif words and distance(words, known.key) <= 3 * len(words):
        found.add(Why.LIKE_NAME)
    if asked.phones & known.phones:
        found.add(Why.SAME_PHONE)
    if asked.emails & known.emails:
        found.add(Why.SAME_EMAIL)
    if asked.born_year is not None and asked.born_year == known.born_year:
        found.add(Why.SAME_BIRTH)
    if weight(found) < ENOUGH or _other_year(asked, known, found):
        return ()
    return tuple(why for why in WEIGHTS if why in found)


def _other_year(asked: Traits, known: Traits, found: set[Why]) -> bool:
    """Two people with like names and births far apart, and nothing else in common."""
    if asked.born_year is None or known.born_year is None or found - {Why.LIKE_NAME}:
        return False
    return abs(asked.born_year - known.born_year) > 2


def weight(found: Iterable[Why]) -> int:
    """How much speaks for it."""
    return sum(WEIGHTS[why] for why in found)
