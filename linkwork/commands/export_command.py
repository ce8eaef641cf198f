"""Write a study's work into files: a whole project, quotations, the codebook.

  linkwork export refi FILE.qdpx --study TITLE --programme NAME
  linkwork export quotations FILE.docx --study TITLE --programme NAME
  linkwork export codebook FILE.xlsx --study TITLE --programme NAME

Each kind explains itself: linkwork export KIND --help
"""

import argparse
import importlib
import pkgutil
from pathlib import Path
from typing import Any

from linkwork.commands import exports
from linkwork.commands.line import Outcome


def arguments(parser: argparse.ArgumentParser) -> None:
    """One sub-command for each file in `exports`."""
    kinds = parser.add_subparsers(dest="what", metavar="KIND", required=True)
    for name in kinds_known():
        text = (_load(name).__doc__ or "").strip()
        one = kinds.add_parser(
            name,
            help=text.splitlines()[0],
            description=text,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        one.add_argument(
            "file", type=Path, metavar="FILE", help="the file to write; its ending says the kind"
        )
        one.add_argument("--study", required=True, metavar="TITLE", help="the study it is of")
        one.add_argument("--programme", required=True, metavar="NAME", help="the programme it belongs to")
        one.add_argument("--replace", action="store_true", help="write over a file that is there")
        # given after the kind too, where a hand writes it; SUPPRESS keeps the one given before
        one.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        _load(name).arguments(one)


def run(options: argparse.Namespace) -> Outcome:
    """Hand over to the kind that was asked for."""
    outcome: Outcome = _load(options.what).run(options)
    return outcome


def kinds_known() -> list[str]:
    """The kinds of export there are."""
    return sorted(module.name for module in pkgutil.iter_modules(exports.__path__))


def _load(name: str) -> Any:
    return importlib.import_module(f"linkwork.commands.exports.{name}")
