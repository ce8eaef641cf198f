"""Asking for the letters that wait, and for those about one thing."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from linkwork.core.viewer import Viewer
from linkwork.programmes.access import check_is_post, check_may_see_people
from linkwork.programmes.models import LetterRow, Worker
from linkwork.programmes.rules import LetterState


@dataclass(frozen=True)
class Letter:
    """An outgoing letter. `token` is the way in that it carries, and is there only while the letter waits.

    `about_id` is a row of the room that `kind` names ("connections.ask"); `done_at` is when it went out, was given
    up or stopped.
    """

    id: UUID
    kind: str
    about_id: UUID
    state: LetterState
    to: str
    language: str
    sender: str
    token: str
    written_at: dt.datetime
    tries: int
    done_at: dt.datetime | None = None


def waiting_letters(viewer: Viewer, at: dt.datetime) -> list[Letter]:
    """The letters of one programme to be tried now, oldest first. For the post (the system) alone: they open doors."""
    check_is_post(viewer)
    rows = _rows(viewer).filter(state=LetterState.WAITING, try_from__lte=at)
    return [_letter(row, row.token) for row in rows]


def letters_about(viewer: Viewer, about_id: UUID) -> list[Letter]:
    """The letters about one thing, oldest first, without their tokens. For those who work with people."""
    check_may_see_people(viewer)
    return [_letter(row, "") for row in _rows(viewer).filter(about_id=about_id)]


def letter_box(viewer: Viewer, worker_id: UUID) -> tuple[str, str]:
    """(e-mail address, language) of a worker; both empty for one without a login. One question of the database."""
    rows = Worker.objects.filter(programme_id=viewer.programme, id=worker_id, login__isnull=False)
    return rows.values_list("login__email", "login__language").first() or ("", "")


def _rows(viewer: Viewer) -> QuerySet[LetterRow]:
    return LetterRow.objects.filter(programme_id=viewer.programme).order_by("created_at", "id")


def _letter(row: LetterRow, token: str) -> Letter:
    return Letter(
        id=row.id,
        kind=row.kind,
        about_id=row.about_id,
        state=LetterState(row.state),
        to=row.to,
        language=row.language,
        sender=row.sender,
        token=token,
        written_at=row.created_at,
        tries=row.tries,
        done_at=row.done_at,
    )
