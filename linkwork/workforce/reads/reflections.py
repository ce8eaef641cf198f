"""What have I written for myself, and what is shared with me? No role opens a note: only who wrote or was named."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.workforce.access import check_is_themself
from linkwork.workforce.models import Reflection
from linkwork.workforce.rules.reflections import ReflectionKind

PAGE = 30


@dataclass(frozen=True)
class ReflectionCard:
    """One note. `own`: the viewer wrote it. `shared_with` is a name, empty where nobody else reads it."""

    id: UUID
    own: bool
    author_name: str
    kind: ReflectionKind
    words: str
    written_on: dt.date
    shared_with: str


@dataclass(frozen=True)
class ReflectionPage:
    """Some notes, the newest first; `next` is what to pass as `after`, None at the end."""

    rows: list[ReflectionCard]
    next: UUID | None


def reflections(viewer: Viewer, after: UUID | None = None) -> ReflectionPage:
    """The viewer's own notes. One question."""
    rows = _readable(viewer).filter(author_id=viewer.worker_id)
    rows = rows.filter(id__lt=after) if after else rows
    found = list(rows.order_by("-id")[: PAGE + 1])
    following = found[PAGE - 1].id if len(found) > PAGE else None
    return ReflectionPage([_card(row, viewer) for row in found[:PAGE]], following)


def shared_with(viewer: Viewer) -> list[ReflectionCard]:
    """What others share with the viewer now, the newest first. One question."""
    rows = _readable(viewer).filter(shared_with_id=viewer.worker_id)
    return [_card(row, viewer) for row in rows.order_by("-shared_at", "-id")[:PAGE]]


def reflection(viewer: Viewer, reflection_id: UUID) -> ReflectionCard:
    """One note. Raises NotFound for everybody but its author and whom they share it with. One question."""
    row = _readable(viewer).filter(id=reflection_id).first()
    if row is None:
        raise NotFound(_("There is no such note of yours."))
    return _card(row, viewer)


def _readable(viewer: Viewer) -> QuerySet[Reflection]:
    me = check_is_themself(viewer)
    rows = Reflection.objects.filter(programme_id=viewer.programme)
    return rows.filter(Q(author_id=me) | Q(shared_with_id=me)).select_related("author", "shared_with")


def _card(row: Reflection, viewer: Viewer) -> ReflectionCard:
    return ReflectionCard(
        row.id,
        row.author_id == viewer.id,
        row.author.name,
        ReflectionKind(row.kind),
        row.words,
        row.written_on,
        row.shared_with.name if row.shared_with else "",
    )
