"""Take in a contact log kept elsewhere, from a CSV or XLSX file, as an extract.

  linkwork import contacts log.xlsx --programme "Mothers of Söderby"
  linkwork import contacts log.csv --programme "Mothers of Söderby" --map "Kod=person" --map "När=occurred_on"
  linkwork import contacts march.xlsx --programme "Mothers of Söderby" --mapping "Monthly log"
  linkwork import contacts log.csv --programme "Mothers of Söderby" --mapping log.json --keep-mapping "Monthly log"

One row is one contact. A column for the person (a code will do) and one for the day are needed; worker, first or
repeat, how, where, language, minutes, topics and kind of support are read where they are found. Headings are
recognised in English, Swedish and French; --map COLUMN=FIELD says it where they are not. Fields: person, occurred_on,
worker, marked_first, mode, site_kind, language, minutes, topics, support.

--mapping reads columns and words as a saved mapping says, or as a JSON file does: {"columns": {"person": "Kod"},
"words": {"mode": {"Hemma hos": "met"}}}, where a word that means nothing of ours stands as "". --keep-mapping saves how
the log was read, for the next one.

Good rows become an extract: people and workers under pseudonyms, no other column. Rows that cannot be taken are
written to a file beside FILE (or --refused) with the reason. Rows that contradict each other are listed, not changed.
Exits with 1 where rows were refused.
"""

import argparse
import json
from collections.abc import Mapping
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
    REASONS,
    ContactLog,
    contradiction_words,
    read_log,
    refused_header,
    refused_rows,
    take_in,
)
from linkwork.exchange.sheets.log_words import own_words
from linkwork.exchange.sheets.table import SheetFile, write_csv
from linkwork.extracts import actions as gate
from linkwork.extracts import reads as extracts
from linkwork.extracts.rules.mappings import Headings, LogMapping, headings, mapping_from
from linkwork.programmes.reads import own_lists

MOST_LISTED, MOST_REFUSED = 20, 1000


def arguments(parser: argparse.ArgumentParser) -> None:
    """How to read the file, and what to call the extract."""
    parser.add_argument(
        "--map", action="append", default=[], metavar="COLUMN=FIELD", help="which column is which"
    )
    parser.add_argument("--mapping", default="", metavar="NAME", help="a saved mapping, or a file of one")
    parser.add_argument("--keep-mapping", default="", metavar="NAME", help="save how it was read")
    parser.add_argument("--name", default="", help="what to call the extract")
    reading(parser)


def reading(parser: argparse.ArgumentParser) -> None:
    """How the file is written, and where refused rows go."""
    parser.add_argument("--refused", type=Path, help="where to write the rows that could not be taken")
    parser.add_argument(
        "--first", choices=["day", "month"], default="", help="which comes first in days like 12/03/2026"
    )
    parser.add_argument("--encoding", default="", help="of a text file that is not UTF-8, for example cp1252")


def run(options: argparse.Namespace) -> Outcome:
    """Read, take in, report."""
    return bring(operator(options.programme), options.file, options, told=told_columns(options.map))


def bring(
    by: Viewer,
    file: Path,
    options: argparse.Namespace,
    told: Mapping[str, str] | None = None,
    **asked: Any,
) -> Outcome:
    """Read a log and make an extract of it; `asked` goes on to it: study key, days, part."""
    now = timezone.now()
    mapping = mapping_of(by, options.mapping) if options.mapping else None
    if mapping and told:
        raise Refused("--mapping says which column is which; --map is for a log without one.")
    sheet, own = SheetFile(file, options.encoding), own_words(own_lists(by.programme))
    log = read_log(sheet, timezone.localdate(now), told, options.first, own, mapping=mapping)
    beside = options.refused or file.with_name(f"{file.stem}-refused.csv")
    if log.spool.refused:
        write_csv(beside, refused_header(log), refused_rows(log))
    extract_id = take_in(log, by=by, at=now, name=options.name or file.name, **asked)
    if options.keep_mapping:
        gate.keep_mapping(name=options.keep_mapping, mapping=log.mapping, by=by, at=now)
    found = headings(mapping, sheet.header, ours=REASONS) if mapping else None
    return Outcome(
        _lines(log, by, extract_id, beside, found),
        _data(log, by, extract_id, beside, found),
        1 if log.spool.refused else 0,
    )


def mapping_of(by: Viewer, said: str) -> LogMapping:
    """The saved mapping of this name, or that in this file. Raises Refused, NotFound."""
    path = Path(said)
    if not path.is_file():
        return extracts.mapping(by, said).mapping
    try:
        return mapping_from(json.loads(path.read_text("utf-8")))
    except ValueError as broken:
        raise Refused(f"{said} is no mapping: {broken}") from broken


def told_columns(pairs: list[str]) -> dict[str, str]:
    """What --map says: column by column its field. Raises Refused."""
    told = {}
    for pair in pairs:
        column, is_there, field = pair.rpartition("=")
        if not is_there:
            raise Refused(f'--map takes COLUMN=FIELD, as "Kod=person", not "{pair}".')
        told[column.strip()] = field.strip()
    return told


def _lines(log: ContactLog, by: Viewer, extract_id: UUID, beside: Path, found: Headings | None) -> list[str]:
    card = extracts.extract(by, extract_id)
    read_as = ", ".join(f"{column} = {field}" for field, column in log.columns.items())
    lines = [
        f"{log.rows_read} rows read: {log.taken} taken, {log.spool.refused} refused.",
        f"Read as: {read_as}.",
    ]
    if found and found.new:
        lines.append(f"New since the mapping was saved: {', '.join(found.new)}.")
    if found and found.gone:
        lines.append(f"Gone since the mapping was saved: {', '.join(found.gone)}.")
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
    if both := log.contradictions():
        lines.append(f"{len(both)} contradictions, nothing was changed:")
        lines += [f"  {contradiction_words(one)}" for one in both[:MOST_LISTED]]
        if len(both) > MOST_LISTED:
            lines.append("  … (--json lists them all)")
    return [*lines, f"Extract {card.id}, hash {card.hash}", "Next: linkwork figures --extract latest"]


def _data(
    log: ContactLog, by: Viewer, extract_id: UUID, beside: Path, found: Headings | None
) -> dict[str, Any]:
    card = extracts.extract(by, extract_id)
    return {
        "rows": log.rows_read,
        "taken": log.taken,
        "columns": dict(log.columns),
        "mapping": log.mapping.data(),
        "new_headings": list(found.new) if found else [],
        "gone_headings": list(found.gone) if found else [],
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
