"""Children of the people supported, for an extract: how old they were, and nothing else."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from linkwork.casework.facts.parts import CASE_ID, ID, PERSON_ID, PERSONAL, PSEUDONYM, WHOLE
from linkwork.casework.models import Case, Contact, Member
from linkwork.casework.rules.households import Month, age_in_months
from linkwork.core.facts import Column, FactTable


def children(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row per case and child of the person's household. The age is None before birth, and where it is not known."""
    first = Contact.objects.filter(programme_id=programme_id, case_id=OuterRef("id"), reached=True)
    rows = (
        Case.objects.filter(programme_id=programme_id, person__memberships__household__members__child=True)
        .annotate(first_at=Subquery(first.order_by("occurred_at").values("occurred_at")[:1]))
        .order_by("id", "person__memberships__household__members__id")
        .values_list(
            "id", "person_id", "first_at", "opened_on", "person__memberships__household__members__id"
        )
    )
    born = {
        member: (year, month)
        for member, year, month in Member.objects.filter(programme_id=programme_id, child=True).values_list(
            "id", "born_year", "born_month"
        )
    }
    for case_id, person_id, first_at, opened_on, member in rows.iterator():
        year, month = born[member]
        day = timezone.localdate(first_at) if first_at else opened_on
        yield member, case_id, person_id, age_in_months(Month(year, month), day) if year and month else None


TABLES = (
    FactTable(
        "children",
        (
            Column("child_id", ID, PSEUDONYM, "to count each child once"),
            CASE_ID,
            PERSON_ID,
            Column(
                "age_months", WHOLE, PERSONAL, "reach by age at the first contact, or when the case began"
            ),
        ),
        children,
    ),
)
