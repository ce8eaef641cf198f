"""Who lives with this person, and how old are the children?"""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.models import Case, Member
from linkwork.casework.reads.people import name_of
from linkwork.casework.rules.households import Age, MemberDetails, Month, age
from linkwork.core.viewer import Viewer


@dataclass(frozen=True)
class MemberCard:
    """One of the household. `name` is the person's own where they are on record; `case_id` opens their page.

    `age` is of the day asked about, None where birth is not known.
    """

    id: UUID
    household_id: UUID
    person_id: UUID | None
    case_id: UUID | None
    name: str
    details: MemberDetails
    age: Age | None


def household_of(viewer: Viewer, person_id: UUID, on: dt.date) -> list[MemberCard]:
    """Everybody of the person's households, themself too: who lives there first, the oldest first. One question.

    People the viewer may not know of are left out.
    """
    check_may_see_people(viewer)
    own = Member.objects.filter(seen_by(viewer), programme_id=viewer.programme, person_id=person_id)
    rows = _rows(viewer).filter(household_id__in=own.values("household_id"))
    cards = [_card(row, on) for row in rows.order_by("created_at", "id")]
    return sorted(cards, key=lambda card: (not card.details.lives_here, card.details.child, _born(card)))


def member(viewer: Viewer, member_id: UUID, on: dt.date) -> MemberCard | None:
    """One member; None where there is none the viewer may know of. One question."""
    check_may_see_people(viewer)
    homes = Member.objects.filter(seen_by(viewer), programme_id=viewer.programme, person_id__isnull=False)
    row = _rows(viewer).filter(id=member_id, household_id__in=homes.values("household_id")).first()
    return _card(row, on) if row else None


def _rows(viewer: Viewer) -> QuerySet[Member]:
    spells = Case.objects.filter(programme_id=viewer.programme, person_id=OuterRef("person_id"))
    rows = Member.objects.filter(
        Q(person_id__isnull=True) | seen_by(viewer) & Q(person__merged_into__isnull=True),
        programme_id=viewer.programme,
    )
    rows = rows.annotate(opens=Subquery(spells.order_by("-id").values("id")[:1]))
    return rows.select_related("person")


def _born(card: MemberCard) -> Month:
    return card.details.born or Month(9999, 1)


def _card(row: Any, on: dt.date) -> MemberCard:
    born = _month(row.born_year, row.born_month)
    details = MemberDetails(
        row.name, row.role, row.child, born, _month(row.due_year, row.due_month), row.lives_here
    )
    return MemberCard(
        id=row.id,
        household_id=row.household_id,
        person_id=row.person_id,
        case_id=row.opens,
        name=name_of(row.person) if row.person else row.name,
        details=details,
        age=age(born, on) if born else None,
    )


def _month(year: int | None, month: int | None) -> Month | None:
    return Month(year, month) if year and month else None
