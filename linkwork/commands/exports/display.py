"""A joint display: a web page, a Word document, a PDF or a sheet of its rows.

  linkwork export display reach.pdf --study "How it takes hold" --title "Reach" --programme "North practices"

The latest version of that title. Figures about too few, words that may not be quoted and workers' names stay behind;
each figure and quotation says where it comes from. From then on the extracts its figures come from count as out.
"""

import argparse

from django.utils import timezone

from linkwork.commands.line import Outcome
from linkwork.commands.which import operator
from linkwork.commands.write_out import kind_of, write_out
from linkwork.core.errors import NotFound
from linkwork.evaluation.portraits import reads as portraits
from linkwork.evaluation.studies import reads as studies
from linkwork.exchange.curtain import display_curtain, extracts_of
from linkwork.exchange.displays import FORMATS, compose, written
from linkwork.extracts import actions as extracts
from linkwork.programmes import reads as programmes


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which display."""
    parser.add_argument("--title", required=True, help="what the display is called")


def run(options: argparse.Namespace) -> Outcome:
    """Write the file."""
    by = operator(options.programme)
    kind = kind_of(options.file, tuple(FORMATS))
    study = studies.study_titled(by, options.study)
    lines = [one for one in portraits.displays(by) if (one.study_id, one.title) == (study.id, options.title)]
    if not lines:
        raise NotFound(f"There is no joint display “{options.title}” in that study.")
    shown = extracts_of([portraits.display(by, lines[0].id)])
    extracts.let_out(extract_ids=shown, by=by, at=timezone.now())
    card = portraits.display(by, lines[0].id)  # read again: what may leave is decided beside what is out now
    paper = compose(card, programmes.programme(by), display_curtain(by, card), timezone.localdate())
    write_out(options.file, written(paper, kind)[0], replace=options.replace)
    said = [f"The joint display is in {options.file}.", paper.standing]
    return Outcome(said, {"file": str(options.file), "hash": card.frozen_hash, "version": card.version})
