"""Take in referrals from a CSV or XLSX file: each good row waits for an answer.

  linkwork import referrals referrals.xlsx --programme "North practices"
  linkwork import referrals list.csv --programme "North practices" --map "Patient=given_name" --map "Tel=phone"

One row is one referral. A column for the name and one for a phone number or an e-mail address are needed; family name,
born (year or day), language, interpreter, area, source, wants, needs, urgency, agreed, safety, who referred and when it
was received are read where they are found. Headings are recognised in English, Swedish and French; --map COLUMN=FIELD
says it where they are not. --system names whose numbers stand in the column for a number: the same number, or the same
row, is taken in once however often the file is brought in.

Rows that cannot be taken are written to a file beside FILE (or --refused) with the reason. Exits with 1 where there
are any.
"""

import argparse
from pathlib import Path

from django.utils import timezone

from linkwork.commands.line import Outcome
from linkwork.commands.which import operator
from linkwork.core.errors import Refused
from linkwork.exchange.sheets.referral_file import Taken, take_in
from linkwork.exchange.sheets.table import read_sheet, write_csv


def arguments(parser: argparse.ArgumentParser) -> None:
    """How to read the file."""
    parser.add_argument(
        "--map", action="append", default=[], metavar="COLUMN=FIELD", help="which column is which"
    )
    parser.add_argument("--system", default="file", help="whose numbers the rows carry")
    parser.add_argument("--refused", type=Path, help="where to write the rows that could not be taken")
    parser.add_argument("--encoding", default="", help="of a text file that is not UTF-8, for example cp1252")


def run(options: argparse.Namespace) -> Outcome:
    """Read, take in, report."""
    sheet = read_sheet(options.file, options.encoding)
    by = operator(options.programme)
    done = take_in(sheet, by=by, at=timezone.now(), told=_told(options.map), system=options.system)
    beside = options.refused or options.file.with_name(f"{options.file.stem}-refused.csv")
    if done.refused:
        write_csv(beside, *done.refused_table())
    return Outcome(_lines(done, beside), _data(done, beside), 1 if done.refused else 0)


def _told(pairs: list[str]) -> dict[str, str]:
    told = {}
    for pair in pairs:
        column, is_there, field = pair.rpartition("=")
        if not is_there:
            raise Refused(f'--map takes COLUMN=FIELD, as "Patient=given_name", not "{pair}".')
        told[column.strip()] = field.strip()
    return told


def _lines(done: Taken, beside: Path) -> list[str]:
    read_as = ", ".join(f"{column} = {field}" for field, column in done.columns.items())
    lines = [
        f"{done.rows} rows read: {len(done.taken)} taken, {done.known} here before, {len(done.refused)} refused.",
        f"Read as: {read_as}.",
    ]
    for one in done.refused:
        lines += [f"Refused row {one.row}, {column}: {reason}. {todo}" for column, reason, todo in one.faults]
    if done.refused:
        lines.append(f"The refused rows are in {beside}.")
    return lines


def _data(done: Taken, beside: Path) -> dict[str, object]:
    return {
        "rows": done.rows,
        "taken": [str(one) for one in done.taken],
        "known": done.known,
        "columns": done.columns,
        "refused": [
            {
                "row": one.row,
                "faults": [
                    {"column": column, "reason": reason, "what_to_do": todo}
                    for column, reason, todo in one.faults
                ],
            }
            for one in done.refused
        ],
        "refused_file": str(beside) if done.refused else None,
    }
