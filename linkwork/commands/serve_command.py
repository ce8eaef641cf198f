"""Serve Linkwork on this machine.

Brings the database up to date, prints the address, and serves until Ctrl-C. For the public internet put a server
that speaks HTTPS in front and set LINKWORK_ADDRESS (see docs/settings.md).

  linkwork serve
  linkwork serve --port 8080 --workers 2
"""

import argparse
import os
import sys

from django.conf import settings
from django.core.management import call_command

from linkwork.commands.line import Outcome


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen."""
    parser.add_argument(
        "--host", default="127.0.0.1", help="the address to listen on (default: this machine only)"
    )
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument(
        "--workers", type=int, default=1, help="server processes; two suit a machine of two cores"
    )


def run(options: argparse.Namespace) -> Outcome:
    """Serve until stopped."""
    call_command("migrate", verbosity=0)
    print(f"Linkwork is at http://{options.host}:{options.port}/  (stop with Ctrl-C)", flush=True)  # noqa: T201
    serve(options.host, options.port, options.workers)
    return Outcome(["Stopped."], {"stopped": True})


def serve(host: str, port: int, workers: int) -> None:
    """Run the WSGI server in this process until it is stopped."""
    from granian import Granian
    from granian.constants import Interfaces

    if "LINKWORK_ADDRESS" not in os.environ:  # partners' links lead to where we serve
        known = "localhost" if host in {"0.0.0.0", "::"} else host
        settings.SITE_ADDRESS = os.environ["LINKWORK_ADDRESS"] = f"http://{known}:{port}"
    settings.EMAIL_FILE_PATH.mkdir(parents=True, exist_ok=True)
    sys.stdout.flush()
    Granian(
        "linkwork.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        log_level="warning",  # type: ignore[arg-type]
    ).serve()
