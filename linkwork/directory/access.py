"""Who may look things up, and who may change an entry."""

from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Kind, Role, Viewer


def check_may_search(viewer: Viewer) -> None:
    """Raise NotAllowed for somebody who stands in no programme."""
    if not may_search(viewer):
        raise NotAllowed("Sign in to look in the directory.")


def may_search(viewer: Viewer) -> bool:
    """The twin of `check_may_search` for pages."""
    return viewer.kind is not Kind.NOBODY and viewer.programme_id is not None


def check_may_change(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer keeps the directory: workers, managers, administrators."""
    if not may_change(viewer):
        raise NotAllowed("Your role does not change the directory.")


def may_change(viewer: Viewer) -> bool:
    """The twin of `check_may_change` for pages."""
    return viewer.has(Role.WORKER, Role.MANAGER, Role.ADMINISTRATOR)


def check_may_confirm(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer keeps the directory, or came by a link: a partner, or who went there."""
    if not may_confirm(viewer):
        raise NotAllowed("Your role does not confirm entries of the directory.")


def may_confirm(viewer: Viewer) -> bool:
    """The twin of `check_may_confirm` for pages."""
    return viewer.kind in (Kind.PARTNER, Kind.PERSON) or may_change(viewer)
