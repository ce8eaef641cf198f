"""Take in files: services for the directory, a contact log from elsewhere, documents or whole projects for studies.

  linkwork import directory FILE --programme NAME
  linkwork import contacts FILE --programme NAME
  linkwork import survey FILE --instrument nomad --programme NAME
  linkwork import documents FILE... --study TITLE --programme NAME
  linkwork import refi FILE --programme NAME
  linkwork import ratings FILE --study TITLE --title TITLE --programme NAME

Each kind explains itself: linkwork import KIND --help
"""

import argparse
from pathlib import Path

from linkwork.commands import imports
from linkwork.commands.kinds import Kinds
from linkwork.commands.line import Outcome

KINDS = Kinds(imports)


def arguments(parser: argparse.ArgumentParser) -> None:
    """One sub-command for each file in `imports`."""
    KINDS.arguments(parser, _shared)


def run(options: argparse.Namespace) -> Outcome:
    """Hand over to the kind that was asked for."""
    return KINDS.run(options)


def _shared(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="a .csv or .xlsx file; for documents, text files or a folder; for refi, a project",
    )
    parser.add_argument("--programme", required=True, metavar="NAME", help="the programme it is for")
