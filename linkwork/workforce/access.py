"""Who looks after the workers. A worker sees what concerns themselves; what two talked over, those two alone."""

from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Kind, Role, Viewer
from linkwork.workforce.rules.visits import Part

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


def check_may_visit(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer goes to see people, or manages those who do."""
    if not may_visit(viewer):
        raise NotAllowed(_("Visits are for those who work with people here."))


def may_visit(viewer: Viewer) -> bool:
    """The twin of `check_may_visit` for pages."""
    return viewer.kind is Kind.LOGIN and viewer.has(Role.WORKER, Role.MANAGER)


def may_watch_all(viewer: Viewer) -> bool:
    """Whether the viewer sees everybody who is out, and not only themselves and those whose buddy they are."""
    return viewer.has(Role.MANAGER)


def parts_in_visit(viewer: Viewer, worker_id: UUID, buddy_id: UUID) -> frozenset[Part]:
    """What the viewer is to a visit; empty for nobody to whom it is any business. Nobody watches their own."""
    if not may_visit(viewer):
        return frozenset()
    if viewer.id == worker_id:
        return frozenset({Part.VISITOR})
    return frozenset({Part.WATCHER}) if viewer.id == buddy_id or may_watch_all(viewer) else frozenset()


def check_keeps_watch(viewer: Viewer) -> None:
    """Raise NotAllowed unless it is the clock: it alone goes up the ladder."""
    if viewer.kind is not Kind.SYSTEM:
        raise NotAllowed(_("Only the rounds look after visits by the clock."))
