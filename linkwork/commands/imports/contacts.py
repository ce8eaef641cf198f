"""Take in a contact log kept elsewhere, from a CSV or XLSX file, as an extract.

  linkwork import contacts log.xlsx --programme "Mothers of Söderby"
  linkwork import contacts log.csv --programme "Mothers of Söderby" --map "Kod=person" --map "När=occurred_on"

One row is one contact. A column for the person (a code will do) and one for the day are needed; worker, first or
repeat, how, where, language, minutes, topics and kind of support are read where they are found. Headings are
recognised in English, Swedish and French; --map COLUMN=FIELD says it where they are not. Fields: person, occurred_on,
worker, marked_first, mode, site_kind, language, minutes, topics, support.

Good rows become an extract: people and workers under pseudonyms, no other column. Rows that cannot be taken are
written to a file beside FILE (or --refused) with the reason. Rows that contradict each other are listed, not changed.
Exits with 1 where rows were refused.
"""

import argparse
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils import timezone

from linkwork.commands.line import Outcome
from linkwork.commands.which import operator
from linkwork.core.errors import Refused
from linkwork.core.viewer import Viewer
from linkwork.exchange.sheets.contact_log import (
    ContactLog,
    contradiction_words,
    read_log,
    refused_header,
    refused_rows,
    take_in,
)
from linkwork.exchange.sheets.log_values import own_words
from linkwork.exchange.sheets.table import SheetFile, write_csv
from linkwork.extracts import reads as extracts
from linkwork.programmes.reads import own_lists

MOST_LISTED, MOST_REFUSED = 20, 1000


def arguments(parser: argparse.ArgumentParser) -> None:
    """How to read the file, and what to call the extract."""
    parser.add_argument(
        "--map", action="append", default=[], metavar="COLUMN=FIELD", help="which column is which"
    )
    parser.add_argument("--name", default="", help="what to call the extract")
    parser.add_argument("--refused", type=Path, help="where to write the rows that could not be taken")
    parser.add_argument(
        "--first", choices=["day", "month"], default="", help="which comes first in days like 12/03/2026"
    )
    parser.add_argument("--encoding", default="", help="of a text file that is not UTF-8, for example cp1252")


def run(options: argparse.Namespace) -> Outcome:
    """Read, take in, report."""
    by, now = operator(options.programme), timezone.now()
    sheet = SheetFile(options.file, options.encoding)
    log = read_log(
        sheet,
        timezone.localdate(now),
        told_columns(options.map),
        options.first,
        own_words(own_lists(by.programme)),
    )
    beside = options.refused or options.file.with_name(f"{options.file.stem}-refused.csv")
    if log.spool.refused:
        write_csv(beside, refused_header(log), refused_rows(log))
    extract_id = take_in(log, by=by, at=now, name=options.name or options.file.name)
    return Outcome(
        _lines(log, by, extract_id, beside), _data(log, by, extract_id, beside), 1 if log.spool.refused else 0
    )


def told_columns(pairs: list[str]) -> dict[str, str]:
    """What --map says: column by column its field. Raises Refused."""
    told = {}
    for pair in pairs:
        column, is_there, field = pair.rpartition("=")
        if not is_there:
            raise Refused(f'--map takes COLUMN=FIELD, as "Kod=person", not "{pair}".')
        told[column.strip()] = field.strip()
    return told


def _lines(log: ContactLog, by: Viewer, extract_id: UUID, beside: Path) -> list[str]:
    card = extracts.extract(by, extract_id)
    read_as = ", ".join(f"{column} = {field}" for field, column in log.columns.items())
    lines = [
        f"{log.rows_read} rows read: {log.taken} taken, {log.spool.refused} refused.",
        f"Read as: {read_as}.",
    ]
    if log.left_out:
        lines.append(f"Left outside: {', '.join(log.left_out)}.")
    for (column, word), count in list(log.unknown.items())[:MOST_LISTED]:
        lines.append(f"{column}: “{word}” is in no list and went in as “other” ({count} rows).")
    lines += [
        f"Refused row {one.row}, {fault.column}: {fault.reason}. {fault.what_to_do}"
        for one in islice(log.refused, MOST_REFUSED)
        for fault in one.complaints
    ]
    if log.spool.refused:
        lines.append(f"The refused rows are in {beside}.")
    if found := log.contradictions():
        lines.append(f"{len(found)} contradictions, nothing was changed:")
        lines += [f"  {contradiction_words(one)}" for one in found[:MOST_LISTED]]
        if len(found) > MOST_LISTED:
            lines.append("  … (--json lists them all)")
    return [*lines, f"Extract {card.id}, hash {card.hash}", "Next: linkwork figures --extract latest"]


def _data(log: ContactLog, by: Viewer, extract_id: UUID, beside: Path) -> dict[str, Any]:
    card = extracts.extract(by, extract_id)
    return {
        "rows": log.rows_read,
        "taken": log.taken,
        "columns": log.columns,
        "left_out": list(log.left_out),
        "unknown": [
            {"column": column, "word": word, "rows": count} for (column, word), count in log.unknown.items()
        ],
        "refused": [
            {"row": one.row, "faults": [vars(fault) for fault in one.complaints]} for one in log.refused
        ],
        "refused_file": str(beside) if log.spool.refused else None,
        "contradictions": [
            {"row": one.line, "other_row": one.other_line, "kind": one.conflict.value}
            for one in log.contradictions()
        ],
        "extract": str(card.id),
        "hash": card.hash,
    }
