"""Do charts say what their table says, name themselves, and stay safe and readable both ways?"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from xml.etree import ElementTree

import pytest

from linkwork.exchange.pictures import (
    Bar,
    Cell,
    Chart,
    Event,
    Line,
    Part,
    Stack,
    StageSpan,
    bar_chart,
    heat_matrix,
    heat_step,
    line_chart,
    stacked_bar,
    timeline_svg,
)
from linkwork.exchange.pictures.lettering import fitted, width_of, wrapped
from linkwork.exchange.pictures.svg import top_of

NAMED: dict[str, Any] = {"title": "A <b>title</b>", "description": "What it shows & why"}
STAGES = [
    StageSpan(1, "Initiation", dt.date(2023, 1, 1), dt.date(2023, 7, 1), "January to June 2023"),
    StageSpan(2, "Operation", dt.date(2023, 7, 1), dt.date(2025, 1, 1), "July 2023 to 2024"),
    StageSpan(3, "Maintenance", dt.date(2025, 1, 1), dt.date(2025, 6, 1), "from 2025"),
]
EVENTS = [
    Event(dt.date(2024, 2, 1), "February 2024", "Second"),
    Event(dt.date(2023, 2, 1), "February 2023", "First"),
]


def bars(right_to_left: bool = False) -> Chart:
    some = [Bar("Housing <x>", 12, "12", "/a?b=1&c=2"), Bar("Debt", 6, "6"), Bar("Not known", None, "–")]
    return bar_chart(some, **NAMED, columns=("Need", "People"), right_to_left=right_to_left)


def stacks(right_to_left: bool = False) -> Chart:
    parts = [
        Part("Initiation", "stage-1"),
        Part("Operation", "stage-2"),
        Part("Something long that wraps the key"),
    ]
    some = [Stack("All", (3, 6, 2)), Stack("Few", (0, 0, 0))]
    return stacked_bar(some, parts, **NAMED, column="Group", right_to_left=right_to_left)


def lines(right_to_left: bool = False) -> Chart:
    some = [Line("First", (1, 2, None, 4)), Line("Repeat", (None, 0, 3, None))]
    return line_chart(
        ["Jan", "Feb", "Mar", "Apr"], some, **NAMED, column="Month", right_to_left=right_to_left
    )


def matrix(right_to_left: bool = False) -> Chart:
    cells = [[Cell(14, "/c"), Cell(0)], [Cell(1), Cell(20)]]
    return heat_matrix(
        ["Row one", "Row two"], ["A", "B"], cells, **NAMED, corner="CFIR", right_to_left=right_to_left
    )


def timeline(right_to_left: bool = False) -> Chart:
    return timeline_svg(STAGES, EVENTS, **NAMED, columns=("When", "What"), right_to_left=right_to_left)


ALL = pytest.mark.parametrize("draw", [bars, stacks, lines, matrix, timeline])


@ALL
@pytest.mark.parametrize("right_to_left", [False, True])
def test_every_chart_is_whole_named_and_without_inline_style(draw, right_to_left):
    chart = draw(right_to_left)
    root = ElementTree.fromstring(str(chart.svg))
    title, description = root[0], root[1]
    assert (title.tag, title.text) == ("title", "A <b>title</b>")
    assert (description.tag, description.text) == ("desc", "What it shows & why")
    assert root.get("aria-labelledby") == title.get("id")
    assert "style=" not in chart.svg
    assert "<b>" not in chart.svg
    assert all(len(row) == len(chart.columns) for row in chart.table_rows)


@ALL
def test_nothing_is_drawn_outside_the_paper(draw):
    for right_to_left in (False, True):
        root = ElementTree.fromstring(str(draw(right_to_left).svg))
        width = float(root.get("width", "0"))
        for box in root.iter("rect"):
            left = float(box.get("x", "0"))
            assert -0.1 <= left <= left + float(box.get("width", "0")) <= width + 0.1


def test_the_table_holds_what_the_bars_show():
    assert bars().table_rows == (("Housing <x>", "12"), ("Debt", "6"), ("Not known", "–"))


def test_a_bar_of_half_the_value_is_half_as_long():
    found = [float(w) for w in re.findall(r'class="bar part-0"[^>]* width="([\d.]+)"', bars().svg)]
    assert found == [420, 210]


def test_links_make_the_picture_a_group_so_that_they_can_be_reached():
    assert 'role="group"' in bars().svg
    assert 'href="/a?b=1&amp;c=2"' in bars().svg
    assert 'role="img"' in lines().svg


def test_right_to_left_bars_start_at_the_right():
    assert re.search(r'class="bar part-0" x="210" ', bars(right_to_left=True).svg)


def test_a_chart_of_nothing_is_still_a_chart():
    assert bar_chart([], **NAMED, columns=("a", "b")).table_rows == ()
    assert stacked_bar([], [], **NAMED, column="a").table_rows == ()
    assert line_chart([], [], **NAMED, column="a").table_rows == ()
    assert heat_matrix([], [], [], **NAMED, corner="a").table_rows == ()


def test_stacks_fill_the_width_or_compare_in_length():
    parts = [Part("a"), Part("b")]
    wide = stacked_bar([Stack("x", (1, 1)), Stack("y", (2, 6))], parts, **NAMED, column="g", share=False)
    found = [float(w) for w in re.findall(r'class="bar gap [^>]* width="([\d.]+)"', wide.svg)]
    assert found == [52.5, 52.5, 105, 315]


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: stacked_bar([Stack("x", (1,))], [Part("a"), Part("b")], **NAMED, column="g"),
        lambda: line_chart(["Jan"], [Line("x", (1, 2))], **NAMED, column="g"),
        lambda: heat_matrix(["r"], ["c"], [[]], **NAMED, corner="g"),
        lambda: timeline_svg([], [], **NAMED, columns=("a", "b")),
    ],
)
def test_what_does_not_fit_together_is_refused(wrong):
    with pytest.raises(ValueError, match=r"."):
        wrong()


def test_an_unknown_month_leaves_a_gap_and_not_a_nought():
    assert lines().svg.count("<polyline") == 2  # 1–2 of the first line, 0–3 of the second
    assert lines().table_rows[2] == ("Mar", None, 3)


def test_events_stand_in_order_of_their_days():
    assert [row[1] for row in timeline().table_rows] == [
        "Initiation",
        "Operation",
        "Maintenance",
        "First",
        "Second",
    ]


@pytest.mark.parametrize(("count", "step"), [(0, 0), (1, 1), (4, 2), (10, 3), (20, 6), (-1, 0)])
def test_shades_run_from_nothing_to_the_deepest(count, step):
    assert heat_step(count, 20) == step


def test_heat_of_nothing_at_all_is_no_shade():
    assert heat_step(3, 0) == 0


@pytest.mark.parametrize(
    ("largest", "top"), [(0, 1), (0.3, 0.4), (7, 8), (12, 20), (99, 100), (101, 200), (950, 1000)]
)
def test_an_axis_ends_on_a_round_number(largest, top):
    assert top_of([None, largest]) == pytest.approx(top)


def test_names_that_do_not_fit_are_cut_with_an_ellipsis():
    assert fitted("short", 100) == "short"
    assert fitted("a very long name indeed", 74).endswith("…")
    assert len(fitted("一二三四五六七八九十", 74)) < 7


def test_words_are_wrapped_at_spaces_and_broken_only_where_they_must():
    assert wrapped("one two three", width_of("one two") + 1) == ("one two", "three")
    assert wrapped("39.2\u00a0% of all", width_of("39.2\u00a0%") + 1, 3)[0] == "39.2\u00a0%"
    assert "".join(wrapped("一二三四五六", 45, 3)) == "一二三四五六"
    assert wrapped("one two three four", width_of("one"), 2)[-1].endswith("…")
    assert wrapped("", 10) == ("",)
    assert width_of("\u0301") == 0
    assert width_of("a", strong=True) > width_of("a")
