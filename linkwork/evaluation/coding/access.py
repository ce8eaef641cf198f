"""Who may code, whose codings one may change, and who reads quotations."""

from uuid import UUID

from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Kind, Role, Viewer
from linkwork.evaluation.studies import access as studies
from linkwork.evaluation.studies.rules import Doing, Part, may


def check_may_code(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer evaluates the programme."""
    if not may_code(viewer):
        raise NotAllowed("Only an evaluator of the programme codes its sources.")


def may_code(viewer: Viewer) -> bool:
    """The twin of `check_may_code` for pages."""
    return studies.may_work(viewer)


def check_may_change(viewer: Viewer, coder_id: UUID | None) -> None:
    """Raise NotAllowed unless the coding is the viewer's own: a second coder's reading is theirs."""
    check_may_code(viewer)
    if not may_change(viewer, coder_id):
        raise NotAllowed("This is another coder’s coding. Make your own beside it.")


def may_change(viewer: Viewer, coder_id: UUID | None) -> bool:
    """The twin of `check_may_change` for pages; the operator's command line may change any."""
    return may_code(viewer) and (viewer.kind is Kind.SYSTEM or viewer.id == coder_id)


def may_read_everything(viewer: Viewer, part: Part | None = Part.LEAD) -> bool:
    """Whether quotations are shown whole to somebody with this part in the study.

    Managers and advisers see only what may be quoted, nothing around it.
    """
    return viewer.has(Role.EVALUATOR) and may(part, Doing.READ)
