"""Who is this person, and do we know somebody like them already?"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_people
from linkwork.casework.models import Case, NameKey, Person
from linkwork.casework.rules.names import MOST_WORDS, distance, keys_looked_for, words_of
from linkwork.casework.rules.persons import Prefers
from linkwork.casework.rules.states import CaseState
from linkwork.core.errors import NotFound
from linkwork.core.text import initials
from linkwork.core.viewer import Viewer

MOST_FOUND = 200  # as many candidates are ranked; a name that common needs another word


@dataclass(frozen=True)
class PersonCard:
    """A person in plain values. `place` is (latitude, longitude); `open_case_id` the spell running now."""

    id: UUID
    name: str
    initials: str
    given_name: str
    family_name: str
    born_year: int | None
    born_on: dt.date | None
    phone: str
    email: str
    language: str
    interpreter: bool
    place: tuple[float, float] | None
    area: str
    prefers: Prefers
    open_case_id: UUID | None


def name_of(row: Person) -> str:
    """The name as it is shown."""
    return f"{row.given_name} {row.family_name}".strip()


def place_of(row: Person) -> tuple[float, float] | None:
    """(latitude, longitude), or None where we do not know."""
    return (row.latitude, row.longitude) if row.latitude is not None and row.longitude is not None else None


def person(viewer: Viewer, person_id: UUID) -> PersonCard:
    """One person of the viewer's programme. Raises NotFound. One question."""
    check_may_see_people(viewer)
    row = _rows(viewer).filter(id=person_id).first()
    if row is None:
        raise NotFound(_("There is no such person in this programme."))
    return _card(row)


def look_alikes(viewer: Viewer, person_id: UUID, most: int = 5) -> list[PersonCard]:
    """People whose name is like this person's, the nearest first, so that nobody is entered twice. Two questions."""
    card = person(viewer, person_id)
    conditions = with_name_like(viewer, words_of(card.name), "id")
    if not conditions:
        return []
    rows = _rows(viewer).filter(*conditions).exclude(id=person_id)
    near = sorted(rows[:MOST_FOUND], key=lambda row: (distance(card.name, row.search_key), row.search_key))
    return [_card(row) for row in near[:most]]


def with_name_like(viewer: Viewer, words: Sequence[str], person: str) -> list[Exists]:
    """One condition per word, for a queryset whose rows point at a person by the field `person`."""
    return [
        Exists(
            NameKey.objects.filter(
                programme_id=viewer.programme, person_id=OuterRef(person), key__in=keys_looked_for(word)
            )
        )
        for word in words[:MOST_WORDS]
    ]


def _rows(viewer: Viewer) -> QuerySet[Person]:
    running = Case.objects.filter(programme_id=viewer.programme, person_id=OuterRef("id"))
    running = running.exclude(state=CaseState.CLOSED).order_by("-id")
    rows = Person.objects.filter(programme_id=viewer.programme)
    return rows.annotate(open_case_id=Subquery(running.values("id")[:1]))


def _card(row: Any) -> PersonCard:
    return PersonCard(
        id=row.id,
        name=name_of(row),
        initials=initials(name_of(row)),
        given_name=row.given_name,
        family_name=row.family_name,
        born_year=row.born_year,
        born_on=row.born_on,
        phone=row.phone,
        email=row.email,
        language=row.language,
        interpreter=row.interpreter,
        place=place_of(row),
        area=row.area,
        prefers=Prefers(row.prefers),
        open_case_id=row.open_case_id,
    )
