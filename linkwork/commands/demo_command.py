"""Show Linkwork with three invented programmes.

Makes a small database in LINKWORK_HOME (./var unless set), fills it with invented people, prints the address and
the logins, and serves until Ctrl-C. The second start finds everything as it was left.

  linkwork demo                   fill once, then serve
  linkwork demo --fresh           throw the demonstration away and fill it again
  linkwork demo --no-serve        fill only
  linkwork demo --log log.xlsx    write a synthetic contact log of 1,294 contacts, to try `linkwork import contacts`
  linkwork demo --documents FOLDER --no-serve
                                  also make a study of the documents in FOLDER, coded by two word lists as if by two
                                  people, and print its tables
"""

import argparse
import os
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from linkwork.commands import ready
from linkwork.commands.beside import keep_runner
from linkwork.commands.database import bring_up_to_date
from linkwork.commands.line import Outcome, Progress
from linkwork.commands.serving import address_of, opening, serve
from linkwork.core.errors import Refused
from linkwork.programmes import reads


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to fill, and whether to serve."""
    parser.add_argument("--fresh", action="store_true", help="throw the demonstration away and fill it again")
    parser.add_argument("--no-serve", action="store_true", help="fill only")
    parser.add_argument(
        "--log", type=Path, metavar="FILE", help="only write a synthetic contact log to FILE (XLSX)"
    )
    parser.add_argument(
        "--documents",
        type=Path,
        metavar="FOLDER",
        help="also a study of these documents, coded by two word lists",
    )
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)


def run(options: argparse.Namespace) -> Outcome:
    """Fill and serve."""
    if options.log:
        return _write_log(options.log)
    started = time.monotonic()
    filled = prepare(options.fresh, Progress(quiet=options.json))
    from linkwork.commands.demo.programmes import PASSWORD, logins

    seconds = f"{time.monotonic() - started:.1f} s"
    lines = [
        "Every person in this demonstration is invented.",
        f"Sign in with the password {PASSWORD} as:",
        *[f"  {address:28} {title}, {programme}" for address, title, programme in logins()],
    ]
    ready.say(settings.HOME, os.environ.get("LINKWORK_DATABASE_URL", ""), lines)
    lines.insert(0, f"The demonstration is {'filled' if filled else 'ready'} ({seconds}).")
    data = {"filled": filled, "password": PASSWORD, "logins": [address for address, _t, _p in logins()]}
    if options.documents:
        said, data["study"] = _code(options.documents)
        lines += said
    if options.no_serve or options.json:
        return Outcome(lines, data)
    print("\n".join([*lines, opening(options.host, options.port)]), flush=True)  # noqa: T201
    lead_here(options.host, options.port)
    serve(options.host, options.port, 1, keep_runner)
    return Outcome(["Stopped."], data)


def lead_here(host: str, port: int) -> None:
    """Links in letters lead to this server. Its settings were read before the port was known."""
    if "LINKWORK_ADDRESS" not in os.environ:
        settings.SITE_ADDRESS = address_of(host, port)


def prepare(fresh: bool, progress: Progress) -> bool:
    """Have a filled demonstration database; whether it had to be filled. Raises Refused beside real programmes."""
    ready.forget(settings.HOME)
    bring_up_to_date()
    cards = reads.all_programmes()
    if any(not card.demonstration for card in cards):
        raise Refused(
            "This database holds programmes of your own. Give the demonstration a home of its own: "
            "set LINKWORK_HOME to another folder."
        )
    if cards and not fresh:
        return False
    if cards:
        progress.step("Throwing the old demonstration away")
        call_command("flush", interactive=False, verbosity=0)
    from linkwork.commands.demo.build import build

    build(timezone.now(), progress.step)
    progress.done()
    if connection.vendor == "sqlite":
        connection.cursor().execute("PRAGMA optimize")
    return True


def _code(folder: Path) -> tuple[list[str], dict[str, Any]]:
    """The study that two word lists code, in the first programme, and what its tables say."""
    from linkwork.commands.demo.programmes import PLANS, first_evaluator
    from linkwork.commands.demo.two_coders import SECOND, TITLE, coded
    from linkwork.commands.demo.two_coders_told import told

    by = first_evaluator()
    lines, data = told(by, coded(folder, by, timezone.now()))
    head = [
        "",
        f"“{TITLE}” is in {PLANS[0].name}: sign in as evaluator@all.example or {SECOND[0]}@all.example.",
        "No person read these documents: the coding follows word lists.",
    ]
    return [*head, *lines], data


def _write_log(path: Path) -> Outcome:
    from linkwork.commands.demo.log import write_log

    write_log(path)
    return Outcome(
        [
            f"Wrote {path}: 1,294 invented contacts of 507 invented people with 5 workers. Next:",
            f'  linkwork import contacts {path} --programme "Mothers of Söderby"',
        ],
        {"file": str(path)},
    )
