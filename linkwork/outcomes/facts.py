"""What an extract learns about change: directions and scores, never words and never single answers."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from django.db.models import Exists, OuterRef

from linkwork.core.facts import Column, ColumnKind, FactTable
from linkwork.core.privacy import PrivacyClass
from linkwork.instruments import measures
from linkwork.instruments.measures.shapes import ScoreRule
from linkwork.outcomes.models import Assessment, AssessmentScore, Attainment, Change
from linkwork.outcomes.rules.occasions import Occasion
from linkwork.outcomes.rules.paired import Range, Reading, halves_of, range_of, reliably

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


def measure_pairs(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row for each case and score that was asked: whether it has both halves, and then which way it went.

    Only answerings of a measure's present version that could be scored. `went` is read against the reliable change of
    the measure's source, and missing where no source was read. `began` and `ended` say whether a pair stood at the
    best or the worst value, where nothing further can be seen. `first_on` is the day somebody was first asked.
    """
    for (measure_id, score, case_id, person_id), own in sorted(_readings(programme_id).items(), key=str):
        rule = _rule(measure_id, score)
        if rule is None:
            continue
        before, later = (one.value if one else None for one in halves_of(own))
        paired = before is not None and later is not None
        went, began, ended = _way(rule, before, later) if paired else (None, None, None)
        first_on = min(one.on for one in own)
        values = [None if value is None else float(value) for value in (before, later)]
        yield case_id, person_id, measure_id, score, paired, went, began, ended, first_on, *values


def _readings(programme_id: UUID) -> dict[tuple[str, str, UUID, UUID], list[Reading]]:
    later = Assessment.objects.filter(programme_id=programme_id, replaces_id=OuterRef("assessment_id"))
    rows = AssessmentScore.objects.filter(
        ~Exists(later), programme_id=programme_id, assessment__voided_at=None, value__isnull=False
    ).order_by("assessment__answered_on", "assessment_id")
    versions = {one.id: one.version for one in measures.measures()}
    found: dict[tuple[str, str, UUID, UUID], list[Reading]] = {}
    for measure, version, score, case, person, occasion, on, value in rows.values_list(
        "assessment__measure",
        "assessment__version",
        "score",
        "assessment__case_id",
        "assessment__case__person_id",
        "assessment__occasion",
        "assessment__answered_on",
        "value",
    ).iterator():
        if versions.get(measure) == version:
            one = Reading(case, Occasion(occasion), on, value)
            found.setdefault((measure, score, case, person), []).append(one)
    return found


def _rule(measure_id: str, score: str) -> ScoreRule | None:
    return measures.measure(measure_id).rule(score)


def _way(rule: ScoreRule, before: Decimal | None, later: Decimal | None) -> tuple[str | None, str, str]:
    assert before is not None
    assert later is not None
    scale = range_of(rule)
    sure = reliably(Fraction(later) - Fraction(before), scale)
    went = None if sure is None else {1: "better", 0: "steady", -1: "worse"}[sure]
    return went, _end(before, scale), _end(later, scale)


def _end(value: Decimal, scale: Range) -> str:
    best, worst = scale.lowest, scale.highest
    if not scale.lower_is_better:
        best, worst = worst, best
    return "best" if value == best else "worst" if value == worst else "between"


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
    FactTable(
        "measure_pairs",
        (
            CASE_ID,
            Column("person_id", ID, PSEUDONYM, "to count people"),
            Column("measure", TEXT, PROGRAMME, "what was asked"),
            Column("score", TEXT, PROGRAMME, "which score of the measure"),
            Column("paired", ColumnKind.FLAG, PERSONAL, "only those asked twice say anything of change"),
            Column("went", TEXT, PERSONAL, "how many changed by more than the measure's own noise"),
            Column("began", TEXT, PERSONAL, "how many had no room to change at the start"),
            Column("ended", TEXT, PERSONAL, "how many had reached the end of the scale"),
            Column("first_on", DAY, PERSONAL, "change by period and stage"),
            Column("before", ColumnKind.NUMBER, PERSONAL, "the mean change of those asked twice"),
            Column("later", ColumnKind.NUMBER, PERSONAL, "the mean change of those asked twice"),
        ),
        measure_pairs,
    ),
)
