"""Where the files of errands lie, and who is at work: what is marked as begun and held by nobody was interrupted.

All servers of one installation share LINKWORK_HOME.
"""

import shutil
from contextlib import AbstractContextManager
from pathlib import Path
from uuid import UUID

from django.conf import settings

from linkwork.core import locks

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


def held(name: str, *, wait: bool = False) -> AbstractContextManager[bool]:
    """Hold what is called `name`, alone of all processes and threads; False where another holds it.

    With `wait` it is waited for.
    """
    return locks.held(_place() / "held" / name, wait=wait)


def is_held(name: str) -> bool:
    """Whether somebody holds it now."""
    with held(name) as free:
        return not free


def _place() -> Path:
    return Path(settings.HOME) / "errands"
