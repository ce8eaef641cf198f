"""Take in a list of services, from a CSV or XLSX file.

  linkwork import directory services.csv --programme "North practices"
  linkwork import directory services.xlsx --programme "North practices" --refused put-right.csv

Known layouts: the City of Melbourne's "Helping Out" export, the Open Australian Services Archive, and a plain one
whose first row has "name" and any of organisation, description, category, phone, email, website, address, latitude,
longitude, hours, cost, eligibility, languages, directions, checked.

A second import changes what changed and doubles nothing. Rows that cannot be taken are written, with the
reason, to FILE-refused.csv in the folder you stand in (or to --refused): put them right there and import that file.
Exits with 1 where there are any.
"""

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

from django.utils import timezone

from linkwork.commands.days import day
from linkwork.commands.line import Outcome
from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer, system
from linkwork.directory import actions
from linkwork.directory.rules.reports import Fate, ImportReport
from linkwork.exchange.sheets.directories import DirectoryFile, read_directory
from linkwork.exchange.sheets.table import read_sheet, write_csv
from linkwork.programmes import reads as programmes


def arguments(parser: argparse.ArgumentParser) -> None:
    """The file, and how to read it."""
    parser.add_argument("--refused", type=Path, help="where to write the rows that could not be taken")
    parser.add_argument("--encoding", default="", help="of a text file that is not UTF-8, for example cp1252")
    parser.add_argument(
        "--source-date",
        type=day,
        help="how old the list is, as 2024-03-13, if it does not say",
    )


def run(options: argparse.Namespace) -> Outcome:
    """Read, map, import, report."""
    file = read_directory(read_sheet(options.file, options.encoding), options.source_date)
    report = actions.import_services(
        records=file.records, source=options.file.name, by=_operator(options.programme), at=timezone.now()
    )
    beside = options.refused or Path(
        f"{options.file.stem}-refused.csv"
    )  # here: the source may be nobody's to write in
    if file.refused:
        header = [*file.header, "row", "reason", "what to do"]
        rows = [[*one.cells, str(one.row), one.reason, one.what_to_do] for one in file.refused]
        write_csv(beside, header, rows)
    return Outcome(_lines(file, report, beside), _data(file, report, beside), 1 if file.refused else 0)


def _operator(name: str) -> Viewer:
    known = {card.name: card.id for card in programmes.all_programmes()}
    if name not in known:
        names = ", ".join(sorted(known)) or "none yet"
        raise NotFound(f'There is no programme "{name}" (known: {names}).')
    return system(known[name])


def _lines(file: DirectoryFile, report: ImportReport, beside: Path) -> list[str]:
    counts = ", ".join(f"{report.count(fate)} {fate.value}" for fate in Fate)
    lines = [f"{file.rows_read} rows read ({file.layout}): {counts}, {len(file.refused)} refused."]
    notes = Counter((one.field, one.note) for one in file.mended)
    first = {(one.field, one.note): one for one in reversed(file.mended)}
    if notes:
        lines.append(f"Mended: {len(file.mended)} cells.")
    for (column, note), count in sorted(notes.items(), key=lambda item: -item[1]):
        example = first[column, note]
        lines.append(f"  {column}: {count} × {note} First in row {example.row}: “{example.found[:60]}”.")
    if report.kept:
        lines.append(f"Kept: {len(report.kept)} corrections made here since the list was made.")
    for one in file.refused:
        lines.append(f"Refused row {one.row}: {one.reason} {one.what_to_do}")
    if file.refused:
        lines.append(f"The refused rows are in {beside}.")
    return lines


def _data(file: DirectoryFile, report: ImportReport, beside: Path) -> dict[str, Any]:
    return {
        "layout": file.layout,
        "rows": file.rows_read,
        **{fate.value: report.count(fate) for fate in Fate},
        "changed_fields": [
            {"row": one.row, "name": one.name, "fields": list(one.fields)}
            for one in report.imported
            if one.fields
        ],
        "mended": [vars(one) for one in file.mended],
        "kept": [{"row": row, "field": name} for row, name in report.kept],
        "refused": [
            {"row": one.row, "reason": one.reason, "what_to_do": one.what_to_do} for one in file.refused
        ],
        "refused_file": str(beside) if file.refused else None,
    }
