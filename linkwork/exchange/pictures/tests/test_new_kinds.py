"""Months under stages, runs, funnels, heat maps and walls: what they say, and what they never show."""

import re
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest

from linkwork.exchange.pictures import (
    Band,
    Bar,
    Cell,
    Chart,
    Column,
    Quotation,
    RunWords,
    Step,
    Stretch,
    bar_chart,
    funnel_chart,
    heat_matrix,
    month_chart,
    quotation_wall,
    run_chart,
)
from linkwork.exchange.pictures.svg import LINE

pytestmark = pytest.mark.rules
NAMED: dict[str, Any] = {"title": "A <b>title</b>", "description": "What it shows & why"}
LONG = "Help with letters, forms and talking with authorities in a language that is not one’s own " * 2
WORDS = RunWords("Median 40", "Shift", "Trend", "Month", "Share", "Sign", "few, hidden", "%")


def months(count: int = 4, right_to_left: bool = False) -> Chart:
    columns = [Column(f"{n}/24", None if n == 2 else float(n), str(n), hidden=n == 2) for n in range(count)]
    bands = [Band(1, "Initiation", 0, count / 2), Band(2, "Operation", count / 2, count)] if count else []
    return month_chart(columns, bands, **NAMED, heads=("Month", "Stage", "n"), right_to_left=right_to_left)


def runs(count: int = 9, right_to_left: bool = False) -> Chart:
    values = [None if n == 1 else 40.0 + n for n in range(count)]
    marks = [Stretch(3, 8, "up")] if count > 8 else []
    return run_chart(
        [f"{n}/24" for n in range(count)],
        values,
        median=44.0 if count else None,
        shifts=marks,
        trends=marks,
        words=WORDS,
        **NAMED,
        right_to_left=right_to_left,
    )


def funnel(count: int = 4, right_to_left: bool = False) -> Chart:
    steps = [Step(LONG, 100 - 20 * n, str(100 - 20 * n), f"{100 - 20 * n} %", LONG) for n in range(count)]
    steps += [Step("Started", None, "few, hidden", hidden=True), Step("Ended", 0, "0")] if count else []
    return funnel_chart(
        steps, **NAMED, columns=("Step", "People", "Share", "Not known"), right_to_left=right_to_left
    )


def heat(count: int = 4, right_to_left: bool = False) -> Chart:
    columns = ["Initiation", "Operation", "Maintenance", *(f"Column {n}" for n in range(9))][:count]
    cells = [[Cell(n) for n in range(count)], [Cell(3, shown="•", hidden=True) for _n in range(count)]]
    rows = [LONG, "Row"] if count else []
    return heat_matrix(
        rows, columns, cells if count else [], **NAMED, corner="Code", right_to_left=right_to_left
    )


def wall(count: int = 3, right_to_left: bool = False) -> Chart:
    said = [
        Quotation("She came along.", LONG),
        Quotation("ذهبت معي.", "b", True, above=LONG),
        Quotation("她陪我去" * 40, "c"),
    ]
    return quotation_wall(
        said[:count], **NAMED, columns=("About", "Words", "Who"), right_to_left=right_to_left
    )


KINDS = [months, runs, funnel, heat, wall]


@pytest.mark.parametrize("draw", KINDS)
@pytest.mark.parametrize("count", [0, 1, 2, 3, 9, 12])
@pytest.mark.parametrize("right_to_left", [False, True])
def test_none_one_and_many_are_whole_and_stay_on_the_paper(
    draw: Any, count: int, right_to_left: bool
) -> None:
    chart = draw(count, right_to_left)
    root = ElementTree.fromstring(str(chart.svg))
    assert [one.text for one in root[:2]] == ["A <b>title</b>", "What it shows & why"]
    assert "style=" not in chart.svg
    assert all(len(row) == len(chart.columns) for row in chart.table_rows)
    assert (chart.width, chart.height) == (float(root.get("width", "0")), float(root.get("height", "0")))
    for box in root.iter("rect"):
        left, high = float(box.get("x", "0")), float(box.get("y", "0"))
        assert -0.1 <= left <= left + float(box.get("width", "0")) <= chart.width + 0.1
        assert -0.1 <= high <= high + float(box.get("height", "0")) <= chart.height + 0.1


def test_a_month_is_of_the_stage_its_middle_lies_in() -> None:
    assert [row[1] for row in months(4).table_rows] == ["Initiation", "Initiation", "Operation", "Operation"]
    outside = month_chart([Column("1/24", 3, "3")], [], **NAMED, heads=("Month", "Stage", "n"))
    assert outside.table_rows == (("1/24", "", "3"),)


def test_what_is_hidden_is_drawn_as_hidden_and_never_to_scale() -> None:
    one, other = (
        bar_chart([Bar("a", value, "few", hidden=True), Bar("b", 90, "90")], **NAMED, columns=("a", "b"))
        for value in (1.0, 4.0)
    )
    assert one.svg == other.svg
    assert 'class="hidden"' in one.svg
    assert months().svg.count('class="hidden"') == 1
    assert 'class="hidden"' in funnel().svg
    many, few = (
        heat_matrix(["r"], ["c"], [[Cell(n, shown="•", hidden=True)]], **NAMED, corner="x") for n in (1, 4)
    )
    assert many.svg == few.svg


def test_a_runs_marks_need_no_colour_and_stand_in_the_table() -> None:
    chart = runs()
    assert chart.svg.count('class="bracket"') == 2
    assert chart.svg.count('class="part-2"') == 6  # squares
    assert [row[2] for row in chart.table_rows[2:5]] == ["", "Shift, Trend", "Shift, Trend"]
    assert chart.table_rows[1][1] == "few, hidden"
    assert chart.svg.count("<polyline") == 1  # the first point stands alone before the gap
    only_trend = run_chart(
        ["a", "b"], [1, 2], median=None, shifts=[], trends=[Stretch(0, 1, "")], words=WORDS, **NAMED,
        shown=("one", "two"),
    )  # fmt: skip
    assert re.search(r'<path class="part-3" d="M[\d.]+ [\d.]+l6.5 11h-13z"', only_trend.svg)
    assert only_trend.table_rows[0] == ("a", "one", "Trend")


def test_a_share_near_the_whole_is_measured_against_the_whole() -> None:
    high = run_chart(["a"], [60], median=60, shifts=[], trends=[], words=WORDS, **NAMED)
    assert ">100%<" in high.svg


def test_a_run_needs_a_value_for_each_step() -> None:
    with pytest.raises(ValueError, match=r"."):
        run_chart(["a"], [], median=None, shifts=[], trends=[], words=WORDS, **NAMED)


def test_each_quotation_is_read_in_its_own_direction() -> None:
    for right_to_left in (False, True):
        svg = str(wall(3, right_to_left).svg)
        assert re.search(r'class="quote" direction="rtl">“ذهبت', svg)
        assert re.search(r'class="quote" direction="ltr">“She', svg)
    assert "…" in wall().svg
    assert wall().table_rows[2] == ("", "她陪我去" * 40, "c")


def test_what_is_not_known_stands_line_under_line_below_its_bar() -> None:
    root = ElementTree.fromstring(str(funnel(1).svg))
    places = [float(one.attrib["y"]) for one in root.iter() if one.attrib.get("class") == "soft"]
    assert [after - before for before, after in pairwise(places)] == [LINE]
