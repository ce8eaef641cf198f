"""What a connection taught about a directory entry goes back to the directory."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.viewer import Viewer
from linkwork.directory import actions as directory
from linkwork.directory.rules.kinds import ConfirmedBy


def entry_is_right(service_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Somebody went there, so it is there: the entry becomes fresh."""
    directory.confirm_service(service_id=service_id, how=ConfirmedBy.OUTCOME, by=by, at=at)


def entry_is_full(service_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """They answered that they have no place: the entry is right, and the note says so."""
    directory.confirm_service(
        service_id=service_id, how=ConfirmedBy.PROVIDER, note=_("No place when asked."), by=by, at=at
    )


def entry_is_gone(service_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """It is said to have closed: the entry is marked for somebody to check."""
    note = _("Said to have closed, by somebody who asked there.")
    directory.doubt_service(service_id=service_id, note=note, by=by, at=at)
