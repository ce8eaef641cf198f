"""Who may read and note what changed for a person: those who work with people."""

from linkwork.core.viewer import Viewer
from linkwork.programmes import access as programmes


def check_may_read(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer's role works with people supported."""
    programmes.check_may_see_people(viewer)


def may_read(viewer: Viewer) -> bool:
    """The twin of `check_may_read` for pages."""
    return programmes.may_see_people(viewer)


def check_may_note(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer's role works with people supported."""
    programmes.check_may_see_people(viewer)


def may_note(viewer: Viewer) -> bool:
    """The twin of `check_may_note` for pages."""
    return programmes.may_see_people(viewer)
