"""Linkwork's side of the measurement: a study with one evaluator signed in, filled many codings at a time."""

import datetime as dt
import json
import uuid
from typing import Any

from django.db import connection
from django.test.utils import setup_test_environment
from django.urls import reverse

from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.coding.rules.tables.asked import Asked as Table
from linkwork.evaluation.coding.rules.tables.asked import Kind
from linkwork.evaluation.coding.rules.taking_in import NewCoding
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies.rules import Design, SourceKind
from linkwork.exchange.coded.files import quotations_file
from linkwork.exchange.coded.marked_text import marked_page
from linkwork.exchange.coded.quotations import Asked
from linkwork.exchange.refi_qda.into_study import take_in
from linkwork.exchange.refi_qda.of_study import project_of
from linkwork.exchange.refi_qda.reading import read_qdpx
from linkwork.exchange.refi_qda.writing import qdpx
from linkwork.instruments.frames import frame
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import build_cast

NOW = dt.datetime(2026, 3, 12, 12, tzinfo=dt.UTC)
Place = tuple[int, int, tuple[int, int]]


class Desk:
    """The house, and the studies filled so far."""

    def __init__(self) -> None:
        setup_test_environment(debug=False)
        self.cast = build_cast()
        self.client = signed_in("evaluator")
        self.filled: dict[str, Filled] = {}
        codes = {name: [one for one in frame(name).constructs if one.parent] for name in ("cfir-2022", "npt")}
        self.codes = [("cfir-2022", one.id) for one in codes["cfir-2022"][:40]]
        self.codes += [("npt", one.id) for one in codes["npt"][:16]]
        self.code_names = [frame(one).construct(construct).name for one, construct in self.codes]

    def fill(self, title: str, text: str, places: list[Place]) -> "Filled":
        """A study of its own with one text and these codings by two coders in turn."""
        by = self.cast.evaluator
        study_id = studies.open_study(
            title=title, design=Design.INTERVIEWS, opened_on=NOW.date(), by=by, at=NOW
        )
        source_id = studies.add_source(
            study_id=study_id,
            title=title,
            kind=SourceKind.DOCUMENT,
            text=text,
            language="en",
            consent=True,
            by=by,
            at=NOW,
        )
        coders = (by.worker_id, self.cast.adviser.worker_id)
        rows = [
            NewCoding(
                guid=uuid.uuid4(),
                source_id=source_id,
                start=start,
                end=end,
                codes=(self.codes[codes[0]], self.codes[codes[1]]),
                coder_id=coders[n % 2],
                valence=Valence.BARRIER,
            )
            for n, (start, end, codes) in enumerate(places)
        ]
        actions.take_in_codings(study_id=study_id, codings=rows, by=by, at=NOW)
        one = Filled(self, study_id, source_id, text, places)
        self.filled[title] = one
        return one

    def grow(self, one: "Filled", whole: int) -> None:
        """Copy the text and its codings inside its study until it holds `whole` codings: in SQL, for SQLite."""
        with connection.cursor() as cursor:
            for number in range(one.copies + 1, whole // len(one.places)):
                mark, source = f"{number:04x}", uuid.uuid4().hex
                for table, other in (
                    (
                        "studies_source",
                        {"id": f"'{source}'", "title": f"'copy {number}'", "sha256": f"'{source}'"},
                    ),
                    ("coding_coding", {"id": _moved("id", mark), "source_id": f"'{source}'"}),
                    ("coding_codingcode", {"id": _moved("id", mark), "coding_id": _moved("coding_id", mark)}),
                ):
                    cursor.execute(f"SELECT name FROM pragma_table_xinfo('{table}') WHERE hidden = 0")
                    names = [f'"{row[0]}"' for row in cursor.fetchall()]
                    taken = ", ".join(other.get(name.strip('"'), name) for name in names)
                    here = one.source_id.hex
                    which = {
                        "studies_source": f"id = '{here}'",
                        "coding_coding": f"source_id = '{here}'",
                        "coding_codingcode": f"coding_id IN (SELECT id FROM coding_coding WHERE source_id = '{here}')",
                    }[table]
                    cursor.execute(
                        f"INSERT INTO {table} ({', '.join(names)}) SELECT {taken} FROM {table} WHERE {which}"
                    )
            one.copies = max(one.copies, whole // len(one.places) - 1)
            cursor.execute("PRAGMA optimize")


def _moved(column: str, mark: str) -> str:
    """Another id for a copy: four letters of the time it was made, in the middle, become the copy's number."""
    return f"substr({column}, 1, 8) || '{mark}' || substr({column}, 13)"


class Filled:
    """One text with its codings. Every method is a work to be timed; `same` reads the answers."""

    def __init__(self, desk: Desk, study_id: Any, source_id: Any, text: str, places: list[Place]) -> None:
        self.desk, self.study_id, self.source_id = desk, study_id, source_id
        self.text, self.places, self.copies = text, places, 0
        self.by = desk.cast.evaluator

    def open(self) -> str:
        """The desk's page with the middle of the text."""
        address = reverse("study:desk", args=[self.source_id])
        return self._get(f"{address}?at={len(self.text) // 2}")

    def open_all(self) -> str:
        """Every coding, as JSON."""
        cards = reads.codings(self.by, self.source_id)
        return json.dumps(
            [
                {
                    "id": str(one.id),
                    "start": one.start,
                    "end": one.end,
                    "codes": [f"{code.frame_id}/{code.construct_id}" for code in one.codes],
                }
                for one in cards
            ]
        )

    def quotations(self) -> bytes:
        """The study's quotations as the CSV file that its page hands out."""
        return quotations_file(self.by, self.study_id, Asked(layer=Layer.CODERS), "csv", NOW).data

    def highlighted(self) -> str:
        """The text with its passages marked, as the page that is handed out."""
        return marked_page(self.by, self.source_id, Layer.CODERS, NOW)

    def add(self, start: int, end: int, codes: tuple[int, int]) -> bool:
        """Code a passage as the desk's script does; whether it was taken."""
        address = reverse("study:code", args=[self.source_id])
        chosen = [":".join(self.desk.codes[code]) for code in codes]
        sent = {"start": start, "end": end, "words": "", "constructs": chosen, "valence": "barrier"}
        answer = self.desk.client.post(address, sent, headers={"X-Desk": "1500"})
        return answer.status_code == 200

    def add_plain(self, start: int, end: int, codes: tuple[int, int]) -> None:
        """The action alone, without page and form."""
        actions.code_passage(
            source_id=self.source_id,
            start=start,
            end=end,
            constructs=[self.desk.codes[code] for code in codes],
            valence=Valence.BARRIER,
            by=self.by,
            at=NOW,
        )

    def overlap(self) -> Any:
        """Where two frames meet."""
        return reads.overlap(self.by, self.study_id, "cfir-2022", "npt")

    def together(self) -> Any:
        """Every two codes that share a passage, how often and how strongly bound."""
        return reads.code_table(self.by, self.study_id, Table(kind=Kind.TOGETHER))

    def agreement(self) -> Any:
        """Kappa, alpha, AC1, u-alpha of every code."""
        return reads.agreement(self.by, self.study_id)

    def project(self) -> bytes:
        """The study as a REFI-QDA project."""
        return qdpx(project_of(self.by, self.study_id))

    def take_in(self, data: bytes) -> int:
        """A project as a study."""
        project, loss = read_qdpx(data, "study.qdpx")
        return take_in(project, loss, language="en", by=self.by, at=NOW).codings

    def study_page(self) -> str:
        """The page of the study."""
        return self._get(reverse("study:study", args=[self.study_id]))

    def _get(self, address: str) -> str:
        answer = self.desk.client.get(address)
        if answer.status_code != 200:
            raise ValueError(f"{address} answers {answer.status_code}")
        return answer.content.decode()
