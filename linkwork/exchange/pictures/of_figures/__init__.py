"""Which picture shows a figure? Months under stages, a run chart, the funnel, a breakdown; and codes by stage.

Each is an `Illustration`: the picture, and what has to be known about it (definition, extract, what is hidden).
"""

from linkwork.exchange.pictures.of_figures.about import definition_notes, extract_note
from linkwork.exchange.pictures.of_figures.breakdowns import breakdown_picture, breakdown_title
from linkwork.exchange.pictures.of_figures.codes import codes_by_stage
from linkwork.exchange.pictures.of_figures.funnel import funnel_note, funnel_picture
from linkwork.exchange.pictures.of_figures.months import months_picture
from linkwork.exchange.pictures.of_figures.running import can_run, run_picture, run_sentences

__all__ = [
    "breakdown_picture",
    "breakdown_title",
    "can_run",
    "codes_by_stage",
    "definition_notes",
    "extract_note",
    "funnel_note",
    "funnel_picture",
    "months_picture",
    "run_picture",
    "run_sentences",
]
