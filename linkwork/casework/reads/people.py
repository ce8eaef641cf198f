"""Who is this person, and how are they to be reached?"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.models import Case, Person, Referral
from linkwork.casework.rules.persons import OtherWay, PersonDetails, Prefers
from linkwork.casework.rules.referrals import Care, Phoning, heeded
from linkwork.casework.rules.states import CaseState
from linkwork.core.errors import NotFound
from linkwork.core.text import initials
from linkwork.core.viewer import Viewer


@dataclass(frozen=True)
class PersonCard:
    """A person in plain values: who they are by `details`, and the spell running now.

    `place` is (latitude, longitude). `case_id` is the newest spell, running or over; None for somebody only referred.
    """

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
    details: PersonDetails
    open_case_id: UUID | None
    case_id: UUID | None

    @property
    def year(self) -> int | None:
        """The year of birth, however much of the day is known."""
        return self.born_on.year if self.born_on else self.born_year


def name_of(row: Person) -> str:
    """The name as it is shown."""
    return f"{row.given_name} {row.family_name}".strip()


def place_of(row: Person) -> tuple[float, float] | None:
    """(latitude, longitude), or None where we do not know."""
    return (row.latitude, row.longitude) if row.latitude is not None and row.longitude is not None else None


def care_of(row: Referral) -> Care:
    """What was said about getting in touch when the person came."""
    return Care(row.reach_when, Phoning(row.phoning), row.safety)


def care_now(row: Referral, person: Person) -> Care:
    """What to mind before getting in touch, as far as it is known today."""
    return heeded(
        care_of(row),
        never_by=[Prefers(way) for way in person.never_by],
        message_ok=person.phone_message_ok,
        best_time=person.best_time,
    )


def person(viewer: Viewer, person_id: UUID) -> PersonCard:
    """One person of the viewer's programme; of one who was merged, the record that goes on. Raises NotFound."""
    check_may_see_people(viewer)
    found: UUID | None = person_id
    while found is not None:
        row = _rows(viewer).filter(id=found).first()
        if row is None:
            break
        if row.merged_into_id is None:
            return _card(row)
        found = row.merged_into_id
    raise NotFound(_("There is no such person in this programme."))


def people(viewer: Viewer, person_ids: Collection[UUID]) -> list[PersonCard]:
    """Those of these people the viewer may see, in the order asked for. One question."""
    check_may_see_people(viewer)
    rows = _rows(viewer).filter(id__in=list(person_ids), merged_into__isnull=True)
    cards = {row.id: _card(row) for row in rows}
    return [cards[one] for one in person_ids if one in cards]


def everybody(viewer: Viewer) -> QuerySet[Person]:
    """The people this viewer may see, to be narrowed by the questions of this room; merged ones are left out."""
    check_may_see_people(viewer)
    return Person.objects.filter(
        seen_by(viewer, "id"), programme_id=viewer.programme, merged_into__isnull=True
    )


def _rows(viewer: Viewer) -> QuerySet[Person]:
    spells = Case.objects.filter(programme_id=viewer.programme, person_id=OuterRef("id"))
    running = spells.exclude(state=CaseState.CLOSED).order_by("-id")
    rows = Person.objects.filter(seen_by(viewer, "id"), Q(programme_id=viewer.programme))
    return rows.annotate(
        open_case_id=Subquery(running.filter(continues_in__isnull=True).values("id")[:1]),
        any_case_id=Subquery(spells.order_by("-id").values("id")[:1]),
    )


def details_of(row: Person) -> PersonDetails:
    """The person as they would be entered."""
    return PersonDetails(
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
        other_names=tuple(row.other_names),
        form_of_address=row.form_of_address,
        reading_language=row.reading_language,
        phone_message_ok=row.phone_message_ok,
        other_ways=tuple(OtherWay(**way) for way in row.other_ways),
        best_time=row.best_time,
        never_by=tuple(Prefers(way) for way in row.never_by),
        address=row.address,
        access_needs=tuple(row.access_needs),
        access_words=row.access_words,
        trusted_name=row.trusted_name,
        trusted_relation=row.trusted_relation,
        trusted_phone=row.trusted_phone,
    )


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
        details=details_of(row),
        open_case_id=row.open_case_id,
        case_id=row.open_case_id or row.any_case_id,
    )
