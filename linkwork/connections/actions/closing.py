"""Closing a case: nothing stays open unseen. And stopping, when a person takes their consent back."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.casework import actions as casework
from linkwork.casework import reads as cases
from linkwork.connections.access import check_may_connect
from linkwork.connections.actions.parts.checks import PURPOSE
from linkwork.connections.actions.parts.ends import came_to_an_end, close_signpost, settle
from linkwork.connections.actions.parts.invitations import call_off_of_case
from linkwork.connections.actions.parts.letters import queue
from linkwork.connections.actions.parts.steps import Said, take
from linkwork.connections.models import Connection, Signpost
from linkwork.connections.rules import ENDS, Attendance, LetterKind, Owner, SignpostState, State
from linkwork.core.actions import action
from linkwork.core.errors import Refused
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail


@action
def close_case(
    *,
    case_id: UUID,
    reason: str,
    by: Viewer,
    at: dt.datetime,
    not_known: Collection[UUID] = (),
    note: str = "",
) -> None:
    """Close a case once each of its connections has an end. `not_known` are the ids marked "we don't know" just now.

    Its appointments that are still ahead are called off, and whoever was told of them is told so.
    Raises Refused where any other is unresolved (`reads.unresolved` lists them); then nothing is changed.
    """
    check_may_connect(by)
    marked = set(not_known)
    open_ones = _open_connections(by, case_id)
    given = list(
        Signpost.objects.filter(programme_id=by.programme, case_id=case_id, state=SignpostState.GIVEN)
    )
    left = len({row.id for row in [*open_ones, *given]} - marked)
    if left:
        raise Refused(
            ngettext(
                "One connection has no known end. Follow it up, or mark that you don’t know.",
                "%(n)s connections have no known end. Follow them up, or mark that you don’t know.",
                left,
            )
            % {"n": left}
        )
    called_off = call_off_of_case(case_id, _("The case was closed."), by, at)
    for row in open_ones:
        settle(row, _("The case was closed."), at)
        came_to_an_end(row, by, at)
    for signpost in given:
        close_signpost(signpost, Attendance.NOT_KNOWN, None, "", at)
    trail.record(
        by=by,
        at=at,
        what="connections.close_case",
        about="case",
        about_id=case_id,
        detail={"not_known": len(open_ones) + len(given), "called_off": called_off},
    )
    casework.close_case(case_id=case_id, reason=reason, note=note, by=by, at=at)


@action
def take_back_consent(*, consent_id: UUID, by: Viewer, at: dt.datetime) -> int:
    """The person says no: nothing more is shared, and what the consent carried is called off; how many were stopped.

    Raises NotFound, IllegalStep where they said no before.
    """
    person_id = casework.withdraw_consent(consent_id=consent_id, by=by, at=at)
    return sum(stop_sharing(case_id=case_id, by=by, at=at) for case_id in cases.running_of(by, person_id))


@action
def stop_sharing(*, case_id: UUID, by: Viewer, at: dt.datetime) -> int:
    """After a consent was withdrawn: cancel what it carried and tell those partners; how many were stopped.

    Safe to call again. Their links show nothing personal from the moment consent is gone, whether or not this ran.
    """
    check_may_connect(by)
    stopped = [
        row
        for row in _open_connections(by, case_id)
        if row.shared and row.state != State.DRAFT
        if not cases.may_share(by, case_id, PURPOSE, row.recipient, at=at)
    ]
    if not stopped:
        return 0
    for row in stopped:
        words = _("The person no longer agrees to share.")
        take(row, State.CANCELLED, Said(Owner.PERSON, Owner.WORKER, reason=words), at)
        came_to_an_end(row, by, at)
        queue(row, LetterKind.WITHDRAWN, by, at, token="")
    trail.record(
        by=by,
        at=at,
        what="connections.stop_sharing",
        about="case",
        about_id=case_id,
        detail={"stopped": len(stopped)},
    )
    return len(stopped)


def _open_connections(by: Viewer, case_id: UUID) -> list[Connection]:
    """The case's connections that have no end yet, held until the transaction ends."""
    rows = Connection.objects.select_for_update().filter(programme_id=by.programme, case_id=case_id)
    return list(rows.exclude(state__in=sorted(ENDS)).order_by("created_at", "id"))
