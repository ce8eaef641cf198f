"""Who may read and keep what is known about partners. Nothing here names a person supported."""

from django.utils.translation import gettext as _

from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Role, Viewer


def check_may_read(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer works in, supervises or manages the programme."""
    if not may_read(viewer):
        raise NotAllowed(_("Partners are shown to those who work in the programme."))


def may_read(viewer: Viewer) -> bool:
    """The twin of `check_may_read` for pages."""
    return viewer.has(Role.WORKER, Role.MANAGER, Role.SUPERVISOR)


def check_may_write(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer is a worker or a manager of the programme."""
    if not may_write(viewer):
        raise NotAllowed(_("Only workers and managers keep the programme's partners."))


def may_write(viewer: Viewer) -> bool:
    """The twin of `check_may_write` for pages."""
    return viewer.has(Role.WORKER, Role.MANAGER)
