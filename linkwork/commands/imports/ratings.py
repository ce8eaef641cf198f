"""Take in a table of ratings from a CSV or XLSX file: constructs down, cases across.

  linkwork import ratings table.csv --study "How it takes hold" --title "Five sites" --frame cfir-2009 --upper 4 \\
      --programme "North practices"

The first column names the construct, each other column is a case, from the best outcome down; --upper says how many of
them count as the better ones. A cell is -2 to +2, "m" for mixed, or "." for missing. A column headed "flag" holds what
the analyst decided: strong, weak, or nothing. It stands over what the rule suggests, and both are shown where they
differ; --flag WORD=strong says what other words mean. --rule edges compares the nearest cases instead of the means.

The ratings come in as settled. Rows that cannot be taken are written to a file beside FILE (or --refused) with the
reason. Exits with 1 where there are any.
"""

import argparse
from pathlib import Path

from django.utils import timezone

from linkwork.commands.line import Outcome
from linkwork.commands.which import operator
from linkwork.core.errors import Refused
from linkwork.evaluation.coding.rules.scores import CaseKind, Settings, Telling, Verdict
from linkwork.evaluation.studies import reads as studies
from linkwork.exchange.grids.ratings_in import RatingsRead, read_ratings, take_in
from linkwork.exchange.sheets.table import read_sheet, write_csv


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where the table belongs, and how to read it."""
    parser.add_argument("--study", required=True, metavar="TITLE", help="the study it belongs to")
    parser.add_argument("--title", required=True, help="what to call the sheet of ratings")
    parser.add_argument("--frame", default="cfir-2022", help="the list its constructs are of")
    parser.add_argument("--kind", choices=[kind.value for kind in CaseKind], default=CaseKind.SITE.value)
    parser.add_argument("--upper", type=int, help="how many of the first cases count as the better ones")
    parser.add_argument("--rule", choices=[rule.value for rule in Telling], default=Telling.MEANS.value)
    parser.add_argument(
        "--flag", action="append", default=[], metavar="WORD=VERDICT", help="what a flag means"
    )
    parser.add_argument("--source", default="", help="where the table comes from, to be shown beside it")
    parser.add_argument("--refused", type=Path, help="where to write the rows that could not be taken")
    parser.add_argument("--encoding", default="", help="of a text file that is not UTF-8, for example cp1252")


def run(options: argparse.Namespace) -> Outcome:
    """Read, take in, report."""
    table, by = read_sheet(options.file, options.encoding), operator(options.programme)
    study = studies.study_titled(by, options.study)
    read = read_ratings(table, frame_id=options.frame, upper=options.upper, flags=_flags(options.flag), by=by)
    done = take_in(
        read,
        study_id=study.id,
        title=options.title,
        kind=CaseKind(options.kind),
        upper=options.upper,
        note=options.source,
        settings=Settings(rule=options.rule),
        by=by,
        at=timezone.now(),
    )
    beside = options.refused or options.file.with_name(f"{options.file.stem}-refused.csv")
    if done.refused:
        write_csv(beside, *done.refused_table())
    return Outcome(_lines(done, beside), _data(done, beside), 1 if done.refused else 0)


def _flags(pairs: list[str]) -> dict[str, Verdict]:
    found = {}
    for pair in pairs:
        word, _is, verdict = pair.rpartition("=")
        if not word or verdict not in set(Verdict):
            raise Refused(
                f'--flag takes WORD=VERDICT, as "a=weak" (strong, weak, mixed, insufficient), not "{pair}".'
            )
        found[word] = Verdict(verdict)
    return found


def _lines(done: RatingsRead, beside: Path) -> list[str]:
    lines = [
        f"{len(done.lines)} constructs by {len(done.cases)} cases taken, {len(done.refused)} rows refused."
    ]
    lines += [f"Row {row}: “{asked}” is read as “{name}”." for row, asked, name in done.read_as]
    lines += [f"Refused row {one.row}: {one.wrong}. {one.to_do}" for one in done.refused]
    if done.refused:
        lines.append(f"The refused rows are in {beside}.")
    return lines


def _data(done: RatingsRead, beside: Path) -> dict[str, object]:
    return {
        "sheet": str(done.sheet_id),
        "constructs": len(done.lines),
        "cases": list(done.cases),
        "read_as": [{"row": row, "asked": asked, "construct": name} for row, asked, name in done.read_as],
        "refused": [{"row": one.row, "reason": one.wrong, "what_to_do": one.to_do} for one in done.refused],
        "refused_file": str(beside) if done.refused else None,
    }
