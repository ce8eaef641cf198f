"""What several pages need: choices, and the evidence to pick from."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits import reads
from linkwork.evaluation.portraits.rules.evidence import Evidence, FigureKey, figure_key
from linkwork.evaluation.studies import reads as studies
from linkwork.extracts import reads as extracts
from linkwork.programmes.rules import Stage
from linkwork.web.portraits import presenters
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.request import Request


def study_choices(viewer: Viewer) -> list[tuple[UUID, str]]:
    """(id, title) of each study."""
    return [(one.id, one.title) for one in studies.studies(viewer)]


def extract_choices(viewer: Viewer) -> list[tuple[UUID, str]]:
    """(id, name with its day) of each extract, the latest first."""
    return [
        (one.id, f"{one.name}, {date_said(local_day(one.taken_at))}") for one in extracts.extracts(viewer)
    ]


def picker(request: Request, study_id: UUID, extract_id: UUID | None, chosen: Evidence) -> dict[str, Any]:
    """What there is to pick from, narrowed by ?words= and ?within=; what a refused form had ticked stays ticked."""
    words, within = request.GET.get("words", "").strip(), request.GET.get("within", "")
    stage = Stage(within) if within in set(Stage) else None
    found, many = reads.quote_choices(request.viewer, study_id, words, stage)
    figures = reads.figure_choices(request.viewer, extract_id) if extract_id else []
    sent = request.method == "POST"
    return {
        "words_sought": words,
        "within": within,
        "stages": [stage.value for stage in Stage],
        "found": many,
        "shown": len(found),
        "quotes": presenters.picked(
            chosen.quotes, found, set(request.POST.getlist("quotes")) if sent else None
        ),
        "figures": presenters.picked_figures(
            chosen.figures, figures, set(request.POST.getlist("figures")) if sent else None
        ),
    }


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
