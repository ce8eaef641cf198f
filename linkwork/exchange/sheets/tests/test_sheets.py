"""Reading spreadsheets: small ones made up here."""

import datetime as dt

import openpyxl
import pytest

from linkwork.core.errors import Refused
from linkwork.exchange.sheets.mending import Mender
from linkwork.exchange.sheets.table import read_sheet, write_csv

pytestmark = pytest.mark.rules
WHEN = dt.datetime(2026, 3, 1, 9, 30)  # noqa: DTZ001  a spreadsheet knows no zones


def test_a_csv_is_read_with_the_numbers_a_person_sees(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes('\ufeffname;hours\n"Soup\nkitchen";9–5\n\nBread\n'.encode())
    sheet = read_sheet(path)
    assert sheet.header == ("name", "hours")
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (2, {"name": "Soup\nkitchen", "hours": "9–5"}),
        (4, {"name": "Bread", "hours": ""}),
    ]


def test_an_xlsx_is_read_as_a_person_would_type_it(tmp_path):
    book = openpyxl.Workbook()
    book.worksheets[0].append(["name", "day", "number", "when"])
    book.worksheets[0].append(["Soup", dt.date(2026, 3, 1), 12.0, WHEN])
    book.worksheets[0].append(["Bread", dt.time(9, 30), 1.5, None])
    book.save(tmp_path / "list.xlsx")
    rows = read_sheet(tmp_path / "list.xlsx").rows
    assert list(rows[0].cells.values()) == ["Soup", "2026-03-01", "12", "2026-03-01 09:30"]
    assert list(rows[1].cells.values()) == ["Bread", "09:30:00", "1.5", ""]


def test_another_encoding_may_be_named(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes("name\nCafé\n".encode("cp1252"))
    with pytest.raises(Refused, match=r"line 2.*cp1252"):
        read_sheet(path)
    assert read_sheet(path, "cp1252").rows[0].cells["name"] == "Café"
    with pytest.raises(Refused, match="no encoding"):
        read_sheet(path, "klingon")
    path.write_bytes("name\tx\nCafé\t1\n".encode("utf-16"))
    assert read_sheet(path).rows[0].cells == {"name": "Café", "x": "1"}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.csv", None, "no file"),
        ("old.xls", b"x", "not read"),
        ("empty.csv", b"\n\n", "is empty"),
        ("twice.csv", b"name,name\n", "more than once"),
        ("broken.xlsx", b"not a zip", "cannot be opened"),
        ("binary.csv", b"name\0\n", "not a text file"),
    ],
)
def test_it_says_what_to_do_about_other_files(tmp_path, name, content, said):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(Refused, match=said):
        read_sheet(tmp_path / name)


def test_missing_columns_are_named(tmp_path):
    (tmp_path / "list.csv").write_text("name,what\nSoup,x\n", "utf-8")
    with pytest.raises(Refused, match="lacks the columns hours"):
        read_sheet(tmp_path / "list.csv").require(["name", "hours"])


def test_what_is_written_is_read_back_and_is_no_formula(tmp_path):
    write_csv(tmp_path / "out.csv", ["name"], [["=1+1"], ["Café"], ["-37.8"]])
    assert "'=1+1" in (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()
    rows = read_sheet(tmp_path / "out.csv").rows
    assert [row.cells["name"] for row in rows] == ["=1+1", "Café", "-37.8"]


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        ("N/A", ""),
        ("(blank)", ""),
        ("CafÃ©", "Café"),
        ("itâ€™s", "it’s"),
        ("UCA \ufffd Uniting Aid", "UCA – Uniting Aid"),
        ("it\ufffds", "it’s"),
        ("1101 Warrenheip\x1aStreet", "1101 Warrenheip Street"),
        ("North Melboourne", "North Melbourne"),
        ("Ãland â€", "Ãland â€"),
        ("Café", "Café"),
    ],
)
def test_broken_cells_are_mended_and_said_so(found, mended):
    mender = Mender()
    assert mender.cells(3, {"name": found}) == {"name": mended}
    assert bool(mender.mended) == (found != mended)
    assert all(one.row == 3 and one.field == "name" and one.note for one in mender.mended)
