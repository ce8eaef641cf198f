"""Answers to a survey of staff, kept elsewhere: what one answer is, and its table in an extract."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from linkwork.core.facts import Column, ColumnKind, FactTable
from linkwork.core.privacy import PrivacyClass

PSEUDONYM, PERSONAL, PROGRAMME = PrivacyClass.PSEUDONYM, PrivacyClass.PERSONAL, PrivacyClass.PROGRAMME
SURVEY = "survey_answers"


@dataclass(frozen=True)
class SurveyAnswer:
    """One item of one respondent. Neither `value` nor `not_relevant` where the item was left empty."""

    respondent: str
    instrument: str
    version: str
    item: str
    value: int | None
    not_relevant: str | None
    group: str | None
    answered_on: dt.date


COLUMNS = (
    Column("respondent_id", ColumnKind.ID, PSEUDONYM, "to put the answers of one person together"),
    Column("instrument", ColumnKind.TEXT, PROGRAMME, "what was asked"),
    Column("version", ColumnKind.TEXT, PROGRAMME, "versions are not mixed"),
    Column("item", ColumnKind.TEXT, PROGRAMME, "which construct it belongs to"),
    Column("value", ColumnKind.WHOLE, PERSONAL, "scores; missing where it was left empty or not relevant"),
    Column("not_relevant", ColumnKind.TEXT, PERSONAL, "how often an item has no meaning for somebody"),
    Column("group", ColumnKind.TEXT, PERSONAL, "scores by role"),
    Column("answered_on", ColumnKind.DAY, PERSONAL, "scores over time"),
)


def table_of(answers: Sequence[SurveyAnswer]) -> FactTable:
    """The answers as a table of an extract."""

    def rows(_programme: UUID) -> Iterator[tuple[object, ...]]:
        for one in answers:
            yield (one.respondent, one.instrument, one.version, one.item, one.value, one.not_relevant,
                   one.group, one.answered_on)  # fmt: skip

    return FactTable(SURVEY, COLUMNS, rows)
