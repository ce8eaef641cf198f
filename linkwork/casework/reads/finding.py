"""Who is found by what was typed, and do we know somebody like them already?"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import Any
from uuid import UUID

from django.db.models import Case as Choice
from django.db.models import F, IntegerField, Max, QuerySet, Value, When

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.models import NameKey, Person
from linkwork.casework.reads.people import PersonCard, people, person
from linkwork.casework.reads.referrals import ReferralCard
from linkwork.casework.rules import likeness
from linkwork.casework.rules.likeness import Traits, Why, reasons, traits
from linkwork.casework.rules.names import (
    Sought,
    digits_of,
    distance,
    keys_of_email,
    keys_of_number,
    search_key,
    sought,
    words_of,
)
from linkwork.core.viewer import Viewer

MOST_FOUND = 100  # as many candidates are ranked; a name that common needs another word
EXACT, NEAR, LOOSE = 3, 2, 1
SHORT = 2  # letters: a word like al or de tells nobody apart
SLIM = ("id", "search_key", "phone", "email", "other_ways", "born_year", "born_on")


@dataclass(frozen=True)
class Likely:
    """Somebody who may be the same. `person` is None where the viewer may not know who: a manager does."""

    person: PersonCard | None
    person_id: UUID
    why: tuple[Why, ...]


def found(viewer: Viewer, text: str, most: int = 30) -> list[PersonCard]:
    """People by any of their names, part of a number, or a year of birth; the nearest first. Three questions."""
    return people(viewer, ranked(viewer, text)[:most])


def ranked(viewer: Viewer, text: str, among: QuerySet[Any] | None = None) -> list[UUID]:
    """The ids of those found, the nearest first; `among` is a queryset of person ids. Two questions."""
    check_may_see_people(viewer)
    asked = sought(text)
    if not asked:
        return []
    keys = NameKey.objects.filter(seen_by(viewer), programme_id=viewer.programme)
    if among is not None:
        keys = keys.filter(person_id__in=among)
    rows = _slim(viewer, _candidates(keys, asked))
    words = [one.word for one in asked if one.word]
    digits = [one.digits for one in asked if one.digits]
    near = [row for row in rows if all(any(part in n for n in _numbers(row)) for part in digits)]
    memo: dict[tuple[str, str], int] = {}
    near.sort(
        key=lambda row: (distance(words, f"{row['search_key']} {_year(row) or ''}", memo), row["search_key"])
    )
    return [row["id"] for row in near]


def _candidates(keys: QuerySet[NameKey], asked: Sequence[Sought]) -> list[UUID]:
    """Whoever meets every thing sought, those with the fewest slips first: one question of the index of keys."""
    rows = keys.filter(key__in=sorted(frozenset[str]().union(*(one.keys for one in asked))))
    weights = {f"met_{number}": Max(_met(one)) for number, one in enumerate(asked)}
    grouped = rows.values("person_id").annotate(**weights).filter(**{f"{name}__gt": 0 for name in weights})
    total = reduce(add, (F(name) for name in weights))
    ordered = grouped.annotate(total=total).order_by("-total", "-person_id")
    return list(ordered.values_list("person_id", flat=True)[:MOST_FOUND])


def _met(one: Sought) -> Choice:
    kinds = ((one.exact, EXACT), (one.near, NEAR), (one.loose, LOOSE))
    cases = [When(key__in=sorted(keys), then=Value(weight)) for keys, weight in kinds if keys]
    return Choice(*cases, default=Value(0), output_field=IntegerField())


def _slim(
    viewer: Viewer, ids: Iterable[UUID], others: QuerySet[Any, Any] | None = None
) -> list[dict[str, Any]]:
    """What ranking and comparing need of these people, and of the `others` (person ids) in the same question.

    Those merged away are left out.
    """
    chosen = sorted(set(ids))
    everybody = Person.objects.filter(programme_id=viewer.programme, merged_into__isnull=True).order_by()
    rows = everybody.filter(id__in=chosen).values(*SLIM)
    if others is not None:
        rows = rows.union(everybody.filter(id__in=others).values(*SLIM), all=True)
    found = {row["id"]: row for row in rows} if chosen or others is not None else {}
    return list(found.values())


def _numbers(row: dict[str, Any]) -> list[str]:
    values = (row["phone"], *(way["value"] for way in row["other_ways"]))
    return [digits_of(value) for value in values if "@" not in value]


def _emails(row: dict[str, Any]) -> list[str]:
    return [value for value in (row["email"], *(way["value"] for way in row["other_ways"])) if "@" in value]


def _year(row: dict[str, Any]) -> int | None:
    born_on: dt.date | None = row["born_on"]
    year: int | None = row["born_year"]
    return born_on.year if born_on else year


def look_alikes(viewer: Viewer, person_id: UUID, most: int = 5) -> list[PersonCard]:
    """People who may be the same as this one and whom the viewer may see, the likeliest first."""
    card = person(viewer, person_id)
    return _seen_like(viewer, [card.name, *card.details.other_names], card, person_id, most)


def look_alikes_of(viewer: Viewer, card: ReferralCard, most: int = 5) -> list[PersonCard]:
    """People who may be the same as the one a referral is of. At most three questions of the database."""
    return _seen_like(viewer, [card.name, *card.other_names], card, card.person_id, most)


def _seen_like(
    viewer: Viewer, names: list[str], card: PersonCard | ReferralCard, person_id: UUID, most: int
) -> list[PersonCard]:
    likely = likely_same(viewer, names, card.year, card.phone, card.email, leave_out=(person_id,), most=most)
    return [one.person for one in likely if one.person]


def likely_same(
    viewer: Viewer,
    names: Iterable[str],
    born: dt.date | int | None,
    phone: str,
    email: str,
    *,
    leave_out: Iterable[UUID] = (),
    most: int = 5,
) -> list[Likely]:
    """Who on record may be the same person, the likeliest first. At most three questions of the database.

    `born` is a day or a year. Somebody restricted whom the viewer may not see is there without a card, and only where
    the whole name or a number is the same: whoever asks learns to ask a manager, and nothing else.
    """
    check_may_see_people(viewer)
    names = [name for name in names if name.strip()]
    year = born.year if isinstance(born, dt.date) else born
    asked = traits(search_key(*names), [phone], [email], year)
    compared = [
        (row["id"], reasons(asked, _traits(row))) for row in _alike(viewer, names, phone, email, leave_out)
    ]
    likely = sorted(
        ((one, why) for one, why in compared if why), key=lambda pair: (-likeness.weight(pair[1]), pair[0])
    )[:most]
    cards = {card.id: card for card in people(viewer, [one for one, _why in likely])} if likely else {}
    return [
        Likely(cards.get(one), one, why) for one, why in likely if one in cards or why[0] is not Why.LIKE_NAME
    ]


def _traits(row: dict[str, Any]) -> Traits:
    return traits(row["search_key"], _numbers(row), _emails(row), _year(row))


def _alike(
    viewer: Viewer, names: Sequence[str], phone: str, email: str, leave_out: Iterable[UUID]
) -> list[dict[str, Any]]:
    """Rows worth comparing, restricted ones too: by the first name given, by the number, by the address."""
    keys = NameKey.objects.filter(programme_id=viewer.programme)
    ids: list[UUID] = []
    words = words_of(names[0]) if names else []
    asked = sought(" ".join([word for word in words if len(word) > SHORT] or words))
    if asked:
        ids += _candidates(keys, asked)
    others = sorted(keys_of_number(phone) | keys_of_email(email))
    numbered = None
    if others:
        numbered = keys.filter(key__in=others).order_by("-person_id").values("person_id")[:MOST_FOUND]
    left = set(leave_out)
    return [row for row in _slim(viewer, ids, numbered) if row["id"] not in left]
