"""What an extract learns about change: directions and scores, never words and never single answers."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Exists, OuterRef

from linkwork.core.facts import Column, ColumnKind, FactTable
from linkwork.core.privacy import PrivacyClass
from linkwork.outcomes.models import Assessment, AssessmentScore, Attainment, Change

ID, TEXT, DAY = ColumnKind.ID, ColumnKind.TEXT, ColumnKind.DAY
PSEUDONYM, PERSONAL, PROGRAMME = PrivacyClass.PSEUDONYM, PrivacyClass.PERSONAL, PrivacyClass.PROGRAMME
CASE_ID = Column("case_id", ID, PSEUDONYM, "change beside what was done")


def changes(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row a change."""
    rows = Change.objects.filter(programme_id=programme_id).order_by("id")
    yield from rows.values_list("id", "case_id", "case__person_id", "direction", "noted_on").iterator()


def assessments(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row a score of an answering that counts; a measure without a total has several scores."""
    later = Assessment.objects.filter(programme_id=programme_id, replaces_id=OuterRef("assessment_id"))
    rows = AssessmentScore.objects.filter(
        ~Exists(later), programme_id=programme_id, assessment__voided_at=None
    ).order_by("assessment__answered_on", "id")
    for *begin, value, missing in rows.values_list(
        "assessment_id",
        "assessment__case_id",
        "assessment__case__person_id",
        "assessment__measure",
        "assessment__version",
        "score",
        "assessment__occasion",
        "assessment__mode",
        "assessment__answered_on",
        "value",
        "missing",
    ).iterator():
        yield (*begin, None if value is None else float(value), missing)


def attainments(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row a time a goal was asked about. First and last, and how far it moved, follow from the days."""
    rows = Attainment.objects.filter(programme_id=programme_id).order_by("goal_id", "noted_on", "id")
    yield from rows.values_list("id", "goal_id", "case_id", "case__person_id", "level", "noted_on").iterator()


TABLES = (
    FactTable(
        "changes",
        (
            Column("change_id", ID, PSEUDONYM, "to count each once"),
            CASE_ID,
            Column("person_id", ID, PSEUDONYM, "to count people, not notes"),
            Column("direction", TEXT, PERSONAL, "how many say things got better"),
            Column("noted_on", DAY, PERSONAL, "change over time"),
        ),
        changes,
    ),
    FactTable(
        "assessments",
        (
            Column("assessment_id", ID, PSEUDONYM, "to count each once"),
            CASE_ID,
            Column("person_id", ID, PSEUDONYM, "to count people, not answerings"),
            Column("measure", TEXT, PROGRAMME, "what was asked"),
            Column("version", TEXT, PROGRAMME, "versions are not mixed"),
            Column("score", TEXT, PROGRAMME, "which score of the measure"),
            Column("occasion", TEXT, PERSONAL, "to pair a start with what came later"),
            Column("mode", TEXT, PERSONAL, "people answer differently alone and with somebody"),
            Column("answered_on", DAY, PERSONAL, "change over time"),
            Column(
                "total", ColumnKind.NUMBER, PERSONAL, "the change of those asked twice; missing stays missing"
            ),
            Column("items_missing", ColumnKind.WHOLE, PERSONAL, "how whole the answers are"),
        ),
        assessments,
    ),
    FactTable(
        "attainments",
        (
            Column("attainment_id", ID, PSEUDONYM, "to count each once"),
            Column("goal_id", ID, PSEUDONYM, "to join the goals"),
            CASE_ID,
            Column("person_id", ID, PSEUDONYM, "to count people, not goals"),
            Column("level", ColumnKind.WHOLE, PERSONAL, "how far people come: -2 to 2, 0 as hoped"),
            Column("noted_on", DAY, PERSONAL, "first and last, and change over time"),
        ),
        attainments,
    ),
)
