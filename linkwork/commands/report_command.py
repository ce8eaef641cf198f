"""Write the process-evaluation report of a programme, as a page, a PDF and a Word document.

A summary, the programme with its stages, the methods (extract, sources, coding, agreement with its numbers), pictures
and tables of every figure with what it is out of and how many are missing, constructs by stage, where CFIR and NPT
meet, figures beside words, the portrait by stage and what each statement rests on, the recommendations published, what
the report cannot say, the reporting checklists (StaRI, SRQR, GRAMMS) drafted from the records, and what it rests on:
the extract's hash, every definition's version, references. Figures about fewer than five are hidden; workers are
letters.

  linkwork report --programme "Millbrook link workers" --to report
  linkwork report --programme "Millbrook link workers" --to report --extract 0197c1d2-0000-7000-8000-000000000000
  linkwork report --programme "Millbrook link workers" --to rapport --language fr

Writes report.html, which needs nothing beside it, report.pdf (tagged) and report.docx. Without --extract, or with
--extract latest, the figures are those of the programme's latest extract; take one with linkwork extract. From then on
the extract, those of the joint displays in it and the latest survey of staff count as out: others that share only some
of their days cannot follow.
"""

import argparse
from pathlib import Path

from django.conf import settings
from django.utils import timezone, translation

from linkwork.commands.line import Outcome, Progress
from linkwork.commands.which import chosen_extract, operator
from linkwork.exchange.report.composing import compose
from linkwork.exchange.report.gathering import extracts_behind, gather
from linkwork.exchange.report.papers import write
from linkwork.extracts import actions as extracts


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which programme and extract, where to, in which language."""
    parser.add_argument("--programme", required=True, metavar="NAME")
    parser.add_argument("--to", required=True, type=Path, metavar="FOLDER", help="where the files go")
    parser.add_argument("--extract", default="latest", metavar="ID", help="an extract's id, or latest")
    parser.add_argument(
        "--language",
        default="en",
        choices=[code for code, _name in settings.LANGUAGES],
        help="en unless given",
    )


def run(options: argparse.Namespace) -> Outcome:
    """Gather, write, say where."""
    by = operator(options.programme)
    card = chosen_extract(by, options.extract)
    extracts.let_out(extract_ids=extracts_behind(by, card), by=by, at=timezone.now())
    progress = Progress(quiet=options.json)
    with translation.override(options.language):
        progress.step("Gathering")
        found = gather(by, card, timezone.localdate())
        progress.step("Drawing and telling")
        report = compose(found, timezone.localdate())
        progress.step("Setting the page, the paper and the Word document")
        page, paper, word = write(report, options.to)
    progress.done()
    statements = [one for portrait in found.portraits for one in portrait.statements]
    opinions = sum(one.evidence.is_opinion for one in statements)
    lines = [
        f"{len(found.figures)} figures of the extract {card.name} ({card.short_hash}), {len(found.studies)} studies, "
        f"{len(statements)} statements, {len(found.advice)} recommendations.",
        f"Page: {page}",
        f"Paper: {paper}",
        f"Word: {word}",
    ]
    if opinions:
        lines.append(f"Statements that rest on no evidence, and say so: {opinions}.")
    data = {
        "html": str(page),
        "pdf": str(paper),
        "docx": str(word),
        "extract": str(card.id),
        "hash": card.hash,
        "figures": len(found.figures),
        "studies": len(found.studies),
        "statements": len(statements),
        "opinions": opinions,
        "recommendations": len(found.advice),
    }
    return Outcome(lines, data)
