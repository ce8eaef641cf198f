"""How does a figure become a picture everybody can read? SVG made here, always with the table it was drawn from.

Every chart names itself (title and description), takes its colours from the page's classes, keeps numbers
in sight so that colour is never alone, and mirrors itself for right-to-left scripts. Texts come translated.
"""

from linkwork.web.charts.bars import Bar, Part, Stack, bar_chart, stacked_bar
from linkwork.web.charts.lines import Line, line_chart
from linkwork.web.charts.matrix import Cell, heat_matrix, heat_step
from linkwork.web.charts.svg import Chart
from linkwork.web.charts.timeline import Event, StageSpan, timeline_svg
from linkwork.web.charts.tree import Branch, tree_chart

__all__ = [
    "Bar",
    "Branch",
    "Cell",
    "Chart",
    "Event",
    "Line",
    "Part",
    "Stack",
    "StageSpan",
    "bar_chart",
    "heat_matrix",
    "heat_step",
    "line_chart",
    "stacked_bar",
    "timeline_svg",
    "tree_chart",
]
