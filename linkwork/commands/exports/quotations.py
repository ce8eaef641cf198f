"""A study's quotations with their codes: a spreadsheet, a Word document, CSV or a web page.

  linkwork export quotations quotations.xlsx --study "How it takes hold" --programme "North practices"
  linkwork export quotations appendix.docx --study "How it takes hold" --programme "North practices" --layer coders

A row for each passage in .xlsx and .csv, a chapter for each code in .docx and .html. Words that may not be quoted are
left out and counted.
"""

import argparse

from django.utils import timezone

from linkwork.commands.line import Outcome
from linkwork.commands.which import operator
from linkwork.commands.write_out import kind_of, write_out
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.studies import reads
from linkwork.exchange.coded.files import KINDS, quotations_file
from linkwork.exchange.coded.quotations import Asked


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whose codings, and of which code."""
    parser.add_argument("--layer", choices=[one.value for one in Layer], default=Layer.CONSENSUS.value)
    parser.add_argument("--code", metavar="FRAME/CONSTRUCT", help="only this code and those below it")


def run(options: argparse.Namespace) -> Outcome:
    """Write the file."""
    by = operator(options.programme)
    kind = kind_of(options.file, KINDS)
    study = reads.study_titled(by, options.study)
    frame, _slash, construct = (options.code or "").partition("/")
    asked = Asked((frame, construct) if construct else None, Layer(options.layer))
    write_out(
        options.file,
        quotations_file(by, study.id, asked, kind, timezone.now()).data,
        replace=options.replace,
    )
    return Outcome([f"The quotations are in {options.file}."], {"file": str(options.file)})
