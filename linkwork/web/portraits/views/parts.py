"""What several pages need: choices, and the evidence to pick from."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse

from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits import reads
from linkwork.evaluation.portraits.rules.evidence import Evidence, FigureKey, figure_key
from linkwork.evaluation.portraits.rules.kinds import Step
from linkwork.evaluation.studies import reads as studies
from linkwork.extracts import reads as extracts
from linkwork.extracts.rules.regions import SURVEY
from linkwork.programmes.rules import Stage
from linkwork.web.portraits import presenters
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.request import Request


def study_choices(viewer: Viewer) -> list[tuple[UUID, str]]:
    """(id, title) of each study."""
    return [(one.id, one.title) for one in studies.studies(viewer)]


def extract_choices(viewer: Viewer) -> list[tuple[UUID, str]]:
    """(id, name with its day) of each extract that holds figures, the latest first."""
    return [
        (one.id, f"{one.name}, {date_said(local_day(one.taken_at))}")
        for one in extracts.extracts(viewer)
        if one.origin != SURVEY
    ]


def picker(
    request: Request, study_id: UUID, extract_id: UUID | None, chosen: Evidence, figures_too: bool = True
) -> dict[str, Any]:
    """What there is to pick from, narrowed by `words` and `within`; what the form had ticked stays ticked.

    `kept` are passages that were ticked and are not in the narrowed list.
    """
    asked = request.POST if request.method == "POST" else request.GET
    words, within = asked.get("words", "").strip(), asked.get("within", "")
    stage = Stage(within) if within in set(Stage) else None
    found, many = reads.quote_choices(request.viewer, study_id, words, stage)
    figures = reads.figure_choices(request.viewer, extract_id) if figures_too else []
    ticked = set(map(str, sent_codings(request))) if request.method == "POST" else None
    quotes = presenters.picked(chosen.quotes, found, ticked)
    figures_ticked = set(request.POST.getlist("figures")) if request.method == "POST" else None
    return {
        "words_sought": words,
        "within": within,
        "stages": [stage.value for stage in Stage],
        "found": many,
        "shown": len(found),
        "quotes": quotes,
        "kept": sorted((ticked or set()) - {one["id"] for one in quotes}),
        "figures": presenters.picked_figures(chosen.figures, figures, figures_ticked),
        "hidden": presenters.hidden_figures(chosen.figures, figures),
    }


def looks_for_passages(request: Request) -> bool:
    """Whether the form was sent to narrow the passages, not to keep anything."""
    return request.method == "POST" and "find" in request.POST


def sent_figures(request: Request) -> Sequence[FigureKey]:
    """The figures that were ticked."""
    keys = [figure_key(text) for text in request.POST.getlist("figures")]
    return [key for key in keys if key is not None]


def sent_codings(request: Request) -> Sequence[UUID]:
    """The passages that were ticked."""
    return presenters.ids(request.POST.getlist("quotes"))


def id_or_none(text: str) -> UUID | None:
    """An id, or None for nothing chosen."""
    return UUID(text) if text else None


def step_url(portrait_id: UUID, step: Step) -> str:
    """Where a step of the four is written."""
    return f"{reverse('portraits:edit', args=[portrait_id])}?step={step.value}"
