"""Where an extract is written before it is one: a folder beside the others, cleared where a take broke off."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from linkwork.core.locks import held
from linkwork.extracts.reads import folder_of

PART, LOCK = ".part", ".lock"


@contextmanager
def in_the_making(extract_id: UUID) -> Iterator[Path]:
    """An empty folder to write in, held until whoever keeps the extract has renamed it. Where that fails it goes."""
    making = folder_of(extract_id).with_suffix(PART)
    making.parent.mkdir(parents=True, exist_ok=True)
    for left in making.parent.glob(f"*{PART}"):  # by takes that were killed, if nobody holds it
        with _gone_in_the_end(left):
            pass
    with _gone_in_the_end(making):
        making.mkdir()
        yield making


@contextmanager
def _gone_in_the_end(making: Path) -> Iterator[None]:
    """Hold a folder and remove it at the end, with its lock; nothing of that where another holds it."""
    lock = making.with_suffix(LOCK)
    mine = False
    try:
        with held(lock) as mine:
            try:
                yield
            finally:
                if mine:
                    shutil.rmtree(making, ignore_errors=True)
    finally:
        if mine:
            lock.unlink(missing_ok=True)
