"""Take in answers to a survey of staff, from a CSV or XLSX file, as an extract to be scored.

  linkwork import survey answers.xlsx --programme "North practices" --instrument nomad
  linkwork import survey answers.csv --programme "North practices" --instrument nomad --map "Q1=N01"

One row is one respondent, one column one item, named N01 to N20 and G1 to G3, or by the item's own words. A column for
the day is needed; one for the respondent (a number, never a name) and one for the group or role are read where they are
found. An answer is its number or its words; "Not relevant to my role" and the like are kept apart.

Good rows become an extract, respondents under pseudonyms. Rows that cannot be taken are written to a file beside FILE
(or --refused) with the reason. Exits with 1 where rows were refused.
"""

import argparse
from pathlib import Path

from django.utils import timezone

from linkwork.commands.imports.contacts import told_columns
from linkwork.commands.line import Outcome
from linkwork.commands.which import operator
from linkwork.exchange.sheets.contact_log import refused_table
from linkwork.exchange.sheets.staff_survey import read_survey, take_in
from linkwork.exchange.sheets.table import read_sheet, write_csv
from linkwork.extracts import reads as extracts
from linkwork.instruments.surveys import SURVEYS, survey


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which instrument, how to read the file, and what to call the extract."""
    parser.add_argument("--instrument", choices=SURVEYS, required=True, help="which survey it is")
    parser.add_argument(
        "--map", action="append", default=[], metavar="COLUMN=FIELD", help="which column is which"
    )
    parser.add_argument("--name", default="", help="what to call the extract")
    parser.add_argument("--refused", type=Path, help="where to write the rows that could not be taken")
    parser.add_argument("--encoding", default="", help="of a text file that is not UTF-8, for example cp1252")


def run(options: argparse.Namespace) -> Outcome:
    """Read, take in, report."""
    by, now = operator(options.programme), timezone.now()
    sheet = read_sheet(options.file, options.encoding)
    told = told_columns(options.map)
    found = read_survey(sheet, survey(options.instrument), timezone.localdate(now), told)
    beside = options.refused or options.file.with_name(f"{options.file.stem}-refused.csv")
    if found.refused:
        write_csv(beside, *refused_table(found))
    card = extracts.extract(by, take_in(found, by=by, at=now, name=options.name or options.file.name))
    rows = found.respondents + len(found.refused)
    lines = [f"{rows} rows read: {found.respondents} taken, {len(found.refused)} refused."]
    if found.left_out:
        lines.append(f"Left outside: {', '.join(found.left_out)}.")
    faults = [(one.row, fault) for one in found.refused for fault in one.complaints]
    lines += [
        f"Refused row {row}, {fault.column}: {fault.reason}. {fault.what_to_do}" for row, fault in faults
    ]
    if found.refused:
        lines.append(f"The refused rows are in {beside}.")
    data = {
        "rows": rows,
        "taken": found.respondents,
        "columns": found.columns,
        "left_out": list(found.left_out),
        "refused": [{"row": row, "fault": vars(fault)} for row, fault in faults],
        "refused_file": str(beside) if found.refused else None,
        "extract": str(card.id),
        "hash": card.hash,
    }
    lines += [f"Extract {card.id}, hash {card.hash}", "Next: linkwork figures --extract latest"]
    return Outcome(lines, data, 1 if found.refused else 0)
