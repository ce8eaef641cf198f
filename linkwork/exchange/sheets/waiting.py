"""A file on its way in: it waits between two pages for whoever brought it, at most half a day, and is then gone.

It lies in LINKWORK_HOME, readable by its owner only, with what was told of it so far.
"""

import datetime as dt
import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer
from linkwork.exchange.sheets.table import BOOKS, UNPACKED, SheetFile, Watch, unpack_book
from linkwork.extracts.spool import Spool

LONGEST = dt.timedelta(hours=12)
LONGEST_NAME = 120
PIECE = 1 << 20


class Waiting:
    """One file. `said` is what is known of it, plain values; `say` keeps more."""

    def __init__(self, file_id: UUID) -> None:
        self.id = file_id
        self._folder = _place() / str(file_id)
        path = self._folder / "said.json"
        self.said: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}

    @property
    def name(self) -> str:
        """What the file is called."""
        return str(self.said["name"])

    def say(self, **more: object) -> None:
        """Keep what somebody told, or what was found."""
        self.said |= more
        whole = self._folder / "said.part"
        whole.write_text(json.dumps(self.said, ensure_ascii=False), "utf-8")
        whole.replace(
            self._folder / "said.json"
        )  # at once: a page may look while something is done beside it

    @property
    def path(self) -> Path:
        """Where its bytes lie."""
        return self._folder / "file" / self.name

    def sheet(self, watch: Watch = lambda rows: rows) -> SheetFile:
        """As a table. Raises Refused where it is none, NotFound once it was taken in."""
        if not self.path.exists():
            raise NotFound(_("This file was taken in already."))
        unpacked = self.path.with_suffix(UNPACKED)
        return SheetFile(unpacked if unpacked.exists() else self.path, name=self.name, watch=watch)

    def lines(self) -> int:
        """About how many rows it has; fewer where a cell holds several lines. 0 for a workbook before `unpack`."""
        unpacked = self.path.with_suffix(UNPACKED)
        if self.path.suffix.casefold() in BOOKS and not unpacked.exists():
            return 0
        with (unpacked if unpacked.exists() else self.path).open("rb") as file:
            return sum(piece.count(b"\n") for piece in iter(lambda: file.read(PIECE), b""))

    def unpack(self, watch: Callable[[Iterator[Any], int], Iterator[Any]]) -> None:
        """Have a workbook ready to be read several times. Raises Refused where it is none."""
        if self.path.suffix.casefold() in BOOKS:
            part = self.path.with_suffix(".part")
            unpack_book(self.path, part, watch)
            part.replace(self.path.with_suffix(UNPACKED))

    def write(self, chunks: Iterable[bytes]) -> None:
        """Write it down as it comes, some bytes at a time."""
        self.path.parent.mkdir(mode=0o700)
        with self.path.open("wb") as file:
            for chunk in chunks:
                file.write(chunk)

    def spool(self, *, anew: bool = False) -> Spool:
        """Its rows as they were read."""
        path = self._folder / "rows.sqlite"
        if anew:
            path.unlink(missing_ok=True)
        return Spool(path)

    def taken(self) -> None:
        """Its rows went in: only those that did not are still kept, to be put right."""
        whole, path = self.spool(), self._folder / "rest.sqlite"
        rest = Spool(path)
        for line, said in whole.turned_back():
            rest.turn_back(line, said)
        for one in (whole, rest):
            one.close()
        path.rename(self._folder / "rows.sqlite")
        shutil.rmtree(self.path.parent, ignore_errors=True)

    def forget(self) -> None:
        """Nothing is left of it."""
        shutil.rmtree(self._folder, ignore_errors=True)


def keep(viewer: Viewer, name: str, chunks: Iterable[bytes], at: dt.datetime, kind: str) -> Waiting:
    """Keep a file that somebody brought; `kind` says what it is to become."""
    forget_old(at - LONGEST)
    _place().mkdir(parents=True, exist_ok=True, mode=0o700)
    file_id = new_id()
    (_place() / str(file_id)).mkdir(mode=0o700)
    one = Waiting(file_id)
    ends = Path(name).suffix
    called = f"{Path(name).stem[: LONGEST_NAME - len(ends)]}{ends}" if len(ends) < 10 else "log.csv"
    one.say(name=called, kind=kind, owner=_owner(viewer), at=at.isoformat())
    one.write(chunks)
    return one


def waiting(viewer: Viewer, file_id: UUID, kind: str) -> Waiting:
    """A file of this kind that the viewer brought. Raises NotFound, also once it is forgotten."""
    one = Waiting(file_id)
    if one.said.get("owner") != _owner(viewer) or one.said.get("kind") != kind:
        raise NotFound(_("This file is no longer kept. Bring it in again."))
    return one


def forget_old(before: dt.datetime) -> int:
    """Forget what has waited since before this moment. How many."""
    gone = 0
    for one in _all():
        if dt.datetime.fromisoformat(one.said.get("at", before.isoformat())) <= before:
            one.forget()
            gone += 1
    return gone


def _all() -> Iterator[Waiting]:
    folders = list(_place().iterdir()) if _place().exists() else []
    for folder in folders:
        yield Waiting(UUID(folder.name))


def _owner(viewer: Viewer) -> str:
    return f"{viewer.programme} {viewer.id}"


def _place() -> Path:
    return Path(settings.HOME) / "waiting"
