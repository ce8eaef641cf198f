"""Who looks after the workers. A worker sees what concerns themselves; what two talked over, those two alone."""

from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Role, Viewer

# With whom a worker talks their work over.
TALKERS = frozenset({Role.WORKER, Role.MANAGER, Role.SUPERVISOR})


def check_may_read(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer works in, supervises or manages the programme."""
    if not may_read(viewer):
        raise NotAllowed(_("Your role does not open the team."))


def may_read(viewer: Viewer) -> bool:
    """The twin of `check_may_read` for pages."""
    return viewer.has(*TALKERS)


def may_see_all(viewer: Viewer) -> bool:
    """Whether the viewer looks after everybody, and not only themselves."""
    return viewer.has(Role.MANAGER, Role.SUPERVISOR)


def check_may_record(viewer: Viewer, worker_id: UUID) -> None:
    """Raise NotAllowed unless the viewer looks after workers, or the talk was their own."""
    if not may_record(viewer, worker_id):
        raise NotAllowed(
            _("You can note your own supervision; others’ is noted by a supervisor or a manager.")
        )


def may_record(viewer: Viewer, worker_id: UUID) -> bool:
    """The twin of `check_may_record` for pages."""
    return may_see_all(viewer) or (viewer.has(Role.WORKER) and viewer.id == worker_id)


def check_may_manage(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer manages the programme: sets its rules and decides on proposals."""
    if not may_manage(viewer):
        raise NotAllowed(_("Only a manager does this."))


def may_manage(viewer: Viewer) -> bool:
    """The twin of `check_may_manage` for pages."""
    return viewer.has(Role.MANAGER)


def check_is_themself(viewer: Viewer) -> UUID:
    """The worker who is signed in. Raises NotAllowed for anybody else, whatever their roles."""
    check_may_read(viewer)
    try:
        return viewer.worker_id
    except LookupError:
        raise NotAllowed(_("This belongs to somebody who is signed in.")) from None
