"""Take an extract: a dated, pseudonymised copy of a programme's practice record, for learning from it.

  linkwork extract --programme "North practices"
  linkwork extract --programme "North practices" --name "First quarter" --study "Taking hold"
  linkwork extract --programme "North practices" --study-key thesis --days month
  linkwork extract --programme "North practices" --since 2026-01-01 --until 2026-03-31 --site home
  linkwork extract --programme "North practices" --log march.xlsx --mapping "Monthly log"
  linkwork extract --programme "North practices" --mappings --json
  linkwork extract --programme "North practices" --check ID
  linkwork extract --programme "North practices" --compare ID ID

Prints where the manifest lies and the hash to cite the extract by. Extracts of one study (or one --study-key) share
pseudonyms, so that people can be followed from one to the next; another gives other pseudonyms, so that nobody can lay
two studies side by side. --days month keeps only the month of days about people, --days shifted moves all days of a
person by the same number of weeks; such extracts share no pseudonyms with exact ones. --since, --until, --stage and
--site cut an extract to a part: what happened then or there, and the cases it belongs to. --check reads an extract's
files again and exits with 1 where they are not what they were. --compare says what changed between two, files checked
first: tables, columns, rows, definitions, words, and the figures that moved. --release says that figures of an extract
leave the programme, with --rounded to the nearest 5; a report and a published recommendation say so by themselves.
--log takes a contact log kept elsewhere instead of the record, read as a saved mapping or a file of one says (see
linkwork import contacts --help); --mappings lists those that are saved.
"""

import argparse
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils import timezone

from linkwork.commands.comparing import compared_lines
from linkwork.commands.days import day
from linkwork.commands.imports.contacts import bring, reading
from linkwork.commands.line import Outcome
from linkwork.commands.which import operator
from linkwork.core.days import Days
from linkwork.core.viewer import Viewer
from linkwork.evaluation.indicators.comparing import compare
from linkwork.evaluation.studies.reads import study_titled
from linkwork.extracts import actions, reads
from linkwork.extracts.rules.parts import Part
from linkwork.programmes.rules import SiteKind, Stage


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which programme, and what to call it."""
    parser.add_argument("--programme", metavar="NAME", help="needed where there are several")
    parser.add_argument("--name", default="", help="what to call the extract")
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument("--study", metavar="TITLE", help="extracts of one study share pseudonyms")
    whose.add_argument("--study-key", default=actions.STUDY_KEY, help="the same for any word")
    parser.add_argument(
        "--days",
        choices=[one.value for one in Days],
        default=Days.EXACT.value,
        help="how exactly days about people are given",
    )
    parser.add_argument("--since", type=day, metavar="DAY", help="only what happened on this day or after it")
    parser.add_argument(
        "--until", type=day, metavar="DAY", help="only what happened on this day or before it"
    )
    parser.add_argument("--stage", choices=[one.value for one in Stage], default="", help="only one stage")
    parser.add_argument(
        "--site", choices=[one.value for one in SiteKind], default="", help="only one kind of place"
    )
    parser.add_argument("--log", type=Path, metavar="FILE", help="take a contact log kept elsewhere instead")
    parser.add_argument(
        "--mapping", default="", metavar="NAME", help="with --log: a saved mapping, or a file of one"
    )
    parser.add_argument("--keep-mapping", default="", metavar="NAME", help="with --log: save how it was read")
    reading(parser)
    parser.add_argument("--mappings", action="store_true", help="take nothing; list the saved mappings")
    parser.add_argument("--release", type=UUID, metavar="ID", help="take nothing; let figures of one leave")
    parser.add_argument("--rounded", action="store_true", help="with --release: rounded to 5")
    parser.add_argument("--compare", type=UUID, nargs=2, metavar="ID", help="take nothing; compare two")
    parser.add_argument("--check", type=UUID, metavar="ID", help="take nothing; check an extract's files")


def run(options: argparse.Namespace) -> Outcome:
    """Take one, or ask about those there are."""
    by = operator(options.programme)
    if options.check:
        return _check(by, options.check)
    if options.release:
        return _release(by, options.release, 5 if options.rounded else None)
    if options.compare:
        return compared_lines(compare(by, *options.compare))
    if options.mappings:
        return _mappings(by)
    asked: dict[str, Any] = {
        "study_key": _study_key(by, options),
        "days": Days(options.days),
        "part": Part(options.since, options.until, options.stage, options.site),
    }
    if options.log:
        return bring(by, options.log, options, **asked)
    extract_id = actions.take_extract(by=by, at=timezone.now(), name=options.name, **asked)
    card = reads.extract(by, extract_id)
    manifest = card.folder / reads.MANIFEST
    rows = ", ".join(f"{table} {count}" for table, count in card.rows.items())
    lines = [
        f"Extract {card.id} ({card.name})",
        f"Rows: {rows}",
        f"Days: {card.days}",
        f"Manifest: {manifest}",
        f"Hash: {card.hash}",
    ]
    data = {
        "extract": str(card.id),
        "manifest": str(manifest),
        "hash": card.hash,
        "rows": card.rows,
        "days": card.days,
        "part": card.part,
    }
    return Outcome(lines, data)


def _mappings(by: Viewer) -> Outcome:
    found = reads.mappings(by)
    lines = [f"{one.name}, {len(one.mapping.columns)} columns" for one in found]
    return Outcome(
        lines or ["No mapping is saved yet."],
        {"mappings": [{"name": one.name} | one.mapping.data() for one in found]},
    )


def _study_key(by: Viewer, options: argparse.Namespace) -> str:
    return str(study_titled(by, options.study).id) if options.study else str(options.study_key)


def _release(by: Viewer, extract_id: UUID, base: int | None) -> Outcome:
    actions.release(extract_id=extract_id, by=by, at=timezone.now(), base=base)
    card = reads.extract(by, extract_id)
    how = f"rounded to {card.base}" if card.base else "as they are, small ones hidden"
    return Outcome(
        [f"Figures of {card.name} ({card.short_hash}) leave {how}."],
        {"extract": str(card.id), "base": card.base},
    )


def _check(by: Viewer, extract_id: UUID) -> Outcome:
    card = reads.extract(by, extract_id)
    wrong = reads.verify(by, extract_id)
    lines = wrong or [f"Extract {card.id} is what it was when it was taken ({card.hash})."]
    return Outcome(lines, {"extract": str(card.id), "wrong": wrong}, 1 if wrong else 0)
