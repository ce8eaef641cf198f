"""The head of a study's pages, the same on each of their tabs."""

from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies import reads
from linkwork.web.shared.tabs import tabs
from linkwork.web.study.labels import DESIGNS

TABS: dict[str, Promise] = {  # the page's name: what its tab is called
    "study:study": gettext_lazy("Sources"),
    "codebook:home": gettext_lazy("Codebook"),
    "rounds:home": gettext_lazy("Coding together"),
    "tables:home": gettext_lazy("Findings"),
    "files:home": gettext_lazy("In and out"),
}


def shell(viewer: Viewer, study_id: UUID, tab: str) -> dict[str, Any]:
    """What `study/shell.html` needs around the page named `tab`; one question. Raises NotFound."""
    card = reads.study(viewer, study_id)
    return {
        "study_id": study_id,
        "study": {
            "title": card.title,
            "design": DESIGNS[card.design],
            "question": card.question,
            "note": card.note,
        },
        "tabs": tabs(TABS, study_id, tab),
    }
