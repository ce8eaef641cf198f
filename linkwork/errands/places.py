"""Where the files of errands lie, and who is at work: locks that end with the process that holds them.

So nobody has to guess from a clock whether work was interrupted: what is marked as begun and held by nobody was.
All servers of one installation share LINKWORK_HOME.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from django.conf import settings

RUNNER = "runner"  # held by whoever does errands beside the pages


def folder_of(errand_id: UUID) -> Path:
    """The folder of an errand's file, made where it is missing; readable by its owner only."""
    folder = _place() / str(errand_id)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def remove(*errand_ids: UUID) -> None:
    """Nothing is left of what they brought."""
    for one in errand_ids:
        shutil.rmtree(_place() / str(one), ignore_errors=True)


@contextmanager
def held(name: str, *, wait: bool = False) -> Iterator[bool]:
    """Hold what is called `name`, alone of all processes and threads; False where another holds it.

    With `wait` it is waited for.
    """
    folder = _place() / "held"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(folder / name, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield _lock(handle, wait)
    finally:
        os.close(handle)  # lets go


def is_held(name: str) -> bool:
    """Whether somebody holds it now."""
    with held(name) as free:
        return not free


def _place() -> Path:
    return Path(settings.HOME) / "errands"


def _lock(handle: int, wait: bool) -> bool:
    try:
        if os.name == "nt":  # pragma: no cover
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
