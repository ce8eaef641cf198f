"""Pictures as files: whole without the page, in the house's typefaces, with nothing in them that was hidden."""

import io
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from django.utils import translation

from linkwork.exchange.pictures import Bar, bar_chart
from linkwork.exchange.pictures.files import Illustration, paper_text, picture_file, svg_text

SVG = "{http://www.w3.org/2000/svg}"


def drawn(right_to_left: bool = False, **more: Any) -> Illustration:
    bars = [Bar("Housing <x>", 12, "12", "/people/1/"), Bar("Video", 3, "few, hidden", hidden=True)]
    chart = bar_chart(
        bars,
        title="Needs",
        description="Needs of people",
        columns=("Need", "People"),
        right_to_left=right_to_left,
    )
    return Illustration(chart, ("Definition contacts 1.0", "Extract 12ab"), **more)


def test_a_drawing_stands_alone() -> None:
    file = picture_file(drawn(), "svg")
    root = ElementTree.fromstring(file.data.decode().split("\n", 1)[1])
    assert root.tag == f"{SVG}svg"
    assert [one.tag for one in root[:3]] == [f"{SVG}title", f"{SVG}desc", f"{SVG}style"]
    assert root.get("role") == "img"
    said = file.data.decode()
    assert "/people/" not in said
    assert "var(" not in said
    assert "url(" not in said
    assert float(root.get("width", "0")) == drawn().chart.width + 32


def test_a_picture_is_sharp_and_has_letters() -> None:
    file = picture_file(drawn(), "png")
    assert file.data.startswith(b"\x89PNG")
    wide = int.from_bytes(file.data[16:20])
    assert wide == round((drawn().chart.width + 32) * 3)
    bare = bar_chart([Bar(" ", 12, " ")], title="t", description="d", columns=("a", "b"))
    assert len(file.data) > len(picture_file(Illustration(bare), "png").data)


def test_what_is_hidden_is_in_no_file() -> None:
    for ending in ("svg", "xlsx"):
        other = Illustration(
            bar_chart(
                [Bar("Housing <x>", 12, "12", "/people/1/"), Bar("Video", 4, "few, hidden", hidden=True)],
                title="Needs",
                description="Needs of people",
                columns=("Need", "People"),
            ),
            drawn().notes,
        )
        if ending == "svg":
            assert picture_file(other, ending).data == picture_file(drawn(), ending).data
        else:
            book = openpyxl.load_workbook(io.BytesIO(picture_file(other, ending).data))
            rows = list(book.worksheets[0].iter_rows(values_only=True))
            assert rows == [("Need", "People"), ("Housing <x>", 12), ("Video", "few, hidden")]
            said = [row[0] for row in book.worksheets[1].iter_rows(values_only=True)]
            assert said == ["Needs", "Needs of people", "Definition contacts 1.0", "Extract 12ab"]


def test_in_papers_lines_read_from_the_right_are_held_at_the_right() -> None:
    chart = drawn(right_to_left=True).chart
    assert 'direction="rtl"' in svg_text(chart)
    said = paper_text(chart)
    assert 'direction="rtl"' not in said
    assert 'text-anchor="end">\u200fHousing &lt;x&gt;\u200f' in said
    assert 'class="strong">\u200f12\u200f' in said  # what ends at the left is held at the left
    with translation.override("ar"):
        book = openpyxl.load_workbook(io.BytesIO(picture_file(drawn(True), "xlsx").data))
        assert book.worksheets[0].sheet_view.rightToLeft


def test_other_kinds_are_not_made() -> None:
    with pytest.raises(KeyError):
        picture_file(drawn(), "gif")
