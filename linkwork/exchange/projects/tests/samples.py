"""Small files as Taguette and QualCoder write them: the columns they have, filled by us."""

import sqlite3
from pathlib import Path
from typing import Any

PAGE = (
    "<h1>A  talk 🙂</h1>\n<p>We <b>met</b> Mrs Åkesson &amp; her\nsister.</p><p>After that,<br>she came.</p>"
    "<table><tr><td>yes</td><td>no</td></tr></table>"
)
LETTERS = "A  talk 🙂\nWe met Mrs Åkesson & her\nsister.After that,she came.yesno"  # as Taguette counts them
TEXT = "A talk 🙂\nWe met Mrs Åkesson & her sister.\nAfter that,\nshe came.\nyes\tno\n"

TAGUETTE = {
    "projects": "id INTEGER PRIMARY KEY, name VARCHAR, description TEXT, created DATETIME",
    "documents": "id INTEGER PRIMARY KEY, name VARCHAR(200), description TEXT, filename VARCHAR(200),"
    " created DATETIME, project_id INTEGER, text_direction VARCHAR(13), contents TEXT",
    "tags": "id INTEGER PRIMARY KEY, project_id INTEGER, path VARCHAR(200), description TEXT",
    "highlights": "id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER, end_offset INTEGER, snippet TEXT",
    "highlight_tags": "highlight_id INTEGER, tag_id INTEGER",
}
QUALCODER = {
    "project": "databaseversion TEXT, date TEXT, memo TEXT, about TEXT",
    "source": "id INTEGER PRIMARY KEY, name TEXT, fulltext TEXT, mediapath TEXT, memo TEXT, owner TEXT, date TEXT",
    "code_cat": "catid INTEGER PRIMARY KEY, name TEXT, owner TEXT, date TEXT, memo TEXT, supercatid INTEGER",
    "code_name": "cid INTEGER PRIMARY KEY, name TEXT, memo TEXT, catid INTEGER, owner TEXT, date TEXT, color TEXT",
    "code_text": "ctid INTEGER PRIMARY KEY, cid INTEGER, fid INTEGER, seltext TEXT, pos0 INTEGER, pos1 INTEGER,"
    " owner TEXT, date TEXT, memo TEXT, avid INTEGER, important INTEGER",
    "annotation": "anid INTEGER PRIMARY KEY, fid INTEGER, pos0 INTEGER, pos1 INTEGER, memo TEXT, owner TEXT, date TEXT",
    "attribute_type": "name TEXT PRIMARY KEY, date TEXT, owner TEXT, memo TEXT, caseOrFile TEXT, valuetype TEXT",
    "attribute": "attrid INTEGER PRIMARY KEY, name TEXT, attr_type TEXT, value TEXT, id INTEGER, date TEXT, owner TEXT",
    "cases": "caseid INTEGER PRIMARY KEY, name TEXT, memo TEXT, owner TEXT, date TEXT",
    "case_text": "id INTEGER PRIMARY KEY, caseid INTEGER, fid INTEGER, pos0 INTEGER, pos1 INTEGER, memo TEXT",
    "journal": "jid INTEGER PRIMARY KEY, name TEXT, jentry TEXT, date TEXT, owner TEXT",
    "code_av": "avid INTEGER PRIMARY KEY, id INTEGER, pos0 INTEGER, pos1 INTEGER, cid INTEGER, memo TEXT",
}
Rows = dict[str, list[tuple[Any, ...]]]
DAY = "2026-03-02 10:00:00"


def database(path: Path, tables: dict[str, str], rows: Rows, more: str = "") -> bytes:
    """The bytes of a database file with these tables and rows."""
    base = sqlite3.connect(path)
    for name, columns in tables.items():
        base.execute(f"CREATE TABLE {name} ({columns})")
        for row in rows.get(name, ()):
            whole = (*row, *[None] * (columns.count(",") + 1 - len(row)))
            base.execute(f"INSERT INTO {name} VALUES ({', '.join('?' * len(whole))})", whole)
    base.executescript(more)
    base.commit()
    base.close()
    return path.read_bytes()


def highlight(number: int, words: str, snippet: str = "") -> tuple[Any, ...]:
    """A highlight on the words as they stand in LETTERS, by bytes."""
    start = len(LETTERS[: LETTERS.index(words)].encode())
    return (number, 1, start, start + len(words.encode()), snippet or f"<p>{words.replace('&', '&amp;')}</p>")


def taguette(path: Path, **more: list[tuple[Any, ...]]) -> bytes:
    """A project with one document, three tags and three highlights."""
    rows: Rows = {
        "projects": [(1, "Taking hold", "How link work settles", DAY)],
        "documents": [(1, "A talk", "spoken softly", "talk.html", DAY, 1, "LEFT_TO_RIGHT", PAGE)],
        "tags": [
            (1, 1, "trust", "being relied on"),
            (2, 1, "trust/first step", ""),
            (3, 1, "place/room", ""),
        ],
        "highlights": [
            highlight(1, "Mrs Åkesson & her\nsister."),
            highlight(2, "🙂\nWe met", "<h1>🙂</h1>\n<p>We <b>met</b></p>"),
            highlight(3, "sister.After that,she", "<p>sister.</p><p>After that,<br/>she</p>"),
        ],
        "highlight_tags": [(1, 1), (1, 2), (2, 2), (3, 3)],
    }
    return database(path, TAGUETTE, rows | more)


def qualcoder(path: Path, text: str, **more: list[tuple[Any, ...]]) -> bytes:
    """A project with one text, a film, a category in a category, and whatever is given."""
    rows: Rows = {
        "project": [("v11", DAY, "How link work settles", "QualCoder 3.6")],
        "source": [
            (1, "talk.txt", text, None, "spoken softly", "Ida Moe", DAY),
            (2, "film.mp4", None, "/video/film.mp4", "", "Ida Moe", DAY),
        ],
        "code_cat": [(1, "Context", "Ida Moe", DAY, "", None), (2, "Inner", "Ida Moe", DAY, "", 1)],
        "code_name": [
            (1, "Trust", "being relied on", 2, "Ida Moe", DAY, "#FF0000"),
            (2, "Place", "", None, "Ida Moe", DAY, "#00FF00"),
        ],
        "attribute_type": [("Who speaks", DAY, "Ida Moe", "", "case", "character")],
        "attribute": [(1, "Who speaks", "case", "person", 1, DAY, "Ida Moe")],
        "cases": [(1, "A family", "", "Ida Moe", DAY)],
        "case_text": [(1, 1, 1, 0, 10, "")],
        "journal": [(1, "Monday", "What is trust?", DAY, "Ida Moe")],
        "code_av": [(1, 2, 0, 1000, 1, "")],
    }
    return database(path, QUALCODER, rows | more)
