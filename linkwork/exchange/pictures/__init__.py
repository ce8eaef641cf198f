"""How does a figure become a picture everybody can read? SVG made here, always with the table it was drawn from.

Every picture names itself (title and description), takes its colours from the page's classes, keeps numbers in sight
so that colour is never alone, and mirrors itself for right-to-left scripts. Texts come translated. Pages show them as
they are; `files` makes SVG, PNG and XLSX files of them.
"""

from linkwork.exchange.pictures.bars import Bar, Part, Stack, bar_chart, stacked_bar
from linkwork.exchange.pictures.funnel import Step, funnel_chart
from linkwork.exchange.pictures.lines import Line, line_chart
from linkwork.exchange.pictures.matrix import Cell, heat_matrix, heat_step
from linkwork.exchange.pictures.months import Band, Column, month_chart
from linkwork.exchange.pictures.network import Link, Node, network_chart
from linkwork.exchange.pictures.runs import RunWords, Stretch, run_chart
from linkwork.exchange.pictures.svg import Chart
from linkwork.exchange.pictures.timeline import Event, StageSpan, timeline_svg
from linkwork.exchange.pictures.tree import Branch, tree_chart
from linkwork.exchange.pictures.wall import Quotation, quotation_wall

__all__ = [
    "Band",
    "Bar",
    "Branch",
    "Cell",
    "Chart",
    "Column",
    "Event",
    "Line",
    "Link",
    "Node",
    "Part",
    "Quotation",
    "RunWords",
    "Stack",
    "StageSpan",
    "Step",
    "Stretch",
    "bar_chart",
    "funnel_chart",
    "heat_matrix",
    "heat_step",
    "line_chart",
    "month_chart",
    "network_chart",
    "quotation_wall",
    "run_chart",
    "stacked_bar",
    "timeline_svg",
    "tree_chart",
]
