"""What whoever opens an extract's page sees first."""

from contextlib import suppress
from uuid import UUID

from linkwork.core.errors import Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.indicators.reads.figures import breakdown, figures
from linkwork.evaluation.indicators.reads.paired import paired_outcomes
from linkwork.instruments.indicators import Grouping


def count_first_look(viewer: Viewer, extract_id: UUID) -> None:
    """Count it, so that the page finds it counted and does not load the engine. Raises as `figures` does."""
    with suppress(Refused):  # months that the extract cannot tell
        breakdown(viewer, extract_id, Grouping.MONTH)
    figures(viewer, extract_id)
    paired_outcomes(viewer, extract_id)
