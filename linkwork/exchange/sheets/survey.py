"""Survey answers from a spreadsheet into a study: which column is the text, which say who and about what?"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import Invalid, Refused
from linkwork.core.text import fold
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies import actions
from linkwork.evaluation.studies.rules import ConsentForm, Group, SourceKind
from linkwork.exchange.sheets.table import Sheet, SheetRow
from linkwork.programmes.rules import Stage

MOST_ROWS = 2000
Word = TypeVar("Word")


@dataclass(frozen=True)
class SurveyColumns:
    """Which column holds what; only `text` must be there. `text` may not be any of the others."""

    text: str
    number: str = ""
    group: str = ""
    stage: str = ""
    language: str = ""


@dataclass
class SurveyReport:
    """What became of a file: how many answers came in, and each row that did not, with the reason."""

    taken: int = 0
    refused: list[tuple[SheetRow, str]] = field(default_factory=list)


def take_in_survey(
    sheet: Sheet,
    columns: SurveyColumns,
    *,
    study_id: UUID,
    together: bool,
    language: str,
    consent: ConsentForm,
    groups: Mapping[str, Group],
    stages: Mapping[str, Stage],
    by: Viewer,
    at: dt.datetime,
) -> SurveyReport:
    """One source a row or, `together`, one source with a turn a row. `groups` and `stages` are their folded words.

    Raises Refused where the columns are not there or there are too many rows, Invalid where `together` is no source.
    """
    sheet.require([name for name in vars(columns).values() if name])
    if len(sheet.rows) > MOST_ROWS:
        raise Refused(_("These are more than %(n)s rows. Divide the file.") % {"n": MOST_ROWS})
    report = SurveyReport()
    good = [row for row in sheet.rows if _has_words(row, columns, report)]
    if together:
        _as_one(sheet.name, good, columns, study_id, language, consent, report, by, at)
        return report
    for row in good:
        try:
            actions.add_source(
                study_id=study_id,
                title=_title(sheet.name, row, columns),
                kind=SourceKind.SURVEY,
                text=row.cells[columns.text],
                language=row.cells.get(columns.language, "")[:12] or language,
                group=_word(groups, row, columns.group),
                stage=_word(stages, row, columns.stage),
                consent=consent,
                by=by,
                at=at,
            )
            report.taken += 1
        except Invalid as fault:
            report.refused.append((row, fault.reason))
    return report


def _has_words(row: SheetRow, columns: SurveyColumns, report: SurveyReport) -> bool:
    if row.cells.get(columns.text, ""):
        return True
    report.refused.append((row, _("There is no text in it.")))
    return False


def _as_one(
    name: str,
    rows: list[SheetRow],
    columns: SurveyColumns,
    study_id: UUID,
    language: str,
    consent: ConsentForm,
    report: SurveyReport,
    by: Viewer,
    at: dt.datetime,
) -> None:
    text = "\n".join(f"{_label(row, columns)}: {' '.join(row.cells[columns.text].split())}" for row in rows)
    actions.add_source(
        study_id=study_id,
        title=name.rpartition(".")[0] or name,
        kind=SourceKind.SURVEY,
        text=text,
        language=language,
        consent=consent,
        participants=min(max(len(rows), 1), 100),
        by=by,
        at=at,
    )
    report.taken = len(rows)


def _label(row: SheetRow, columns: SurveyColumns) -> str:
    """Who speaks: their number in the survey, or the row; always with a letter first, as a name has."""
    said = row.cells.get(columns.number, "").replace(":", " ").strip() or str(row.number)
    return said if said[0].isalpha() else f"P{said}"


def _title(name: str, row: SheetRow, columns: SurveyColumns) -> str:
    number = row.cells.get(columns.number, "") or str(row.number)
    return f"{name.rpartition('.')[0] or name} {number}"[:200]


def _word(words: Mapping[str, Word], row: SheetRow, column: str) -> Word | None:
    return words.get(fold(row.cells.get(column, "")))
