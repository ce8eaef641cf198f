"""What does this table of ratings say, row by row? Constructs down, cases across, and perhaps a column of flags.

A good row goes in; one that cannot be taken comes back with its number, what is wrong and what to do.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.core.text import fold
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.rules import rated_table
from linkwork.evaluation.coding.rules.rated_table import RatedLine
from linkwork.evaluation.coding.rules.scores import USUAL, CaseKind, Settings, Verdict
from linkwork.exchange.sheets.table import Sheet, SheetRow

CONSTRUCT = ("construct", "constructs", "code", "konstrukt", "concept", "construit")
FLAG = (
    "flag",
    "published flag",
    "analyst",
    "analyst flag",
    "decided",
    "verdict",
    "distinguishing",
    "printed",
)


@dataclass(frozen=True)
class RefusedLine:
    """A row that did not go in: its number, its cells as they were, what is wrong and what to do."""

    row: int
    cells: tuple[str, ...]
    wrong: str
    to_do: str


@dataclass
class RatingsRead:
    """What became of a file. `read_as` are (row, what stood there, the construct it was read as) where they differ."""

    name: str
    header: tuple[str, ...]
    cases: tuple[str, ...] = ()
    flags: str = ""
    lines: list[RatedLine] = field(default_factory=list)
    read_as: list[tuple[int, str, str]] = field(default_factory=list)
    refused: list[RefusedLine] = field(default_factory=list)
    sheet_id: UUID | None = None

    def refused_table(self) -> tuple[list[str], list[Sequence[str]]]:
        """The refused rows as a table to put right and bring in again, with the reasons at the end."""
        header = [*self.header, "row", "what is wrong", "what to do"]
        return header, [[*one.cells, str(one.row), one.wrong, one.to_do] for one in self.refused]


def read_ratings(
    sheet: Sheet, *, frame_id: str, upper: int | None, by: Viewer, flags: Mapping[str, Verdict] | None = None
) -> RatingsRead:
    """Read the table. `frame_id` is of the list its constructs are of, `flags` this table's own words for flags.

    Raises NotFound for no such list, Refused where the columns cannot be told.
    """
    frame = reads.frame(by, frame_id)
    done, construct = _columns(sheet)
    offered = [(one.id, one.name) for one in frame.constructs]
    own = {fold(word): verdict for word, verdict in (flags or {}).items()}
    seen: set[str] = set()
    for row in sheet.rows:
        line = _line(row, done, construct, frame_id, offered, own, upper)
        if isinstance(line, RatedLine) and line.construct[1] in seen:
            line = (_("this construct stood in an earlier row"), _("Keep one row for each construct."))
        if not isinstance(line, RatedLine):
            cells = tuple(row.cells.get(column, "") for column in sheet.header)
            done.refused.append(RefusedLine(row.number, cells, *line))
            continue
        seen.add(line.construct[1])
        done.lines.append(line)
        asked, name = row.cells[construct], frame.construct(line.construct[1]).name
        if fold(asked) != fold(name):
            done.read_as.append((row.number, asked, name))
    return done


def take_in(
    read: RatingsRead,
    *,
    study_id: UUID,
    title: str,
    kind: CaseKind,
    upper: int | None,
    by: Viewer,
    at: dt.datetime,
    note: str = "",
    settings: Settings = USUAL,
) -> RatingsRead:
    """Keep the good rows as a sheet of the study. Raises Refused where there are none, NotFound, Invalid."""
    if not read.lines:
        raise Refused(_("%(file)s: no row could be taken.") % {"file": read.name})
    read.sheet_id = actions.take_in_ratings(
        study_id=study_id,
        title=title,
        kind=kind,
        cases=read.cases,
        lines=read.lines,
        upper=upper,
        note=note or _("From the file %(file)s.") % {"file": read.name},
        settings=settings,
        by=by,
        at=at,
    )
    return read


def _columns(sheet: Sheet) -> tuple[RatingsRead, str]:
    """Which column names the construct and which holds flags; every other one is a case."""
    named = [column for column in sheet.header if fold(column) in CONSTRUCT]
    construct = named[0] if named else next(iter(sheet.header))
    flags = next((column for column in sheet.header if fold(column) in FLAG), "")
    ours = {construct, flags, "row", "what is wrong", "what to do", ""}
    cases = tuple(column for column in sheet.header if column not in ours)
    if not cases:
        raise Refused(
            _(
                "%(file)s has no column for a case. The first column names the construct, each other one a case."
            )
            % {"file": sheet.name}
        )
    return RatingsRead(sheet.name, sheet.header, cases, flags), construct


def _line(
    row: SheetRow,
    done: RatingsRead,
    construct: str,
    frame_id: str,
    offered: Sequence[tuple[str, str]],
    own: Mapping[str, Verdict],
    upper: int | None,
) -> RatedLine | tuple[str, str]:
    """The row as ratings, or what is wrong with it and what to do."""
    asked = row.cells.get(construct, "")
    found = rated_table.named(asked, offered)
    if not found:
        return _("no construct is called “%(name)s”") % {"name": asked}, _("Use a name of the list.")
    if len(found) > 1:
        names = ", ".join(name for _id, name in found)
        return (
            _("“%(name)s” could be several constructs") % {"name": asked},
            _("Write one of these: %(names)s.") % {"names": names},
        )
    given = {case: rated_table.given(row.cells.get(case, "")) for case in done.cases}
    wrong = [case for case, said in given.items() if said is None]
    if wrong:
        return (
            _("%(cases)s: no rating") % {"cases": ", ".join(wrong)},
            _("Write −2 to +2, “m” for mixed, or “.” for missing."),
        )
    whole = tuple(said for said in given.values() if said is not None)
    verdict = None
    if done.flags:
        said = row.cells.get(done.flags, "")
        verdict = rated_table.flag(said, own, _both_sides(whole, upper))
        if verdict is None:
            return (
                _("the flag “%(flag)s” is not known") % {"flag": said},
                _("Write strong, weak, or nothing; or say what it means."),
            )
    return RatedLine((frame_id, found[0][0]), whole, verdict)


def _both_sides(given: Sequence[rated_table.Given], upper: int | None) -> bool:
    """Whether better and worse cases have a value; without knowing which are which, whether any has."""
    values = [value for _mark, value in given]
    sides = (values[:upper], values[upper:]) if upper else (values,)
    return all(any(value is not None for value in side) for side in sides)
