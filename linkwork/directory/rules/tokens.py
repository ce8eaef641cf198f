"""What is put in the index for a service, and what a question asks of it.

Everything is a word with a letter in front that says what it is, so a map cell is never taken for a number, nor a
language for a word of the text: p programme, w word anywhere, k word in name, organisation or category, n word in the
name, h map cell, c cost, l language.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from linkwork.directory.rules.kinds import CostKind, Place
from linkwork.directory.rules.places import cells_near, cells_of
from linkwork.directory.rules.words import Word, words_in

Alternatives = tuple[str, ...]
_COST = {CostKind.FREE: "cfree", CostKind.PAID: "cpaid", CostKind.NOT_STATED: "cunknown"}
ANYWHERE, TITLE, NAME = "w", "k", "n"


@dataclass(frozen=True)
class Found:
    """The texts and facts of a service that it can be found by."""

    programme_id: UUID
    name: str
    organisation: str = ""
    category: str = ""
    texts: tuple[str, ...] = ()
    place: Place | None = None
    cost: CostKind = CostKind.NOT_STATED
    languages: tuple[str, ...] = ()


def tokens_of(service: Found) -> list[str]:
    """Every word the service is put in the index under, in order."""
    name = words_in(service.name)
    title = name | words_in(service.organisation) | words_in(service.category)
    anywhere = title.union(*(words_in(text) for text in service.texts))
    tokens = {programme_token(service.programme_id), _COST[service.cost]}
    tokens |= {NAME + word for word in name} | {TITLE + word for word in title}
    tokens |= {ANYWHERE + word for word in anywhere}
    tokens |= {f"h{cell}" for cell in cells_of(service.place)} if service.place else {"hnowhere"}
    tokens |= {language_token(code) for code in service.languages} or {"lunknown"}
    return sorted(tokens)


def programme_token(programme_id: UUID) -> str:
    """The word that every question carries."""
    return f"p{programme_id.hex}"


def language_token(code: str) -> str:
    """The word for a language; "zh-Hans" is found under "zh"."""
    return f"l{code.casefold().split('-')[0]}"


@dataclass(frozen=True)
class Asked:
    """A question as the index takes it: `all_of` must all be met, each by one of its alternatives.

    `tiers` are narrower questions, best first: a hit is ranked by the first it meets.
    """

    all_of: tuple[Alternatives, ...]
    words: tuple[Word, ...] = ()
    any_word: bool = False
    tiers: tuple[tuple[Alternatives, ...], ...] = field(default=())


def ask(
    programme_id: UUID,
    words: tuple[Word, ...],
    *,
    near: tuple[Place, float] | None = None,
    free_only: bool = False,
    language: str = "",
    any_word: bool = False,
) -> Asked:
    """Turn a question into index words. What is not known about a service never excludes it."""
    facts: list[Alternatives] = [(programme_token(programme_id),)]
    cells = cells_near(*near) if near else ()
    if cells:
        facts.append((*(f"h{cell}" for cell in cells), "hnowhere"))
    if free_only:
        facts.append(("cfree", "cunknown"))
    if language:
        facts.append((language_token(language), "lunknown"))
    tiers: tuple[tuple[Alternatives, ...], ...]
    if any_word and len(words) > 1:
        wanted = [tuple(sorted(ANYWHERE + form for word in words for form in word))]
        tiers = tuple(_marked(ANYWHERE, (word,)) for word in words)
        return Asked((*facts, *wanted), words, True, tiers)
    tiers = (_marked(NAME, words), _marked(TITLE, words)) if words else ()
    return Asked((*facts, *_marked(ANYWHERE, words)), words, False, tiers)


def _marked(letter: str, words: Iterable[Word]) -> tuple[Alternatives, ...]:
    return tuple(tuple(sorted(letter + form for form in word)) for word in words)
