"""What somebody on an errand is given: whose rights, which choices, where a file goes, whom to tell how far it is."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from linkwork.core.viewer import Viewer

T = TypeVar("T")
AT_ONCE = 2_000  # rows between two looks at whether it is still wanted


class Stopped(Exception):
    """Whoever asked does not want it any more."""


@dataclass(frozen=True)
class Hand:
    """`tell` takes how many parts are done, of how many, and what is being done now. It raises Stopped.

    It writes to the database: inside an open transaction it would be seen by nobody, and on SQLite wait for itself.
    """

    viewer: Viewer
    at: dt.datetime
    given: dict[str, Any]
    folder: Path
    tell: Callable[[int, int, str], None]

    def id_given(self, name: str) -> UUID:
        """One of the ids that it was given."""
        return UUID(self.given[name])

    def rows(self, rows: Iterable[T], many: int, said: str) -> Iterator[T]:
        """Hand on rows one by one, telling how far they are; `many` may be a guess."""
        self.tell(0, many, said)
        for number, row in enumerate(rows, start=1):
            if number % AT_ONCE == 0:
                self.tell(min(number, many), many, said)
            yield row

    def file(self, name: str, media_type: str, data: bytes, extracts: Iterable[UUID] = ()) -> dict[str, Any]:
        """Put down the file it brings. `extracts`: whose figures are in it."""
        (self.folder / name).write_bytes(data)
        return {"file": name, "media_type": media_type, "extracts": sorted(str(one) for one in extracts)}

    @staticmethod
    def page(name: str, *args: object) -> dict[str, Any]:
        """The page that goes on, by its name."""
        return {"page": name, "args": [str(one) for one in args]}
