"""Why was it found, and what is not known? In codes: pages put them into sentences."""

from collections.abc import Mapping, Sequence

from linkwork.directory.rules.freshness import FreshnessState
from linkwork.directory.rules.hours import open_at
from linkwork.directory.rules.kinds import CostKind, OpenTime
from linkwork.directory.rules.words import Word, words_in

# why: "words:FIELD", "near", "open", "free", "language", "fresh"; unknown: "place", "place_rough", "hours", ...


def reasons(
    words: Sequence[Word],
    about: Mapping[str, str],
    far: float | None,
    *,
    open_times: tuple[OpenTime, ...] | None,
    open_on: tuple[int, int | None] | None,
    cost: CostKind,
    language: str,
    languages: Sequence[str],
    freshness: FreshnessState,
) -> tuple[str, ...]:
    """The codes of what speaks for a match. For each field that holds a word no earlier field held: "words:FIELD"."""
    why: list[str] = []
    waiting = list(words)
    for field, text in about.items():
        if not waiting:
            break
        held = words_in(text)
        still = [word for word in waiting if not word & held]
        if len(still) < len(waiting):
            why.append(f"words:{field}")
        waiting = still
    if far is not None:
        why.append("near")
    if open_on is not None and open_times is not None and open_at(open_times, *open_on):
        why.append("open")
    if cost is CostKind.FREE:
        why.append("free")
    if language and language in languages:
        why.append("language")
    if freshness is FreshnessState.FRESH:
        why.append("fresh")
    return tuple(why)


def unknowns(
    *,
    placed: bool,
    exact: bool,
    hours: bool,
    cost: CostKind,
    languages: Sequence[str],
    freshness: FreshnessState,
    asked_language: bool,
) -> tuple[str, ...]:
    """The codes of what the entry does not state. The language is missed only where one was asked for."""
    told = {
        "place": placed,
        "place_rough": not placed or exact,
        "hours": hours,
        "cost": cost is not CostKind.NOT_STATED,
        "language": bool(languages) or not asked_language,
        "checked": freshness is not FreshnessState.NEVER,
    }
    return tuple(code for code, known in told.items() if not known)
