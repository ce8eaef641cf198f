"""Who may code, whose codings one may change, and who reads quotations."""

from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Kind, Role, Viewer
from linkwork.evaluation.studies import access as studies
from linkwork.evaluation.studies.rules import Doing, Part, may


def check_may_code(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer evaluates the programme."""
    if not may_code(viewer):
        raise NotAllowed(_("Only an evaluator of the programme codes its sources."))


def may_code(viewer: Viewer) -> bool:
    """The twin of `check_may_code` for pages."""
    return studies.may_work(viewer)


def check_may_change(viewer: Viewer, coder_id: UUID | None) -> None:
    """Raise NotAllowed unless the coding is the viewer's own: a second coder's reading is theirs."""
    check_may_code(viewer)
    if not may_change(viewer, coder_id):
        raise NotAllowed(_("This is another coder’s coding. Make your own beside it."))


def may_change(viewer: Viewer, coder_id: UUID | None) -> bool:
    """The twin of `check_may_change` for pages; the operator's command line may change any."""
    return may_code(viewer) and (viewer.kind is Kind.SYSTEM or viewer.id == coder_id)


def check_may_keep_codebook(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer may choose frames and make, change, merge and retire codes."""
    if not may_keep_codebook(viewer):
        raise NotAllowed(_("Only an evaluator of the programme changes its codebooks."))


def may_keep_codebook(viewer: Viewer) -> bool:
    """The twin of `check_may_keep_codebook` for pages."""
    return studies.may_work(viewer)


def may_read_everything(viewer: Viewer, part: Part | None) -> bool:
    """Whether quotations are shown whole to somebody with this part in the study.

    Managers and advisers see only what may be quoted, nothing around it.
    """
    return viewer.has(Role.EVALUATOR) and may(part, Doing.READ)


def check_may_close(viewer: Viewer, opened_by: UUID | None, finished: bool) -> None:
    """Raise NotAllowed unless the viewer leads the round, or everybody is done.

    Closing shows coders each other's work.
    """
    check_may_code(viewer)
    if not may_close(viewer, opened_by, finished):
        raise NotAllowed(_("Only who opened the round closes it before everybody is done."))


def may_close(viewer: Viewer, opened_by: UUID | None, finished: bool) -> bool:
    """The twin of `check_may_close` for pages."""
    return may_code(viewer) and (finished or leads(viewer, opened_by))


def leads(viewer: Viewer, opened_by: UUID | None) -> bool:
    """Whether the viewer leads a round: who opened it, or the operator of the machine."""
    return viewer.kind is Kind.SYSTEM or (viewer.id is not None and viewer.id == opened_by)


def check_may_see_attempts(viewer: Viewer, learner_id: UUID, opened_by: UUID | None) -> None:
    """Raise NotAllowed unless it is the viewer's own practice, or they lead the set."""
    check_may_code(viewer)
    if not may_see_attempts(viewer, learner_id, opened_by):
        raise NotAllowed(_("How somebody’s practice came out is for them and for whoever leads the set."))


def may_see_attempts(viewer: Viewer, learner_id: UUID, opened_by: UUID | None) -> bool:
    """The twin of `check_may_see_attempts` for pages."""
    return may_code(viewer) and (viewer.id == learner_id or leads(viewer, opened_by))


def check_may_lead(viewer: Viewer, opened_by: UUID | None) -> None:
    """Raise NotAllowed unless the viewer opened it."""
    check_may_code(viewer)
    if not leads(viewer, opened_by):
        raise NotAllowed(_("Only who opened it does this."))
