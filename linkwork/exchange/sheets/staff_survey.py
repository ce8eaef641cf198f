"""What do staff say in this file of survey answers? One row a respondent, one column an item.

A row goes in whole or is refused with its number, the columns at fault, what is wrong and what to do.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.core.text import fold
from linkwork.core.viewer import Viewer
from linkwork.exchange.sheets import log_values
from linkwork.exchange.sheets.contact_log import REASONS, Complaint, RefusedRow
from linkwork.exchange.sheets.log_values import Fault
from linkwork.exchange.sheets.table import Sheet, SheetRow
from linkwork.extracts import actions
from linkwork.extracts.rules.surveys import SurveyAnswer
from linkwork.instruments.surveys import Item, Survey

NAMES = {
    "respondent": (
        "respondent",
        "participant",
        "number",
        "id",
        "code",
        "svarande",
        "nummer",
        "kod",
        "répondant",
    ),
    "group": ("group", "role", "team", "profession", "grupp", "roll", "yrke", "groupe", "rôle", "équipe"),
    "day": ("day", "date", "answered on", "timestamp", "datum", "dag", "svarsdatum", "tidsstämpel", "jour"),
}
LONGEST_GROUP = 60
NOT_RELEVANT = "not relevant"


@dataclass(frozen=True)
class SurveyFile:
    """The whole file: `answers` of the good rows, and the refused rows. `columns` says which column is which."""

    name: str
    header: tuple[str, ...]
    columns: dict[str, str]
    respondents: int
    answers: tuple[SurveyAnswer, ...]
    refused: tuple[RefusedRow, ...]

    @property
    def left_out(self) -> tuple[str, ...]:
        """Columns that were not read: they stay outside."""
        taken = {*self.columns.values(), *REASONS}
        return tuple(column for column in self.header if column and column not in taken)


def headings(survey: Survey) -> tuple[str, ...]:
    """The columns of an empty file, as they are recognised."""
    return ("respondent", "group", "day", *(item.id for item in survey.items))


def guessed(header: Sequence[str], survey: Survey) -> dict[str, str]:
    """Field by field the column that its heading says; the first of two that could be the same. Nothing is refused."""
    known, found = _known(survey), dict[str, str]()
    for column in header:
        if name := known.get(fold(column)):
            found.setdefault(name, column)
    return found


def read_survey(
    sheet: Sheet,
    survey: Survey,
    today: dt.date,
    told: Mapping[str, str] | None = None,
    *,
    guess: bool = True,
) -> SurveyFile:
    """Read a file of answers. `told` maps a column to "respondent", "group", "day" or an item where no heading says.

    Without `guess` nothing but what was told is read. Raises Refused where no column for the day or for any item is
    found, or two columns are the same thing.
    """
    columns = _columns(sheet, survey, told or {}, _known(survey) if guess else {})
    answers: list[SurveyAnswer] = []
    refused, seen = [], set[str]()
    for row in sheet.rows:
        found, complaints = _read(row, columns, survey, today, seen)
        answers += found
        if complaints:
            cells = tuple(row.cells.get(column, "") for column in sheet.header)
            refused.append(RefusedRow(row.number, cells, tuple(complaints)))
    return SurveyFile(sheet.name, sheet.header, columns, len(seen), tuple(answers), tuple(refused))


def _known(survey: Survey) -> dict[str, str]:
    known = {fold(word): name for name, words in NAMES.items() for word in words}
    for item in survey.items:
        known |= {
            fold(item.id): item.id,
            fold(re.sub(r"0(?=\d)", "", item.id)): item.id,
            fold(item.text): item.id,
        }
    return known


def _columns(
    sheet: Sheet, survey: Survey, told: Mapping[str, str], known: Mapping[str, str]
) -> dict[str, str]:
    found: dict[str, str] = {}
    for column in sheet.header:
        name = told.get(column) or known.get(fold(column))
        if name is None:
            continue
        if name in found:
            raise Refused(
                _("“%(one)s” and “%(other)s” would both be %(name)s. Leave one out.")
                % {"one": found[name], "other": column, "name": name}
            )
        found[name] = column
    unknown = sorted(set(told.values()) - set(NAMES) - {item.id for item in survey.items})
    if unknown:
        raise Refused(_("%(name)s is nothing this survey asks.") % {"name": ", ".join(unknown)})
    if "day" not in found:
        raise Refused(_("No column says on which day somebody answered. Name one “day”."))
    if not {item.id for item in survey.items} & set(found):
        raise Refused(
            _("No column is an item of %(survey)s. Name them N01, N02 and so on.") % {"survey": survey.name}
        )
    return found


def _read(
    row: SheetRow, columns: Mapping[str, str], survey: Survey, today: dt.date, seen: set[str]
) -> tuple[list[SurveyAnswer], list[Complaint]]:
    complaints: list[Complaint] = []
    said: dict[str, tuple[int | None, str | None]] = {}
    for item in survey.items:
        if item.id in columns:
            try:
                said[item.id] = _answer(row.cells.get(columns[item.id], ""), item)
            except Fault as fault:
                complaints.append(Complaint(columns[item.id], fault.reason, fault.what_to_do))
    try:
        day = log_values.day(row.cells.get(columns["day"], ""), today)
    except Fault as fault:
        complaints.append(Complaint(columns["day"], fault.reason, fault.what_to_do))
    who = row.cells.get(columns.get("respondent", ""), "") or f"row {row.number}"
    complaints += _of_the_row(row, columns, said, who, seen)
    if complaints:
        return [], complaints
    seen.add(fold(who))
    group = row.cells.get(columns.get("group", ""), "") or None
    return [
        SurveyAnswer(who, survey.id, survey.version, item, value, why, group, day)
        for item, (value, why) in said.items()
    ], []


def _of_the_row(
    row: SheetRow,
    columns: Mapping[str, str],
    said: Mapping[str, tuple[int | None, str | None]],
    who: str,
    seen: set[str],
) -> list[Complaint]:
    found = []
    if said and not any(value is not None or why for value, why in said.values()):
        found.append(
            Complaint(next(iter(columns.values())), _("nothing is answered"), _("Leave the row out."))
        )
    if fold(who) in seen:
        column = columns.get("respondent", "")
        found.append(
            Complaint(column, _("this respondent stands in an earlier row"), _("Keep one row a respondent."))
        )
    group = row.cells.get(columns.get("group", ""), "")
    if len(group) > LONGEST_GROUP:
        found.append(
            Complaint(columns["group"], _("this is no name of a group"), _("Write a role, in few words."))
        )
    return found


def _answer(text: str, item: Item) -> tuple[int | None, str | None]:
    """The value, or which kind of "not relevant" was chosen; neither where the cell is empty. Raises Fault."""
    folded = fold(text)
    if not folded:
        return None, None
    if item.not_relevant and folded.startswith(NOT_RELEVANT):
        return None, _why(folded)
    for words, value in item.options.items():
        if folded == fold(words):
            return value, None
    if re.fullmatch(r"\d{1,2}", text) and item.low <= int(text) <= item.high:
        return int(text), None
    options = ", ".join(item.options) or _("a whole number")
    raise Fault(
        _("“%(text)s” is no answer to this item") % {"text": text},
        _("Write a number from %(low)s to %(high)s, or: %(options)s.")
        % {"low": item.low, "high": item.high, "options": options},
    )


def _why(folded: str) -> str:
    """The three ways to say so, the last of which names the programme."""
    return next((word for word in ("role", "stage") if word in folded.split()), "intervention")


def take_in(file: SurveyFile, *, by: Viewer, at: dt.datetime, name: str = "") -> UUID:
    """Make an extract of the good rows. Its id. Raises NotAllowed, and Refused where no row is good."""
    if not file.answers:
        raise Refused(_("No row of %(file)s could be taken, so no extract was made.") % {"file": file.name})
    return actions.take_survey(answers=file.answers, by=by, at=at, name=name, columns=file.columns)
