"""Who is tied to whom? Two columns of names with lines between them: the thicker, the more was done together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from linkwork.exchange.pictures.lettering import fitted
from linkwork.exchange.pictures.svg import LINE, Chart, Paper, Said, element, picture

WIDE: Final = 640
NAMES: Final = 190
STEP: Final = 26
THINNEST, THICKEST = 1.5, 9.0


@dataclass(frozen=True)
class Node:
    """A name in one of the columns. `square`: of the other kind, so that colour is never alone."""

    name: str
    square: bool = False


@dataclass(frozen=True)
class Link:
    """A line between the left and the right, by their places; `alone`: nobody else on the left knows this one."""

    left: int
    right: int
    times: int
    alone: bool = False


def network_chart(
    left: Sequence[Node],
    right: Sequence[Node],
    links: Sequence[Link],
    *,
    title: str,
    description: str,
    columns: tuple[str, str, str],
    right_to_left: bool = False,
) -> Chart:
    """The right column is ordered by whom its names are tied to, so that few lines cross. The table has every tie."""
    places = _places(left, right, links)
    height = max(len(left), len(right), 1) * STEP + LINE
    paper = Paper(WIDE, right_to_left)
    most = max((link.times for link in links), default=1)
    inside = [_line(link, places, paper, most, height) for link in sorted(links, key=lambda one: one.times)]
    inside += [_node(node, places["left", n], paper, height, 0) for n, node in enumerate(left)]
    inside += [_node(node, places["right", n], paper, height, 1) for n, node in enumerate(right)]
    rows = [(left[one.left].name, right[one.right].name, one.times) for one in links]
    said = Said(title, description, columns)
    return picture(inside, rows, said, width=WIDE, height=height, kind="network")


def _places(
    left: Sequence[Node], right: Sequence[Node], links: Sequence[Link]
) -> dict[tuple[str, int], float]:
    """How far down each name stands, 0 to 1. Networkx lays out the columns from the order it is given."""
    tied: dict[int, list[tuple[int, int]]] = {}
    for link in links:
        tied.setdefault(link.right, []).append((link.left, link.times))
    middles = {n: _middle(tied.get(n, [])) for n in range(len(right))}
    columns = {
        "left": [("left", n) for n in range(len(left))],
        "right": [("right", n) for n in sorted(middles, key=lambda n: (middles[n], n))],
    }
    import networkx  # only here: it is large, and most visits draw no network

    graph = networkx.Graph()
    for nodes in columns.values():
        graph.add_nodes_from(nodes)
    if not graph:
        return {}
    laid = networkx.multipartite_layout(graph, subset_key=columns)  # as lists, so that each keeps its order
    found: dict[tuple[str, int], float] = {}
    for side, count in (("left", len(left)), ("right", len(right))):
        down = sorted((node for node in laid if node[0] == side), key=lambda node: float(laid[node][1]))
        found |= {node: (place + 0.5) / count for place, node in enumerate(down)}
    return found


def _middle(tied: list[tuple[int, int]]) -> float:
    weight = sum(times for _left, times in tied)
    return sum(left * times for left, times in tied) / weight if weight else 0.0


def _line(link: Link, places: dict[tuple[str, int], float], paper: Paper, most: int, height: float) -> str:
    wide = THINNEST + (THICKEST - THINNEST) * (link.times - 1) / max(most - 1, 1)
    start, end = places["left", link.left] * height, places["right", link.right] * height
    first, last = paper.at(NAMES + 14), paper.at(WIDE - NAMES - 14)
    middle = (first + last) / 2
    return element(
        "path",
        d=f"M{first:.1f} {start:.1f}C{middle:.1f} {start:.1f} {middle:.1f} {end:.1f} {last:.1f} {end:.1f}",
        fill="none",
        stroke="currentColor",
        stroke_opacity="0.35",
        stroke_width=wide,
        stroke_dasharray="6 4" if link.alone else None,
    )


def _node(node: Node, place: float, paper: Paper, height: float, side: int) -> str:
    y = place * height
    x = paper.at(NAMES + 8 if side == 0 else WIDE - NAMES - 8)
    if node.square:
        drawn = element("rect", x=x - 5, y=y - 5, width=10, height=10, fill="currentColor")
    else:
        drawn = element("circle", cx=x, cy=y, r=5, fill="currentColor")
    name = fitted(node.name, NAMES - 8)
    if side == 0:
        return drawn + paper.text(name, NAMES - 4, y + 5, "", "end")
    return drawn + paper.text(name, WIDE - NAMES + 4, y + 5)
