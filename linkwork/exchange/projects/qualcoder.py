"""A project of QualCoder: the database `data.qda` of its folder. Texts and codings; pictures, sound and film are said.

The tables are those of QualCoder 3.x (github.com/ccbogel/QualCoder); older ones lack columns and are read too.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.exchange.projects.database_file import Tables
from linkwork.exchange.projects.parts import Placing, moment, number, same_words, tree, words
from linkwork.exchange.refi_qda import ours
from linkwork.exchange.refi_qda.line_ends import LineEnds
from linkwork.exchange.refi_qda.shapes import (
    Case,
    Code,
    Loss,
    Mark,
    Note,
    Passage,
    Project,
    Text,
    User,
    Value,
    Variable,
)

TABLES = ("source", "code_name", "code_text")
ORIGIN = "QualCoder"
Row = dict[str, Any]


def project_in(tables: Tables, file: str) -> tuple[Project, Loss]:
    """The project of the file, and what was not carried."""
    return _Reader(tables, file).project()


class _Reader:
    def __init__(self, tables: Tables, file: str) -> None:
        self.tables, self.file, self.loss = tables, file, Loss()
        self.placing = Placing()
        self.notes: list[Note] = []
        self.users: dict[str, User] = {}
        about = (self.tables.rows("project", "date", "memo") or [{"date": "", "memo": ""}])[0]
        self.date, self.memo = about["date"], words(about["memo"])

    def guid(self, kind: str, one: object) -> UUID:
        return ours.made("qualcoder", self.date, kind, one)

    def project(self) -> tuple[Project, Loss]:
        codes, texts = self._codes(), self._texts()
        for row in self.tables.rows("journal", "jid", "name", "jentry", "date", "owner", order="jid"):
            self._note("journal", row["jid"], words(row["jentry"]), row, words(row["name"]))
        for table in ("code_av", "code_image"):
            for _one in self.tables.rows(table, "memo"):
                self.loss.add(table, _("codings on pictures, sound and film"))
        variables = {
            words(row["name"]): Variable(self.guid("variable", words(row["name"])), words(row["name"]))
            for row in self.tables.rows("attribute_type", "name")
        }
        return (
            Project(
                name=self.file.removesuffix(".qda").removesuffix(".zip").removesuffix(".qda") or self.file,
                origin=ORIGIN,
                users=tuple(self.users.values()),
                codes=codes,
                variables=tuple(variables.values()),
                cases=tuple(self._cases()),
                texts=tuple(texts),
                notes=tuple(self.notes),
                description=self.memo,
            ),
            self.loss,
        )

    def _codes(self) -> tuple[Code, ...]:
        found: dict[tuple[str, int], Code] = {}
        parents: dict[tuple[str, int], tuple[str, int] | None] = {}
        for row in self.tables.rows("code_cat", "catid", "name", "memo", "supercatid", order="name"):
            key = ("cat", number(row["catid"]))
            found[key] = Code(self.guid("cat", key[1]), words(row["name"]), words(row["memo"]), codable=False)
            parents[key] = ("cat", number(row["supercatid"]))
        columns = ("cid", "name", "memo", "catid", "color", "supercid")
        for row in self.tables.rows("code_name", *columns, order="name"):
            key = ("code", number(row["cid"]))
            found[key] = Code(
                self.guid("code", key[1]), words(row["name"]), words(row["memo"]), words(row["color"])
            )
            under = number(row["supercid"])
            parents[key] = (
                ("code", under) if ("code", under) != key and under >= 0 else ("cat", number(row["catid"]))
            )
        return tree(found, parents, self.file)

    def _texts(self) -> Iterator[Text]:
        codings: dict[int, list[Row]] = {}
        columns = ("ctid", "cid", "fid", "seltext", "pos0", "pos1", "owner", "date", "memo", "important")
        for row in self.tables.rows("code_text", *columns, order="ctid"):
            codings.setdefault(row["fid"], []).append(row)
        comments: dict[int, list[Row]] = {}
        for row in self.tables.rows("annotation", "anid", "fid", "pos0", "pos1", "memo", order="anid"):
            comments.setdefault(row["fid"], []).append(row)
        values = self._values("file")
        about = ("id", "name", "fulltext", "memo", "owner", "date")
        for row in self.tables.rows("source", *about, order="id"):
            if not words(row["fulltext"]).strip():
                self.loss.add("source", _("pictures, sound and film are not kept; transcripts are"))
                continue
            ends = LineEnds(words(row["fulltext"]))
            rows = codings.get(row["id"], [])
            passages = [*self._passages(ends, rows), *self._comments(ends.text, comments.get(row["id"], []))]
            memo = self._note("source", row["id"], words(row["memo"]), row)
            yield Text(
                guid=self.guid("source", row["id"]),
                name=words(row["name"]),
                text=ends.text,
                passages=tuple(passages),
                values=tuple(values.get(row["id"], ())),
                notes=memo,
            )

    def _passages(self, ends: LineEnds, rows: list[Row]) -> Iterator[Passage]:
        """One passage for each place, with everybody's codes on it."""
        way = _way(ends, rows)
        at: dict[tuple[int, int], list[Row]] = {}
        for row in rows:
            start, end = way(number(row["pos0"])), way(number(row["pos1"]))
            found = self.placing.of(ends.text, start, end, words(row["seltext"]))
            if found is None:
                self.loss.add(
                    "code_text", _("its words do not stand where the file says, nor anywhere else once")
                )
            else:
                at.setdefault(found, []).append(row)
        for place, held in at.items():
            yield Passage(
                self.guid("passage", held[0]["ctid"]), *place, tuple(self._mark(row) for row in held)
            )

    def _mark(self, row: Row) -> Mark:
        if row["important"]:
            self.loss.add("code_text", _("the mark “important” on a coding"))
        return Mark(
            guid=self.guid("coding", row["ctid"]),
            code=self.guid("code", number(row["cid"])),
            by=self._user(row),
            at=moment(row["date"]),
            notes=self._note("coding", row["ctid"], words(row["memo"]), row),
        )

    def _comments(self, text: str, rows: list[Row]) -> Iterator[Passage]:
        for row in rows:
            start, end = number(row["pos0"]), number(row["pos1"])
            if 0 <= start < end <= len(text) and words(row["memo"]).strip():
                yield Passage(self.guid("annotation", row["anid"]), start, end, words=words(row["memo"]))

    def _cases(self) -> Iterator[Case]:
        values = self._values("case")
        sources: dict[int, dict[UUID, None]] = {}
        for row in self.tables.rows("case_text", "caseid", "fid"):
            sources.setdefault(row["caseid"], {})[self.guid("source", row["fid"])] = None
        for row in self.tables.rows("cases", "caseid", "name", "memo", order="caseid"):
            held = tuple(sources.get(row["caseid"], ()))
            yield Case(
                self.guid("case", row["caseid"]),
                words(row["name"]),
                words(row["memo"]),
                tuple(values.get(row["caseid"], ())),
                held,
            )
            self.loss.add("cases", _("a case: what is known of it goes to its sources, its name does not"))

    def _values(self, about: str) -> dict[int, list[Value]]:
        found: dict[int, list[Value]] = {}
        for row in self.tables.rows("attribute", "name", "attr_type", "value", "id"):
            if row["attr_type"] == about and str(row["value"] or "").strip():
                value = Value(self.guid("variable", words(row["name"])), str(row["value"]))
                found.setdefault(row["id"], []).append(value)
        return found

    def _user(self, row: Row) -> UUID | None:
        name = words(row["owner"]).strip()
        if not name:
            return None
        return self.users.setdefault(name, User(self.guid("user", name), name)).guid

    def _note(self, kind: str, one: object, text: str, row: Row, title: str = "") -> tuple[UUID, ...]:
        if not text.strip():
            return ()
        guid = self.guid(f"{kind} memo", one)
        self.notes.append(Note(guid, title, text, self._user(row), moment(row["date"])))
        return (guid,)


def _way(ends: LineEnds, rows: list[Row]) -> Callable[[int], int]:
    """How the program counted in this text: the way by which most passages have the words it gives for them.

    It stores what its editor says, which counts a sign such as 🙂 as two, beside words cut by code points.
    """
    doubled = [place for place, letter in enumerate(ends.text) if ord(letter) > 0xFFFF]
    doubled = [place + before + 1 for before, place in enumerate(doubled)]
    ways: tuple[Callable[[int], int], ...] = (
        lambda place: ends.moved(place, counted_as_two=True),
        lambda place: place,
        lambda place: place - bisect_left(doubled, place),
    )

    def fits(way: Callable[[int], int]) -> int:
        return sum(
            same_words(
                ends.text[max(0, way(number(row["pos0"]))) : max(0, way(number(row["pos1"])))],
                words(row["seltext"]),
            )
            for row in rows
        )

    return max(ways, key=fits)
