"""Who may take an extract through the gate, and who may read one."""

from django.utils.translation import gettext as _

from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Role, Viewer


def check_may_take(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer manages or evaluates the programme."""
    if not may_take(viewer):
        raise NotAllowed(_("Only a manager or an evaluator takes an extract."))


def may_take(viewer: Viewer) -> bool:
    """The twin of `check_may_take` for pages."""
    return viewer.has(Role.MANAGER, Role.EVALUATOR)


def check_may_read(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer learns from the programme: evaluators, managers and public advisers.

    A public adviser meets extracts only as figures in a draft; no page shows them rows.
    """
    if not may_read(viewer):
        raise NotAllowed(_("Extracts and figures are read by evaluators, managers and advisers."))


def may_read(viewer: Viewer) -> bool:
    """The twin of `check_may_read` for pages."""
    return viewer.has(Role.MANAGER, Role.EVALUATOR, Role.ADVISER)


def check_may_remove(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer leads the programme: what went through the gate is theirs to answer for."""
    if not may_remove(viewer):
        raise NotAllowed(_("Only a manager removes an extract."))


def may_remove(viewer: Viewer) -> bool:
    """The twin of `check_may_remove` for pages."""
    return viewer.has(Role.MANAGER)
