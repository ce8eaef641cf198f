"""Until when what was entered can be taken back or rewritten, and how it is taken back."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.actions.parts.checks import worker_of
from linkwork.casework.models import Contact, ContactChange, ContactTerm, FollowUp, Need, Statement
from linkwork.casework.rules.contacts import is_locked, may_undo
from linkwork.core.errors import Refused
from linkwork.core.viewer import Viewer
from linkwork.programmes import reads as programmes


def check_undo(author: UUID | None, entered_at: dt.datetime, by: Viewer, at: dt.datetime) -> None:
    """Raise Refused unless the viewer entered it and ten minutes have not gone by."""
    if not may_undo(author, worker_of(by), entered_at, at):
        raise Refused(
            _("Only who entered it can take it back, within ten minutes. Change what is not right instead.")
        )


def take_back(contact_ids: Collection[UUID], by: Viewer) -> None:
    """Remove contacts entered a moment ago. Raises Refused where something already points at what came of them."""
    try:
        _take_away(contact_ids, by)
    except ProtectedError as held:
        raise Refused(
            _("Something was done since with what you entered. Change what is not right instead.")
        ) from held


def note_is_locked(entered_at: dt.datetime, by: Viewer, at: dt.datetime) -> bool:
    """Whether what was entered then can no longer be rewritten, by the programme's own number of days."""
    days = programmes.programme(by).notes_lock_after_days
    return is_locked(timezone.localdate(entered_at), timezone.localdate(at), days)


def _take_away(contact_ids: Collection[UUID], by: Viewer) -> None:
    """Remove contacts and what came of them. The database refuses where another row points at any of it."""
    chosen = {"programme_id": by.programme, "contact_id__in": contact_ids}
    for table in (ContactTerm, ContactChange, FollowUp, Need, Statement):
        table.objects.filter(**chosen).delete()
    Contact.objects.filter(programme_id=by.programme, id__in=contact_ids).delete()
