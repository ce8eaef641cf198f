"""A contact log as a spreadsheet, with the headings that our own import reads back."""

import io
from typing import Any

from django.utils.translation import gettext as _

from linkwork.instruments import lists
from linkwork.programmes.rules import SiteKind

HEADINGS = (
    *("Person code", "Date", "Worker", "First contact", "Mode", "Venue", "Language"),
    *("Minutes", "Topics", "Support"),
)
LINES = 500


def contact_log(notes: tuple[str, ...]) -> bytes:
    """The workbook: a sheet to fill in, and one that says how. `notes` stand at the end of the second."""
    from openpyxl import Workbook  # takes a while to load
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Log"
    sheet.append(HEADINGS)
    for place, heading in enumerate(HEADINGS, start=1):
        cell = sheet.cell(1, place)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True)
        sheet.column_dimensions[get_column_letter(place)].width = max(14, len(heading) + 4)
    sheet.freeze_panes = "A2"
    choices = {
        "First contact": ["yes", "no"],
        "Mode": [term.label for term in lists.terms("contact_modes")],
        "Venue": [kind.value for kind in SiteKind],
    }
    for heading, many in choices.items():
        letter = get_column_letter(HEADINGS.index(heading) + 1)
        listed = ",".join(one.replace(",", " ") for one in many)
        rule = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
        rule.add(f"{letter}2:{letter}{LINES}")
        sheet.add_data_validation(rule)
    for row in range(2, LINES + 1):
        sheet.cell(row, 2).number_format = "yyyy-mm-dd"
    about = book.create_sheet("How to fill it in")
    about.column_dimensions["A"].width = 100
    for line in (*_explained(), *notes):
        about.append([line])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _explained() -> tuple[str, ...]:
    topics = ", ".join(term.label for term in lists.terms("contact_topics"))
    support = ", ".join(term.label for term in lists.terms("support_types"))
    return (
        _("One line for each contact. Leave the first line as it is: by it the log can be read in again."),
        _("Person code: the same for the same person, and no name."),
        _("Date: the day, as 2026-03-12."),
        _("First contact: yes or no, as you saw it at the time."),
        _("Minutes: a whole number."),
        _("Topics, several with semicolons: %(topics)s") % {"topics": topics},
        _("Support, several with semicolons: %(support)s") % {"support": support},
    )
