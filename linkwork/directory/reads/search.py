"""Finding the right service: plain words, near here, open then, free, in their language. Two statements at most.

Ranked by fit (all words in the name; in name, organisation or kind; anywhere), then freshness, then distance: never
one hidden score. Each match says why it was found and what is not known.
"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.utils import timezone

from linkwork.core.viewer import Viewer
from linkwork.directory.access import check_may_search
from linkwork.directory.reads.cards import COLUMNS, ServiceCard, card
from linkwork.directory.reads.statement import Ranked, statement
from linkwork.directory.rules.explain import reasons, unknowns
from linkwork.directory.rules.kinds import Place
from linkwork.directory.rules.places import distance_km
from linkwork.directory.rules.tokens import ask
from linkwork.directory.rules.words import asked_words

PAGE = 20


@dataclass(frozen=True)
class Query:
    """What is looked for. `open_on` is (day, minute after midnight, or None for any time), Monday 0, to the half hour.

    `also` holds further words that help where they can: with them, any of all the words is enough. `page` is the
    `next_key` of the page before; `today` is the day freshness is graded on.
    """

    words: str = ""
    place: Place | None = None
    within_km: float | None = None
    open_on: tuple[int, int | None] | None = None
    free_only: bool = False
    language: str = ""
    page: str = ""
    also: str = ""
    size: int = PAGE
    today: dt.date | None = None


@dataclass(frozen=True)
class Match:
    """One service with the reasons it was found, and what it does not state that was asked for. Both are codes:

    see `rules.explain`. `distance_km` is None without a place on either side.
    """

    service: ServiceCard
    distance_km: float | None
    why: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True)
class Results:
    """A page of matches; `next_key` is empty on the last. `widened`: no entry had all the words, these have some."""

    matches: tuple[Match, ...]
    next_key: str = ""
    widened: bool = False


def search(viewer: Viewer, query: Query) -> Results:
    """The best matches, best first. Where no entry holds all the words, those that hold some of them."""
    check_may_search(viewer)
    widen, after = _page_key(query.page)
    words = asked_words(query.words)
    wider = asked_words(f"{query.words} {query.also}")
    any_word = widen or (bool(query.also.strip()) and len(wider) > len(words))
    results = _ask(viewer, query, wider if any_word else words, any_word, after)
    if results.matches or any_word or len(words) < 2:
        return results
    return _ask(viewer, query, words, True, after)


def _ask(
    viewer: Viewer, query: Query, words: tuple[frozenset[str], ...], any_word: bool, after: Ranked | None
) -> Results:
    today = query.today or timezone.now().date()
    near = (query.place, query.within_km) if query.place and query.within_km else None
    asked = ask(
        viewer.programme,
        words,
        near=near,
        free_only=query.free_only,
        language=query.language,
        any_word=any_word,
    )
    text, values = statement(
        viewer.programme,
        asked,
        vendor=connection.vendor,
        columns=COLUMNS,
        place=query.place,
        within_km=query.within_km,
        open_on=query.open_on,
        today=today,
        after=after,
        size=query.size + 1,
    )
    with connection.cursor() as cursor:
        cursor.execute(text, values)
        rows = cursor.fetchall()
    matches = tuple(_match(row[5:], row[4], query, words, today) for row in rows[: query.size])
    more = len(rows) > query.size
    widened = any_word and not query.also
    return Results(matches, _next_key(any_word, rows[query.size - 1]) if more else "", widened)


def _match(
    row: tuple[object, ...],
    organisation_name: str,
    query: Query,
    words: tuple[frozenset[str], ...],
    today: dt.date,
) -> Match:
    service = card(row, organisation_name, today)
    far = distance_km(query.place, service.place) if query.place and service.place else None
    about = {
        "name": service.name,
        "organisation": organisation_name,
        "category": service.category,
        "description": service.description,
        "eligibility": service.eligibility,
        "address": service.address,
    }
    why = reasons(
        words,
        about,
        far,
        open_times=service.open_times,
        open_on=query.open_on,
        cost=service.cost.kind,
        language=query.language,
        languages=service.languages,
        freshness=service.freshness.state,
    )
    return Match(
        service,
        far,
        why,
        unknowns(
            placed=service.place is not None,
            exact=service.place_is_exact,
            hours=service.open_times is not None,
            cost=service.cost.kind,
            languages=service.languages,
            freshness=service.freshness.state,
            asked_language=bool(query.language),
        ),
    )


def _next_key(any_word: bool, row: tuple[object, ...]) -> str:
    fit, age, far, key = row[:4]
    return f"{int(any_word)}.{fit}.{age}.{far}.{UUID(str(key)).hex}"


def _page_key(page: str) -> tuple[bool, Ranked | None]:
    """What a `next_key` says; the first page for one that is not ours."""
    parts = page.split(".")
    try:
        widen, fit, age, far = (int(part) for part in parts[:4])
        return bool(widen), Ranked(fit, age, far, UUID(parts[4]))
    except (ValueError, IndexError):
        return False, None
