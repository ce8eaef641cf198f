"""Who may read and note what changed: those who work with people, and by their own link the person for themself."""

import datetime as dt
from uuid import UUID

from linkwork.casework import access as casework
from linkwork.core.viewer import Kind, Viewer
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


def check_may_answer(viewer: Viewer, case_id: UUID, at: dt.datetime) -> None:
    """Raise NotAllowed unless the viewer works with people, or is the person of this case by a link that is open."""
    if viewer.kind is Kind.PERSON:
        casework.check_is_own(viewer, case_id, at)
    else:
        programmes.check_may_see_people(viewer)
