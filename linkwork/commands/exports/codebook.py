"""A study's codebook as a table: a spreadsheet, a Word document, CSV or a web page.

  linkwork export codebook codebook.docx --study "How it takes hold" --programme "North practices"

For other programs that code texts, write a REFI-QDA codebook: linkwork export refi FILE.qdc
"""

import argparse

from django.utils import timezone

from linkwork.commands.line import Outcome
from linkwork.commands.which import operator
from linkwork.commands.write_out import kind_of, write_out
from linkwork.evaluation.studies import reads
from linkwork.exchange.coded.files import KINDS, codebook_file


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing beyond the file and the study."""


def run(options: argparse.Namespace) -> Outcome:
    """Write the file."""
    by = operator(options.programme)
    kind = kind_of(options.file, KINDS)
    study = reads.study_titled(by, options.study)
    write_out(options.file, codebook_file(by, study.id, kind, timezone.now()).data, replace=options.replace)
    return Outcome([f"The codebook is in {options.file}."], {"file": str(options.file)})
