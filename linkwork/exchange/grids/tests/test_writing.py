"""Does a table leave in each kind of file as it is, and never as a formula?"""

import csv
import io

import docx
import openpyxl

from linkwork.exchange.grids import FORMATS, Grid, written

GRID = Grid("Codes: by [stage]", ("Counted: passages.",), ("Code", "Now"), (("=1+1", 3), ("<b>\x07", 0.5)))


def test_every_kind_holds_the_cells():
    assert set(FORMATS) == {"xlsx", "docx", "csv", "html"}
    rows = list(csv.reader(io.StringIO(written(GRID, "csv")[0].decode("utf-8-sig"))))
    assert rows[1] == ["'=1+1", "3"]
    sheet = openpyxl.load_workbook(io.BytesIO(written(GRID, "xlsx")[0])).worksheets[0]
    assert (sheet["A2"].value, sheet["A2"].data_type, sheet["B3"].value) == ("=1+1", "s", 0.5)
    table = docx.Document(io.BytesIO(written(GRID, "docx")[0])).tables[0]
    assert [cell.text for cell in table.rows[1].cells] == ["=1+1", "3"]
    page = written(GRID, "html")[0].decode()
    assert "&lt;b&gt;" in page
    assert "<p>Counted: passages.</p>" in page
