"""The drawn network: every tie in the picture and in the table, few lines crossing, readable by itself."""

import re

import pytest

from linkwork.exchange.pictures.network import Link, Node, network_chart
from linkwork.exchange.pictures.svg import Chart

pytestmark = pytest.mark.rules
COLUMNS = ("Worker", "Partner", "Times")


def drawn(left: int, right: int, links: list[Link], right_to_left: bool = False) -> Chart:
    return network_chart(
        [Node(f"Worker {n}") for n in range(left)],
        [Node(f"Partner {n}", square=n % 2 == 0) for n in range(right)],
        links,
        title="Who works with whom",
        description="d",
        columns=COLUMNS,
        right_to_left=right_to_left,
    )


def test_every_tie_is_drawn_and_written() -> None:
    chart = drawn(2, 3, [Link(0, 0, 4), Link(1, 1, 1, alone=True), Link(1, 2, 2)])
    assert chart.columns == COLUMNS
    assert chart.table_rows == (
        ("Worker 0", "Partner 0", 4),
        ("Worker 1", "Partner 1", 1),
        ("Worker 1", "Partner 2", 2),
    )
    picture = str(chart.svg)
    assert picture.count("<path") == 3
    assert picture.count("stroke-dasharray") == 1
    assert (picture.count("<circle"), picture.count("<rect")) == (3, 2)
    assert "style=" not in picture


def test_partners_stand_beside_those_who_know_them() -> None:
    chart = drawn(2, 2, [Link(0, 1, 1), Link(1, 0, 1)])
    paths = re.findall(r'd="M\S+ ([\d.]+)C[^"]* ([\d.]+)"', str(chart.svg))
    assert len(paths) == 2
    assert all(start == end for start, end in paths)


@pytest.mark.parametrize("right_to_left", [False, True])
def test_nobody_and_nothing(right_to_left: bool) -> None:
    assert drawn(0, 0, [], right_to_left).table_rows == ()
    assert "Partner 0" in str(drawn(1, 1, [Link(0, 0, 1)], right_to_left).svg)
