"""Private notes: written, changed, thrown away, shared with one supervisor and taken back. The trail keeps no word."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.viewer import Role, Viewer
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail
from linkwork.workforce.access import check_is_themself
from linkwork.workforce.models import Reflection
from linkwork.workforce.rules.reflections import ReflectionKind


@action
def write_reflection(*, kind: ReflectionKind, words: str, by: Viewer, at: dt.datetime) -> UUID:
    """Keep a note that its author alone reads; its id. Raises Invalid for an empty one."""
    author_id = check_is_themself(by)
    row = Reflection.objects.create(
        programme_id=by.programme,
        author_id=author_id,
        kind=kind,
        words=_said(words),
        written_on=timezone.localdate(at),
        created_at=at,
    )
    _record("write_reflection", by, at)
    return row.id


@action
def change_reflection(
    *, reflection_id: UUID, kind: ReflectionKind, words: str, by: Viewer, at: dt.datetime
) -> None:
    """Write one's note anew; nothing of what stood there stays."""
    row = _own(reflection_id, by)
    row.kind, row.words = kind, _said(words)
    row.save(update_fields=["kind", "words"])
    _record("change_reflection", by, at)


@action
def remove_reflection(*, reflection_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Throw one's note away, for good."""
    _own(reflection_id, by).delete()
    _record("remove_reflection", by, at)


@action
def share_reflection(*, reflection_id: UUID, supervisor_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Let one supervisor read it. Raises Invalid for anybody who is no supervisor of the programme now."""
    row = _own(reflection_id, by)
    supervisor = programmes.worker(by, supervisor_id)
    if Role.SUPERVISOR not in supervisor.roles or supervisor.until is not None or supervisor.id == by.id:
        raise Invalid({"supervisor": _("Choose somebody who supervises here.")})
    row.shared_with_id, row.shared_at = supervisor.id, at
    row.save(update_fields=["shared_with", "shared_at"])
    _record("share_reflection", by, at)


@action
def take_back_reflection(*, reflection_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Nobody else reads it from now on."""
    row = _own(reflection_id, by)
    row.shared_with_id, row.shared_at = None, None
    row.save(update_fields=["shared_with", "shared_at"])
    _record("take_back_reflection", by, at)


def _said(words: str) -> str:
    if not words.strip():
        raise Invalid({"words": _("Write a few words.")})
    return words.strip()


def _own(reflection_id: UUID, by: Viewer) -> Reflection:
    rows = Reflection.objects.select_for_update().filter(
        programme_id=by.programme, author_id=check_is_themself(by)
    )
    row = rows.filter(id=reflection_id).first()
    if row is None:
        raise NotFound(_("There is no such note of yours."))
    return row


def _record(verb: str, by: Viewer, at: dt.datetime) -> None:
    """That something was done, without which note it was, with whom it is shared, or what it says."""
    trail.record(by=by, at=at, what=f"workforce.{verb}", about="reflection")
