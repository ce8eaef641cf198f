"""Means as the plain values the page shows: change of those asked twice, and scores of a survey of staff."""

from collections.abc import Sequence
from typing import Any

from linkwork.evaluation.indicators.reads import PairedOutcome, SurveyScores
from linkwork.exchange.scores import ScoreTable, changes_table, respondents_words, survey_table


def surveys(found: Sequence[SurveyScores]) -> list[dict[str, Any]]:
    """Each survey: a sentence and a table for its constructs, a column for each group."""
    return [
        _plain(survey_table(one))
        | {
            "id": one.survey.id,
            "sentence": respondents_words(one),
            "small": one.small,
            "source": one.survey.citation,
            "sentences": [each.sentence for each in one.constructs],
        }
        for one in found
    ]


def changes(found: Sequence[PairedOutcome]) -> dict[str, Any] | None:
    """The change on each score as a table; None where nobody was asked."""
    return _plain(changes_table(found)) if found else None


def _plain(table: ScoreTable) -> dict[str, Any]:
    last = len(table.heads) - table.notes
    heads: list[Any] = list(table.heads[: table.words])
    heads += [{"label": head, "num": True} for head in table.heads[table.words : last]]
    heads += [{"label": head, "notes": True} for head in table.heads[last:]]
    return {
        "title": table.title,
        "caption": table.caption,
        "columns": heads,
        "rows": [list(row) for row in table.rows],
        "hides": table.hides,
        "untold": table.untold,
    }
