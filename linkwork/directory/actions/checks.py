"""Saying that an entry is still right, or what is wrong with it."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.ids import id_at
from linkwork.core.text import one_line
from linkwork.core.viewer import Viewer
from linkwork.directory.access import check_may_confirm
from linkwork.directory.actions.parts.indexing import note_check
from linkwork.directory.actions.parts.rows import service_row
from linkwork.directory.models import Check
from linkwork.directory.rules.kinds import ConfirmedBy
from linkwork.trail import actions as trail


@action
def confirm_service(
    *, service_id: UUID, how: ConfirmedBy, by: Viewer, at: dt.datetime, note: str = ""
) -> None:
    """Say that the entry is right as of `at`: it is fresh again, and an older doubt is settled. Raises NotFound.

    A confirmation dated before the last one is kept, and changes nothing about how fresh the entry is.
    """
    check_may_confirm(by)
    row = service_row(by, service_id)
    _keep(service_id, by, at, right=True, how=how, note=note)
    if row.checked_on is None or at.date() >= row.checked_on:
        row.checked_on, row.checked_how = at.date(), how
        if row.doubted_on is not None and row.doubted_on <= at.date():
            row.doubt, row.doubted_on = "", None
        row.save(update_fields=["checked_on", "checked_how", "doubt", "doubted_on"])
        note_check(row)
    trail.record(
        by=by,
        at=at,
        what="directory.confirm_service",
        about="service",
        about_id=service_id,
        detail={"how": how.value},
    )


@action
def doubt_service(*, service_id: UUID, note: str, by: Viewer, at: dt.datetime) -> None:
    """Say what seems wrong; it is shown to every reader until somebody confirms. Raises Invalid, NotFound."""
    check_may_confirm(by)
    if not note.strip():
        raise Invalid({"note": _("Say in a few words what is wrong, so that somebody can put it right.")})
    row = service_row(by, service_id)
    _keep(service_id, by, at, right=False, how=None, note=note)
    row.doubt, row.doubted_on = one_line(note, 300), at.date()
    row.save(update_fields=["doubt", "doubted_on"])
    trail.record(by=by, at=at, what="directory.doubt_service", about="service", about_id=service_id)


def _keep(
    service_id: UUID, by: Viewer, at: dt.datetime, *, right: bool, how: ConfirmedBy | None, note: str
) -> None:
    Check.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        service_id=service_id,
        on=at.date(),
        right=right,
        how=how or "",
        note=one_line(note, 300),
        by_kind=by.kind,
        by_id=by.id,
        created_at=at,
    )
