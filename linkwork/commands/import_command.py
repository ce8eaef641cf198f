"""Take in files: services for the directory, a contact log from elsewhere, documents or whole projects for studies.

  linkwork import directory FILE --programme NAME
  linkwork import contacts FILE --programme NAME
  linkwork import documents FILE... --study TITLE --programme NAME
  linkwork import refi FILE --programme NAME

Each kind explains itself: linkwork import KIND --help
"""

import argparse
import importlib
import pkgutil
from pathlib import Path
from typing import Any

from linkwork.commands import imports
from linkwork.commands.line import Outcome


def arguments(parser: argparse.ArgumentParser) -> None:
    """One sub-command for each file in `imports`."""
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
            "file",
            type=Path,
            metavar="FILE",
            help="a .csv or .xlsx file; for documents, text files or a folder; for refi, a project",
        )
        one.add_argument("--programme", required=True, metavar="NAME", help="the programme it is for")
        # given after the kind too, where a hand writes it; SUPPRESS keeps the one given before
        one.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        _load(name).arguments(one)


def run(options: argparse.Namespace) -> Outcome:
    """Hand over to the kind that was asked for."""
    outcome: Outcome = _load(options.what).run(options)
    return outcome


def kinds_known() -> list[str]:
    """The kinds of import there are."""
    return sorted(module.name for module in pkgutil.iter_modules(imports.__path__))


def _load(name: str) -> Any:
    return importlib.import_module(f"linkwork.commands.imports.{name}")
