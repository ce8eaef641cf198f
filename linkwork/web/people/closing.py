"""Ending a case: the rooms above casework settle what is theirs first, where they are there."""

import datetime as dt
from uuid import UUID

from django.urls import reverse

from linkwork.connections import actions as connections
from linkwork.connections import reads
from linkwork.connections.rules import Kind
from linkwork.core.viewer import Viewer


def open_ends(viewer: Viewer, case_id: UUID) -> list[tuple[UUID, str]]:
    """(id, name) of each connection that has no known end yet."""
    return [(end.id, end.service_name) for end in reads.unresolved(viewer, case_id)]


def addresses(viewer: Viewer, case_id: UUID) -> dict[str, str]:
    """Where each of them can be said to have ended, by id."""
    pages = {Kind.SIGNPOST: "connect:signpost"}
    return {
        str(end.id): reverse(pages.get(end.kind, "connect:detail"), args=[end.id])
        for end in reads.unresolved(viewer, case_id)
    }


def close(case_id: UUID, reason: str, note: str, not_known: list[UUID], by: Viewer, at: dt.datetime) -> None:
    """Close the case once every connection has an end or is marked "not known"."""
    connections.close_case(case_id=case_id, reason=reason, note=note, not_known=not_known, by=by, at=at)
