"""Write a study's work into files: a whole project, quotations, the codebook.

  linkwork export refi FILE.qdpx --study TITLE --programme NAME
  linkwork export quotations FILE.docx --study TITLE --programme NAME
  linkwork export codebook FILE.xlsx --study TITLE --programme NAME
  linkwork export display FILE.pdf --study TITLE --title TITLE --programme NAME

Each kind explains itself: linkwork export KIND --help
"""

import argparse
from pathlib import Path

from linkwork.commands import exports
from linkwork.commands.kinds import Kinds
from linkwork.commands.line import Outcome

KINDS = Kinds(exports)


def arguments(parser: argparse.ArgumentParser) -> None:
    """One sub-command for each file in `exports`."""
    KINDS.arguments(parser, _shared)


def run(options: argparse.Namespace) -> Outcome:
    """Hand over to the kind that was asked for."""
    return KINDS.run(options)


def _shared(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the file to write; its ending says the kind")
    parser.add_argument("--study", required=True, metavar="TITLE", help="the study it is of")
    parser.add_argument("--programme", required=True, metavar="NAME", help="the programme it belongs to")
    parser.add_argument("--replace", action="store_true", help="write over a file that is there")
