"""Who may send somebody on an errand. What an errand does is checked again by the actions and questions it uses."""

from django.utils.translation import gettext as _

from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Kind, Role, Viewer


def check_may_ask(viewer: Viewer) -> None:
    """Raise NotAllowed unless it is somebody signed in who learns from the programme."""
    if not may_ask(viewer):
        raise NotAllowed(_("Only evaluators, managers and advisers ask for this."))


def may_ask(viewer: Viewer) -> bool:
    """The twin of `check_may_ask` for pages."""
    return viewer.kind is Kind.LOGIN and viewer.has(Role.EVALUATOR, Role.MANAGER, Role.ADVISER)


def check_runs(viewer: Viewer) -> None:
    """Raise NotAllowed unless it is the runner: only it says how far an errand is."""
    if viewer.kind is not Kind.SYSTEM:
        raise NotAllowed("Only the runner moves an errand on.")
