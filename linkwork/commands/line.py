"""The command line itself: finds the command, explains, prints, and turns refusals into exit codes.

Exit codes: 0 done; 1 done, and something needs a person's attention (refused rows, a broken chain);
2 not done, for the reason printed.
"""

import argparse
import importlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from linkwork.core.errors import LinkworkError

COMMANDS = [
    "demo",
    "serve",
    "import",
    "export",
    "extract",
    "figures",
    "toolkit",
    "report",
    "user",
    "rounds",
    "errands",
    "check",
]


NOTHING_HERE = (
    "Nothing was set up here yet. Begin with a look at the demonstration (linkwork demo), or with a programme of your "
    "own (linkwork user --help)."
)


@dataclass
class Outcome:
    """What a command has to say: `lines` for people, `data` for machines (--json), `code` for the shell."""

    lines: list[str] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)
    code: int = 0


class Command(Protocol):
    """What each file in this folder offers. The module's docstring is its help."""

    __doc__: str

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare options and arguments."""

    def run(self, options: argparse.Namespace) -> Outcome:
        """Do it. Raise LinkworkError to stop with a sentence."""


class Progress:
    """A line on standard error that moves on long work; silent where nobody is looking or --json was asked for."""

    def __init__(self, quiet: bool = False) -> None:
        self.shown = sys.stderr.isatty() and not quiet

    def step(self, sentence: str) -> None:
        """Replace the line by `sentence`."""
        if self.shown:
            sys.stderr.write(f"\r\x1b[2K{sentence}")
            sys.stderr.flush()

    def done(self) -> None:
        """Clear the line."""
        self.step("")


def parser(only: str = "") -> argparse.ArgumentParser:
    """The whole command line, for --help and for the documentation; with `only`, what that command needs.

    Loading every command loads the engines behind figures and pages, which a quick command need not wait for.
    """
    top = argparse.ArgumentParser(
        prog="linkwork",
        description="Linkwork runs a community link-work programme and shows how it takes hold.",
        epilog="Start with: linkwork demo. Every command explains itself: linkwork COMMAND --help",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    for name in [only] if only in COMMANDS else COMMANDS:
        module = load(name)
        text = (module.__doc__ or "").strip()
        one = commands.add_parser(
            name,
            help=text.splitlines()[0],
            description=text,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.arguments(one)
        one.add_argument("--json", action="store_true", help="print the result as JSON, for other programs")
    return top


def load(name: str) -> Command:
    """The module of one command; `import` is a word of Python, so files end in _command."""
    found: Command = importlib.import_module(f"linkwork.commands.{name}_command")
    return found


def _refused(options: argparse.Namespace, reason: str) -> int:
    if options.json:
        print(json.dumps({"error": reason}, ensure_ascii=False))  # noqa: T201
    print(f"linkwork {options.command}: {reason}", file=sys.stderr)  # noqa: T201
    return 2


def run(arguments: Sequence[str]) -> int:
    """Run one command line; the exit code."""
    import django
    from django.db import DatabaseError

    django.setup()
    top = parser(arguments[0] if arguments else "")
    options = top.parse_args(list(arguments))
    if not options.command:
        top.print_help()
        return 2
    try:
        outcome = load(options.command).run(options)
    except LinkworkError as refusal:
        return _refused(options, refusal.reason)
    except DatabaseError:
        from linkwork.commands.database import is_set_up

        if is_set_up():
            raise
        return _refused(options, NOTHING_HERE)
    if options.json:
        print(json.dumps(outcome.data, ensure_ascii=False, indent=2, default=str))  # noqa: T201
    else:
        print("\n".join(outcome.lines))  # noqa: T201
    return outcome.code
