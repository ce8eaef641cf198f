"""What is shown on the specimen: invented words and figures, long and short, few and none."""

from __future__ import annotations

import datetime as dt
from typing import Any

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
from linkwork.web.look.forms import EveryField

CONSTRUCTS = ["Relational connections", "Available resources", "Leadership engagement"]
PROCESSES = ["Coherence", "Cognitive participation", "Collective action", "Reflexive monitoring"]
COUNTS = [[14, 4, 2, 0], [6, 18, 3, 1], [0, 2, 9, 12]]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def samples() -> dict[str, Any]:
    """The values the specimen template asks for."""
    wrong = EveryField(
        data={"name": "", "language": "", "minutes": "700", "day": "12 Marvh", "topics": ["money"]},
        auto_id="wrong_%s",
    )
    wrong.is_valid()
    filled = EveryField(
        initial={"name": "M. A.", "mode": "phone", "topics": ["alone", "home"], "minutes": 35}
    )
    return {
        "form": filled,
        "wrong": wrong,
        "charts": {
            "bars": _bars(),
            "stacks": _stacks(),
            "lines": _lines(),
            "matrix": _matrix(),
            "timeline": _timeline(),
        },
        "mirrored": _bars(right_to_left=True),
        "processes": PROCESSES,
        "matrix_rows": _matrix_rows(),
    }


def _bars(*, right_to_left: bool = False) -> Chart:
    few = [
        Bar("Being alone", 46, "46 people", "#bars"),
        Bar("Housing", 31, "31 people"),
        Bar("Money, debt, benefits and the letters that come with them", 22, "22 people"),
        Bar("Safety", None, "fewer than 5"),
    ]
    many = [Bar("السكن", 31, "31"), Bar("الوحدة", 46, "46"), Bar("العمل", 12, "12")]
    return bar_chart(
        many if right_to_left else few,
        title="Needs",
        description="Being alone is named most often, then housing.",
        columns=("Need", "People"),
        right_to_left=right_to_left,
    )


def _stacks() -> Chart:
    parts = [Part("Initiation", "stage-1"), Part("Operation", "stage-2"), Part("Maintenance", "stage-3")]
    return stacked_bar(
        [Stack("Workers", (3, 6, 2)), Stack("Managers", (2, 2, 1)), Stack("Partners", (0, 5, 4))],
        parts,
        title="Sources by stage",
        description="Most sources come from operation.",
        column="Group",
    )


def _lines() -> Chart:
    return line_chart(
        MONTHS,
        [
            Line("First contacts", (4, 7, 9, 12, 11, 14, 10, None, 15, 16, 14, 13)),
            Line("Repeat contacts", (0, 3, 8, 14, 19, 22, 21, None, 28, 31, 33, 30)),
        ],
        title="Contacts by month",
        description="Repeat contacts pass first contacts in April. August is not known.",
        column="Month",
    )


def _matrix() -> Chart:
    cells = [[Cell(count, "#matrix" if count else "") for count in row] for row in COUNTS]
    return heat_matrix(
        CONSTRUCTS,
        PROCESSES,
        cells,
        title="Where the frames meet",
        description="Available resources and cognitive participation meet most often.",
        corner="CFIR",
    )


def _matrix_rows() -> list[dict[str, Any]]:
    most = max(max(row) for row in COUNTS)
    return [
        {"name": name, "cells": [{"n": n, "heat": heat_step(n, most), "href": "#matrix"} for n in row]}
        for name, row in zip(CONSTRUCTS, COUNTS, strict=True)
    ]


def _timeline() -> Chart:
    return timeline_svg(
        [
            StageSpan(1, "Initiation", dt.date(2021, 3, 1), dt.date(2021, 11, 1), "March to October 2021"),
            StageSpan(
                2, "Operation", dt.date(2021, 11, 1), dt.date(2024, 1, 1), "November 2021 to December 2023"
            ),
            StageSpan(3, "Maintenance", dt.date(2024, 1, 1), dt.date(2025, 6, 1), "since January 2024"),
        ],
        [
            Event(dt.date(2021, 5, 4), "May 2021", "First worker starts, without a room"),
            Event(dt.date(2022, 9, 1), "September 2022", "The practice gives the room by the front door"),
            Event(dt.date(2024, 4, 1), "April 2024", "The municipality pays for two posts"),
        ],
        title="The programme by stage",
        description="Initiation lasted eight months, operation two years; maintenance goes on.",
        columns=("When", "What happened"),
    )
