"""A project of Taguette: documents as pages, tags with "/" in them, highlights by bytes.

The tables are those of Taguette 1.5 (github.com/remram44/taguette); older ones lack columns and are read too.
"""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.exchange.projects.database_file import Tables
from linkwork.exchange.projects.page_places import Page
from linkwork.exchange.projects.parts import Placing, number, tree, words
from linkwork.exchange.refi_qda import ours
from linkwork.exchange.refi_qda.shapes import Code, Loss, Mark, Passage, Project, Text

TABLES = ("projects", "documents", "tags", "highlights", "highlight_tags")
ORIGIN = "Taguette"
Row = dict[str, Any]
Path = tuple[str, ...]


def project_in(tables: Tables, file: str) -> tuple[Project, Loss]:
    """The one project of the file. Raises Refused where there are several, or none."""
    projects = tables.rows("projects", "id", "name", "description", "created")
    if len(projects) != 1:
        raise Refused(
            _(
                "%(file)s holds %(n)s projects, and one is expected. In Taguette, choose “Export project” on the"
                " project’s own page."
            )
            % {"file": file, "n": len(projects)}
        )
    return _Reader(tables, projects[0], file).project()


class _Reader:
    def __init__(self, tables: Tables, project: Row, file: str) -> None:
        self.tables, self.row, self.file, self.loss = tables, project, file, Loss()
        self.placing = Placing()
        self.paths: dict[Path, Code] = {}
        self.tags: dict[int, UUID] = {}

    def guid(self, kind: str, one: object) -> UUID:
        return ours.made("taguette", self.row["name"], self.row["created"], kind, one)

    def project(self) -> tuple[Project, Loss]:
        codes = self._codes()
        tags_of: dict[int, list[UUID]] = {}
        for row in self.tables.rows("highlight_tags", "highlight_id", "tag_id"):
            if row["tag_id"] in self.tags:
                tags_of.setdefault(row["highlight_id"], []).append(self.tags[row["tag_id"]])
        columns: tuple[str, ...] = ("id", "document_id", "start_offset", "end_offset", "snippet")
        rows: dict[int, list[Row]] = {}
        for row in self.tables.rows("highlights", *columns, order="id"):
            rows.setdefault(row["document_id"], []).append(row)
        columns = ("id", "name", "description", "contents")
        texts = [
            self._text(one, rows.get(one["id"], []), tags_of)
            for one in self.tables.rows("documents", *columns, order="id")
        ]
        if tags_of:
            self.loss.add("highlights", _("who made each highlight: the file does not say it"))
        return (
            Project(
                name=words(self.row["name"]) or self.file,
                origin=ORIGIN,
                codes=codes,
                texts=tuple(texts),
                description=words(self.row["description"]),
            ),
            self.loss,
        )

    def _codes(self) -> tuple[Code, ...]:
        """Tags as a tree: "trust/first step" hangs under "trust", which is made where no tag has that name."""
        for row in self.tables.rows("tags", "id", "path", "description", order="path"):
            parts = tuple(part.strip() for part in words(row["path"]).split("/", 8) if part.strip()) or ("–",)
            for depth in range(1, len(parts)):
                above = parts[:depth]
                self.paths.setdefault(above, Code(self.guid("path", "/".join(above)), above[-1]))
            known = self.paths.get(parts)
            made = known.guid if known else self.guid("tag", row["id"])
            self.paths[parts] = Code(
                made, parts[-1], words(row["description"]) or (known.description if known else "")
            )
            self.tags[number(row["id"])] = made
        return tree(self.paths, {path: path[:-1] or None for path in self.paths}, self.file)

    def _text(self, document: Row, rows: list[Row], tags_of: dict[int, list[UUID]]) -> Text:
        page = Page(words(document["contents"]))
        places = page.places(number(row[end]) for row in rows for end in ("start_offset", "end_offset"))
        passages = []
        for row in rows:
            start, end = places[number(row["start_offset"])], places[number(row["end_offset"])]
            found = self.placing.of(page.text, start, end, Page(words(row["snippet"])).text)
            tags = tags_of.get(row["id"], [])
            if found is None:
                self.loss.add(
                    "highlights", _("its words do not stand where the file says, nor anywhere else once")
                )
            elif not tags:
                self.loss.add("highlights", _("a passage without a code"))
            else:
                guid = self.guid("highlight", row["id"])
                marks = tuple(Mark(ours.made(guid, tag), tag) for tag in tags)
                passages.append(Passage(guid, *found, marks))
        return Text(
            guid=self.guid("document", document["id"]),
            name=words(document["name"]),
            text=page.text,
            passages=tuple(passages),
            description=words(document["description"]),
        )
