"""The server: granian over WSGI, in this process until it is stopped. Loads nothing of Django itself."""

import os
import sys

from linkwork.commands.beside import Going, beside


def address_of(host: str, port: int) -> str:
    """Where a browser on this machine finds a server that listens there."""
    known = "localhost" if host in {"0.0.0.0", "::"} else host
    return f"http://{known}:{port}"


def opening(host: str, port: int) -> str:
    """What a start says last."""
    return f"\nOpen {address_of(host, port)}/  (stop with Ctrl-C)"


def serve(host: str, port: int, workers: int, *going: Going) -> None:
    """Serve until stopped, with these beside. Partners' links lead here unless LINKWORK_ADDRESS says otherwise."""
    from granian import Granian
    from granian.constants import Interfaces

    os.environ.setdefault("LINKWORK_ADDRESS", address_of(host, port))
    sys.stdout.flush()
    server = Granian(
        "linkwork.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        log_level="warning",  # type: ignore[arg-type]
    )
    with beside(*going):
        server.serve()
