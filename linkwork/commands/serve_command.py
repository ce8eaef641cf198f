"""Serve Linkwork on this machine.

Brings the database up to date, prints the address, and serves until Ctrl-C. Every minute it does what is due: letters,
reminders (see linkwork rounds). What people ask for that takes a while is done beside the pages (see linkwork errands).
For the public internet put a server that speaks HTTPS in front and set LINKWORK_ADDRESS (see docs/settings.md).

  linkwork serve
  linkwork serve --port 8080 --workers 2
  linkwork serve --no-rounds --no-errands
"""

import argparse

from linkwork.commands.beside import Going, keep_runner
from linkwork.commands.database import bring_up_to_date
from linkwork.commands.duties import keep_making
from linkwork.commands.line import Outcome
from linkwork.commands.serving import address_of, serve


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen."""
    parser.add_argument(
        "--host", default="127.0.0.1", help="the address to listen on (default: this machine only)"
    )
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument(
        "--workers", type=int, default=1, help="server processes; two suit a machine of two cores"
    )
    parser.add_argument("--no-rounds", action="store_true", help="leave what is due to linkwork rounds")
    parser.add_argument(
        "--no-errands", action="store_true", help="leave what takes a while to linkwork errands"
    )


def run(options: argparse.Namespace) -> Outcome:
    """Serve until stopped."""
    bring_up_to_date()
    print(f"Linkwork is at {address_of(options.host, options.port)}/  (stop with Ctrl-C)", flush=True)  # noqa: T201
    going: list[Going] = [] if options.no_rounds else [keep_making]
    going += [] if options.no_errands else [keep_runner]
    serve(options.host, options.port, options.workers, *going)
    return Outcome(["Stopped."], {"stopped": True})
