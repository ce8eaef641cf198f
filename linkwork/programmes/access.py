"""Who may set up a programme and its people, and who is the post."""

from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Kind, Role, Viewer


def check_may_set_up(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer administers or manages the programme (the command line does both)."""
    if not may_set_up(viewer):
        raise NotAllowed("Only an administrator or a manager sets up a programme.")


def may_set_up(viewer: Viewer) -> bool:
    """The twin of `check_may_set_up` for pages."""
    return viewer.has(Role.ADMINISTRATOR, Role.MANAGER)


def check_may_see_people(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer's role works with people supported.

    Evaluators, advisers and administrators see no person at all; a supervisor sees caseloads by id and number.
    """
    if not may_see_people(viewer):
        raise NotAllowed("Your role does not open people's records.")


def may_see_people(viewer: Viewer) -> bool:
    """The twin of `check_may_see_people` for pages."""
    return viewer.has(Role.WORKER, Role.MANAGER)


def check_is_post(viewer: Viewer) -> None:
    """Raise NotAllowed unless it is the post: letters that wait carry links that open doors."""
    if viewer.kind is not Kind.SYSTEM:
        raise NotAllowed("Only the post reads and marks letters that wait.")


def check_may_write_letters(viewer: Viewer) -> None:
    """Raise NotAllowed for a viewer in no programme. Whoever may do what a letter tells of may write it."""
    if viewer.programme_id is None:
        raise NotAllowed("A letter belongs to a programme.")
